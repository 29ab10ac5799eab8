import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { SiteSources } from '@tiaoli/web'
import type { Workspace } from '@tiaoli/workspace'
import {
  configName,
  expandPlaces,
  findConfig,
  InputError,
  openWorkspace,
  readText,
  statOf,
  textExtensions
} from '@tiaoli/workspace'
import type { Command } from 'commander'
import type { Context } from './context.js'
import { progressLine } from './progress.js'

/** The options of the commands that show drafts in a browser. */
export interface SiteOptions {
  brief?: string[]
  config?: string
}

/** Adds the places of drafts, `--brief` and `--config` to a command. */
export function withSiteOptions(command: Command, { say }: Context): Command {
  return command
    .argument(
      '[places...]',
      say({
        zh: '草案文件或文件夹；不写时用当前文件夹的工作区',
        en: 'drafts or folders; the workspace of this folder if none'
      })
    )
    .option(
      '--brief <file>',
      say({ zh: '起草任务书，可以写几次', en: 'drafting brief; may be given more than once' }),
      (file: string, before: string[] | undefined) => [...(before ?? []), file]
    )
    .option(
      '--config <file>',
      say({ zh: '指定配置文件，不再向上查找 tiaoli.config.json', en: 'use this tiaoli.config.json' })
    )
}

/** Where the pages come from: the places that were named, else the drafts of the workspace; its library is read. */
export async function siteSources(context: Context, places: string[], options: SiteOptions): Promise<SiteSources> {
  // A misspelt name should not have to wait for a library.
  for (const file of options.brief ?? []) readText(file)
  const sources = await sourcesOf(places, options)
  const progress = progressLine(context, { zh: '正在读取文库', en: 'reading the library' })
  await sources.workspace.library(progress.update)
  progress.clear()
  return sources
}

async function sourcesOf(places: string[], options: SiteOptions): Promise<SiteSources> {
  const briefs = (options.brief ?? []).map((file) => resolve(file))
  const [only] = places
  const home =
    places.length === 0 ? process.cwd() : only !== undefined && places.length === 1 ? resolve(only) : undefined
  const own = home === undefined || !isFolder(home) ? undefined : join(home, configName)
  if (own !== undefined && (places.length === 0 || existsSync(own))) {
    const workspace = await openWorkspace(own, options.config ?? findConfig(own))
    if (workspace.file === undefined) throw nothingNamed()
    return { workspace, folder: workspace.folder, drafts: () => workspace.drafts(), briefs }
  }
  const folder = home !== undefined && isFolder(home) ? home : process.cwd()
  const files = await filesOf(places)
  const workspace: Workspace = await openWorkspace(files[0] ?? join(folder, configName), options.config)
  return { workspace, folder, drafts: async () => (await expand(places)).files, briefs }
}

async function filesOf(places: string[]): Promise<string[]> {
  const { files, problems } = await expand(places)
  if (problems[0] !== undefined) throw problems[0]
  return files
}

function expand(places: string[]) {
  return expandPlaces(process.cwd(), places, { extensions: textExtensions })
}

function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false
}

function nothingNamed(): InputError {
  return new InputError('usage', {
    reason: {
      zh: '没有写出草案，这里也没有 tiaoli.config.json。',
      en: 'no drafts are named, and there is no tiaoli.config.json.'
    },
    cure: {
      zh: '写出草案所在的文件或文件夹：tiaoli serve 草案文件夹，或者 tiaoli build 草案文件夹 --out 阅览室。',
      en: 'name files or a folder: tiaoli serve drafts, or tiaoli build drafts --out site.'
    }
  })
}
