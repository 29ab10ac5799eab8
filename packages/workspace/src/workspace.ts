import { resolve } from 'node:path'
import type { GraphDocument, Library } from '@tiaoli/library'
import { createLibrary } from '@tiaoli/library'
import type { LoadedConfig } from './config.js'
import { defaultConfig, findConfig, loadConfig } from './config.js'
import type { InputError } from './errors.js'
import { expandPlaces, textExtensions } from './files.js'
import { loadRegister, loadShippedRegisters } from './registers.js'
import { cacheFolderOf } from './store/cache-folder.js'
import type { DuplicateVersion, LibraryStore } from './store/library-store.js'

/** Told now and then how far a long read is. */
export type Progress = (done: number, total: number, file: string) => void

/** A folder of drafts and the library that their references point into. */
export interface Workspace extends LoadedConfig {
  /** What could not be read; the rest is there. Filled as things are read. */
  readonly problems: InputError[]
  /** Absolute paths of the drafts. */
  drafts(): Promise<string[]>
  /** The instruments of folders and registers, read once. */
  library(progress?: Progress): Promise<Library>
  /** The same after looking for texts and registers that are new, gone or changed; only those are read. */
  refresh(progress?: Progress): Promise<Library>
  /** The references of every text of the library. */
  links(progress?: Progress): Promise<GraphDocument[]>
  /** Texts of the library that claim to be one version of one instrument. */
  duplicates(): Promise<DuplicateVersion[]>
}

/** The workspace that a file belongs to: that of the nearest configuration above it, else the shipped registers alone. */
export async function openWorkspace(file: string, configFile = findConfig(file)): Promise<Workspace> {
  const loaded = configFile === undefined ? defaultConfig(resolve(file, '..')) : await loadConfig(configFile)
  return workspaceOf(loaded)
}

/** The workspace of a loaded configuration. */
export function workspaceOf(loaded: LoadedConfig): Workspace {
  const { config, folder, file } = loaded
  const problems: InputError[] = []
  let store: Promise<LibraryStore> | undefined
  let library: Promise<Library> | undefined
  const workspace: Workspace = {
    ...loaded,
    problems,
    drafts: () => expand(config.drafts, textExtensions),
    library: (progress) => {
      library ??= readLibrary(progress)
      return library
    },
    refresh: (progress) => {
      library = readLibrary(progress)
      return library
    },
    links: async (progress) => {
      await workspace.library(progress)
      if (store === undefined) return []
      const opened = await store
      const { documents } = await opened.links(progress)
      problems.push(...opened.takeProblems())
      return documents
    },
    duplicates: async () => {
      await workspace.library()
      return store === undefined ? [] : (await store).duplicates()
    }
  }
  return workspace

  async function expand(places: string[], extensions: string[]): Promise<string[]> {
    if (places.length === 0) return []
    const expanded = await expandPlaces(folder, places, {
      extensions,
      exclude: config.exclude,
      ...(file !== undefined && { blame: file })
    })
    problems.push(...expanded.problems)
    return expanded.files
  }

  async function readLibrary(progress: Progress | undefined): Promise<Library> {
    // A broken register is an error of whoever wrote it: without it, links would silently be fewer.
    const registers = await expand(config.registers, ['yaml', 'yml'])
    const texts = await expand(config.instruments, textExtensions)
    if (texts.length === 0 && store === undefined) {
      const own = await Promise.all(registers.map(loadRegister))
      return createLibrary([...own.flat(), ...(config.shippedRegisters ? await loadShippedRegisters() : [])])
    }
    store ??= openStore()
    const opened = await store
    const result = await opened.refresh({ texts, registers, shippedRegisters: config.shippedRegisters }, progress)
    problems.push(...opened.takeProblems())
    return result.library
  }

  async function openStore(): Promise<LibraryStore> {
    const { openLibraryStore } = await import('./store/library-store.js')
    // A folder that is only looked into stays as it is.
    return openLibraryStore(cacheFolderOf(folder, file !== undefined))
  }
}

/** Opens each workspace once, however many of its files are read. */
export function workspaceCache(configFile?: string): (file: string) => Promise<Workspace> {
  const known = new Map<string, Promise<Workspace>>()
  return (file) => {
    const config = configFile ?? findConfig(file)
    // Without a configuration the shipped registers serve every folder alike.
    const key = config ?? ''
    let workspace = known.get(key)
    if (workspace === undefined) {
      workspace = openWorkspace(file, config)
      known.set(key, workspace)
    }
    return workspace
  }
}
