import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const room = fileURLToPath(new URL('..', import.meta.url))
const packages = join(room, '..')
const client = join(room, 'dist/client')
const names = ['app.js', 'app.css']

/** Builds the program of the reading room where it is older than a source that it is made from. */
export function buildClient(): void {
  const built = names.map((name) => join(client, name))
  if (built.every((file) => existsSync(file)) && Math.min(...built.map(timeOf)) >= newest()) return
  // Beside its place and then moved there, so that tests that run at the same time see it whole.
  mkdirSync(dirname(client), { recursive: true })
  const temporary = mkdtempSync(join(dirname(client), 'client-'))
  try {
    const vite = join(dirname(createRequire(join(room, 'package.json')).resolve('vite/package.json')), 'bin/vite.js')
    const { status, stderr } = spawnSync(process.execPath, [vite, 'build', room, '--outDir', temporary], {
      encoding: 'utf8'
    })
    if (status !== 0) throw new Error(stderr)
    mkdirSync(client, { recursive: true })
    for (const name of names) renameSync(join(temporary, name), join(client, name))
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

/** When a source of the program, or of a package that is part of it, was last changed. */
function newest(): number {
  const parts = ['web', 'regast', 'citation', 'library', 'report', 'diff', 'brief', 'search']
  return Math.max(...parts.map((name) => newestIn(join(packages, name, 'src'))))
}

function newestIn(folder: string): number {
  let time = 0
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) time = Math.max(time, timeOf(join(entry.parentPath, entry.name)))
  }
  return time
}

function timeOf(file: string): number {
  return statSync(file).mtimeMs
}
