import { existsSync, readdirSync } from 'node:fs'
import { dirname, extname, isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { hasErrors, parseBrief } from '@tiaoli/brief'
import type { WorkspaceBrief } from '@tiaoli/language-service'
import type { Library } from '@tiaoli/library'
import { createLibrary } from '@tiaoli/library'
import type { LintConfig } from '@tiaoli/lint'
import type { Workspace } from '@tiaoli/workspace'
import {
  configName,
  defaultConfig,
  expandPlaces,
  findConfig,
  formatInputError,
  InputError,
  loadConfig,
  loadShippedRegisters,
  readText,
  textExtensions,
  workspaceOf
} from '@tiaoli/workspace'
import type { ServerHost, Settings, Surroundings } from './host.js'

/** Without a configuration only this many files beside a draft are taken for drafts. */
const mostNeighbours = 200

/** The host of a server that has files. */
export function nodeHost(): ServerHost {
  const workspaces = new Map<string, Promise<Workspace>>()
  const stale = new Set<string>()
  /** Files of drafts by workspace: what changes there does not touch the library. */
  const draftFiles = new Map<string, ReadonlySet<string>>()
  const texts = new Map<string, string | undefined>()
  let folders: string[] = []
  let shipped: Promise<Library> | undefined
  return { firstLibrary, surroundings, normal, uriOf, text, configs, changed, setFolders }

  function firstLibrary(): Promise<Library> {
    shipped ??= loadShippedRegisters().then(createLibrary)
    return shipped
  }

  async function surroundings(
    uri: string,
    settings: Settings,
    progress: (done: number, total: number) => void,
    early: (found: Surroundings) => void
  ): Promise<Surroundings> {
    const file = pathOf(uri)
    if (file === undefined) return bare(uri)
    const problems: string[] = []
    const configFile = findConfig(file)
    const name = configFile ?? dirname(file)
    const workspace = await open(name, configFile, file, problems)
    const { config, folder } = workspace
    const instruments = config.instruments.length === 0 ? [] : await expand(folder, config.instruments, config.exclude)
    const own = new Set(instruments.map((path) => pathToFileURL(path).href))
    const around = (library: Library, complete: boolean, drafts: Surroundings['drafts']): Surroundings => ({
      name,
      library,
      complete,
      lint: { ...(config as { preset?: LintConfig['preset'] } & Pick<LintConfig, 'rules' | 'dictionary'>) },
      brief: undefined,
      drafts,
      isInstrument: (other) => own.has(normal(other)),
      problems
    })
    early(around(await firstLibrary(), false, new Map()))
    // A refresh reads only what changed, and gives the same library where nothing did.
    const again = stale.delete(name)
    let library: Library
    try {
      library = await (again ? workspace.refresh(progress) : workspace.library(progress))
    } catch (error) {
      problems.push(wordsOf(error))
      library = await firstLibrary()
    }
    const drafts = await draftsOf(workspace, configFile === undefined ? dirname(file) : undefined)
    draftFiles.set(name, new Set(drafts.keys()))
    for (const problem of workspace.problems.splice(0)) problems.push(wordsOf(problem))
    return {
      ...around(library, true, drafts),
      brief: readBrief(settings, [folder, dirname(file), ...folders], problems)
    }
  }

  function open(name: string, configFile: string | undefined, file: string, problems: string[]): Promise<Workspace> {
    let workspace = workspaces.get(name)
    if (workspace === undefined) {
      workspace = load(configFile, file, problems)
      workspaces.set(name, workspace)
    }
    return workspace
  }

  /** A configuration that cannot be read is told, and the draft gets what it would have without one. */
  async function load(configFile: string | undefined, file: string, problems: string[]): Promise<Workspace> {
    if (configFile === undefined) return workspaceOf(defaultConfig(dirname(file)))
    try {
      return workspaceOf(await loadConfig(configFile))
    } catch (error) {
      problems.push(wordsOf(error))
      return workspaceOf(defaultConfig(dirname(configFile)))
    }
  }

  function uriOf(file: string): string | undefined {
    return isAbsolute(file) && existsSync(file) ? pathToFileURL(file).href : undefined
  }

  function text(uri: string): string | undefined {
    if (!texts.has(uri)) texts.set(uri, readQuietly(pathOf(uri)))
    return texts.get(uri)
  }

  function configs(): { uri: string; text: string }[] {
    return [...workspaces.keys()].flatMap((file) => {
      const text = file.endsWith(configName) ? readQuietly(file) : undefined
      return text === undefined ? [] : [{ uri: pathToFileURL(file).href, text }]
    })
  }

  function changed(uris: readonly string[]): void {
    for (const uri of uris) {
      texts.delete(uri)
      texts.delete(normal(uri))
      const file = pathOf(uri)
      if (file === undefined) continue
      if (file.endsWith(configName)) workspaces.clear()
      for (const name of workspaces.keys()) if (!draftFiles.get(name)?.has(normal(uri))) stale.add(name)
    }
  }

  function setFolders(uris: readonly string[]): void {
    folders = uris.flatMap((uri) => pathOf(uri) ?? [])
  }

  async function bare(uri: string): Promise<Surroundings> {
    return {
      name: uri,
      library: await firstLibrary(),
      complete: true,
      lint: {},
      brief: undefined,
      drafts: new Map(),
      isInstrument: () => false,
      problems: []
    }
  }
}

/** One spelling for the URIs of a file: editors encode more or fewer characters of its name. */
function normal(uri: string): string {
  const path = pathOf(uri)
  return path === undefined ? uri : pathToFileURL(path).href
}

function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined
  try {
    return fileURLToPath(uri)
  } catch {
    return undefined
  }
}

