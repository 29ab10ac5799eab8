import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tiaoli } from '../cli/tiaoli.js'
import { fillFolder, writingCommands } from './writing-commands.js'

const disk = mkdtempSync(join(tmpdir(), 'tiaoli-full-'))
const mounted =
  process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=900k', 'tmpfs', disk]).status === 0
if (!mounted) {
  console.log('skipped: a small disk cannot be mounted here (it takes root on Linux)')
  if (process.env.CI === 'true') throw new Error('CI must be able to mount a small disk')
}
afterAll(() => {
  if (mounted) spawnSync('umount', [disk])
  rmSync(disk, { recursive: true, force: true })
})

describe.skipIf(!mounted)('on a disk that is full', () => {
  beforeAll(() => {
    fillFolder(disk)
    fill()
  })

  it.each(writingCommands)('says so, and leaves what was there: $name', ({ args, writes }) => {
    const before = readFileSync(join(disk, writes))
    const names = readdirSync(disk).sort()
    const run = tiaoli(args, { cwd: disk, env: { TIAOLI_CACHE: 'off' } })
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
