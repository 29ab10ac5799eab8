import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './cli/tiaoli.js'

interface Manifest {
  name: string
  private?: boolean
  scripts?: Record<string, string>
  dependencies?: Record<string, string>
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Manifest
const folders = readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name))
const published = folders.filter((folder) => read(join(folder, 'package.json')).private !== true)
const outside = (manifest: Manifest) =>
  Object.entries(manifest.dependencies ?? {}).filter(([, range]) => !range.startsWith('workspace:'))

describe('dependencies', () => {
  it('are each named in docs/dependencies.md with a reason, and no others are', () => {
    const page = readFileSync(join(root, 'docs/dependencies.md'), 'utf8')
    const rows = page.split('\n').filter((line) => line.startsWith('| `'))
    const named = rows.flatMap((row) => [...row.split('|')[1]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!))
    const needed = published.flatMap((folder) => outside(read(join(folder, 'package.json'))).map(([name]) => name))
    expect(named.sort()).toEqual([...new Set(needed)].sort())
    for (const row of rows) expect(row.split('|')[3]!.trim()).not.toBe('')
  })

  it('are pinned', () => {
    const ranges = [root, ...folders].flatMap((folder) => outside(read(join(folder, 'package.json'))))
    expect(ranges.filter(([, range]) => !/^\d+\.\d+\.\d+$/.test(range))).toEqual([])
  })

  it('run nothing when they are installed, all the way down', () => {
    const seen = new Set<string>()
    const running: string[] = []
    const visit = (folder: string) => {
      const manifest = read(join(folder, 'package.json'))
      for (const [name] of outside(manifest)) {
        const found = packageFolder(name, folder)
        if (found === undefined || seen.has(found)) continue
        seen.add(found)
        const { scripts = {} } = read(join(found, 'package.json'))
        const run = ['preinstall', 'install', 'postinstall'].filter((script) => scripts[script] !== undefined)
        if (run.length > 0 || existsSync(join(found, 'binding.gyp'))) running.push(name)
        visit(found)
      }
    }
    for (const folder of published) visit(folder)
    expect(seen.size).toBeGreaterThan(100)
    expect(running).toEqual([])
  })
})

/** Where a package is installed for another; `undefined` for what belongs to another system. */
function packageFolder(name: string, from: string): string | undefined {
  const paths = createRequire(join(from, 'package.json')).resolve.paths(name) ?? []
  const folder = paths.map((path) => join(path, name)).find((path) => existsSync(join(path, 'package.json')))
  return folder === undefined ? undefined : realpathSync(folder)
}
