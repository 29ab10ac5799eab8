import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseBrief } from '@tiaoli/brief'
import { InputError, loadConfig, loadRegister, readDocument } from '@tiaoli/workspace'
import { afterEach, describe, expect, it } from 'vitest'
import { folderWith } from '../cli/tiaoli.js'

/** What an untouched object has. */
const untouched = () =>
  expect([({} as Record<string, unknown>).polluted, Object.keys(Object.prototype)]).toEqual([undefined, []])

describe('data that names __proto__ and constructor', () => {
  afterEach(untouched)

  it('changes nothing as a configuration', async () => {
    const folder = folderWith({})
    const file = join(folder, 'tiaoli.config.json')
    for (const text of [
      '{"__proto__": {"polluted": 1}}',
      '{"constructor": {"prototype": {"polluted": 1}}}',
      '{"rules": {"__proto__": {"polluted": "off"}}}'
    ]) {
      writeFileSync(file, text)
      await expect(loadConfig(file)).rejects.toBeInstanceOf(InputError)
    }
  })

  it('changes nothing as a register', async () => {
    const folder = folderWith({
      'r.yaml': '- title: 甲规则\n  kind: 规则\n  __proto__: {polluted: 1}\n',
      's.yaml': '__proto__:\n  polluted: 1\n'
    })
    for (const name of ['r.yaml', 's.yaml'])
      await expect(loadRegister(join(folder, name))).rejects.toBeInstanceOf(InputError)
  })

  it('changes nothing as front matter', async () => {
    const text =
      '---\n__proto__:\n  polluted: 1\nconstructor: {prototype: {polluted: 1}}\ntitle: 甲规则\n---\n\n# 甲规则\n\n第一条　甲。\n'
    const folder = folderWith({ 'd.md': text })
    const { facts } = await readDocument(join(folder, 'd.md'))
    expect(facts.title).toBe('甲规则')
    expect((facts as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('changes nothing as a brief', () => {
    const { value } = parseBrief(
      '# 《甲规则》起草任务书\n\n- __proto__：polluted\n\n## B-1 甲\n\n甲。\n\n- 强度：必备\n- __proto__：polluted\n'
    )
    expect(value.requirements).toHaveLength(1)
  })
})
