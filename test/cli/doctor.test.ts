import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, root, tiaoli } from './tiaoli.js'

interface Report {
  checks: { id: string; state: string; detail: string }[]
}

describe('tiaoli doctor', () => {
  it('finds nothing wrong with what the tests run on', () => {
    const run = tiaoli(['doctor'], { cwd: join(root, 'corpus') })
    expect(run).toMatchObject({ status: 0, stderr: '' })
    expect(run.stdout).toContain('一切正常')
    expect(run.stdout).not.toContain('✗')
  })

  it('names a workspace that cannot be used, with the cure', () => {
    const folder = folderWith({ 'tiaoli.config.json': '{"drafts": ["没有"]}' })
    const run = tiaoli(['doctor'], { cwd: folder })
    expect(run.status).toBe(1)
    expect(run.stdout).toMatch(/✗ 当前工作区[\s\S]*没有/)
    const { checks } = JSON.parse(tiaoli(['doctor', '--json'], { cwd: folder }).stdout) as Report
    expect(checks.map(({ id, state }) => `${id} ${state}`)).toContain('workspace fault')
    expect(checks.filter(({ state }) => state === 'fault')).toHaveLength(1)
  })

  it('says that nothing is cached where that was asked for', () => {
    const run = tiaoli(['doctor', '--json'], { cwd: root, env: { TIAOLI_CACHE: 'off' } })
    const { checks } = JSON.parse(run.stdout) as Report
    expect(checks.find(({ id }) => id === 'cache')).toMatchObject({ state: 'notice' })
  })
})
