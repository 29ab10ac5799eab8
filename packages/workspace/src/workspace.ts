import { resolve } from 'node:path'
import type { Instrument, Library } from '@tiaoli/library'
import { createLibrary } from '@tiaoli/library'
import type { LoadedConfig } from './config.js'
import { defaultConfig, findConfig, loadConfig } from './config.js'
import { readDocument } from './document.js'
import { InputError } from './errors.js'
import { expandPlaces, textExtensions } from './files.js'
import { instrumentOfDocument } from './instrument-file.js'
import { loadRegister, loadShippedRegisters } from './registers.js'

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
  let library: Promise<Library> | undefined
  return {
    ...loaded,
    problems,
    drafts: () => expand(config.drafts, textExtensions),
    library: (progress) => {
      library ??= readLibrary(progress)
      return library
    }
  }

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
    const instruments: Instrument[] = []
    // A broken register is an error of whoever wrote it: without it, links would silently be fewer.
    for (const register of await expand(config.registers, ['yaml', 'yml']))
      instruments.push(...(await loadRegister(register)))
    const texts = await expand(config.instruments, textExtensions)
    for (const [index, text] of texts.entries()) {
      progress?.(index, texts.length, text)
      try {
        instruments.push(instrumentOfDocument(await readDocument(text)))
      } catch (error) {
        if (!(error instanceof InputError)) throw error
        problems.push(error)
      }
    }
    progress?.(texts.length, texts.length, '')
    if (config.shippedRegisters) instruments.push(...(await loadShippedRegisters()))
    return createLibrary(instruments)
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
