import { clauseDocuments, fold, grams, isTerm } from '@tiaoli/search'
import fc from 'fast-check'
import { parseRegulation } from 'remark-regast'
import { describe, expect, it } from 'vitest'
import { foldUnit } from '../../src/analysis/characters.js'
import { splitWords, Vocabulary } from '../../src/analysis/words.js'

describe('fold', () => {
  it('makes widths, cases and twin characters one', () => {
    expect(fold('第３２条　ＡBc（帐户）')).toBe('第32条 abc(账户)')
  })

  it('keeps every unit in its place, one by one as together', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const folded = fold(text)
        expect(folded).toHaveLength(text.length)
        expect(
          [...Array(text.length).keys()].map((at) => String.fromCharCode(foldUnit(text.charCodeAt(at)))).join('')
        ).toBe(folded)
      })
    )
  })
})

describe('grams', () => {
  it('are two neighbours each, never across punctuation', () => {
    expect(grams('公开账目，Ａ4纸。')).toEqual(['公开', '开账', '账目', 'a4', '4纸'])
    expect(grams('税、费')).toEqual(['税', '费'])
    expect(grams('……')).toEqual([])
  })

  it('never part a character of two units', () => {
    expect(grams('用𬭚字')).toEqual(['𬭚'])
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        for (const term of grams(text)) {
          expect(isTerm(term), JSON.stringify(term)).toBe(true)
          expect(term.isWellFormed()).toBe(true)
        }
      })
    )
  })
})

describe('splitWords', () => {
  it('takes known words first, the longest from the left', () => {
    const vocabulary = new Vocabulary(['用人单位', '单位受贿', '年休假'])
    expect(splitWords('用人单位受贿 年休假', vocabulary).map(({ text }) => text)).toEqual([
      '用人单位',
      '受贿',
      '年休假'
    ])
    expect(splitWords('年休假期间公开账目', vocabulary)).toMatchObject([
      { text: '年休假', start: 0, known: true },
      { text: '期间', start: 3, known: false },
      { text: '公开', start: 5 },
      { text: '账目', start: 7 }
    ])
  })
})

describe('clauseDocuments', () => {
  it('has one document an article, with its headings, lines and terms', () => {
    const source =
      '# 某市社区花园管理办法\n\n## 第一章　总 则\n\n第一条　社区花园（以下简称花园）归居民共有。\n\n### 第一节 养护\n\n第二条　养护人应当：\n\n（一）浇水；\n\n（二）除草。\n\n另有约定的除外。\n'
    const documents = clauseDocuments(parseRegulation(source).tree, 'a.md')
    expect(documents).toMatchObject([
      { address: 'art_1', label: '第一条', headings: ['总则'], terms: ['花园'], line: 5 },
      {
        text: 'a.md',
        address: 'art_2',
        number: { value: 2 },
        headings: ['总则', '养护'],
        body: '养护人应当：\n浇水；\n除草。\n另有约定的除外。',
        lines: [
          { address: 'art_2__para_1', index: 0 },
          { address: 'art_2__para_1__point_1', index: 7 },
          { address: 'art_2__para_1__point_2', index: 11 },
          { address: 'art_2__para_2', index: 15 }
        ]
      }
    ])
  })

  it('leaves no text outside articles unsearchable', () => {
    const source = '# 某市花园公约\n\n我们住在这里。\n\n第一条　爱护花木。\n\n## 附件一　花木名录\n\n月季、石榴。\n'
    const bodies = clauseDocuments(parseRegulation(source).tree, 'a').map(({ body }) => body)
    expect(bodies.join('\n')).toContain('月季、石榴')
    expect(bodies).toContain('爱护花木。')
  })
})
