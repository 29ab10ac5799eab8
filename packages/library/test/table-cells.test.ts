import { createIncrementalParser, parseRegulation } from 'remark-regast'
import { describe, expect, it } from 'vitest'
import { createLibrary, createScanCache, linkDocument } from '../src/index.js'
import { lines, link } from './linked.js'

const draft = `# 苗圃办法

第一条　苗圃应当登记。

苗圃应当按照下列标准收费：

| 依据 | **标准** |
| --- | --- |
| 第二条第一款 | 依照《花木条例》第三条 |
| 前款、第九条 | 元 \\| 亩，第二条 |

第二条　略。

| 原文 | 新文 |
| - | - |
| 第二条　苗圃应当登记。 | 第二条依照第一条登记。 |
`

describe('tables', () => {
  it('are read cell by cell', () => {
    expect(lines(draft)).toEqual([
      'art_1__para_2 下列 → art_1__para_2',
      'art_1__para_2 第二条第一款 → art_2__para_1',
      'art_1__para_2 《花木条例》第三条 → 《花木条例》art_3 unknown-instrument',
      'art_1__para_2 前款、第九条 → art_1__para_1 + art_9 dangling',
      'art_2__para_1 第二条 → art_2',
      'art_2__para_1 第一条 → art_1'
    ])
  })

  it('have their references where they stand', () => {
    for (const { text, start, end } of link(draft).references) {
      expect(draft.slice(start.offset, end.offset)).toBe(text)
      expect(draft.split('\n')[start.line - 1]!.slice(start.column - 1, end.column - 1)).toBe(text)
    }
  })

  it('are read outside articles as well', () => {
    expect(lines('# 苗圃办法\n\n第一条　标准见附件。\n\n附件\n\n| 依据 |\n| - |\n| 本办法第一条 |\n').at(-1)).toBe(
      'att_1 本办法第一条 → art_1'
    )
  })

  it('are read again, and move, with a draft that is edited', () => {
    const cache = createScanCache()
    const library = createLibrary([])
    const parser = createIncrementalParser()
    parser.parse(draft)
    const edits: [before: string, text: string][] = [
      ['苗圃应当登记。', '大'],
      ['第一款 |', '之'],
      ['前款', '\n| 第一条 | 第二条第二款 |\n| '],
      ['第一条', '第一条　新。\n\n'],
      ['第二条　略', '第三条　新。\n\n']
    ]
    for (const [before, text] of edits) {
      const at = parser.source.indexOf(before)
      const { tree } = parser.edit({ start: at, end: at, text })
      const fresh = linkDocument(parseRegulation(parser.source).tree, { library })
      expect(linkDocument(tree, { library, cache })).toEqual(fresh)
      for (const found of fresh.references)
        expect(parser.source.slice(found.start.offset, found.end.offset)).toBe(found.text)
    }
  })
})
