import { describe, expect, it } from 'vitest'
import { instrument, lines } from './linked.js'

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

describe('the title that a draft is going to bear', () => {
  const inDraft = (words: string, stage: string, known = false): string[] =>
    lines(
      `# 苗圃办法（${stage}）\n\n第一条　苗圃应当登记。\n\n第二条　${words}\n`,
      known ? [instrument('# 苗圃办法\n\n第一条　苗圃应当报告。\n', { date: '2010-01-01' })] : []
    )

  it('is the draft where there is no other text of that title', () => {
    for (const stage of ['草案', '修订草案', '征求意见稿', '草案二次审议稿'])
      expect(inDraft('违反《苗圃办法》第一条的，予以警告。', stage)).toEqual([
        'art_2__para_1 《苗圃办法》第一条 → art_1'
      ])
  })

  it('may be the draft or the text in force, where there is one', () => {
    expect(inDraft('违反《苗圃办法》第一条的，予以警告。', '修订草案', true)).toEqual([
      'art_2__para_1 《苗圃办法》第一条 → 《苗圃办法》art_1 ambiguous'
    ])
  })

  it('is the text in force where the words say so', () => {
    for (const words of ['依照2010年《苗圃办法》第一条登记的继续有效。', '2010年公布的《苗圃办法》第一条同时废止。'])
      expect(inDraft(words, '修订草案', true)[0]).toMatch(/ → 《苗圃办法》art_1$/)
    expect(inDraft('2010年公布的《苗圃办法》同时废止。', '修订草案', true)).toEqual([
      'art_2__para_1 《苗圃办法》 → 《苗圃办法》'
    ])
    expect(inDraft('依照原《苗圃办法》第一条登记的继续有效。', '修订草案')).toEqual([
      'art_2__para_1 《苗圃办法》第一条 → 《苗圃办法》art_1 unknown-instrument'
    ])
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
