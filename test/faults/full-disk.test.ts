import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { troubled } from '../cli/disks.js'
import { tiaoli } from '../cli/tiaoli.js'
import { fillFolder, writingCommands } from './writing-commands.js'

const disk = mkdtempSync(join(tmpdir(), 'tiaoli-full-'))
const mounted =
  process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=900k', 'tmpfs', disk]).status === 0
// Where nothing may be mounted, the errors of the system are put into the command.
const env: Record<string, string> = { TIAOLI_CACHE: 'off', ...(mounted ? {} : troubled(disk, 'full')) }
if (!mounted) console.log('a small disk cannot be mounted here: its errors are put in')
afterAll(() => {
  if (mounted) spawnSync('umount', [disk])
  rmSync(disk, { recursive: true, force: true })
})

describe(`on a disk that is full (${mounted ? 'mounted' : 'put in'})`, () => {
  beforeAll(() => {
    fillFolder(disk)
    if (mounted) fill()
  })

  it.each(writingCommands)('says so, and leaves what was there: $name', ({ args, writes }) => {
    const before = readFileSync(join(disk, writes))
    const names = readdirSync(disk).sort()
    const run = tiaoli(args, { cwd: disk, env })
    expect(run.status).toBe(2)
    expect(run.stderr).toContain('磁盘已满')
    expect(run.stderr).toContain('原有内容没有改动')
    expect(readFileSync(join(disk, writes)).equals(before)).toBe(true)
    expect(readdirSync(disk).sort()).toEqual(names)
  })
})

/** Leaves not a byte: blocks first, then what is left of the last one. */
function fill(): void {
  for (let number = 0; number < 1000; number++) {
    const file = join(disk, `filler-${number}`)
    try {
      writeFileSync(file, Buffer.alloc(16_384))
    } catch {
      if (statSync(file, { throwIfNoEntry: false })?.size === 0) return
    }
  }
}
