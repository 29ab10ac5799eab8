import { basename, relative, sep } from 'node:path'
import { baseTitle, titleSuffix } from '@tiaoli/library'
import type { DocumentFacts } from '@tiaoli/workspace'

/** Ids of files in their order: the path below a folder without extension, or with it where two would be alike. */
export function draftIds(folder: string, files: readonly string[]): string[] {
  const paths = files.map((file) =>
    relative(folder, file)
      .split(sep)
      .filter((step) => step !== '..')
      .join('/')
  )
  const short = paths.map((path) => path.replace(/\.[^./]+$/, ''))
  const uses = new Map<string, number>()
  for (const id of short) uses.set(id, (uses.get(id) ?? 0) + 1)
  return short.map((id, index) => (uses.get(id) === 1 ? id : paths[index]!))
}

/** Drafts of one regulation, oldest first. */
export interface DraftSeries<T> {
  title: string
  drafts: T[]
}

/**
 * Groups drafts by their title, stages in brackets aside; in a group by date, then by stage where all of them name one that
 * is known, then by name of the file.
 */
export function draftSeries<T extends { title: string; file: string; document: { facts: DocumentFacts } }>(
  drafts: readonly T[]
): DraftSeries<T>[] {
  const groups = new Map<string, T[]>()
  for (const draft of drafts) {
    const key = baseTitle(draft.title)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [draft])
    else group.push(draft)
  }
  return [...groups.values()].map((group) => {
    const staged = group.every((draft) => stages.includes(stageOf(draft) ?? ''))
    const stage = (draft: T): number => (staged ? stages.indexOf(stageOf(draft)!) : 0)
    group.sort(
      (left, right) =>
        dateOf(left).localeCompare(dateOf(right)) || stage(left) - stage(right) || byName(left.file, right.file)
    )
    return { title: group.at(-1)!.title, drafts: group }
  })
}

/** Stages that drafts usually name, in their order. */
const stages = ['初稿', '草稿', '讨论稿', '征求意见稿', '送审稿', '审议稿', '报批稿']

/** The stage that a draft states, or that stands in brackets behind its title. */
function stageOf({ title, document }: { title: string; document: { facts: DocumentFacts } }): string | undefined {
  const suffix = titleSuffix(title).slice(1, -1)
  return document.facts.stage ?? (/(?:稿|草案)$/.test(suffix) ? suffix : undefined)
}

function dateOf(draft: { document: { facts: DocumentFacts } }): string {
  return draft.document.facts.date ?? ''
}

function byName(left: string, right: string): number {
  return basename(left).localeCompare(basename(right), 'zh', { numeric: true })
}

/** What tells the drafts of a series apart: their stages, else their dates, else the names of their files. */
export function seriesNames(
  drafts: readonly { title: string; file: string; document: { facts: DocumentFacts } }[]
): string[] {
  const kinds = [
    drafts.map(stageOf),
    drafts.map(({ document }) => document.facts.date),
    drafts.map(({ file }) => basename(file).replace(/\.[^.]+$/, ''))
  ]
  const telling = kinds.find(
    (names) => names.every((name) => name !== undefined) && new Set(names).size === names.length
  )
  return (telling ?? drafts.map(({ file }) => basename(file))) as string[]
}
