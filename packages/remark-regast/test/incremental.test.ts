import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createIncrementalParser, parseRegulation } from '../src/index.js'
import { clauseText, hostileText } from './arbitrary-text.js'

function longDraft(articles: number): string {
  const parts = ['# 停车办法']
  for (let number = 1; number <= articles; number++) {
    parts.push(`第${number}条 泊位应当编号。`, '下列泊位除外：', '（一）临时泊位；', '（二）“固定”泊位。')
  }
  return `${parts.join('\n\n')}\n`
}

describe('reading again after an edit', () => {
  it('gives what a fresh parse gives, whatever is edited', () => {
    const place = fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(12),
      fc.oneof(clauseText, hostileText, fc.constant(''))
    )
    fc.assert(
      fc.property(
        fc.oneof(clauseText, hostileText, fc.constant(longDraft(12))),
        fc.array(place, { maxLength: 5 }),
        (start, edits) => {
          const parser = createIncrementalParser()
          parser.parse(start)
          for (const [where, length, text] of edits) {
            const from = Math.floor(where * parser.source.length)
            const to = Math.min(parser.source.length, from + length)
            const expected = parser.source.slice(0, from) + text + parser.source.slice(to)
            const found = parser.edit({ start: from, end: to, text })
            expect(parser.source).toBe(expected)
            const fresh = parseRegulation(expected)
            expect(found.tree).toEqual(fresh.tree)
            expect(found.messages.map(String)).toEqual(fresh.messages.map(String))
          }
        }
      ),
      { numRuns: 400 }
    )
  })

  it('gives what a fresh parse gives where an edit changes what later lines are', () => {
    const pieces = [
      '“',
      '”',
      '\n\n',
      '**',
      '：',
      '<!-- INFO END -->\n\n',
      '\n\n## 第一章　总则\n\n',
      '\n\n目录\n\n第一章　总则\n\n',
      '\n\n第3条 泊位不得转让。\n\n',
      '。 第4条 泊位应当收回。',
      '\n\n增加一条：\n\n第九十条　泊位另行规定。\n\n',
      '\n\n附件：1.申请表\n\n2.登记表\n\n',
      '\n\n附件1\n\n第1条 附件另计。\n\n',
      '\n\n附则\n\n',
      '\n\n第三章\n\n总　则\n\n',
      '\n\n停车办公室\n\n2021年5月6日\n\n',
      '\n\n一、泊位\n\n',
      '#第5条 泊位\n',
      '1. ',
      '\n\n1. ',
      '\n\n2. 第4条 泊位应当收回。\n\n   收回不收费用。\n\n'
    ]
    const edit = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(30), fc.constantFrom('', ...pieces))
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.array(edit, { minLength: 1, maxLength: 6 }), (bold, listed, edits) => {
        const parser = createIncrementalParser()
        const draft = longDraft(12)
        parser.parse(
          bold ? draft.replace(/^(第\d+条)/gm, '**$1**') : listed ? draft.replace(/^(?=第\d+条)/gm, '1. ') : draft
        )
        for (const [where, length, text] of edits) {
          const start = Math.floor(where * parser.source.length)
          const found = parser.edit({ start, end: Math.min(parser.source.length, start + length), text })
          const fresh = parseRegulation(parser.source)
          expect(found.tree).toEqual(fresh.tree)
          expect(found.messages.map(String)).toEqual(fresh.messages.map(String))
        }
      }),
      { numRuns: 300 }
    )
  })

  it('reads only the blocks around a keystroke', () => {
    const parser = createIncrementalParser()
    const source = longDraft(300)
    parser.parse(source)
    expect(parser.read).toBe(source.length)
    const at = source.indexOf('第150条') + 10
    parser.edit({ start: at, end: at, text: '都' })
    expect(parser.read).toBeLessThan(60)
  })

  it('keeps the articles that the edit does not touch', () => {
    const parser = createIncrementalParser()
    const source = longDraft(30)
    const before = parser.parse(source).tree.children.filter((node) => node.type === 'article')
    const at = source.indexOf('第15条') + 10
    const after = parser
      .edit({ start: at, end: at, text: '都' })
      .tree.children.filter((node) => node.type === 'article')
    const kept = after.filter((node, index) => node === before[index])
    expect(after).toHaveLength(30)
    // The block before the edit is read again too, for an edit may join the two.
    expect(after.filter((node, index) => node !== before[index]).map(({ number }) => number.value)).toEqual([14, 15])
    expect(kept).toHaveLength(28)
    expect(after[20]!.position!.start.offset).toBe(parser.source.indexOf('第21条'))
  })
})
