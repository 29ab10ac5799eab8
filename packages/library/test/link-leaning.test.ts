import { describe, expect, it } from 'vitest'
import { garden, instrument, lines } from './linked.js'

describe('words that lean on a place named before', () => {
  it('take 同条 from the sentence built alike, never for certain', () => {
    expect(
      lines(
        `# 苗圃办法

第一条　苗圃分为：

（一）公营；

（二）私营。

第二条　有前条第一项情形的，依照园林法第三条处罚；有同条第二项情形的，从轻。

第三条　违反第一条规定的，依照园林法第三条处罚；该条另有规定的除外。
`,
        [garden]
      ).filter((line) => /[同该]条/.test(line))
    ).toEqual([
      'art_2__para_1 同条第二项 → art_1__para_1__point_2 ambiguous',
      'art_3__para_1 该条 → 《中华人民共和国园林法》art_3'
    ])
  })

  it('take 该条 from the end of the 条 before where this one has named none, never for certain', () => {
    expect(
      lines(
        `# 关于适用园林法第二条有关问题的批复

一、园林法第二条所称公园，包括植物园。

二、违反该条第二款的，责令改正。

三、园林局可以制定细则。

四、该条第一款另有规定的除外。
`,
        [garden]
      ).filter((line) => line.includes('该条'))
    ).toEqual(['art_2__para_1 该条第二款 → 《中华人民共和国园林法》art_2__para_2 ambiguous'])
  })

  it('find 第二项 in the 款 of the article that has it, where the 款 named for another matter has none', () => {
    expect(
      lines(`# 苗圃办法

第一条　苗圃分为：

（一）公营；

（二）私营。

其他苗圃参照执行。

第二条　按照第一条第二款对第二项情形先行审查。
`).filter((line) => line.includes('第二项'))
    ).toEqual(['art_2__para_1 第二项 → art_1__para_1__point_2 ambiguous'])
  })

  it('know the 编 of a code by its heading', () => {
    const code = instrument(
      `# 中华人民共和国民法典

## 第一编　总则

### 第一章　基本规定

第一条　为了保护权利，制定本法。

## 第二编　物权

### 第一分编　通则

#### 第一章　一般规定

第二条　物权平等。
`,
      { shortNames: ['民法典'] }
    )
    expect(
      lines('# 苗圃办法\n\n第一条　适用民法典物权编第一分编第一章、民法典继承编、民法典物权编。\n', [code])
    ).toEqual([
      'art_1__para_1 民法典物权编第一分编第一章 → 《中华人民共和国民法典》book_2__chp_1',
      'art_1__para_1 民法典继承编 → 《中华人民共和国民法典》 dangling',
      'art_1__para_1 民法典物权编 → 《中华人民共和国民法典》book_2'
    ])
  })

  it('leave the clauses of a contract alone, under its short title too', () => {
    expect(
      lines(`# 苗圃案例

## 案情

双方订立《苗木供应协议书》（以下简称《供应协议》）。

《供应协议》第二条约定价款，《两岸苗木协议》第三条另有规定。
`)
    ).toEqual(['dvs_1__para_2 《两岸苗木协议》第三条 → 《两岸苗木协议》art_3 unknown-instrument'])
  })

  it('are not sure whether 前项 in a 目 is the 项 or the 目 before', () => {
    expect(
      lines(`# 苗圃办法

第一条　苗圃分为：

（一）公营：

1.市营；

2.前项以外的；

（二）私营：

1.独资，前项除外；

2.前项以外的。
`).filter((line) => line.includes('前项'))
    ).toEqual([
      'art_1__para_1__point_1__indent_2 前项 → art_1__para_1__point_1__indent_1',
      'art_1__para_1__point_2__indent_1 前项 → art_1__para_1__point_1',
      'art_1__para_1__point_2__indent_2 前项 → art_1__para_1__point_1 ambiguous 或 art_1__para_1__point_2__indent_1'
    ])
  })

  it('look ahead with 下款 and 下一条', () => {
    expect(
      lines(`# 苗圃办法

第一条　按照下款规定、下一条规定办理。

违反下一条第二款规定、下款规定的，从重。

第一条之一　苗圃有下述情形之一的，关闭：

（一）毁坏的；

（二）弃置的。

第二条　略。
`)
    ).toEqual([
      'art_1__para_1 下款 → art_1__para_2',
      'art_1__para_1 下一条 → art_1-1',
      'art_1__para_2 下一条第二款 → art_1-1__para_2 dangling',
      'art_1__para_2 下款 → art_1__para_3 dangling',
      'art_1-1__para_1 下述 → art_1-1__para_1__point_1…art_1-1__para_1__point_2'
    ])
  })

  it('reach to the last 款 with 第一条至第二条各款', () => {
    expect(lines('# 苗圃办法\n\n第一条　甲。\n\n第二条　乙。\n\n丙。\n\n第三条　适用第一条至第二条各款。\n')).toEqual([
      'art_3__para_1 第一条至第二条各款 → art_1…art_2__para_2'
    ])
  })
})
