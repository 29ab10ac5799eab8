import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report, WorkspaceReport } from '@tiaoli/report'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { drafts, folderWith, root, tiaoli } from './tiaoli.js'

function reportOf(draft: string): Report {
  const { status, stdout, stderr } = tiaoli(['report', `${drafts}/${draft}.md`, '--json'])
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return JSON.parse(stdout) as Report
}

interface Fault {
  id: string
  draft: string
  clause: string
  kind: string
  rule?: string
  text: string
  visible: 'alone' | 'comparison'
}

const faults = parse(readFileSync(join(root, drafts, 'faults.yaml'), 'utf8')) as Fault[]
// Faults of a reference itself; the others are matters of style or numbering, which are not a report's to find.
const referenceFaults = new Set([
  'dangling-ref',
  'ref-placeholder',
  'stale-instrument',
  'pasted-superior-text',
  'dangling-prior-para'
])

describe('tiaoli report', () => {
  it('resolves the references of the submission draft', () => {
    const report = reportOf('3-submission')
    expect(report.counts.resolved).toBeGreaterThanOrEqual(60)
    const constitution = report.instruments.find(({ title }) => title === '中国共产党章程')!
    expect(constitution.counts.resolved).toBeGreaterThanOrEqual(15)
    expect(constitution.clauses).toBeGreaterThanOrEqual(15)
    expect(report.counts.dangling).toBe(0)
    expect(report.problems.map(({ text, label }) => `${label} ${text}`)).toEqual([])
  })

  it.each(['1-initial', '2-consultation'])(
    'finds every reference fault that %s shows by itself, and no others',
    (draft) => {
      const planted = faults.filter(
        (fault) => fault.draft === draft && fault.visible === 'alone' && referenceFaults.has(fault.kind)
      )
      const found = reportOf(draft).problems
      const missed = planted.filter(
        ({ clause, text }) =>
          !found.some(
            (problem) => problem.in === clause && (text.includes(problem.text) || problem.text.includes(text))
          )
      )
      expect(missed).toEqual([])
      expect(planted.length).toBeGreaterThan(0)
      const unplanned = found.filter(
        ({ in: clause }) => !faults.some((fault) => fault.draft === draft && fault.clause === clause)
      )
      expect(unplanned.map(({ text, label }) => `${label} ${text}`)).toEqual([])
    }
  )

  it('prints Markdown in a pipe and a page into a file', () => {
    const folder = folderWith({})
    const printed = tiaoli(['report', `${drafts}/3-submission.md`])
    expect(printed.stdout).toMatch(/^# 《中国共产党组织工作条例（研究稿）》引用核对报告\n/)
    expect(printed.stdout).not.toContain('\u001B')
    const page = join(folder, '报告 1.html')
    const written = tiaoli(['report', `${drafts}/3-submission.md`, '--out', page])
    expect(written).toMatchObject({ status: 0, stdout: '' })
    expect(written.stderr).toContain(page)
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>[\s\S]*研究稿[\s\S]*<\/html>\n$/)
  })

  it('exits with 1 when a check is asked for and finds something', () => {
    expect(tiaoli(['report', `${drafts}/1-initial.md`, '--check']).status).toBe(1)
    expect(tiaoli(['report', `${drafts}/3-submission.md`, '--check']).status).toBe(0)
  })
})

