import { existsSync } from 'node:fs'
import { dirname, isAbsolute } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Library } from '@tiaoli/library'
import { createLibrary } from '@tiaoli/library'
import type { LintConfig } from '@tiaoli/lint'
import type { Workspace } from '@tiaoli/workspace'
import { expandPlaces, findConfig, loadShippedRegisters, textExtensions } from '@tiaoli/workspace'
import { readBrief } from './brief-file.js'
import type { ServerHost, Settings, Surroundings } from './host.js'
import { normal, pathOf, readQuietly, textFilesIn, wordsOf } from './node-files.js'
import { OpenWorkspaces } from './open-workspaces.js'

/** The host of a server that has files. */
export function nodeHost(): ServerHost {
  const workspaces = new OpenWorkspaces()
  const texts = new Map<string, string | undefined>()
  let folders: string[] = []
  let shipped: Promise<Library> | undefined
  return { firstLibrary, surroundings, normal, uriOf, text, configs: () => workspaces.configs(), changed, setFolders }

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
    if (file === undefined) return withoutFolder(uri, await firstLibrary())
    const problems: string[] = []
    const configFile = findConfig(file)
    const name = configFile ?? dirname(file)
    const workspace = await workspaces.open(name, configFile, file, problems)
    const found = { name, problems, ...(await configured(workspace)) }
    early({ ...found, library: await firstLibrary(), complete: false, brief: undefined, drafts: new Map() })
    let library: Library
    try {
      library = await workspaces.libraryOf(name, workspace, progress)
    } catch (error) {
      problems.push(wordsOf(error))
      library = await firstLibrary()
    }
    const drafts = await draftsOf(workspace, configFile === undefined ? dirname(file) : undefined)
    workspaces.setDrafts(name, drafts.keys())
    for (const problem of workspace.problems.splice(0)) problems.push(wordsOf(problem))
    const brief = readBrief(settings.brief, [workspace.folder, dirname(file), ...folders], problems)
    return { ...found, library, complete: true, brief, drafts }
  }

  function uriOf(file: string): string | undefined {
    return isAbsolute(file) && existsSync(file) ? pathToFileURL(file).href : undefined
  }

  function text(uri: string): string | undefined {
    if (!texts.has(uri)) texts.set(uri, readQuietly(pathOf(uri)))
    return texts.get(uri)
  }

  function changed(uris: readonly string[]): void {
    for (const uri of uris) {
      texts.delete(uri)
      texts.delete(normal(uri))
      workspaces.changed(uri)
    }
  }

  function setFolders(uris: readonly string[]): void {
    folders = uris.flatMap((uri) => pathOf(uri) ?? [])
  }
}

/** What lies around a draft that is no file. */
function withoutFolder(name: string, library: Library): Surroundings {
  return {
    name,
    library,
    complete: true,
    lint: {},
    brief: undefined,
    drafts: new Map(),
    isInstrument: () => false,
    problems: []
  }
}

/** What the configuration of a workspace says about its files and rules. */
async function configured({ config, folder }: Workspace): Promise<Pick<Surroundings, 'lint' | 'isInstrument'>> {
  const places = { extensions: textExtensions, exclude: config.exclude }
  const { files } =
    config.instruments.length === 0 ? { files: [] } : await expandPlaces(folder, config.instruments, places)
  const own = new Set(files.map((path) => pathToFileURL(path).href))
  return {
    lint: { ...(config as { preset?: LintConfig['preset'] } & Pick<LintConfig, 'rules' | 'dictionary'>) },
    isInstrument: (uri) => own.has(normal(uri))
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
