import { basename, relative, sep } from 'node:path'
import { baseTitle } from '@tiaoli/library'
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

/** Groups drafts by their title, stages in brackets aside; in a group by date, then by name of the file. */
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
    group.sort((left, right) => dateOf(left).localeCompare(dateOf(right)) || byName(left.file, right.file))
    return { title: group.at(-1)!.title, drafts: group }
  })
}

function dateOf(draft: { document: { facts: DocumentFacts } }): string {
  return draft.document.facts.date ?? ''
}

function byName(left: string, right: string): number {
  return basename(left).localeCompare(basename(right), 'zh', { numeric: true })
}

/** What tells the drafts of a series apart: their stages, else their dates, else the names of their files. */
export function seriesNames(drafts: readonly { file: string; document: { facts: DocumentFacts } }[]): string[] {
  const kinds = [
    drafts.map(({ document }) => document.facts.stage),
    drafts.map(({ document }) => document.facts.date),
    drafts.map(({ file }) => basename(file).replace(/\.[^.]+$/, ''))
  ]
  const telling = kinds.find(
    (names) => names.every((name) => name !== undefined) && new Set(names).size === names.length
  )
  return (telling ?? drafts.map(({ file }) => basename(file))) as string[]
}
