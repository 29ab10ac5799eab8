import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve, sep } from 'node:path'
import type { Library } from '@tiaoli/library'
import { createLibrary } from '@tiaoli/library'
import type { IndexedText, Searcher, SearcherOptions, Synonyms } from '@tiaoli/search'
import { citedBy, clauseDocuments, countCitations, createSearcher, indexedText } from '@tiaoli/search'
import type { IndexSource } from '@tiaoli/search-sqlite'
import { openSqliteIndex, refreshIndex } from '@tiaoli/search-sqlite'
import type { Workspace } from '@tiaoli/workspace'
import {
  cacheFolderOf,
  configName,
  defaultConfig,
  expandPlaces,
  findConfig,
  InputError,
  instrumentOfDocument,
  loadRegister,
  loadShippedRegisters,
  openWorkspace,
  readDocument,
  statOf,
  textExtensions,
  workspaceOf
} from '@tiaoli/workspace'
import type { Context } from '../context.js'
import { reportProblems } from '../files.js'
import { progressLine } from '../progress.js'

/** Clauses of a folder or a workspace, ready to be searched. */
export interface ClauseSearch {
  searcher: Searcher
  /** Folder that the ids of texts are relative to. */
  folder: string
  close(): Promise<void>
}

/** What to search in. */
export interface SearchPlace {
  /** Folder of texts or of a workspace. */
  library?: string
  config?: string
}

const indexFile = 'clauses.db'
/** A file that changed this shortly before it was read may change again within one tick of a coarse clock. */
const settledAfter = 2000

/** Opens the index of a place and brings it up to the texts there; reads everything on first use. */
export async function openClauseSearch(
  context: Context,
  place: SearchPlace,
  synonyms?: Synonyms
): Promise<ClauseSearch> {
  const workspace = await placeOf(place)
  const { folder } = workspace
  const files = await filesOf(workspace)
  const cache = cacheFolderOf(folder, workspace.file !== undefined)
  const own = cache === undefined ? mkdtempSync(join(tmpdir(), 'tiaoli-search-')) : undefined
  const index = openSqliteIndex(join(own ?? cache!, indexFile))
  const problems: InputError[] = []
  const facts = await registerFacts(workspace)
  const progress = progressLine(context, { zh: '正在建立条文索引', en: 'indexing' })
  await refreshIndex(
    index,
    files.map((file) => sourceOf(file, folder, facts, problems)),
    progress.update
  )
  progress.clear()
  const cited = await citationsIn(context, workspace)
  reportProblems(context, [...workspace.problems, ...problems], new Set())
  return {
    searcher: createSearcher(index, { cited, ...(synonyms !== undefined && { synonyms }) }),
    folder,
    close: async () => {
      await index.close()
      if (own !== undefined) rmSync(own, { recursive: true, force: true })
    }
  }
}

/** How often texts of a workspace's library refer to a clause; of a plain folder nothing is linked. */
async function citationsIn(context: Context, workspace: Workspace): Promise<NonNullable<SearcherOptions['cited']>> {
  if (workspace.file === undefined) return () => 0
  const reading = progressLine(context, { zh: '正在读取文库', en: 'reading the library' })
  await workspace.library(reading.update)
  reading.clear()
  const linking = progressLine(context, { zh: '正在核对引用', en: 'linking' })
  const documents = await workspace.links(linking.update)
  linking.clear()
  return citedBy(countCitations(documents))
}

async function placeOf({ library, config }: SearchPlace): Promise<Workspace> {
  if (library === undefined) {
    const file = config ?? findConfig(join(process.cwd(), configName))
    if (file === undefined) {
      throw new InputError('usage', {
        reason: { zh: '没有说在哪里查找：这里没有 tiaoli.config.json。', en: 'there is no tiaoli.config.json here.' },
        cure: {
          zh: '请用 --library 指定存放法规文本的文件夹。',
          en: 'name the folder that holds the texts with --library.'
        }
      })
    }
    return openWorkspace(join(process.cwd(), configName), resolve(file))
  }
  const stat = statOf(library)
  if (!stat?.isDirectory()) {
    throw new InputError(stat === undefined ? 'missing' : 'not-a-folder', {
      file: library,
      reason:
        stat === undefined
          ? { zh: '找不到这个文件夹。', en: 'there is no such folder.' }
          : { zh: '这不是文件夹。', en: 'this is no folder.' },
      cure: { zh: '请写存放法规文本的文件夹。', en: 'name the folder that holds the texts.' }
    })
  }
  const own = join(library, configName)
  if (statOf(own)?.isFile()) return openWorkspace(own, own)
  const base = defaultConfig(library)
  return workspaceOf({ ...base, config: { ...base.config, instruments: ['.'] } })
}

async function filesOf(workspace: Workspace): Promise<string[]> {
  const { config, folder, file } = workspace
  const places = [...config.drafts, ...config.instruments]
  const { files, problems } = await expandPlaces(folder, places, {
    extensions: textExtensions,
    exclude: config.exclude,
    ...(file !== undefined && { blame: file })
  })
  workspace.problems.push(...problems)
  if (files.length > 0) return files
  throw new InputError('no-match', {
    file: folder,
    reason: { zh: '这里没有可以查找的法规文本（.md、.txt）。', en: 'there are no texts here (.md, .txt).' },
    cure: { zh: '请写存放法规文本的文件夹。', en: 'name the folder that holds the texts.' }
  })
}

/** What registers know of instruments beside their texts: short names, kinds, whether they are in force. */
async function registerFacts({ config, folder }: Workspace): Promise<Library> {
  const { files } = await expandPlaces(folder, config.registers, {
    extensions: ['yaml', 'yml'],
    exclude: config.exclude
  })
  const own = await Promise.all(files.map(loadRegister))
  return createLibrary([...own.flat(), ...(config.shippedRegisters ? await loadShippedRegisters() : [])])
}

function sourceOf(file: string, folder: string, facts: Library, problems: InputError[]): IndexSource {
  const id = relative(folder, file).split(sep).join('/')
  const stat = statOf(file)
  const settled = stat !== undefined && Date.now() - stat.mtimeMs > settledAfter
  return {
    id,
    stamp: settled ? `${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}` : '',
    read: async () => {
      try {
        const document = await readDocument(file)
        const instrument = instrumentOfDocument(document)
        const text = indexedText(id, instrument, instrument.versions[0]!)
        return { text: withFacts(text, facts), clauses: clauseDocuments(document.tree, id) }
      } catch (error) {
        if (!(error instanceof InputError)) throw error
        problems.push(error)
        return undefined
      }
    }
  }
}

function withFacts(text: IndexedText, facts: Library): IndexedText {
  const { instruments } = facts.find(text.title)
  const [known] = instruments
  if (known === undefined || instruments.length > 1) return text
  const shortNames = [...new Set([...(text.shortNames ?? []), ...known.shortNames])]
  return {
    ...text,
    ...(shortNames.length > 0 && { shortNames }),
    ...(text.kind === undefined && known.kind !== undefined && { kind: known.kind }),
    ...(known.status !== undefined && { status: known.status })
  }
}
