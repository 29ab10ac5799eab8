import { renderTerminal } from '@tiaoli/report'
import { describe, expect, it } from 'vitest'
import { textWidth } from '../src/text-width.js'
import { wrapSpans } from '../src/wrap.js'
import { reportOf } from './example.js'

describe('renderTerminal', () => {
  it.each([60, 80, 120])('stays within %d columns', (width) => {
    const lines = renderTerminal(reportOf(), { width, color: false }).split('\n')
    expect(lines.filter((line) => textWidth(line) > width)).toEqual([])
  })

  it('aligns the columns of the table, a Chinese character being two wide', () => {
    const lines = renderTerminal(reportOf(), { width: 100, color: false }).split('\n')
    const head = lines.findIndex((line) => line.startsWith('文件 '))
    const column = (line: string, word: string) => textWidth(line.slice(0, line.indexOf(word)))
    const rows = lines.slice(head + 2, head + 6)
    expect(rows.filter((line) => line.includes('地方性法规'))).toHaveLength(1)
    const at = column(lines[head]!, '类别')
    expect(
      rows.filter((line) => /规章|地方性法规/.test(line)).map((line) => column(line, /规章|地方性法规/.exec(line)![0]))
    ).toEqual([at, at])
  })

  it('colours only when told to', () => {
    expect(renderTerminal(reportOf(), { width: 80, color: false })).not.toContain('\u001B')
    expect(renderTerminal(reportOf(), { width: 80, color: true })).toContain('\u001B[31m')
  })
})

describe('wrapSpans', () => {
  const wrap = (text: string, width: number) =>
    wrapSpans([{ text, style: 'plain' }], width).map((line) => line.map((part) => part.text).join(''))

  it('breaks Chinese anywhere but in front of a closing mark', () => {
    expect(wrap('花园由居民管理，账目公开。', 8)).toEqual(['花园由居', '民管理，', '账目公', '开。'])
  })

  it('does not end a line with an opening mark', () => {
    for (let width = 6; width < 30; width += 2) {
      for (const line of wrap('依照《某省园林条例》（以下简称条例）和“花园守则”办理。', width))
        expect(line).not.toMatch(/[《（“]$/)
    }
  })

  it('keeps Latin words whole', () => {
    expect(wrap('文件名 corpus/drafts/a.md 见下', 14)).toContain('corpus/drafts/a.md')
  })
})
