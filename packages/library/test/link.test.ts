import { describe, expect, it } from 'vitest'
import { garden, lines, link, young } from './linked.js'

describe('places in the document itself', () => {
  it('reads 款 and 项, with the 款 that has the 项 where only the 项 is cited', () => {
    expect(
      lines(`# 草坪办法

第一条　本办法第二条第二项、第三条第二款和第四条不适用。

第二条　草坪分为：

（一）冷季型；

（二）暖季型。

第三条　草坪应当养护。

养护费用由业主承担。
`)
    ).toEqual([
      'art_1__para_1 本办法第二条第二项、第三条第二款和第四条 → art_2__para_1__point_2 + art_3__para_2 + art_4 dangling'
    ])
  })

  it('says why a place does not exist', () => {
    const { references } = link(`# 草坪办法

第一条　依照本办法第九条、第二条第三款和第二条第一项处理。

第二条　草坪应当养护。
`)
    expect(references[0]!.targets.map(({ reason }) => reason)).toEqual([
      '本文件没有第九条（末条是第二条）',
      '本文件第二条只有一款',
      '本文件第二条没有分项'
    ])
  })

  it('tells which references are not resolved', () => {
    const { references, unresolved } = link(`# 草坪办法

第一条　依照第二条和第九条处理；依照《苗圃办法》处理；依照第二条处理。

第二条　依照前条处理。
`)
    expect(unresolved.map(({ text }) => text)).toEqual(['第二条和第九条', '《苗圃办法》'])
    expect(references).toEqual(expect.arrayContaining(unresolved))
    expect(references).toHaveLength(4)
  })

  it('does not choose between two articles of one number', () => {
    const { references } = link(`# 草坪办法

第一条　违反第二条、第二条第三款、第三条和第一条至第二条的，责令改正。

第二条　草坪应当登记。

第二条　草坪应当养护。

第三条　本办法自公布之日起施行。
`)
    expect(references[0]!.targets.map(({ from, to, status }) => [from, to, status])).toEqual([
      ['art_2', undefined, 'ambiguous'],
      ['art_2__para_3', undefined, 'ambiguous'],
      ['art_3', undefined, 'resolved'],
      ['art_1', 'art_2', 'ambiguous']
    ])
    expect(references[0]!.targets[0]!.reason).toBe('本文件有2处第二条，不能确定指哪一处')
  })

  it('counts 前款, 前两款, 前条 and 前项 from where they stand', () => {
    expect(
      lines(`# 草坪办法

第一条　草坪应当登记。

第二条　草坪应当养护。

前条规定的登记和前款规定的养护，每年一次：

（一）春季修剪；

（二）前项修剪以外的修剪，依照前款。

前两款的费用由业主承担。
`)
    ).toEqual([
      'art_2__para_2 前条 → art_1',
      'art_2__para_2 前款 → art_2__para_1',
      'art_2__para_2__point_2 前项 → art_2__para_2__point_1',
      'art_2__para_2__point_2 前款 → art_2__para_1',
      'art_2__para_3 前两款 → art_2__para_1…art_2__para_2'
    ])
  })

  it('reports 前款 in a first 款', () => {
    const { references } = link(`# 草坪办法

第一条　违反前款规定的，责令改正。
`)
    expect(references[0]!.targets[0]).toMatchObject({ status: 'dangling', reason: '这是本条第一款，前面没有款' })
  })

  it('announces the 项 of its own 款, the 目 of its own 项, or the clause where the list is inline', () => {
    expect(
      lines(`# 草坪办法

第一条　草坪应当符合下列要求：

（一）有下列设施之一：

1. 喷灌；

2. 滴灌。

（二）平整。

第二条　有下列情形的除外：干旱、洪水。
`)
    ).toEqual([
      'art_1__para_1 下列 → art_1__para_1__point_1…art_1__para_1__point_2',
      'art_1__para_1__point_1 下列 → art_1__para_1__point_1__indent_1…art_1__para_1__point_1__indent_2',
      'art_2__para_1 下列 → art_2__para_1'
    ])
  })

  it('is not sure of lists and 款 that follow a colon without numbers', () => {
    expect(
      lines(`# 草坪办法

根据需要，现将有关事项规定如下：

第一条　有下列情形之一的，应当补种：

枯死的；

被毁的。

前款规定的补种，由业主承担。
`)
    ).toEqual([
      'art_1__para_1 下列 → art_1__para_1 ambiguous 或 art_1__para_2',
      'art_1__para_4 前款 → art_1__para_3 ambiguous 或 art_1__para_1'
    ])
  })

  it('reads the reference before 所称 in a definition', () => {
    expect(
      lines(`# 草坪办法

第一条　草坪应当养护。

前款所称养护，是指浇水和修剪。
`)
    ).toEqual(['art_1__para_2 前款 → art_1__para_1'])
  })

  it('finds 本章, and chapters that restart in each 编 near the reader', () => {
    expect(
      lines(`# 园艺法

## 第一编　总则

### 第一章　目的

第一条　本章和本法第二章是总则，第二编第一章是分则。

### 第二章　原则

第二条　园艺应当合理。

## 第二编　分则

### 第一章　种植

第三条　种植适用本法第一章。
`)
    ).toEqual([
      'art_1__para_1 本章 → book_1__chp_1',
      'art_1__para_1 本法第二章 → book_1__chp_2',
      'art_1__para_1 第二编第一章 → book_2__chp_1',
      'art_3__para_1 本法第一章 → book_2__chp_1'
    ])
  })

  it('resolves 各项 and 各款 to their range', () => {
    expect(
      lines(`# 草坪办法

第一条　草坪分为：

（一）冷季型；

（二）暖季型。

前款各项的目录由市公布。

第二条　第一条各款不适用于苗圃。
`)
    ).toEqual([
      'art_1__para_2 前款各项 → art_1__para_1__point_1…art_1__para_1__point_2',
      'art_2__para_1 第一条各款 → art_1__para_1…art_1__para_2'
    ])
  })

  it('reports a number left open and a range upside down', () => {
    const { references } = link(`# 草坪办法

第一条　依照第×条和第三条至第二条处理。

第二条　草坪应当养护。

第三条　养护每年一次。
`)
    expect(references[0]!.targets).toMatchObject([
      { status: 'dangling', reason: '编号没有填写' },
      { from: 'art_3', to: 'art_2', status: 'dangling' }
    ])
  })
})

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

