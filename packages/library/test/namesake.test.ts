import { describe, expect, it } from 'vitest'
import { lines } from './linked.js'

const draft = (words: string): string[] =>
  lines(`# 苗圃办法

第一条　苗圃应当登记。

第二条　${words}
`)

describe('an older text of the title that a document bears', () => {
  it('is not the document: a clause of it that is repealed is gone', () => {
    expect(draft('2010年公布的《苗圃办法》第一条、第九条同时废止。')).toEqual([
      'art_2__para_1 《苗圃办法》第一条、第九条 → 《苗圃办法》art_1 superseded + 《苗圃办法》art_9 superseded'
    ])
    expect(draft('原《苗圃办法》（市府令第1号）第一条至第九条废止。')).toEqual([
      'art_2__para_1 《苗圃办法》 → 《苗圃办法》 superseded',
      'art_2__para_1 第一条至第九条 → 《苗圃办法》art_1…art_9 superseded'
    ])
  })

  it('is never taken for the document for certain', () => {
    for (const words of ['原《苗圃办法》', '1998年《苗圃办法》', '2001年3月2日市政府发布的《苗圃办法》'])
      expect(draft(`依照${words}第一条登记的继续有效。`)).toEqual([
        'art_2__para_1 《苗圃办法》第一条 → art_1 ambiguous'
      ])
    expect(draft('依照《苗圃办法》（1998年发布）第一条登记的继续有效。')).toEqual([
      'art_2__para_1 《苗圃办法》 → 本文件 ambiguous',
      'art_2__para_1 第一条 → art_1 ambiguous'
    ])
    expect(draft('依照《苗圃办法》第一条登记。')).toEqual(['art_2__para_1 《苗圃办法》第一条 → art_1'])
  })
})

describe('clauses numbered with points', () => {
  it('are read, and not looked up', () => {
    expect(
      lines(`# 议事规则

1.1　依照《花木条例》制定。

1.2　违反第1.1条第（一）项的，无效。
`)
    ).toEqual([
      'preamble__para_1 《花木条例》 → 《花木条例》 unknown-instrument',
      'preamble__para_2 第1.1条第（一）项 → 本文件 unknown-instrument'
    ])
  })
})
