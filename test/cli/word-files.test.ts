import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith, tiaoli } from './tiaoli.js'

const rules = '# 阅览室规定\n\n第一条　每人每次借三册。\n\n第二条　依照第一条办理。\n'
const files = {
  'a.md': rules,
  'b.md': rules.replace('三册', '五册'),
  '任务书.md': '# 《阅览室规定》起草任务书\n\n## B-1 册数\n\n写明册数。\n\n- 强度：必备\n- 来源：座谈会\n'
}

/** A Word file in which the list of parts states another checksum for the text, as after any edit of it. */
function edit(bytes: Buffer): Buffer {
  const edited = Buffer.from(bytes)
  // The checksum stands thirty bytes before the name.
  const at = edited.lastIndexOf('word/document.xml') - 30
  edited[at] = edited[at]! ^ 0xff
  return edited
}

describe('a Word file that is there already', () => {
  test.each([
    ['export', ['export', 'a.md']],
    ['export with changes', ['export', 'b.md', '--tracked', 'a.md']],
    ['diff', ['diff', 'a.md', 'b.md']],
    ['report', ['report', 'a.md']],
    ['report of several drafts', ['report', 'a.md', 'b.md']],
    ['cover', ['cover', 'a.md', '--brief', '任务书.md']]
  ])('is replaced by %s as long as it is as it was written', (_, args) => {
    const cwd = folderWith(files)
    const out = join(cwd, 'out.docx')
    const write = (...more: string[]) => tiaoli([...args, '--out', out, ...more], { cwd })
    expect(write().status).toBe(0)
    expect(write().status).toBe(0)
    const edited = edit(readFileSync(out))
    writeFileSync(out, edited)
    const refused = write()
    expect([refused.status, refused.stdout, refused.stderr]).toEqual([
      2,
      '',
      expect.stringContaining('不是写出时的原样（多半有人改过），没有改动它')
    ])
    expect(readFileSync(out).equals(edited)).toBe(true)
    expect(write('--force').status).toBe(0)
    expect(write().status).toBe(0)
  })

  test('is left alone by other formats that are to be written in its place, and where it is no Word file of ours', () => {
    const cwd = folderWith({ ...files, 'out.docx': '不是 Word 文件' })
    for (const args of [
      ['export', 'a.md', '--to', 'json'],
      ['diff', 'a.md', 'b.md', '--json'],
      ['report', 'a.md', '--json'],
      ['cover', 'a.md', '--brief', '任务书.md', '--json']
    ]) {
      const refused = tiaoli([...args, '--out', 'out.docx'], { cwd })
      expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('加 --force')])
    }
    expect(readFileSync(join(cwd, 'out.docx'), 'utf8')).toBe('不是 Word 文件')
    expect(tiaoli(['report', 'a.md', '--json', '--out', 'out.docx', '--force'], { cwd }).status).toBe(0)
  })
})
