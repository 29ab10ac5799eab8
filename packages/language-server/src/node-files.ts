import { readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { formatInputError, InputError, readText, textExtensions } from '@tiaoli/workspace'

/** Without a configuration only this many files beside a draft are taken for drafts. */
const mostNeighbours = 200

/** The file that a URI names; `undefined` where it names none. */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined
  try {
    return fileURLToPath(uri)
  } catch {
    return undefined
  }
}

/** One spelling for the URIs of a file: editors encode more or fewer characters of its name. */
export function normal(uri: string): string {
  const path = pathOf(uri)
  return path === undefined ? uri : pathToFileURL(path).href
}

/** The texts in a folder, the first of very many. */
export function textFilesIn(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => textExtensions.includes(extname(name).slice(1)))
    return names.slice(0, mostNeighbours).map((name) => join(folder, name))
  } catch {
    return []
  }
}

/** The text of a file; `undefined` where it cannot be read. */
export function readQuietly(file: string | undefined): string | undefined {
  if (file === undefined) return undefined
  try {
    return readText(file).text
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
}

/** What went wrong, in words for the person at the keyboard. */
export function wordsOf(error: unknown): string {
  if (error instanceof InputError) return formatInputError(error, 'zh')
  return error instanceof Error ? error.message : String(error)
}