describe('tiaoli report of a workspace', () => {
  const first = '# 某市绿地办法（草案）\n\n第一条　根据《某省绿化条例》第二条，制定本办法。\n'
  const second = '# 某市公园办法（草案）\n\n第一条　根据《某省绿化条例》第五条和《某国公园法》，制定本办法。\n'
  const old = '# 某省绿化条例\n\n第一条　甲。\n\n第二条　乙。\n\n第三条　丙。\n\n第四条　丁。\n\n第五条　戊。\n'
  const next = '# 某省绿化条例\n\n第一条　甲。\n\n第二条　乙。\n'

  function workspace(): string {
    const folder = folderWith({ 'tiaoli.config.json': '{"drafts": ["草案"], "instruments": ["文库"]}' })
    for (const name of ['草案', '文库']) mkdirSync(join(folder, name))
    writeFileSync(join(folder, '草案/一.md'), first)
    writeFileSync(join(folder, '草案/二.md'), second)
    writeFileSync(join(folder, '文库/某省绿化条例(2010-01-01).md'), old)
    writeFileSync(join(folder, '文库/某省绿化条例(2020-01-01).md'), next)
    return folder
  }

  it('sums up all its drafts, in every format', () => {
    const cwd = workspace()
    const { status, stdout, stderr } = tiaoli(['report', '--check'], { cwd })
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(stdout).toContain('共 2 份草案，5 处引用，指向 5 个目标：3 个已对应，2 个需要核对。')
    expect(stdout).toContain('《某省绿化条例》没有第五条')
    const report = JSON.parse(
      tiaoli(['report', '草案/一.md', '草案/二.md', '--json'], { cwd }).stdout
    ) as WorkspaceReport
    expect(report.drafts.map(({ report: { file } }) => file)).toEqual(['草案/一.md', '草案/二.md'])
    for (const format of ['md', 'html', 'docx', 'csv', 'xlsx', 'json']) {
      const out = join(cwd, `报告.${format}`)
      expect(tiaoli(['report', '草案', '--out', out], { cwd })).toMatchObject({ status: 0 })
      const bytes = readFileSync(out)
      if (format === 'docx' || format === 'xlsx') expect(bytes.subarray(0, 2).toString()).toBe('PK')
      else expect(bytes.toString()).toContain('某市公园办法')
    }
  })

  it('counts the texts of a day', () => {
    const cwd = workspace()
    const report = JSON.parse(tiaoli(['report', '--as-of', '2015-01-01', '--json'], { cwd }).stdout) as WorkspaceReport
    expect(report).toMatchObject({ asOf: '2015-01-01', counts: { dangling: 0, resolved: 4 } })
    expect(report.instruments[0]!.versions).toEqual(['2010-01-01'])
    const one = tiaoli(['report', '草案/二.md', '--as-of', '2015-01-01'], { cwd })
    expect(one.stdout).not.toContain('没有第五条')
    expect(tiaoli(['refs', '草案/二.md', '--as-of', '2015-01-01'], { cwd }).stdout).toContain(
      '[已对应] “《某省绿化条例》第五条”'
    )
    expect(tiaoli(['refs', '草案/二.md'], { cwd }).stdout).toContain('[条款不存在] “《某省绿化条例》第五条”')
    expect(tiaoli(['report', '--as-of', '去年'], { cwd })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('不是日期')
    })
  })

  it('goes on where one draft cannot be read, and says which', () => {
    const cwd = workspace()
    writeFileSync(join(cwd, '草案/空.md'), '')
    const { status, stdout, stderr } = tiaoli(['report'], { cwd })
    expect(status).toBe(2)
    expect(stderr).toMatch(/空\.md.*文件是空的/)
    expect(stdout).toContain('共 2 份草案')
    expect(tiaoli(['report', '没有.md', '也没有.md'], { cwd })).toMatchObject({ status: 2, stdout: '' })
  })

  it('lists the clauses that answer what is to be found', () => {
    const draft = `${drafts}/3-submission.md`
    const { stdout } = tiaoli(['report', draft, '--find', '任期届满', '--find', '第三条', '--json'])
    const { searches } = JSON.parse(stdout) as Report
    expect(searches!.map(({ query }) => query)).toEqual(['任期届满', '第三条'])
    expect(searches![0]!.hits[0]!.segments.filter(({ found }) => found).map(({ text }) => text)).toContain('任期届满')
    expect(searches![1]!.hits[0]!.address).toMatch(/^art_3(__|$)/)
    const other = JSON.parse(tiaoli(['report', draft, '--find', '第十九条 老板', '--json']).stdout) as Report
    const [{ hits }] = other.searches as [NonNullable<Report['searches']>[number]]
    expect(hits.some(({ otherWords }) => otherWords)).toBe(true)
    // Nothing is listed that neither has such a word nor the number.
    for (const { address, segments } of hits)
      expect(address.startsWith('art_19__') || segments.some(({ found }) => found)).toBe(true)
    const several = tiaoli(['report', draft, `${drafts}/1-first.md`, '--find', '任期'])
    expect(several.status).toBe(2)
    expect(several.stderr).toContain('--find 只用于一份草案的报告')
  })
})
