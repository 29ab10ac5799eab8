import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, tiaoli } from './tiaoli.js'

const draft = '# 某市街心花园办法\n\n第一条　花园向其它居民开放。\n\n第二条　依照本办法第九条办理。\n'

describe('a folder in place of a file', () => {
  it.each(['refs', 'parse', 'check', 'report'])('stands for the drafts in it for %s', (name) => {
    const folder = folderWith({})
    mkdirSync(join(folder, '各稿/旧稿'), { recursive: true })
    writeFileSync(join(folder, '各稿/甲.md'), draft)
    writeFileSync(join(folder, '各稿/旧稿/乙.txt'), draft)
    writeFileSync(join(folder, '各稿/图.png'), 'x')
    const run = tiaoli([name, '各稿'], { cwd: folder })
    expect(run.stderr).toBe('')
    expect(run.status).toBe(name === 'check' ? 1 : 0)
    const files = ['各稿/旧稿/乙.txt', '各稿/甲.md']
    const listed = JSON.parse(tiaoli([name, '各稿', '--json'], { cwd: folder }).stdout)
    const entries = Array.isArray(listed) ? listed : (listed.files ?? listed.drafts)
    expect(
      entries.map((entry: { file?: string; report?: { file: string } }) => entry.file ?? entry.report?.file)
    ).toEqual(files)
  })

  it('without a draft is told so', () => {
    const run = tiaoli(['check', '.'], { cwd: folderWith({ '稿.docx': 'x' }) })
    expect(run).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('tiaoli import') })
  })
})

describe('- in place of a file', () => {
  it('is standard input', () => {
    const folder = folderWith({ '甲.md': draft })
    for (const args of [['refs'], ['parse'], ['check'], ['format'], ['renumber'], ['report'], ['diff', '甲.md']]) {
      const piped = tiaoli([...args, '-'], { cwd: folder, input: draft })
      const named = tiaoli([...args, '甲.md'], { cwd: folder })
      expect([args, piped.status]).toEqual([args, named.status])
      expect(piped.stdout).toBe(named.stdout.replaceAll('甲.md:', '-:').replaceAll('：甲.md', '：-'))
      expect(piped.stdout + piped.stderr).not.toBe('')
    }
  })

  it('is never written to', () => {
    const folder = folderWith({ '甲.md': draft })
    for (const args of [
      ['check', '-', '--fix'],
      ['format', '-', '--write'],
      ['report', '甲.md', '--out', '-', '--format', 'md']
    ]) {
      const run = tiaoli(args, { cwd: folder, input: draft.replace('第二条　', '第二条 ') })
      expect(run).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('标准输入') })
    }
    expect(readdirSync(folder)).toEqual(['甲.md'])
    expect(readFileSync(join(folder, '甲.md'), 'utf8')).toBe(draft)
  })

  it('with nothing in it is told to be empty', () => {
    expect(tiaoli(['refs', '-'], { input: '' })).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('没有可读的文字')
    })
  })
})
