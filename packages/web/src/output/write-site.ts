import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { InputError, writeFileAtomic } from '@tiaoli/workspace'
import type { Site } from '../prepare/site.js'
import { readClientFiles } from './client-files.js'
import { dataScript } from './data-script.js'
import { indexPage } from './page.js'

/** What was written: files, and characters of all of them. */
export interface WrittenSite {
  files: number
  characters: number
}

/** Told now and then how many files of how many are written. */
export type WriteProgress = (done: number, total: number) => void

/** Names the data files of a site, so that a later build may take away what it no longer needs, and nothing else. */
const manifestName = 'tiaoli-site.json'
const dataName = /^[a-z]+(?:-\d+)*\.js$/

/**
 * Writes a site into a folder that is new, empty, or holds an older site; another folder is refused with an
 * `InputError`, since somebody's files could be lost in it.
 */
export async function writeSite(site: Site, folder: string, progress?: WriteProgress): Promise<WrittenSite> {
  const client = readClientFiles()
  const target = resolve(folder)
  const older = claimFolder(target)
  let characters = 0
  const written = new Set<string>()
  const keys = ['site', ...(await site.keys())]
  // The page comes last: until everything it loads is there, it stays the old one.
  mkdirSync(join(target, 'data'), { recursive: true })
  for (const [index, key] of keys.entries()) {
    write(`data/${key}.js`, dataScript(key, await site.data(key)))
    progress?.(index + 1, keys.length)
  }
  write('app.js', client.script)
  write('app.css', client.style)
  write(manifestName, `${JSON.stringify({ generator: 'tiaoli', data: keys.map((key) => `${key}.js`) }, null, 1)}\n`)
  write('index.html', indexPage(site.index.name, false))
  for (const name of older) if (!written.has(`data/${name}`)) rmSync(join(target, 'data', name), { force: true })
  return { files: written.size, characters }

  function write(name: string, content: string): void {
    characters += content.length
    written.add(name)
    const file = join(target, name)
    // A file that already says this need not be written again: most data of a second build are the same.
    if (existsSync(file) && readFileSync(file, 'utf8') === content) return
    writeFileAtomic(file, content)
  }
}

/** Data files of the site that a folder holds already. */
function claimFolder(folder: string): string[] {
  try {
    mkdirSync(folder, { recursive: true })
    const names = readdirSync(folder)
    if (names.length === 0) {
      // Claimed at once, so that a build that was interrupted can be run again.
      writeFileSync(join(folder, manifestName), '{"generator":"tiaoli","data":[]}\n')
      return []
    }
    if (names.includes(manifestName)) return dataOf(readFileSync(join(folder, manifestName), 'utf8'))
  } catch (error) {
    throw new InputError('unwritable', {
      file: folder,
      cause: error,
      reason: /^(?:EACCES|EPERM|EROFS)\b/.test(error instanceof Error ? error.message : '')
        ? { zh: '没有写入这里的权限。', en: 'no permission to write here.' }
        : { zh: '这个位置不能写成文件夹。', en: 'this place cannot be written as a folder.' },
      cure: { zh: '请换一个位置（--out）。', en: 'choose another place (--out).' }
    })
  }
  throw new InputError('usage', {
    file: folder,
    reason: {
      zh: '这个文件夹里已有别的文件，没有写入任何内容。',
      en: 'the folder holds other files; nothing was written.'
    },
    cure: { zh: '请指定一个新的或者空的文件夹。', en: 'name a new or an empty folder.' }
  })
}

function dataOf(manifest: string): string[] {
  try {
    const { data } = JSON.parse(manifest) as { data?: unknown }
    return Array.isArray(data)
      ? data.filter((name): name is string => typeof name === 'string' && dataName.test(name))
      : []
  } catch {
    return []
  }
}
