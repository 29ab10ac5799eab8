import { parseRegulation } from 'remark-regast'
import { describe, expect, it } from 'vitest'
import { clauseTexts, placeAt } from '../src/index.js'

const source = `# 楼道公约

第一条 楼长应当**每月**巡查，\\
并记录：

（一）费用为2\\*3元；<!-- 待核 -->

（二）见[《公约》](http://a.example)。
`

describe('the texts of clauses', () => {
  const texts = clauseTexts(parseRegulation(source).tree)

  it('stand each under the deepest clause', () => {
    expect(texts.map(({ address, text }) => [address, text])).toEqual([
      ['', '楼道公约'],
      ['art_1__para_1', '楼长应当每月巡查，\n并记录：'],
      ['art_1__para_1__point_1', '费用为2*3元；'],
      ['art_1__para_1__point_2', '见《公约》\uFFFC。']
    ])
  })

  it('know where each character stands in the source', () => {
    const lines = source.split('\n')
    for (const clause of texts) {
      for (let index = 0; index < clause.text.length; index++) {
        const char = clause.text.charAt(index)
        const { line, column, offset } = placeAt(clause, index)
        expect(lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1).toBe(offset)
        if (char === '*') expect(source.slice(offset, offset + 2)).toBe('\\*')
        else if (char === '\n') expect(source.slice(offset, offset + 2)).toBe('\\\n')
        else if (char === '\uFFFC') expect(source.charAt(offset)).toBe(']')
        else expect(source.charAt(offset)).toBe(char)
      }
    }
  })
})
