import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { root } from './cli/tiaoli.js'

it('suggestions on the submission draft without its comments are right often enough to be worth reading', () => {
  const run = spawnSync('node', ['scripts/eval-suggestions.mjs'], { cwd: root, encoding: 'utf8' })
  expect(run.status, run.stderr).toBe(0)
  const row = /\| 合计 \| (\d+) \| \d+（([\d.]+)%） \| \d+（([\d.]+)%） \|/.exec(run.stdout)
  expect(row, run.stdout).not.toBeNull()
  const [total, first, five] = row!.slice(1).map(Number)
  expect(total).toBeGreaterThan(100)
  expect(first).toBeGreaterThanOrEqual(70)
  expect(five).toBeGreaterThanOrEqual(90)
})
