import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeText } from '@tiaoli/workspace'
import { describe, expect, it } from 'vitest'
import { folderWith, tiaoli } from './tiaoli.js'

const harbour =
  '# 码头办法\n\n第一条　市港口管理机构（以下简称港口机构）负责。\n\n第二条　港口机构应当检查，《港口机构管理规定》另有规定的除外。\n'
const renamed = harbour.replace('简称港口机构', '简称港政机构').replace('第二条　港口机构', '第二条　港政机构')
const rules = '# 码头细则\r\n\r\n第一条　区港口机构（以下简称港口机构）负责。\r\n\r\n第二条　港口机构应当检查。\r\n'
const other = '# 码头收费办法\n\n第一条　港口机构不收费。\n'

describe('tiaoli rename-term', () => {
  it('shows what it would do, says what it leaves, and writes nothing', () => {
    const folder = folderWith({ 'a.md': harbour })
    const { status, stdout, stderr } = tiaoli(['rename-term', '“港口机构”', '港政机构', 'a.md'], { cwd: folder })
    expect(status).toBe(0)
    expect(stdout).toContain('-第二条　港口机构应当检查，《港口机构管理规定》')
    expect(stdout).toContain('+第二条　港政机构应当检查，《港口机构管理规定》')
    expect(stderr).toBe(
      'a.md:5:15: 这里的“港口机构”没有读作这个用语，没有改动 (term-left)\n以上是改名后的改动；加 --write 写回文件。\n'
    )
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(harbour)
  })

  it('writes every draft of a folder that defines the term, in its own encoding and with its own line ends', () => {
    const folder = folderWith({
      'a.md': harbour,
      'b.md': rules,
      'c.md': other,
      'd.txt': encodeText(harbour, 'gb18030')!
    })
    const run = tiaoli(['rename-term', '港口机构', '港政机构', '.', '--write'], { cwd: folder })
    expect(run).toMatchObject({ status: 0, stdout: '' })
    expect(run.stderr).toContain('c.md:3:5: 这里的“港口机构”没有读作这个用语')
    expect(run.stderr).toContain('b.md:3:6: 这里的“港口机构”没有读作这个用语')
    expect(run.stderr).toContain('已更新 a.md（2处）\n已更新 b.md（2处）\n已更新 d.txt（2处）\n')
    const read = (name: string): Buffer => readFileSync(join(folder, name))
    expect(read('a.md').toString()).toBe(renamed)
    expect(read('b.md').toString()).toBe(rules.replace('简称港口', '简称港政').replace('　港口机构', '　港政机构'))
    expect(read('c.md').toString()).toBe(other)
    expect(new TextDecoder('gb18030', { fatal: true }).decode(read('d.txt'))).toBe(renamed)
  })

  it('takes the drafts of the workspace where none is named, and prints JSON', () => {
    const folder = folderWith({ 'tiaoli.config.json': '{"drafts": ["a.md"]}', 'a.md': harbour })
    const run = tiaoli(['rename-term', '港口机构', '港政机构', '--json'], { cwd: folder })
    expect(run).toMatchObject({ status: 0, stderr: '' })
    const at = harbour.indexOf('港口机构')
    expect(JSON.parse(run.stdout)).toMatchObject({
      written: false,
      from: '港口机构',
      to: '港政机构',
      files: [
        { file: 'a.md', edits: [{ start: at, end: at + 4, text: '港政机构' }, {}], messages: [{ ruleId: 'term-left' }] }
      ]
    })
  })

  it('points to words that would be taken for the term', () => {
    const folder = folderWith({ 'a.md': `${harbour}\n第三条　区港政机构协助。\n` })
    const run = tiaoli(['rename-term', '港口机构', '港政机构', 'a.md'], { cwd: folder })
    expect(run.stderr).toContain('a.md:7:6: 原来就有“港政机构”这几个字')
  })

  it.each([
    [['港务机构', '港政机构'], '是不是“港口机构”？'],
    [['港口机构', '渡船'], 'a.md：这里已经界定了“渡船”，没有改动任何文件'],
    [['港口机构', '港政，机构'], '不能有标点'],
    [['港口机构', ' '], '不能为空'],
    [['港口机构', '港口机构'], '新旧用语相同']
  ])('refuses %j with the reason, and writes nothing', (names, reason) => {
    const text = `${harbour}\n第三条　本办法所称渡船，是指载客的船。\n`
    const folder = folderWith({ 'a.md': text, 'b.md': rules })
    const run = tiaoli(['rename-term', ...names, 'b.md', 'a.md', '--write'], { cwd: folder })
    expect(run).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(reason) })
    expect([text, rules]).toEqual(['a.md', 'b.md'].map((name) => readFileSync(join(folder, name), 'utf8')))
  })

  it('writes none where one cannot be read', () => {
    const folder = folderWith({ 'a.md': harbour, 'b.md': new Uint8Array([0, 1, 2, 3, 0]) })
    const run = tiaoli(['rename-term', '港口机构', '港政机构', 'a.md', 'b.md', '--write'], { cwd: folder })
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(harbour)
  })
})
