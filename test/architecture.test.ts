import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './cli/tiaoli.js'

interface Manifest {
  name: string
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}

const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8')
const folders = readdirSync(join(root, 'packages'))
const rooms = folders.filter((name) => name !== 'test-utils')
const manifests = new Map(
  folders.map((folder) => [
    folder,
    JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8')) as Manifest
  ])
)
const folderOf = new Map([...manifests].map(([folder, { name }]) => [name, folder]))

/** Rooms that a room is built on; the extension bundles its own, so that they are no dependencies of the package. */
function builtOn(room: string): string[] {
  const { dependencies, devDependencies } = manifests.get(room)!
  const named = Object.keys({ ...dependencies, ...(room === 'vscode' && devDependencies) })
  return named.flatMap((name) => folderOf.get(name) ?? [])
}

/** Lines of the picture from the ground up, each with the rooms that are named left of the remarks. */
function floors(): string[][] {
  const picture = page.slice(page.indexOf('## The house'), page.indexOf('## Rooms'))
  return picture
    .split('\n')
    .filter((line) => line.startsWith('    '))
    .map((line) => (line.slice(0, 72).match(/[a-z]+(?:-[a-z]+)*/g) ?? []).filter((word) => rooms.includes(word)))
    .filter((names) => names.length > 0)
    .reverse()
}

describe('docs/architecture.md', () => {
  it('has every room once in the picture and in the table', () => {
    expect(floors().flat().sort()).toEqual([...rooms].sort())
    const rows = page.split('\n').filter((line) => line.startsWith('| `'))
    const named = rows.flatMap((row) => [...row.split('|')[1]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!))
    expect(named.filter((name) => !name.endsWith('/')).sort()).toEqual([...folders].sort())
  })

  it('is what the packages are built on: nothing calls a floor above its own', () => {
    const floor = new Map(floors().flatMap((names, level) => names.map((name) => [name, level] as const)))
    const calls = rooms.flatMap((room) => builtOn(room).map((other) => [room, other] as const))
    expect(calls.length).toBeGreaterThan(60)
    const upward = calls.filter(([room, other]) => other !== 'test-utils' && floor.get(other)! > floor.get(room)!)
    expect(upward).toEqual([])
  })

  it('has no circles, not on one floor either', () => {
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (room: string, path: string[]): void => {
      if (path.includes(room)) circles.push([...path, room].join(' → '))
      if (path.includes(room) || done.has(room)) return
      for (const other of builtOn(room)) visit(other, [...path, room])
      done.add(room)
    }
    for (const room of folders) visit(room, [])
    expect(circles).toEqual([])
  })
})

/** Files that a file needs to run, those among them that it loads when they are asked for; what only its types need is left out. */
function needs(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const stated = [...text.matchAll(/^(?:import|export) (?!type )([^'"]*?) from '(\.[^']+)'$/gm)]
  const loaded = [...text.matchAll(/\bimport\('(\.[^']+)'\)/g)]
  const names = [
    ...stated.filter(([, what]) => !/^\{(?:\s*type \w+,?)+\s*\}$/.test(what!)).map((match) => match[2]!),
    ...loaded.map((match) => match[1]!)
  ]
  return names.map((name) => posix.join(dirname(file), name.replace(/\.js$/, '')))
}

describe('the files of a package', () => {
  const list = execFileSync('git', ['ls-files', 'packages/*/src/*.ts', 'packages/*/src/*.tsx'], { cwd: root })
  const files = list
    .toString()
    .trim()
    .split('\n')
    .filter((file) => !file.endsWith('.d.ts'))
  const calls = new Map(files.map((file) => [file.replace(/\.tsx?$/, ''), needs(file)]))

  it('call each other in one direction: no file needs itself by way of others', () => {
    expect([...calls.values()].flat().length).toBeGreaterThan(1000)
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (file: string, path: string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
      if (path.includes(file) || done.has(file)) return
      for (const other of calls.get(file) ?? []) visit(other, [...path, file])
      done.add(file)
    }
    for (const file of calls.keys()) visit(file, [])
    expect(circles).toEqual([])
  })
})

// What somebody left behind while trying something is published with everything else.
describe('the places where nothing may lie about', () => {
  const own = ['.changeset', '.ci', '.editorconfig', '.gitignore', 'CONTRIBUTING.md', 'LICENSE', 'README.md']
  const others = ['README.zh-CN.md', 'biome.json', 'corpus', 'docs', 'knip.json', 'package.json', 'packages']
  const rest = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'scripts', 'seeds', 'test', 'tsconfig.base.json']
  const top = [...own, ...others, ...rest, 'tsconfig.json', 'vitest.config.ts']

  it('the top folder has what it is meant to have', () => {
    // What is kept: a file of an editor or of the system that only lies there is nobody's fault.
    const { stdout, status } = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
    const kept = status === 0 ? new Set(stdout.split('\0').map((path) => path.split('/')[0]!)) : new Set(top)
    kept.delete('')
    expect([...kept].filter((name) => !top.includes(name))).toEqual([])
    expect(top.filter((name) => !existsSync(join(root, name)))).toEqual([])
  })

  it('every file in a bin folder is a command', () => {
    const { bin } = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8')) as {
      bin: Record<string, string>
    }
    const commands = Object.values(bin).map((path) => path.replace(/^\.?\/?bin\//, ''))
    expect(readdirSync(join(root, 'packages/cli/bin')).sort()).toEqual(commands.sort())
  })
})
