import { join } from 'node:path'
import { findConfig, formatInputError, InputError, loadConfig } from '@tiaoli/workspace'
import { describe, expect, it } from 'vitest'
import { folderWith } from './temporary.js'

async function messageOf(config: string): Promise<string> {
  const file = join(folderWith({ 'tiaoli.config.json': config }), 'tiaoli.config.json')
  const error: unknown = await loadConfig(file).catch((reason: unknown) => reason)
  if (!(error instanceof InputError)) throw new Error(`no input error: ${String(error)}`)
  return formatInputError(error, 'zh').replace(file, 'tiaoli.config.json')
}

describe('loadConfig', () => {
  it('fills in what is left out', async () => {
    const folder = folderWith({ 'tiaoli.config.json': '\uFEFF{"drafts": ["草案"]}' })
    const loaded = await loadConfig(join(folder, 'tiaoli.config.json'))
    expect(loaded.folder).toBe(folder)
    expect(loaded.config).toEqual({
      drafts: ['草案'],
      instruments: [],
      registers: [],
      shippedRegisters: true,
      exclude: []
    })
  })

  it('names a misspelt key, its line and the right one', async () => {
    expect(await messageOf('{\n  "draft": ["草案"]\n}')).toBe(
      '错误：tiaoli.config.json:2:3：不认识的配置项“draft”。\n  怎么办：是不是“drafts”？可以写的有：$schema、drafts、instruments、registers、shippedRegisters、exclude、preset、rules、dictionary。'
    )
  })

  it('says what a value should be', async () => {
    expect(await messageOf('{\n  "drafts": "草案"\n}')).toBe(
      '错误：tiaoli.config.json:2:13：“drafts”应当是列表（方括号），现在是文字（加引号）。\n  怎么办：请加上方括号：["草案"]。'
    )
    expect(await messageOf('{"shippedRegisters": "no"}')).toContain('“shippedRegisters”应当是是否（true 或 false）')
    expect(await messageOf('{"drafts": [""]}')).toContain('“drafts[0]”不能是空的')
    expect(await messageOf('[]')).toContain('最外层应当是一组配置（花括号）')
  })

  it.each([
    ['{"drafts": ["草案"],}', '最后一项后面多了一个逗号'],
    ['{“drafts”: ["草案"]}', '中文标点'],
    ['{"drafts": ["草案"]', '括号要成对']
  ])('helps with broken JSON: %s', async (config, cure) => {
    const message = await messageOf(config)
    expect(message).toContain('不是合法的 JSON')
    expect(message).toContain(cure)
  })
})

describe('findConfig', () => {
  it('finds the nearest configuration above a file', () => {
    const folder = folderWith({
      'tiaoli.config.json': '{}',
      'a/tiaoli.config.json': '{}',
      'a/b/草案.md': '第一条　测试。'
    })
    expect(findConfig(join(folder, 'a/b/草案.md'))).toBe(join(folder, 'a/tiaoli.config.json'))
    expect(findConfig(join(folder, '草案.md'))).toBe(join(folder, 'tiaoli.config.json'))
  })
})
