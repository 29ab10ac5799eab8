import { isAbsolute, relative } from 'node:path'
import type { Brief } from '@tiaoli/brief'
import { hasErrors, parseBrief } from '@tiaoli/brief'
import type { Workspace } from '@tiaoli/workspace'
import { formatInputError, InputError, readDocument, readText } from '@tiaoli/workspace'
import type { PreparedDraft } from './draft.js'
import { prepareDraft } from './draft.js'
import { draftIds } from './draft-names.js'

/** Where a reading room takes its texts from. */
export interface SiteSources {
  /** The library, and the settings of the checker. */
  workspace: Workspace
  /** Folder that ids of drafts are relative to. */
  folder: string
  /** Absolute paths of drafts, asked for at every reading. */
  drafts(): Promise<string[]>
  /** Absolute paths of drafting briefs. */
  briefs: readonly string[]
  /** Served while drafts are edited, not written once. */
  live?: boolean
}

/** Drafts that were read before, by file; one whose text and library are the same is not read again. */
export type DraftCache = Map<string, { draft: PreparedDraft; library: unknown }>

/** Reads and links the drafts; what cannot be read is entered in `problems`. */
export async function readDrafts(
  sources: SiteSources,
  problems: string[],
  cache: DraftCache = new Map()
): Promise<PreparedDraft[]> {
  const library = await sources.workspace.library()
  const files = await sources.drafts()
  const ids = draftIds(sources.folder, files)
  const drafts: PreparedDraft[] = []
  for (const [index, file] of files.entries()) {
    try {
      const { text } = readText(file)
      const known = cache.get(file)
      const fresh = known?.library === library && known.draft.document.text === text && known.draft.id === ids[index]
      const draft = fresh ? known.draft : prepareDraft(ids[index]!, file, await readDocument(file), library)
      cache.set(file, { draft, library })
      drafts.push(draft)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      problems.push(problemOf(error, sources.folder))
    }
  }
  return drafts
}

/** Reads drafting briefs; one with errors is left out and told. */
export function readBriefs({ briefs, folder }: Pick<SiteSources, 'briefs' | 'folder'>, problems: string[]): Brief[] {
  return briefs.flatMap((file) => {
    try {
      const { value, messages } = parseBrief(readText(file).text)
      if (!hasErrors(messages)) return [value]
      const { line, reason } = messages.find(({ fatal }) => fatal) ?? messages[0]!
      problems.push(`任务书${below(folder, file)}第 ${line ?? 1} 行：${reason}`)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      problems.push(problemOf(error, folder))
    }
    return []
  })
}

/** What an error says in a sentence, for readers who have the folder elsewhere or not at all: files are named from it on. */
export function problemOf(error: InputError, folder: string): string {
  const [line] = formatInputError(error, 'zh')
    .replace(/^错误：/, '')
    .split('\n') as [string]
  const { file } = error
  return file !== undefined && line.startsWith(file) ? `${below(folder, file)}${line.slice(file.length)}` : line
}

function below(folder: string, file: string): string {
  return isAbsolute(file) ? relative(folder, file).replaceAll('\\', '/') : file
}
