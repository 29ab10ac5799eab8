import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { absentProgram } from '@tiaoli/test-utils'
import { describe, expect, it, onTestFinished } from 'vitest'
import { drafts, root, tiaoli } from './tiaoli.js'
import { disagreement, runSteps, stepsOf } from './transcript.js'

const guides = 'docs/guides'

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-guide-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

describe('what the guides say, followed to the letter', () => {
  const needed = ['bash', 'jq'].map((program) => absentProgram(program, 'the guides')).find((reason) => reason)

  it.skipIf(needed)('the command line', { timeout: 300_000 }, () => {
    const page = `${guides}/command-line.zh-CN.md`
    const outcomes = runSteps(stepsOf(page), freshFolder())
    expect(outcomes.length).toBeGreaterThan(20)
    expect(outcomes.flatMap((outcome) => disagreement(outcome, page) ?? [])).toEqual([])
  })

  it.skipIf(needed)('the tutorial', { timeout: 300_000 }, () => {
    const page = `${guides}/tutorial.zh-CN.md`
    const folder = freshFolder()
    for (const part of ['corpus', 'seeds']) cpSync(join(root, part), join(folder, part), { recursive: true })
    const outcomes = runSteps(stepsOf(page), folder)
    expect(outcomes.length).toBeGreaterThan(15)
    expect(outcomes.flatMap((outcome) => disagreement(outcome, page) ?? [])).toEqual([])
  })

  it.skipIf(needed)('the drafter in Word', { timeout: 300_000 }, () => {
    const folder = freshFolder()
    const draft = (name: string): string => join(root, drafts, name)
    for (const [name, from] of [
      ['旧稿.md', '1-initial.md'],
      ['新稿.md', '2-consultation.md']
    ] as const)
      writeFileSync(join(folder, name), readFileSync(draft(from)))
    expect(tiaoli(['export', draft('3-submission.md'), '--out', join(folder, '我的稿子.docx')]).status).toBe(0)
    const outcomes = runSteps(stepsOf(`${guides}/drafter.zh-CN.md`), folder)
    expect(outcomes.length).toBeGreaterThan(10)
    expect(outcomes.filter(({ status }) => status !== 0)).toEqual([])
    // What the reviewers of a tracked draft accept whole is that draft.
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
    expect(read('下一稿.md')).toBe(read('新稿.md'))
  })
})

describe('a transcript', () => {
  const step = { line: 1, command: 'x', status: 0 }

  it.each([
    [['a', 'b'], ['a', 'b'], true],
    [['a', '…', 'c'], ['a', 'b', 'b', 'c'], true],
    [['a', '…'], ['a', 'b'], true],
    [['a（…'], ['a（240 个）'], true],
    [['a'], ['a', 'b'], false],
    [['a', 'b'], ['a'], false],
    [['…', 'c'], ['a', 'b'], false],
    [['a', '…', 'b', 'd'], ['a', 'b', 'c', 'd'], false],
    [[], ['a'], false]
  ])('that shows %j where %j is printed agrees: %s', (shown, printed, agrees) => {
    expect(disagreement({ ...step, shown, printed }, 'page') === undefined).toBe(agrees)
  })
})
