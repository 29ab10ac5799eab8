import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { root } from './cli/tiaoli.js'

it('shows in both READMEs what the command prints today', () => {
  const { stderr, status } = spawnSync(process.execPath, ['scripts/update-readme.mjs', '--check'], {
    cwd: root,
    encoding: 'utf8'
  })
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
})
