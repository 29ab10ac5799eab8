import { spawn } from 'node:child_process'
import { mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { command, tiaoli } from '../cli/tiaoli.js'
import { faultFolder } from './writing-commands.js'

/** An invented ordinance, one of many alike. */
const ordinance = (number: number, days: string) =>
  `# 第${number}号河道养护规则\n\n第一条　依照本规则第二条养护河道。\n\n第二条　养护单位应当在${days}日内清理河道。\n\n第三条　本规则自公布之日起施行。\n`

function workspace(texts = 60): string {
  const folder = faultFolder()
  mkdirSync(join(folder, 'library'))
  for (let number = 1; number <= texts; number++) {
    writeFileSync(join(folder, `library/第${number}号河道养护规则.md`), ordinance(number, '十'))
  }
  writeFileSync(join(folder, 'tiaoli.config.json'), '{"drafts": ["new.md"], "instruments": ["library"]}')
  return folder
}

function run(args: string[], cwd: string): Promise<{ status: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, NO_COLOR: '1', TIAOLI_LANG: '' } })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.on('close', (status) => resolve({ status, stdout, stderr }))
  })
}

const listing = ['library', 'list', '--json']

describe('one workspace', () => {
  it('gives every process the same, however many read it for the first time at once', async () => {
    const folder = workspace()
    const runs = await Promise.all(Array.from({ length: 4 }, () => run(listing, folder)))
    for (const { status, stderr, stdout } of runs) expect([status, stderr, stdout]).toEqual([0, '', runs[0]!.stdout])
    expect(runs[0]!.stdout).toContain('第60号河道养护规则')
    expect(tiaoli(listing, { cwd: folder }).stdout).toBe(runs[0]!.stdout)
  })

  it('is whole when one process is killed while it keeps what it read', async () => {
    const folder = workspace()
    const expected = tiaoli(listing, { cwd: folder, env: { TIAOLI_CACHE: 'off' } }).stdout
    for (let round = 0; round < 6; round++) {
      const child = spawn(command, listing, { cwd: folder, stdio: 'ignore', env: { ...process.env, TIAOLI_LANG: '' } })
      const ended = new Promise((resolve) => child.once('close', resolve))
      await Promise.race([ended, wait(100 + round * 60)])
      child.kill('SIGKILL')
      await ended
      const next = tiaoli(listing, { cwd: folder })
      expect([round, next.status, next.stdout]).toEqual([round, 0, expected])
      // Something to write again in the next round.
      writeFileSync(join(folder, `library/第${round + 1}号河道养护规则.md`), `${ordinance(round + 1, '十')}\n`)
    }
  })

  it('sees a change that leaves the size as it was, whatever the clock says', () => {
    const folder = workspace(3)
    const file = join(folder, 'library/第2号河道养护规则.md')
    expect(tiaoli(listing, { cwd: folder }).stdout).toContain('第2号河道养护规则')
    const { size } = statSync(file)
    for (const [round, day] of ['2099-01-01', '1971-01-01', '2026-01-01'].entries()) {
      const kind = ['细则', '办法', '规定'][round]!
      writeFileSync(file, ordinance(2, '十').replace('规则\n', `${kind}\n`))
      utimesSync(file, new Date(day), new Date(day))
      expect(statSync(file).size).toBe(size)
      const { stdout } = tiaoli(listing, { cwd: folder })
      expect([day, stdout.includes(`第2号河道养护${kind}`)]).toEqual([day, true])
    }
  })

  it('is read without a file in its middle that cannot be read, which is named', () => {
    const folder = workspace(9)
    writeFileSync(join(folder, 'library/第5号河道养护规则.md'), Buffer.from([0, 1, 2, 0, 255, 254, 0, 0]))
    const list = tiaoli(listing, { cwd: folder })
    expect(list.stderr).toContain('第5号河道养护规则.md')
    expect(list.stdout).toContain('第9号河道养护规则')
    expect(list.stdout).not.toContain('第5号河道养护规则')
    const report = tiaoli(['report', 'new.md', '--json'], { cwd: folder })
    expect(report.stderr).toContain('第5号河道养护规则.md')
    expect(JSON.parse(report.stdout)).toMatchObject({ file: 'new.md', references: expect.any(Number) })
  })
})