async function draftsOf(workspace: Workspace, neighbours: string | undefined): Promise<Map<string, string>> {
  const files = neighbours === undefined ? await workspace.drafts() : textFilesIn(neighbours)
  const drafts = new Map<string, string>()
  for (const file of files) {
    const text = readQuietly(file)
    if (text !== undefined) drafts.set(pathToFileURL(file).href, text)
  }
  return drafts
}

function textFilesIn(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => textExtensions.includes(extname(name).slice(1)))
    return names.slice(0, mostNeighbours).map((name) => join(folder, name))
  } catch {
    return []
  }
}

async function expand(folder: string, places: string[], exclude: string[]): Promise<string[]> {
  const { files } = await expandPlaces(folder, places, { extensions: textExtensions, exclude })
  return files
}

/** The brief that the settings name, else the one file of a folder that is called a 任务书. */
function readBrief(settings: Settings, folders: readonly string[], problems: string[]): WorkspaceBrief | undefined {
  const file = settings.brief
    ? findFile(settings.brief, folders, problems)
    : folders.map(briefIn).find((found) => found !== undefined)
  if (file === undefined) return undefined
  try {
    const { value, messages } = parseBrief(readText(file).text)
    if (value !== undefined && !hasErrors(messages)) return { uri: pathToFileURL(file).href, brief: value }
    const [first] = messages
    problems.push(
      `起草任务书 ${file}：${first === undefined ? '无法读取' : `第 ${first.line ?? 1} 行：${first.reason}`}`
    )
  } catch (error) {
    problems.push(wordsOf(error))
  }
  return undefined
}

function findFile(named: string, folders: readonly string[], problems: string[]): string | undefined {
  const found = folders.map((folder) => resolve(folder, named)).find((file) => existsSync(file))
  if (found === undefined) problems.push(`设置 tiaoli.brief 指定的起草任务书“${named}”不存在。`)
  return found
}

function briefIn(folder: string): string | undefined {
  const named = textFilesIn(folder).filter((file) => file.includes('任务书'))
  return named.length === 1 ? named[0] : undefined
}

function readQuietly(file: string | undefined): string | undefined {
  if (file === undefined) return undefined
  try {
    return readText(file).text
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof InputError) return formatInputError(error, 'zh')
  return error instanceof Error ? error.message : String(error)
}
