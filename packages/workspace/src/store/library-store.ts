import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { GraphDocument, Instrument, Library } from '@tiaoli/library'
import { createLibrary, titleKey } from '@tiaoli/library'
import type { InputError } from '../errors.js'
import { shippedRegisters } from '../registers.js'
import { cacheDamaged } from './cache-problems.js'
import { engineName } from './engine.js'
import type { ArticleTexts } from './kept-text.js'
import { articleTexts, instrumentOfKept } from './kept-text.js'
import type { LibraryState } from './library-state.js'
import { registerInstruments } from './library-state.js'
import { LinkStore } from './link-store.js'
import type { StoredText, StoreProgress } from './text-store.js'
import { TextStore } from './text-store.js'

/** What a library is read from. */
export interface LibrarySources {
  /** Absolute paths of texts. */
  texts: readonly string[]
  /** Absolute paths of registers. */
  registers: readonly string[]
  shippedRegisters: boolean
}

/** Two texts that claim to be one version of one instrument. */
export interface DuplicateVersion {
  title: string
  date?: string
  files: string[]
}

/** What a refresh found. */
export interface Refreshed {
  library: Library
  /** Texts read in this refresh; the others were known. */
  read: number
  texts: number
}

/** A library on disk that stays open: read once, kept, and read again only where it changes. */
export interface LibraryStore {
  /** Reads what is new or has changed, and gives the library as it is now. */
  refresh(sources: LibrarySources, progress?: StoreProgress): Promise<Refreshed>
  /** The references of every text of the last refresh. */
  links(progress?: StoreProgress): Promise<{ documents: GraphDocument[]; linked: number }>
  /** Texts of the last refresh that claim to be one version of one instrument. */
  duplicates(): DuplicateVersion[]
  /** What went wrong since the last call; the rest is there. */
  takeProblems(): InputError[]
}

/** Opens the store that a folder keeps; without a folder nothing is kept. `threads` 0 does all work in this thread. */
export function openLibraryStore(cacheFolder: string | undefined, options: { threads?: number } = {}): LibraryStore {
  const folder = cacheFolder === undefined ? undefined : engineFolder(cacheFolder)
  const textStore = new TextStore(folder, options.threads)
  const linkStore = new LinkStore(folder, options.threads)
  const damaged = new Set<string>()
  let texts: StoredText[] = []
  let sources: LibrarySources = { texts: [], registers: [], shippedRegisters: false }
  let library: Library = createLibrary([])
  let registers: ReadRegisters | undefined
  let readAgain: ArticleTexts | undefined
  const instruments = new Map<string, { key: string; instrument: Instrument }>()
  return {
    refresh: async (wanted, progress) => {
      const parser = import('remark-regast')
      sources = wanted
      const result = await textStore.refresh(wanted.texts, progress)
      texts = result.texts
      readAgain ??= articleTexts((await parser).parseTree)
      registers = await currentRegisters(wanted, registers)
      const kept = texts.map(instrumentOf)
      library = createLibrary([...registers.own, ...kept, ...registers.shipped])
      return { library, read: result.read, texts: texts.length }
    },
    links: (progress) => linkStore.documents(texts, library, stateOf, progress),
    duplicates: () => duplicatesIn(texts),
    takeProblems: () => {
      const all = [...textStore.takeProblems(), ...linkStore.problems.splice(0)]
      if (damaged.size > 0 && folder !== undefined) all.push(cacheDamaged(folder, [...damaged]))
      damaged.clear()
      return all
    }
  }

  /** The same object for the same text, so that what was worked out for it stays. */
  function instrumentOf({ file, key, head, outline }: StoredText): Instrument {
    const known = instruments.get(file)
    if (known?.key === key) return known.instrument
    const instrument = instrumentOfKept(file, key, head, outline, readAgain!, (path) => {
      damaged.add(path)
      textStore.drop(key)
    })
    instruments.set(file, { key, instrument })
    return instrument
  }

  function stateOf(): LibraryState {
    return {
      texts: texts.map(({ file, key, head, outline }) => ({ file, key, head, outline: outline() })),
      registers: [...sources.registers],
      shippedRegisters: sources.shippedRegisters
    }
  }
}

/** Registers as they were last read. */
interface ReadRegisters {
  signature: string
  own: Instrument[]
  shipped: Instrument[]
}

/** The instruments of registers, read again only where one of the files has changed. */
async function currentRegisters(wanted: LibrarySources, known: ReadRegisters | undefined): Promise<ReadRegisters> {
  const files = [...wanted.registers, ...(wanted.shippedRegisters ? shippedRegisters() : [])]
  const signature = files
    .map((file) => {
      const stat = statSync(file, { throwIfNoEntry: false })
      return `${file} ${stat?.size} ${stat?.mtimeMs}`
    })
    .join('\n')
  if (known?.signature === signature) return known
  return { signature, ...(await registerInstruments(wanted.registers, wanted.shippedRegisters)) }
}

/** The folder of what this version of the code kept; those of other versions go when there are many. */
function engineFolder(cache: string): string | undefined {
  const folder = join(cache, engineName())
  try {
    mkdirSync(folder, { recursive: true })
    removeOld(cache, folder)
    return folder
  } catch {
    return undefined
  }
}

const keptEngines = 3

function removeOld(cache: string, own: string): void {
  const others = readdirSync(cache)
    .map((name) => join(cache, name))
    .filter((path) => path !== own && /[0-9a-f]{16}$/.test(path))
    .map((path) => ({ path, time: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((left, right) => right.time - left.time)
  for (const { path } of others.slice(keptEngines - 1)) rmSync(path, { recursive: true, force: true })
}

/** Whole texts of one title and day; parts of one long law share both and are no duplicates. */
function duplicatesIn(texts: readonly StoredText[]): DuplicateVersion[] {
  const groups = new Map<string, StoredText[]>()
  for (const text of texts) {
    const key = `${titleKey(text.head.title)}@${text.head.version.date ?? ''}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [text])
    else group.push(text)
  }
  return [...groups.values()]
    .map((group) => group.filter(({ head }) => !head.partial))
    .filter((group) => group.length > 1)
    .map((group) => {
      const { title, version } = group[0]!.head
      return { title, ...(version.date !== undefined && { date: version.date }), files: group.map(({ file }) => file) }
    })
}
