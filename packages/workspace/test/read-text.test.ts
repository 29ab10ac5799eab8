import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import { formatInputError, InputError, readText } from '@tiaoli/workspace'
import { describe, expect, it } from 'vitest'
import { folderWith } from './temporary.js'

function errorOf(file: string): InputError {
  try {
    readText(file)
  } catch (error) {
    if (error instanceof InputError) return error
    throw error
  }
  throw new Error('no error')
}

describe('readText', () => {
  it('reads a draft', () => {
    const folder = folderWith({ '草案.md': '第一条　测试。' })
    expect(readText(join(folder, '草案.md'))).toMatchObject({ text: '第一条　测试。', encoding: 'utf-8' })
  })

  it('says which file is missing and proposes a near name', () => {
    const folder = folderWith({ '花园办法.md': '第一条　测试。' })
    const error = errorOf(join(folder, '花园办法.txt'))
    expect(error.code).toBe('missing')
    expect(formatInputError(error, 'zh')).toBe(
      `错误：${join(folder, '花园办法.txt')}：找不到这个文件。\n  怎么办：是不是想用“${join(folder, '花园办法.md')}”？`
    )
    expect(formatInputError(error, 'en')).toContain('there is no such file')
  })

  it.each([
    ['empty', ''],
    ['binary', Uint8Array.from([0, 1, 2, 3])],
    ['encoding', Uint8Array.from([0xe7, 0xac, 0xac, 0x0a, 0xff, 0xfe, 0xfd])]
  ])('names the trouble: %s', (code, content) => {
    const file = join(folderWith({ 'a.md': content }), 'a.md')
    const error = errorOf(file)
    expect(error.code).toBe(code)
    expect(error.file).toBe(file)
    expect(error.cure?.zh).toBeTruthy()
  })

  it('names the line where UTF-8 breaks', () => {
    const file = join(folderWith({ 'a.md': Uint8Array.from([0x61, 0x0a, 0x62, 0x0a, 0xe4, 0xb8, 0x0a]) }), 'a.md')
    expect(errorOf(file).place).toEqual({ line: 3 })
  })

  it('does not read what is far too large for a regulation', () => {
    const file = join(folderWith({ 'a.md': '' }), 'a.md')
    truncateSync(file, 65 * 1024 * 1024)
    expect(errorOf(file).code).toBe('too-large')
  })

  it('tells a folder from a file', () => {
    expect(errorOf(folderWith({})).code).toBe('folder')
  })
})
