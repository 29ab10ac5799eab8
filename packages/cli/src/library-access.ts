import { join, resolve } from 'node:path'
import type { GraphDocument, Library, LinkedDocument, LinkGraph } from '@tiaoli/library'
import { createLinkGraph, graphDocumentOf, libraryAsOf, linkDocument } from '@tiaoli/library'
import type { InputError, RegulationDocument, Workspace } from '@tiaoli/workspace'
import {
  configName,
  defaultConfig,
  InputError as InputFailure,
  openWorkspace,
  readDocument,
  statOf,
  workspaceOf
} from '@tiaoli/workspace'
import type { Context } from './context.js'
import { reportProblems } from './files.js'
import type { LibraryOptions } from './library-options.js'
import { progressLine } from './progress.js'

/** A draft with its links, and its references as the graph keeps them. */
export interface OpenDraft {
  document: RegulationDocument
  links: LinkedDocument
  references: GraphDocument
}

/** A library that is open, with what went wrong told. */
export interface OpenLibrary {
  workspace: Workspace
  library: Library
  /** A draft that is read and linked with it. */
  draft(file: string): Promise<OpenDraft>
  /** The link graph of the library's texts and of drafts beside them. */
  graph(drafts: readonly GraphDocument[], asOf?: string): Promise<LinkGraph>
}

/**
 * Opens the library of the working folder, of a draft's folder, or of the folder that is named; with a day, as it stood
 * then.
 */
export async function openLibrary(
  context: Context,
  options: LibraryOptions,
  near?: string,
  asOf?: string
): Promise<OpenLibrary> {
  const workspace = await chooseWorkspace(options, near)
  const reading = progressLine(context, { zh: '正在读取文库', en: 'reading the library' })
  const whole = await workspace.library(reading.update)
  const library = asOf === undefined ? whole : libraryAsOf(whole, asOf)
  reading.clear()
  const told = new Set<InputError>()
  reportProblems(context, workspace.problems, told)
  return { workspace, library, draft, graph }

  async function draft(file: string): Promise<OpenDraft> {
    const document = await readDocument(file)
    const { title, date } = { ...document.facts, ...(asOf !== undefined && { date: asOf }) }
    const facts = { ...(title !== undefined && { title }), ...(date !== undefined && { date }) }
    const links = linkDocument(document.tree, { library, ...facts })
    return { document, links, references: graphDocumentOf(links, document.text, { ...facts, file }, library) }
  }

  async function graph(drafts: readonly GraphDocument[], day = asOf): Promise<LinkGraph> {
    const linking = progressLine(context, { zh: '正在核对引用', en: 'linking' })
    const documents = await workspace.links(linking.update)
    linking.clear()
    reportProblems(context, workspace.problems, told)
    return createLinkGraph({ documents: [...documents, ...drafts], library, ...(day !== undefined && { asOf: day }) })
  }
}

async function chooseWorkspace({ config, folder }: LibraryOptions, near: string | undefined): Promise<Workspace> {
  if (folder === undefined)
    return openWorkspace(near ?? join(process.cwd(), configName), config ? resolve(config) : undefined)
  const stat = statOf(folder)
  if (!stat?.isDirectory()) {
    throw new InputFailure(stat === undefined ? 'missing' : 'not-a-folder', {
      file: folder,
      reason:
        stat === undefined
          ? { zh: '找不到这个文件夹。', en: 'there is no such folder.' }
          : { zh: '这不是文件夹。', en: 'this is no folder.' },
      cure: { zh: '请写存放法规文本的文件夹。', en: 'name the folder that holds the texts.' }
    })
  }
  const base = defaultConfig(folder)
  return workspaceOf({ ...base, config: { ...base.config, instruments: ['.'] } })
}

/** Checks an ISO day given on the command line. */
export function checkedDay(day: string | undefined): string | undefined {
  if (day === undefined || (/^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)))) return day
  throw new InputFailure('usage', {
    reason: { zh: `“${day}”不是日期。`, en: `“${day}” is no day.` },
    cure: { zh: '请写成 2024-01-31 的样子。', en: 'write it like 2024-01-31.' }
  })
}

/** The ISO day of today. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}

/** The one instrument that words name; throws an `InputError` that lists what they may have meant. */
export function instrumentNamed(library: Library, words: string): Library['instruments'][number] {
  const title = words.replace(/^《|》$/g, '')
  const { instruments } = library.find(title)
  if (instruments.length === 1) return instruments[0]!
  const near = instruments.length > 1 ? instruments : library.instruments.filter((one) => one.title.includes(title))
  const listed = near.slice(0, 8).map((one) => `《${one.title}》`)
  throw new InputFailure('usage', {
    reason:
      instruments.length > 1
        ? {
            zh: `“${title}”可以指${instruments.length}件文件。`,
            en: `“${title}” may mean ${instruments.length} instruments.`
          }
        : { zh: `文库中没有《${title}》。`, en: `the library has no 《${title}》.` },
    cure:
      listed.length === 0
        ? { zh: '可以用 tiaoli library list 查看有哪些文件。', en: 'see tiaoli library list.' }
        : { zh: `是不是想用：${listed.join('、')}？`, en: `did you mean ${listed.join(', ')}?` }
  })
}
