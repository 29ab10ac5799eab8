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
      problems.push(problemOf(error))
    }
  }
  return drafts
}

/** Reads drafting briefs; one with errors is left out and told. */
export function readBriefs(files: readonly string[], problems: string[]): Brief[] {
  return files.flatMap((file) => {
    try {
      const { value, messages } = parseBrief(readText(file).text)
      if (!hasErrors(messages)) return [value]
      const { line, reason } = messages.find(({ fatal }) => fatal) ?? messages[0]!
      problems.push(`任务书${file}第 ${line ?? 1} 行：${reason}`)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      problems.push(problemOf(error))
    }
    return []
  })
}

/** An input error in one sentence. */
export function problemOf(error: InputError): string {
  return formatInputError(error, 'zh')
    .replace(/^错误：/, '')
    .split('\n')[0]!
}
