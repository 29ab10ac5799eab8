import { diffText } from '@tiaoli/diff'
import { describe, expect, it } from 'vitest'

describe('differences of words', () => {
  it('keeps quantities whole', () => {
    expect(diffText('应当在十五日内备案。', '应当在三十日内备案。')).toEqual([
      { kind: 'equal', text: '应当在' },
      { kind: 'deleted', text: '十五日' },
      { kind: 'inserted', text: '三十日' },
      { kind: 'equal', text: '内备案。' }
    ])
  })

  it('keeps titles whole', () => {
    const segments = diffText('依照《某市厨房条例（试行）》办理。', '依照《某市厨房条例》办理。')
    expect(segments[1]).toEqual({ kind: 'deleted', text: '《某市厨房条例（试行）》' })
  })

  it('does not leave single words standing between two changes', () => {
    const segments = diffText('甲部门的负责人员到场。', '乙机构的经办人员到场。')
    expect(
      segments.filter(({ kind }) => kind === 'equal').map((segment) => 'text' in segment && segment.text)
    ).not.toContain('的')
  })

  it('takes time in line with the length of a long clause that was rewritten', () => {
    const words = (seed: number) =>
      Array.from(
        { length: 12_000 },
        (_, i) => ['清洁', '备案', '公示', '检查', '培训'][(i * seed + (i >> 3)) % 5]
      ).join('')
    const segments = diffText(words(7), words(3))
    expect(
      segments.map((segment) => ('text' in segment && segment.kind !== 'deleted' ? segment.text : '')).join('')
    ).toBe(words(3))
  })
})