describe('clauses of an annex', () => {
  const body = `# 草坪办法

第一条　违反本办法附录第一条、第二条的，处罚；违反附件第二条第一项的，也处罚。

第二条　依照《草坪办法》附件第一条浇水；本办法附录第一款另有规定的除外。

`

  it('are not those of the body', () => {
    expect(
      lines(`${body}附件：

# 养护规则

第一条　浇水。

第二条　除草：

（一）手除；

（二）机除。
`).slice(0, 3)
    ).toEqual([
      'art_1__para_1 本办法附录第一条、第二条 → att_1__art_1 ambiguous + att_1__art_2 ambiguous',
      'art_1__para_1 附件第二条第一项 → att_1__art_2__para_1__point_1',
      'art_2__para_1 《草坪办法》附件第一条 → att_1__art_1'
    ])
  })

  it('are not claimed where the annex counts 一、 and 二、, or where there is none', () => {
    expect(lines(`${body}附录：\n\n一、浇水。\n\n二、除草。\n`)[0]).toBe(
      'art_1__para_1 本办法附录第一条、第二条 → att_1__art_1 unknown-instrument + att_1__art_2 unknown-instrument'
    )
    expect(lines(body)[0]).toBe(
      'art_1__para_1 本办法附录第一条、第二条 → att_1__art_1 dangling + att_1__art_2 dangling'
    )
  })
})
