import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { command, tiaoli } from '../cli/tiaoli.js'
import { faultFolder, writingCommands } from './writing-commands.js'

/** Moments, as shares of the time that the command takes, at which it is killed. */
const moments = [0.5, 0.8, 0.95, 1]

describe('a command that is killed (kill -9)', () => {
  it.each(writingCommands)('leaves the old file or the new one: $name', async ({ args, writes }) => {
    const folder = faultFolder()
    const file = join(folder, writes)
    const before = readFileSync(file)
    const begun = performance.now()
    // `check --fix` ends with 1 where findings are left.
    expect(tiaoli(args, { cwd: folder }).status).toBeLessThan(2)
    const time = performance.now() - begun
    const after = readFileSync(file)
    expect(after.equals(before)).toBe(false)
    for (const moment of moments) {
      writeFileSync(file, before)
      await killedAfter(args, folder, time * moment)
      const now = readFileSync(file)
      // Word files carry the moment at which they were written.
      const whole = now.equals(before) || now.equals(after) || (writes.endsWith('.docx') && isWholeZip(now))
      expect([moment, whole]).toEqual([moment, true])
    }
    // What was interrupted can be done again.
    writeFileSync(file, before)
    expect(tiaoli(args, { cwd: folder }).status).toBeLessThan(2)
    const left = readdirSync(folder).filter((name) => name.endsWith('.tmp') && !name.startsWith('.'))
    expect(left).toEqual([])
  })
})

async function killedAfter(args: string[], cwd: string, milliseconds: number): Promise<void> {
  const child = spawn(command, args, { cwd, stdio: 'ignore', env: { ...process.env, TIAOLI_LANG: '' } })
  const ended = new Promise((resolve) => child.once('close', resolve))
  await Promise.race([ended, wait(milliseconds)])
  child.kill('SIGKILL')
  await ended
}

/** A zip file ends with its directory. */
function isWholeZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 2).toString() === 'PK' && bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6])) > 0
}
