import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkLossless, formatRegulation, parseRegulation, trivia } from '../src/index.js'
import { parseMarkdown } from '../src/markdown.js'
import { parseSource } from '../src/parse.js'
import { clauseText, hostileText } from './arbitrary-text.js'

const runs = { numRuns: 1500 }

describe('any text', () => {
  it('parses without a throw and without a loss', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, clauseText, fc.string({ unit: 'binary' })), (source) => {
        const { tree } = parseRegulation(source)
        expect(checkLossless(tree, source)).toEqual([])
      }),
      runs
    )
  })

  it('gives the tree that it gives when every block goes through remark', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, clauseText), (source) => {
        expect(parseSource(source, parseMarkdown, true).tree).toEqual(parseSource(source, parseMarkdown, false).tree)
      }),
      runs
    )
  })

  it('says the same in canonical form, which is final', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, clauseText), (source) => {
        const { value, messages } = formatRegulation(source)
        if (messages.some(({ ruleId }) => ruleId === 'format-unsafe')) expect(value).toBe(source)
        else expect(formatRegulation(value).value).toBe(value)
      }),
      { numRuns: 600 }
    )
  })
})

describe('the lossless check', () => {
  const source = '# 停车办法\n\n第一条 **泊位**应当编号。\n'

  it('names what stands between the leaves', () => {
    const { tree } = parseRegulation(source)
    expect(trivia(tree, source).map(({ kind, start, end }) => [kind, source.slice(start, end)])).toEqual([
      ['markup', '# '],
      ['blank', '\n\n'],
      ['markup', ' **'],
      ['markup', '**'],
      ['blank', '\n']
    ])
  })

  it('finds a clause that is missing, one that stands twice, and one that says something else', () => {
    const { tree } = parseRegulation(source)
    const [title, article] = tree.children
    expect(checkLossless({ ...tree, children: [title!] }, source)).toMatchObject([{ reason: 'unclaimed' }])
    expect(checkLossless({ ...tree, children: [title!, article!, article!] }, source)[0]).toMatchObject({
      reason: 'overlap'
    })
    const other = JSON.parse(JSON.stringify(tree).replace('应当编号', '不得编号'))
    expect(checkLossless(other, source)).toMatchObject([{ reason: 'value' }])
  })

  it('knows a byte order mark', () => {
    const marked = `\ufeff${source}`
    expect(trivia(parseRegulation(marked).tree, marked)[0]).toEqual({ kind: 'bom', start: 0, end: 1 })
  })
})
