import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '@tiaoli/report'
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
