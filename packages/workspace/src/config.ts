import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { InputError } from './errors.js'
import { readText } from './read-text.js'

/** Name of the file that describes a workspace. */
export const configName = 'tiaoli.config.json'

/** What `tiaoli.config.json` says; paths are relative to its folder. */
export interface Config {
  /** Folders, files or globs of drafts. */
  drafts: string[]
  /** Folders, files or globs of the texts of instruments. */
  instruments: string[]
  /** Folders, files or globs of registers. */
  registers: string[]
  /** Whether the registers that ship with tiaoli are used too. */
  shippedRegisters: boolean
  /** Globs of what is not read. */
  exclude: string[]
  /** The kind that drafts are checked as, whatever their front matter says. */
  preset?: string
  /** How the drafting rules are set, by id. */
  rules?: Record<string, unknown>
  /** Terms of the house. */
  dictionary?: object
}

/** A configuration and the folder that it is about. */
export interface LoadedConfig {
  /** Path of the file; `undefined` where there is none and the defaults hold. */
  file: string | undefined
  folder: string
  config: Config
}

const defaults: Config = { drafts: [], instruments: [], registers: [], shippedRegisters: true, exclude: [] }

/** The nearest `tiaoli.config.json` in the folder of a file or above it. */
export function findConfig(file: string): string | undefined {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    const candidate = join(folder, configName)
    if (existsSync(candidate)) return candidate
    if (folder === dirname(folder)) return undefined
  }
}

/** The configuration that holds without a file: the shipped registers alone. */
export function defaultConfig(folder: string): LoadedConfig {
  return { file: undefined, folder: resolve(folder), config: defaults }
}

/** Reads and checks a `tiaoli.config.json`; throws an `InputError` with file, line, key and cure. */
export async function loadConfig(file: string): Promise<LoadedConfig> {
  const { text } = readText(file)
  const value = parseJson(file, text)
  const { assertSchema } = await import('./schema-check.js')
  await assertSchema(file, text, value, configSchema())
  return { file, folder: dirname(resolve(file)), config: { ...defaults, ...(value as Partial<Config>) } }
}

let schema: object | undefined

/** The JSON schema of `tiaoli.config.json`. */
export function configSchema(): object {
  schema ??= JSON.parse(readFileSync(new URL('../schema/tiaoli.config.schema.json', import.meta.url), 'utf8')) as object
  return schema
}

function parseJson(file: string, text: string): unknown {
  const json = text.replace(/^\uFEFF/, '')
  try {
    return JSON.parse(json)
  } catch (error) {
    const offset = Number(/position (\d+)/.exec(String(error))?.[1] ?? json.trimEnd().length)
    const before = json.slice(0, offset).split('\n')
    throw new InputError('syntax', {
      file,
      place: { line: before.length, column: before.at(-1)!.length + 1 },
      cause: error,
      reason: { zh: '不是合法的 JSON。', en: 'not valid JSON.' },
      cure: jsonCure(json, offset)
    })
  }
}

/** Guesses at the usual slips in front of the place where JSON broke. */
function jsonCure(json: string, offset: number) {
  const near = json.slice(Math.max(0, offset - 20), offset + 2)
  if (/[“”‘’，：]/.test(near)) {
    return {
      zh: '这一处附近有中文标点：引号、逗号和冒号要用英文的 " , :。',
      en: 'there is Chinese punctuation near: quotes, commas and colons have to be " , :.'
    }
  }
  if (/,\s*[}\]]?$/.test(json.slice(0, offset + 1))) {
    return { zh: '最后一项后面多了一个逗号，请删去。', en: 'remove the comma after the last item.' }
  }
  return {
    zh: '请检查这一处前后：项与项之间要有逗号，文字要用英文双引号括起来，括号要成对。',
    en: 'check around this place: commas between items, double quotes around text, brackets in pairs.'
  }
}
