import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Library } from '@tiaoli/library'
import type { Workspace } from '@tiaoli/workspace'
import { configName, defaultConfig, loadConfig, workspaceOf } from '@tiaoli/workspace'
import { normal, pathOf, readQuietly, wordsOf } from './node-files.js'

/** The workspaces that drafts of a server were found in, each named by its configuration or its folder. */
export class OpenWorkspaces {
  private readonly workspaces = new Map<string, Promise<Workspace>>()
  private readonly stale = new Set<string>()
  /** Files of drafts by workspace: what changes there does not touch the library. */
  private readonly draftFiles = new Map<string, ReadonlySet<string>>()

  /** The workspace of a name, opened where it is not yet. */
  open(name: string, configFile: string | undefined, file: string, problems: string[]): Promise<Workspace> {
    let workspace = this.workspaces.get(name)
    if (workspace === undefined) {
      workspace = load(configFile, file, problems)
      this.workspaces.set(name, workspace)
    }
    return workspace
  }

  /** Its library. A refresh reads only what changed, and gives the same library where nothing did. */
  libraryOf(name: string, workspace: Workspace, progress: (done: number, total: number) => void): Promise<Library> {
    return this.stale.delete(name) ? workspace.refresh(progress) : workspace.library(progress)
  }

  /** Says which files are drafts of a workspace. */
  setDrafts(name: string, uris: Iterable<string>): void {
    this.draftFiles.set(name, new Set(uris))
  }

  /** The configurations that were read. */
  configs(): { uri: string; text: string }[] {
    return [...this.workspaces.keys()].flatMap((file) => {
      const text = file.endsWith(configName) ? readQuietly(file) : undefined
      return text === undefined ? [] : [{ uri: pathToFileURL(file).href, text }]
    })
  }

  /** Forgets what depends on a file that changed. */
  changed(uri: string): void {
    const file = pathOf(uri)
    if (file === undefined) return
    if (file.endsWith(configName)) this.workspaces.clear()
    for (const name of this.workspaces.keys()) if (!this.draftFiles.get(name)?.has(normal(uri))) this.stale.add(name)
  }
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
