import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Raised by hand where the shape of what is kept changes. */
const format = 2

/** The name that a bundle is given when it is made, for the files beside it tell nothing. */
declare const TIAOLI_ENGINE: string | undefined

let known: string | undefined

/**
 * A name for the code that reads texts: what one version of it kept is not used by another. Made of the files of the
 * packages that take part, so that it changes with every build that differs.
 */
export function engineName(): string {
  known ??= fingerprint()
  return known
}

function fingerprint(): string {
  const hash = createHash('sha256').update(`${format} ${process.version.split('.')[0]}`)
  const here = fileURLToPath(import.meta.url)
  if (typeof TIAOLI_ENGINE === 'string') hash.update(TIAOLI_ENGINE)
  // Any other bundle is one file with everything in it, and what lies beside it is none of its business.
  else if (basename(dirname(here)) === 'store')
    for (const folder of codeFolders(dirname(dirname(here)))) addFolder(folder)
  else addFile(here)
  return hash.digest('hex').slice(0, 16)

  function addFolder(folder: string): void {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((left, right) =>
      left.name < right.name ? -1 : 1
    )
    for (const entry of entries) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) addFolder(path)
      else if (/(?<!\.d)\.(?:js|ts)$/.test(entry.name)) addFile(path)
    }
  }

  function addFile(path: string): void {
    const { size, mtimeMs } = statSync(path)
    hash.update(`${basename(path)} ${size} ${mtimeMs}\n`)
  }
}

/** Folders with the code of this package and of those that it reads texts with, beside it in the project or installed. */
function codeFolders(own: string): string[] {
  const folders = [own]
  for (const name of ['regast', 'remark-regast', '@tiaoli/citation', '@tiaoli/library']) {
    const folder = packageFolder(name, own)
    if (folder !== undefined) folders.push(folder)
  }
  return folders
}

/** The folder of a package's code: `dist`, or `src` where this runs from sources. */
function packageFolder(name: string, own: string): string | undefined {
  const package_ = dirname(own)
  const code = own.slice(package_.length + 1)
  const beside = join(package_, '..', name.replace('@tiaoli/', ''))
  if (isPackage(beside, name)) return existing(join(beside, code))
  for (let folder = package_; ; folder = dirname(folder)) {
    const installed = join(folder, 'node_modules', name)
    if (isPackage(installed, name)) return existing(join(installed, code)) ?? existing(join(installed, 'dist'))
    if (folder === dirname(folder)) return undefined
  }
}

function isPackage(folder: string, name: string): boolean {
  try {
    return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string }).name === name
  } catch {
    return false
  }
}

function existing(folder: string): string | undefined {
  return existsSync(folder) ? folder : undefined
}
