import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { root, sharedFolder } from './cli/tiaoli.js'

const corpus = sharedFolder('corpus')

it.skipIf(corpus === undefined)('the registers agree with the texts of the same titles', () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/check-registers.mjs', corpus!], {
    cwd: root,
    encoding: 'utf8'
  })
  expect({ stderr, status }, stdout).toEqual({ stderr: '', status: 0 })
  expect(Number(/with a text (\d+)/.exec(stdout)![1])).toBeGreaterThanOrEqual(30)
  expect(Number(/days (\d+)/.exec(stdout)![1])).toBeGreaterThanOrEqual(90)
})
