import { instrumentsOfRegister, outlineOfRegister } from '@tiaoli/library'
import { describe, expect, it } from 'vitest'

describe('outlineOfRegister', () => {
  it('knows every article up to the last, and the clauses of those that are described', () => {
    const outline = outlineOfRegister({
      articles: 3,
      clauses: [
        { article: 2, topic: '花园的分类', paragraphs: [3, 0] },
        { article: '2-1', topic: '屋顶花园' }
      ]
    })
    expect([...outline.articles.keys()].sort()).toEqual(['art_1', 'art_2', 'art_2-1', 'art_3'])
    const second = outline.articles.get('art_2')!
    expect(second.topic).toBe('花园的分类')
    expect(second.paragraphs!.map(({ points }) => points.length)).toEqual([3, 0])
    expect(outline.articles.get('art_3')!.paragraphs).toBeUndefined()
    expect(outline.complete).toBe(true)
  })

  it('does not claim to be complete where the number of articles is not stated', () => {
    expect(outlineOfRegister({ clauses: [{ article: 1 }] }).complete).toBe(false)
  })

  it('places 节 in their 章, and articles in both', () => {
    const outline = outlineOfRegister({
      articles: 6,
      structure: [
        { unit: 'preamble', heading: '总纲', paragraphs: 4 },
        { unit: 'chapter', number: 1, heading: '总则', from: 1, to: 2 },
        { unit: 'chapter', number: 2, heading: '花园', from: 3, to: 6 },
        { unit: 'section', number: 1, heading: '建设', from: 3, to: 4 },
        { unit: 'section', number: 2, heading: '养护', from: 5, to: 6 }
      ]
    })
    expect([...outline.structures.keys()]).toEqual(['preamble', 'chp_1', 'chp_2', 'chp_2__sec_1', 'chp_2__sec_2'])
    expect(outline.structures.get('preamble')).toEqual({ address: 'preamble', heading: '总纲', paragraphs: 4 })
    expect(outline.articles.get('art_5')!.path).toEqual(['chp_2', 'chp_2__sec_2'])
  })

  it('puts the 编 in front where 章 restart in each', () => {
    const outline = outlineOfRegister({
      structure: [
        { unit: 'book', number: 1, heading: '总则' },
        { unit: 'chapter', number: 1, heading: '基本规定' },
        { unit: 'book', number: 2, heading: '花园' },
        { unit: 'chapter', number: 1, heading: '一般规定' }
      ]
    })
    expect([...outline.structures.keys()]).toEqual(['book_1', 'book_1__chp_1', 'book_2', 'book_2__chp_1'])
  })
})

describe('instrumentsOfRegister', () => {
  it('orders versions by day and builds no outline for a bare fact', () => {
    const [instrument] = instrumentsOfRegister(
      {
        instruments: [
          { title: '某市花园条例', versions: [{ date: '2021-01-01', articles: 2 }, { date: '2010-01-01' }] }
        ]
      },
      'a.yaml'
    )
    expect(instrument!.shortNames).toEqual([])
    expect(instrument!.versions.map(({ date, outline }) => [date, outline?.articles.size])).toEqual([
      ['2010-01-01', undefined],
      ['2021-01-01', 2]
    ])
    expect(instrument!.versions[0]!.source).toEqual({ kind: 'register', file: 'a.yaml' })
  })
})
