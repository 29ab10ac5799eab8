import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drafts, folderWith, tiaoli } from './tiaoli.js'

const brief = 'seeds/organization-work-regulations.md'
const small = {
  '任务书.md':
    '# 《某市社区花园管理办法》起草任务书\n\n## B-1 公开账目\n\n公开养护账目。\n\n- 强度：必备\n- 来源：座谈会\n\n## B-2 押金\n\n不收押金。\n\n- 强度：禁止\n- 禁用语：押金\n',
  '好.md': '# 某市社区花园管理办法\n\n<!-- 落实: B-1 -->\n\n第一条　账目应当公开。\n',
  '缺.md': '# 某市社区花园管理办法\n\n第一条　账目应当公开。\n',
  '错.md': '# 某市社区花园管理办法\n\n<!-- 落实: B-1, B-7 -->\n\n第一条　账目应当公开。\n',
  '禁.md': '# 某市社区花园管理办法\n\n<!-- 落实: B-1 -->\n\n第一条　账目应当公开，押金应当退还。\n'
}

describe('tiaoli cover', () => {
  it('finds every must of the shipped brief in the submission draft', () => {
    const run = tiaoli(['cover', `${drafts}/3-submission.md`, '--brief', brief, '--check', '--json'])
    expect(run.status, run.stderr).toBe(0)
    const { total, requirements } = JSON.parse(run.stdout)
    expect(total.must.covered).toBe(total.must.total)
    expect(total.must.total).toBeGreaterThan(80)
    // The trial regulation of the initial draft was replaced by the one that the brief names: cited all the same.
    const initial = JSON.parse(tiaoli(['cover', `${drafts}/1-initial.md`, '--brief', brief, '--json']).stdout)
    for (const rows of [requirements, initial.requirements]) {
      expect(rows.find(({ id }: { id: string }) => id === 'B-0.6.1').uncited).toEqual([])
    }
  })

  it('fails the initial draft where a check is asked for, and tells what the next one gained', () => {
    const run = tiaoli([
      'cover',
      `${drafts}/2-consultation.md`,
      '--brief',
      brief,
      '--against',
      `${drafts}/1-initial.md`,
      '--check'
    ])
    expect(run.status).toBe(1)
    expect(run.stdout).toContain('| B-6.3.3 政治引领和吸纳 |')
    expect(run.stdout).toContain('（初稿，2026-03-02）')
    expect(run.stdout).toMatch(/比上一稿进步的[\s\S]*B-4\.6\.4 容错纠错/)
  })

  it.each([
    ['好.md', 0],
    ['缺.md', 1],
    ['错.md', 1],
    ['禁.md', 1]
  ])('--check of %s exits with %i; without it always with 0', (file, status) => {
    const cwd = folderWith(small)
    expect(tiaoli(['cover', file, '--brief', '任务书.md', '--check'], { cwd }).status).toBe(status)
    expect(tiaoli(['cover', file, '--brief', '任务书.md'], { cwd }).status).toBe(0)
  })

  it('writes pages, matrices and JSON by the name of the file', () => {
    const cwd = folderWith(small)
    for (const [name, start] of [
      ['报告.html', '<!doctype html>'],
      ['矩阵.csv', '\uFEFF编号,'],
      ['报告.json', '{'],
      ['报告.md', '# 落实情况：某市社区花园管理办法']
    ] as const) {
      const run = tiaoli(['cover', '好.md', '--brief', '任务书.md', '--out', name], { cwd })
      expect(run.status, run.stderr).toBe(0)
      expect(run.stdout).toBe('')
      expect(readFileSync(join(cwd, name), 'utf8').startsWith(start), name).toBe(true)
    }
  })

  it('suggests only where it is asked to', () => {
    const cwd = folderWith(small)
    const args = ['cover', '缺.md', '--brief', '任务书.md']
    expect(tiaoli(args, { cwd }).stdout).not.toContain('可能的对应')
    expect(tiaoli([...args, '--suggest'], { cwd }).stdout).toContain('| B-1 公开账目 | 第一条 | 都提到“公开”“账目”。 |')
  })

  it.each([
    [['cover', '好.md'], '缺少选项“--brief <文件>”'],
    [['cover', '好.md', '--brief', '没有.md'], '没有.md：找不到这个文件'],
    [['cover', '没有.md', '--brief', '任务书.md'], '没有.md：找不到这个文件'],
    [['cover', '好.md', '--brief', '任务书.md', '--format', 'pdf'], '可以写：md、html、docx、csv、json'],
    [['cover', '好.md', '--brief', '任务书.md', '--out', './任务书.md'], '任务书.md：--out 不能写到'],
    [['cover', '好.md', '--brief', '好.md'], '好.md:1:1: 没有写明起草的法规叫什么']
  ])('%j is bad input', (args, message) => {
    const cwd = folderWith(small)
    const run = tiaoli(args, { cwd })
    expect(run.status).toBe(2)
    expect(run.stdout).toBe('')
    expect(run.stderr).toContain(message)
    expect(readFileSync(join(cwd, '任务书.md'), 'utf8')).toBe(small['任务书.md'])
  })
})

describe('tiaoli init', () => {
  it('makes a workspace whose draft parses, links and covers nothing yet', () => {
    const cwd = folderWith(small)
    const run = tiaoli(['init', '工作区', '--brief', '任务书.md'], { cwd })
    expect(run.status, run.stderr).toBe(0)
    const draft = '工作区/drafts/某市社区花园管理办法.md'
    for (const file of ['工作区/tiaoli.config.json', '工作区/任务书.md', draft]) {
      expect(run.stdout).toContain(file)
      expect(existsSync(join(cwd, file)), file).toBe(true)
    }
    expect(tiaoli(['parse', draft], { cwd }).stdout).toMatch(/^某市社区花园管理办法：2 章/)
    expect(tiaoli(['cover', draft, '--brief', '工作区/任务书.md', '--check'], { cwd }).status).toBe(1)
    const written = readFileSync(join(cwd, draft), 'utf8')
    expect(written).toContain('本办法自【待拟：年月日】起施行。')
  })

  it('writes nothing where something is in the way', () => {
    const cwd = folderWith({ ...small, 'tiaoli.config.json': '{}\n' })
    const before = readdirSync(cwd)
    const run = tiaoli(['init', '--brief', '任务书.md'], { cwd })
    expect(run.status).toBe(2)
    expect(run.stderr).toContain('这里已有同名文件，没有写入任何文件')
    expect(readdirSync(cwd)).toEqual(before)
  })

  it('writes nothing from a brief with errors', () => {
    const cwd = folderWith({ '任务书.md': '# 《甲办法》任务书\n\n## B-1 总则\n\n写目的。\n\n- 来源：会议\n' })
    const run = tiaoli(['init', '新', '--brief', '任务书.md'], { cwd })
    expect(run.status).toBe(2)
    expect(run.stderr).toContain('任务书.md:3:1: “B-1”没有写强度')
    expect(readdirSync(cwd)).toEqual(['任务书.md'])
  })
})
