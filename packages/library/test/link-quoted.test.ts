import { describe, expect, it } from 'vitest'
import { garden, lines } from './linked.js'

describe('what a text quotes, restates and points back to', () => {
  it('begins a replaced list of 款 with its first, and a restated article with its beginning', () => {
    expect(
      lines(
        `# 中华人民共和国园林法修正案

一、将园林法第二条第一款、第二款修改为：“园林分为两类。

“前款规定的两类由市政府公布。”

二、在园林法第三条中增加一款作为第二款，将该条修改为：“有下列行为之一的，处罚：

“（一）毁坏的；

“（二）侵占的。

“犯前款罪，有第二项情形的，从重。”
`,
        [garden]
      ).filter((line) => /前款|该条|第二项/.test(line))
    ).toEqual([
      'art_1__para_2 前款 → 《中华人民共和国园林法》art_2__para_1',
      'art_2__para_1 该条 → 《中华人民共和国园林法》art_3',
      'art_2__para_2 前款 → 《中华人民共和国园林法》art_3__para_1',
      'art_2__para_2 第二项 → 《中华人民共和国园林法》art_3__para_1__point_2 unknown-instrument'
    ])
  })

  it('reads another law in its own words, and in a definition', () => {
    expect(
      lines(
        `# 园林法实施办法

第一条　《中华人民共和国园林法》第一条规定：“为了保护园林，制定本法。”

第二条　园林法第三条所称本法施行前建成的公园，是指老公园。

第三条　本法另有规定的除外。
`,
        [garden]
      )
    ).toEqual([
      'art_1__para_1 《中华人民共和国园林法》第一条 → 《中华人民共和国园林法》art_1',
      'art_1__para_1 本法 → 《中华人民共和国园林法》',
      'art_2__para_1 园林法第三条 → 《中华人民共和国园林法》art_3',
      'art_2__para_1 本法 → 《中华人民共和国园林法》',
      'art_3__para_1 本法 → 本文件 ambiguous'
    ])
  })

  it('keeps the 条 of 前款第一项、第二款, and finds the articles of an annex', () => {
    expect(
      lines(`# 草坪办法

第一条　草坪分为：

（一）冷季型；

（二）暖季型。

违反前款第一项、第二款的，依照附件一第三条处理。
`)
    ).toEqual([
      'art_1__para_2 前款第一项、第二款 → art_1__para_1__point_1 + art_1__para_2',
      'art_1__para_2 附件一第三条 → att_1__art_3 dangling'
    ])
  })

  it('points back to places for certain only where the clause has named them', () => {
    expect(
      lines(`# 草坪办法

第一条　违反第二条、第三条的，依照各该条处罚；不适用上述条款的除外。

再犯的，依照各该条从重。

第二条　禁止践踏。

第三条　禁止焚烧。
`).filter((line) => /各该条|上述/.test(line))
    ).toEqual([
      'art_1__para_1 各该条 → art_2 + art_3',
      'art_1__para_1 上述条款 → art_2 ambiguous + art_3 ambiguous',
      'art_1__para_2 各该条 → art_2 ambiguous + art_3 ambiguous'
    ])
  })

  it('is not sure that a penalty means an item of its own list, or that words like a name are none', () => {
    expect(
      lines(`# 草坪办法

第一条　按照下列规定处罚：

（一）违反第二项规定的，责令改正；

（二）违反规定第二条的，责令补种。

第二条　依照某某实施方法第一条办理。
`).filter((line) => !line.includes('下列'))
    ).toEqual([
      'art_1__para_1__point_1 第二项 → art_1__para_1__point_2 ambiguous',
      'art_1__para_1__point_2 第二条 → art_2',
      'art_2__para_1 第一条 → art_1 ambiguous'
    ])
  })

  it('takes a paper that changes a text of its own title for another text', () => {
    expect(
      lines(`# 草坪办法

现决定对《草坪办法》（以下简称《办法》）作如下修改：

一、删去《办法》第一条第二项。

二、第三条增加一款，作为第二款。
`)
    ).toEqual([
      'preamble__para_1 《草坪办法》 → 《草坪办法》 unknown-instrument',
      'preamble__para_1 以下简称《办法》 → 《草坪办法》 unknown-instrument',
      'art_1__para_1 《办法》第一条第二项 → 《草坪办法》art_1__para_1__point_2 unknown-instrument',
      'art_2__para_1 第三条 → 《草坪办法》art_3 unknown-instrument',
      'art_2__para_1 第二款 → 《草坪办法》art_3__para_2 unknown-instrument'
    ])
  })

  it('finds a list in a quotation in the clause that is quoted', () => {
    expect(
      lines(
        `# 园林案例

## 裁判

《中华人民共和国园林法》第二条第一款规定：“园林分为下列两类：（一）公园；（二）私园。”《苗圃法》第九条规定：“前款规定以外，有下列情形之一的，处罚：（一）毁坏；（二）上述情形以外的。”

第三条　《中华人民共和国园林法》第二条规定：“园林分为下列两类：（一）公园；（二）私园。”
`,
        [garden]
      ).filter((line) => /下列|上述/.test(line))
    ).toEqual([
      'dvs_1__para_1 下列 → 《中华人民共和国园林法》art_2__para_1',
      'dvs_1__para_1 下列 → 《苗圃法》art_9 unknown-instrument',
      'art_3__para_1 下列 → 《中华人民共和国园林法》art_2 ambiguous'
    ])
  })
})
