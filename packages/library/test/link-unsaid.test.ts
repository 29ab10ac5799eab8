import { describe, expect, it } from 'vitest'
import { garden, lines, young } from './linked.js'

describe('levels left unsaid', () => {
  it('binds 第一项 to the 款 named before it in the sentence, and 第二款 to its own 条', () => {
    expect(
      lines(`# 草坪办法

第一条　草坪分为：

（一）冷季型；

（二）暖季型。

有第一款情形，属于第一项的，从轻处理，不适用第三款。

第二款不适用于苗圃。
`)
    ).toEqual([
      'art_1__para_2 第一款 → art_1__para_1',
      'art_1__para_2 第一项 → art_1__para_1__point_1',
      'art_1__para_2 第三款 → art_1__para_3',
      'art_1__para_3 第二款 → art_1__para_2'
    ])
  })

  it('binds 款 and 项 in a bracket to the place before it, and 其中 to the place of the sentence before', () => {
    expect(
      lines(
        `# 公园条例

第一条　第二条（第二款除外）适用于苗圃，但《中华人民共和国园林法》第二条（不含第二项）不适用。

第二条　公园免费开放。

违反前款的，依照《中华人民共和国园林法》第二条处罚。其中第二款从轻。

第三条　第一款规定的期限为十日。
`,
        [garden]
      )
    ).toEqual([
      'art_1__para_1 第二条 → art_2',
      'art_1__para_1 第二款 → art_2__para_2',
      'art_1__para_1 《中华人民共和国园林法》第二条 → 《中华人民共和国园林法》art_2',
      'art_1__para_1 第二项 → 《中华人民共和国园林法》art_2__para_1__point_2',
      'art_2__para_2 前款 → art_2__para_1',
      'art_2__para_2 《中华人民共和国园林法》第二条 → 《中华人民共和国园林法》art_2',
      // Nobody calls the 款 that he writes by its number.
      'art_2__para_2 第二款 → art_2__para_2 ambiguous 或 《中华人民共和国园林法》art_2__para_2',
      'art_3__para_1 第一款 → art_3__para_1 ambiguous'
    ])
  })

  it('reads a bare number in an annex that has articles as one of the annex', () => {
    expect(
      lines(`# 公园条例

第一条　游客应当遵守附件。

第二条　公园免费开放。

第三条　公园收费另定。

附件

游园规则

第一条　游客依照第二条购票，依照第三条退票，适用本条例第二条和本附件第二条。

第二条　禁止攀折花木。
`).filter((line) => line.startsWith('att'))
    ).toEqual([
      'att_1__art_1__para_1 第二条 → att_1__art_2',
      'att_1__art_1__para_1 第三条 → art_3 ambiguous',
      'att_1__art_1__para_1 本条例第二条 → art_2',
      'att_1__art_1__para_1 本附件第二条 → att_1__art_2'
    ])
  })

  it('reads 第一部分 in a paper of items 一、 as its first', () => {
    expect(
      lines(`# 关于养护的意见

一、总体要求

（一）花木应当浇水。

（二）花木应当修剪。

二、主要任务

（一）落实第一部分第（二）项，按照第（二）项办理。

（二）抓住第三条主线。
`)
    ).toEqual([
      'art_2__para_1__point_1 第（二）项 → art_1__para_1__point_2',
      'art_2__para_1__point_1 第（二）项 → art_1__para_1__point_2 ambiguous 或 art_2__para_1__point_2'
    ])
  })

  it('takes the clauses of a paper that is named by its number for those of that paper', () => {
    expect(
      lines(`# 公园条例

第一条　依照国务院令第12号第二条、市府发〔2010〕5号文件第二条第一款、《甲办法》（市府发〔2011〕6号）第二条、本市有关规定第二条办理。

第二条　《某国际湿地公约》第二条和该公约第一条同样适用。
`)
    ).toEqual([
      'art_1__para_1 第二条 → 《国务院令第12号》art_2 unknown-instrument',
      'art_1__para_1 第二条第一款 → 《市府发〔2010〕5号》art_2__para_1 unknown-instrument',
      'art_1__para_1 《甲办法》 → 《甲办法》 unknown-instrument',
      'art_1__para_1 第二条 → 《甲办法》art_2 unknown-instrument',
      'art_1__para_1 第二条 → art_2 ambiguous',
      'art_2__para_1 《某国际湿地公约》第二条 → 《某国际湿地公约》art_2 unknown-instrument',
      'art_2__para_1 该公约第一条 → 《某国际湿地公约》art_1 unknown-instrument'
    ])
  })

  it('reads the numbers of a paper that explains a draft in the draft', () => {
    const draft = { ...young, title: '花木条例（草案）' }
    const text = `# 关于《花木条例（草案）》的说明

一、主要内容

（一）规定了登记（第二条、第三条）。草案第三条要求挂牌。

（二）按照第二条，本条例第三条适用于《中华人民共和国园林法》第二条、第三条的园林。
`
    expect(lines(text, [draft, garden]).slice(0, 4)).toEqual([
      'art_1__para_1__point_1 第二条、第三条 → 《花木条例（草案）》art_2 + 《花木条例（草案）》art_3',
      'art_1__para_1__point_1 第三条 → 《花木条例（草案）》art_3',
      'art_1__para_1__point_2 第二条 → 《花木条例（草案）》art_2 ambiguous',
      'art_1__para_1__point_2 本条例第三条 → 《花木条例（草案）》art_3'
    ])
    // A text that is no draft may have other numbers.
    expect(lines(text, [young]).slice(0, 2)).toEqual([
      'art_1__para_1__point_1 第二条、第三条 → 《花木条例》art_2 ambiguous + 《花木条例》art_3 ambiguous',
      'art_1__para_1__point_1 第三条 → 《花木条例》art_3 ambiguous'
    ])
  })

  it('is not sure whose 第三条 it is that a semicolon parts from the law it has named', () => {
    expect(
      lines(
        `# 公园条例

第一条　《中华人民共和国园林法》第二条所称公园，包括苗圃；第三条所称毁坏，包括攀折；第三条的费用另定。

第二条　公园免费开放。

第三条　公园收费另定。
`,
        [garden]
      )
    ).toEqual([
      'art_1__para_1 《中华人民共和国园林法》第二条 → 《中华人民共和国园林法》art_2',
      'art_1__para_1 第三条 → art_3 ambiguous 或 《中华人民共和国园林法》art_3',
      'art_1__para_1 第三条 → art_3'
    ])
  })

  it('joins 以及第三款 across words to the article before it', () => {
    expect(
      lines(`# 草坪办法

第一条　依照第二条第一款规定的标准以及第三款执行。

第二条　草坪应当养护。

养护每年一次。

费用由业主承担。
`)
    ).toEqual(['art_1__para_1 第二条第一款 → art_2__para_1', 'art_1__para_1 第三款 → art_2__para_3'])
  })

  it('reads 违反第二项 in a list of penalties in the article that the lead-in cites', () => {
    expect(
      lines(`# 草坪办法

第一条　草坪上禁止：

（一）停车；

（二）烧烤。

第二条　违反本办法第一条规定的，按照下列规定处罚：

（一）违反第一项规定的，处五十元罚款；

（二）违反第二项规定的，处一百元罚款。
`)
    ).toEqual([
      'art_2__para_1 本办法第一条 → art_1',
      'art_2__para_1 下列 → art_2__para_1__point_1…art_2__para_1__point_2',
      'art_2__para_1__point_1 第一项 → art_1__para_1__point_1',
      'art_2__para_1__point_2 第二项 → art_1__para_1__point_2'
    ])
  })

  it('tells both readings where a bare 项 can stand in two 款', () => {
    expect(
      lines(`# 草坪办法

第一条　依照第二条第一项处理。

第二条　草坪分为：

（一）冷季型；

（二）暖季型。

绿地分为：

（一）公园；

（二）街心花园。
`)
    ).toEqual(['art_1__para_1 第二条第一项 → art_2__para_1__point_1 ambiguous 或 art_2__para_2__point_1'])
  })
})
