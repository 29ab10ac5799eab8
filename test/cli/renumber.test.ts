import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeText } from '@tiaoli/workspace'
import { describe, expect, it } from 'vitest'
import { folderWith, tiaoli } from './tiaoli.js'

const rough = '# 某市骑楼办法\n\n第一条　甲。\n\n第X条　乙，依照第三条办理。\n\n第三条　丙。\n'
const numbered = '# 某市骑楼办法\n\n第一条　甲。\n\n第二条　乙，依照第三条办理。\n\n第三条　丙。\n'
const shifted = '# 某市骑楼办法\n\n第二条　甲，依照第四条办理。\n\n第四条　乙。\n'
const sibling = '# 某市骑楼细则\n\n第一条　依照《某市骑楼办法》第四条办理。\n'

describe('tiaoli renumber', () => {
  it('shows what it would do and writes nothing', () => {
    const folder = folderWith({ 'a.md': rough })
    const { status, stdout, stderr } = tiaoli(['renumber', 'a.md'], { cwd: folder })
    expect(status).toBe(0)
    expect(stdout).toContain('-第X条　乙，依照第三条办理。\n+第二条　乙，依照第三条办理。')
    expect(stderr).toContain('加 --write 写回文件')
    expect(stderr).toContain('引用本草案的文件不会更新')
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(rough)
  })

  it('writes the draft and the siblings that cite it', () => {
    const folder = folderWith({ 'a.md': shifted, 'b.md': sibling })
    const run = tiaoli(['renumber', 'a.md', '--with', 'b.md', '--write'], { cwd: folder })
    expect(run.stderr).toBe('已更新 a.md（3处）\n已更新 b.md（1处）\n')
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(
      '# 某市骑楼办法\n\n第一条　甲，依照第二条办理。\n\n第二条　乙。\n'
    )
    expect(readFileSync(join(folder, 'b.md'), 'utf8')).toContain('《某市骑楼办法》第二条')
  })

  it('shows the name of the file as it is written', () => {
    const run = tiaoli(['renumber', '骑楼办法.md'], { cwd: folderWith({ '骑楼办法.md': shifted }) })
    expect(run.stdout.split('\n').slice(0, 2)).toEqual(['--- 骑楼办法.md（现在）', '+++ 骑楼办法.md（重新编号后）'])
  })

  it('keeps the encoding of the file', () => {
    const folder = folderWith({ 'a.txt': encodeText(shifted, 'gb18030')! })
    expect(tiaoli(['renumber', 'a.txt', '--write'], { cwd: folder }).status).toBe(0)
    const text = new TextDecoder('gb18030', { fatal: true }).decode(readFileSync(join(folder, 'a.txt')))
    expect(text).toContain('第一条　甲，依照第二条办理。')
  })

  it('checks without writing', () => {
    const folder = folderWith({ 'a.md': rough, 'b.md': numbered })
    expect(tiaoli(['renumber', 'a.md', '--check'], { cwd: folder }).status).toBe(1)
    expect(tiaoli(['renumber', 'b.md', '--check'], { cwd: folder }).status).toBe(0)
    expect(tiaoli(['renumber', 'a.md', '--check', '--write'], { cwd: folder }).status).toBe(2)
  })

  it('warns where a number that led nowhere will be that of another article', () => {
    const folder = folderWith({ 'a.md': '# 某办法\n\n第一条　依照第二条、第九条办理。\n\n第三条　乙。\n' })
    const { stderr } = tiaoli(['renumber', 'a.md'], { cwd: folder })
    expect(stderr).toContain('注意：原来没有第二条，重新编号以后有了（原第三条改为第二条）。')
    const sure = folderWith({ 'a.md': '# 某办法\n\n第一条　依照第九条办理。\n\n第三条　乙。\n' })
    expect(tiaoli(['renumber', 'a.md'], { cwd: sure }).stderr).not.toContain('注意')
  })

  it('says which reference it left, with its place', () => {
    const folder = folderWith({ 'a.md': '# 某办法\n\n第二条　依照第九条办理。\n' })
    const { stderr, stdout } = tiaoli(['renumber', 'a.md', '--json'], { cwd: folder })
    expect(stderr).toBe('')
    const [file] = JSON.parse(stdout).files
    expect(file.messages[0]).toMatchObject({
      ruleId: 'reference-dangling',
      reason: expect.stringContaining('第九条不存在')
    })
  })
})
