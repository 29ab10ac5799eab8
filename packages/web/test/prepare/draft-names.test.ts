import { describe, expect, test } from 'vitest'
import { draftIds, draftSeries, seriesNames } from '../../src/prepare/draft-names.js'

describe('ids of drafts', () => {
  test('are paths below the folder without extension', () => {
    expect(draftIds('/w', ['/w/花园/1-初稿.md', '/w/2.txt'])).toEqual(['花园/1-初稿', '2'])
  })
  test('keep the extension where two would be alike', () => {
    expect(draftIds('/w', ['/w/a.md', '/w/a.txt', '/w/b.md'])).toEqual(['a.md', 'a.txt', 'b'])
  })
  test('never climb out of the folder', () => {
    expect(draftIds('/w/in', ['/w/other/a.md'])).toEqual(['other/a'])
  })
})

function draft(file: string, title: string, facts: { date?: string; stage?: string } = {}) {
  return { file, title, document: { facts } }
}

describe('successive drafts', () => {
  test('of one regulation stand together whatever stage its title names, oldest first', () => {
    const series = draftSeries([
      draft('b.md', '花园办法（送审稿）', { date: '2026-02-01' }),
      draft('x.md', '水井办法'),
      draft('a.md', '花园办法（征求意见稿）', { date: '2026-01-01' }),
      draft('0.md', '花园办法（初稿）', { date: '2025-12-01' })
    ])
    expect(series.map(({ title, drafts }) => [title, drafts.map(({ file }) => file)])).toEqual([
      ['花园办法（送审稿）', ['0.md', 'a.md', 'b.md']],
      ['水井办法', ['x.md']]
    ])
  })
  test('without dates follow their stages, and go by them', () => {
    const [series] = draftSeries([
      draft('a.md', '花园办法（征求意见稿）'),
      draft('b.md', '花园办法', { stage: '送审稿' }),
      draft('c.md', '花园办法（初稿）')
    ])
    expect(series!.drafts.map(({ file }) => file)).toEqual(['c.md', 'a.md', 'b.md'])
    expect(seriesNames(series!.drafts)).toEqual(['初稿', '征求意见稿', '送审稿'])
    expect(seriesNames([draft('a.md', '花园办法（试行）')])).toEqual(['a'])
    const [unknown] = draftSeries([draft('b.md', '花园办法（初稿）'), draft('a.md', '花园办法（样稿）')])
    expect(unknown!.drafts.map(({ file }) => file)).toEqual(['a.md', 'b.md'])
  })
  test('without dates follow the numbers in their file names', () => {
    const [series] = draftSeries([draft('10.md', '办法'), draft('9.md', '办法')])
    expect(series!.drafts.map(({ file }) => file)).toEqual(['9.md', '10.md'])
  })
  test('go by stages, else by dates, else by file names', () => {
    const staged = [draft('1.md', '办法', { stage: '初稿' }), draft('2.md', '办法', { stage: '送审稿' })]
    expect(seriesNames(staged)).toEqual(['初稿', '送审稿'])
    const same = [
      draft('1.md', '办法', { stage: '初稿', date: '2026-01-01' }),
      draft('2.md', '办法', { stage: '初稿', date: '2026-02-01' })
    ]
    expect(seriesNames(same)).toEqual(['2026-01-01', '2026-02-01'])
    expect(seriesNames([draft('1.md', '办法'), draft('2.md', '办法', { date: '2026-01-01' })])).toEqual(['1', '2'])
  })
})
