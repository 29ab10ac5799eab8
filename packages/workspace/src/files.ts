import type { Dirent, Stats } from 'node:fs'
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { InputError } from './errors.js'

/** File endings that are read as the text of a regulation. */
export const textExtensions = ['md', 'markdown', 'txt']

/** What stands at a path; `undefined` where nothing does that can be looked at, be it that a part of the path is a file. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

/** What places lead to: absolute paths in order, and places that lead nowhere. */
export interface ExpandedPlaces {
  files: string[]
  problems: InputError[]
}

/**
 * The files that folders, files and globs (relative to `folder`) name; of a folder those with one of the
 * extensions, at any depth.
 */
export async function expandPlaces(
  folder: string,
  places: string[],
  options: { extensions: string[]; exclude?: string[]; blame?: string }
): Promise<ExpandedPlaces> {
  const found = new Set<string>()
  const problems: InputError[] = []
  for (const place of places) {
    const files = await expandPlace(folder, place, options)
    for (const file of files) found.add(file)
    if (files.length === 0 && !existsSync(resolve(folder, place))) problems.push(nothingThere(place, options.blame))
  }
  return { files: [...found].sort(), problems }
}

async function expandPlace(
  folder: string,
  place: string,
  { extensions, exclude = [] }: { extensions: string[]; exclude?: string[] }
): Promise<string[]> {
  const path = resolve(folder, place)
  const stat = statOf(path)
  if (stat?.isFile()) return [path]
  if (stat === undefined && !isGlob(place)) return []
  if (stat?.isDirectory() && exclude.length === 0) return filesBelow(path, extensions)
  const { glob } = await import('tinyglobby')
  const files = await glob(stat?.isDirectory() ? extensions.map((extension) => `**/*.${extension}`) : [place], {
    cwd: stat?.isDirectory() ? path : folder,
    ignore: ['**/node_modules/**', ...exclude],
    expandDirectories: false
  })
  return files.map((file) => join(stat?.isDirectory() ? path : folder, file))
}

/** Files at any depth with one of the extensions, as the glob `**` finds them: nothing hidden, links followed. */
function filesBelow(folder: string, extensions: string[]): string[] {
  const endings = extensions.map((extension) => `.${extension}`)
  const files: string[] = []
  collect(folder, [realpathSync(folder)])
  return files

  /** `above` are the real paths of the folder and of those around it, the folder's last. */
  function collect(path: string, above: string[]): void {
    for (const entry of entriesOf(path)) {
      const { name } = entry
      if (name.startsWith('.') || name === 'node_modules') continue
      const file = join(path, name)
      const kind = entry.isSymbolicLink() ? statOf(file) : entry
      if (kind?.isDirectory()) {
        const real = entry.isSymbolicLink() ? realpathSync(file) : join(above.at(-1)!, name)
        // A link to a folder around it would never end.
        if (!above.includes(real)) collect(file, [...above, real])
      } else if (kind?.isFile() && endings.some((ending) => name.endsWith(ending) && name !== ending)) files.push(file)
    }
  }
}

/** What is in a folder; nothing where it cannot be read. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

/** Whether a path has a character that globs give a meaning to. */
export function isGlob(place: string): boolean {
  return /[*?{}[\]]/.test(place)
}

function nothingThere(place: string, blame: string | undefined): InputError {
  return new InputError('no-match', {
    ...(blame !== undefined && { file: blame }),
    reason: { zh: `“${place}”没有对应的文件或文件夹。`, en: `“${place}” leads to no file or folder.` },
    cure:
      blame === undefined
        ? { zh: '请检查路径；名称里有空格时，要用引号括起来。', en: 'check the path; quote names with spaces.' }
        : {
            zh: '请检查路径；路径相对于配置文件所在的文件夹。',
            en: 'check the path; it is relative to the folder of the configuration.'
          }
  })
}
