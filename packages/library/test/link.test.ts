import { describe, expect, it } from 'vitest'
import type { Instrument } from '../src/index.js'
import { instrument, lines, link } from './linked.js'

const garden = instrument(
  `# 中华人民共和国园林法

第一条　为了保护园林，制定本法。

第二条　园林分为下列两类：

（一）公园；

（二）私园。

其他绿地参照本法执行。

第三条　禁止毁坏园林。

第三条之一　修剪树木应当报告。

第四条　本法自2020年1月1日起施行。
`,
  { shortNames: ['园林法'], date: '2020-01-01' }
)

const old = instrument(
  `# 花木条例

第一条　为了管理花木，制定本条例。

第二条　花木应当登记。
`,
  { date: '2015-01-01' }
)
const young = instrument(
  `# 花木条例

第一条　为了管理花木，制定本条例。

第二条　本条例所称花木，是指乔木、灌木和草本植物，由市园林部门按年公布目录。

第三条　花木应当登记。
`,
  { date: '2022-06-01' }
)

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

describe('other instruments', () => {
  it('resolves a title, a short name and a defined abbreviation', () => {
    expect(
      lines(
        `# 公园条例

第一条　根据《中华人民共和国园林法》（以下简称园法）制定本条例。

第二条　依照园法第二条第二款、园林法第三条之一和《中华人民共和国园林法》第九条执行。
`,
        [garden]
      )
    ).toEqual([
      'art_1__para_1 《中华人民共和国园林法》 → 《中华人民共和国园林法》',
      'art_1__para_1 以下简称园法 → 《中华人民共和国园林法》',
      'art_1__para_1 本条例 → 本文件',
      'art_2__para_1 园法第二条第二款 → 《中华人民共和国园林法》art_2__para_2',
      'art_2__para_1 园林法第三条之一 → 《中华人民共和国园林法》art_3-1',
      'art_2__para_1 《中华人民共和国园林法》第九条 → 《中华人民共和国园林法》art_9 dangling'
    ])
  })

  it('keeps an unknown title as written, with the clause', () => {
    expect(lines(`# 公园条例\n\n第一条　依照《盆景规则》第五条第二项执行。\n`)).toEqual([
      'art_1__para_1 《盆景规则》第五条第二项 → 《盆景规则》art_5__para_1__point_2 unknown-instrument'
    ])
  })

  it('takes a repealed namesake for another instrument', () => {
    expect(lines(`# 公园条例\n\n第一条　本条例自2026年1月1日起施行。1998年公布的《公园条例》同时废止。\n`)).toEqual([
      'art_1__para_1 本条例 → 本文件',
      'art_1__para_1 《公园条例》 → 《公园条例》 superseded'
    ])
  })

  it('drops certificates and forms that the library does not know', () => {
    expect(
      lines(`# 公园条例\n\n第一条　申请人填写《公园登记申请表》和《游客名单表》，领取《公园经营许可证》。\n`)
    ).toEqual([])
  })

  it('reads 该法 and 其实施条例 by what was named before', () => {
    expect(
      lines(`# 公园条例\n\n第一条　依照《中华人民共和国园林法》及其实施条例执行；该法第三条另有规定的，从其规定。\n`, [
        garden
      ])
    ).toEqual([
      'art_1__para_1 《中华人民共和国园林法》 → 《中华人民共和国园林法》',
      'art_1__para_1 其实施条例 → 《中华人民共和国园林法实施条例》 unknown-instrument',
      'art_1__para_1 该法第三条 → 《中华人民共和国园林法》art_3'
    ])
  })

  it('reads the version of the day of the document, and says where the number has something else by now', () => {
    const text = `# 公园条例\n\n第一条　依照《花木条例》第二条登记。\n`
    expect(link(text, [old, young], { date: '2016-01-01' }).references[0]!.targets[0]).toMatchObject({
      version: '2015-01-01',
      status: 'superseded',
      reason: '2022-06-01的文本的第二条内容已经不同'
    })
    expect(link(text, [old, young], { date: '2023-01-01' }).references[0]!.targets[0]).toMatchObject({
      version: '2022-06-01',
      status: 'resolved'
    })
  })

  it('claims nothing where it only has a younger text than the one meant', () => {
    const { references } = link(`# 公园条例\n\n第一条　依照《花木条例》第二条登记。\n`, [young], { date: '2016-01-01' })
    expect(references[0]!.targets[0]!.status).toBe('ambiguous')
  })

  it('does not rely on a version that was made but did not yet apply', () => {
    const waiting = {
      ...young,
      versions: [{ ...young.versions[0]!, action: 'amended' as const, effective: '2022-12-01' }]
    }
    const text = `# 公园条例\n\n第一条　依照《花木条例》第一条、第二条登记。\n`
    const of = (date: string, added = '') =>
      link(text + added, [old, waiting], { date }).references[0]!.targets.map(({ version, status }) => [
        version,
        status
      ])
    // The first article is the same in both.
    expect(of('2022-07-01')).toEqual([
      ['2022-06-01', 'resolved'],
      ['2022-06-01', 'ambiguous']
    ])
    expect(of('2022-12-01').map(([, status]) => status)).toEqual(['resolved', 'resolved'])
    expect(of('2022-07-01', '\n第二条　本条例自2022年12月1日起施行。\n').map(([, status]) => status)).toEqual([
      'resolved',
      'resolved'
    ])
    // What the library knows of the document itself tells as much as its last article.
    const draft = instrument(text, { date: '2022-07-01' })
    const known = { ...draft, versions: [{ ...draft.versions[0]!, effective: '2023-01-01' }] }
    expect(
      link(text, [old, waiting, known], { date: '2022-07-01' }).references[0]!.targets.map(({ status }) => status)
    ).toEqual(['resolved', 'resolved'])
    expect(link(text, [waiting], { date: '2022-07-01' }).references[0]!.targets[1]).toMatchObject({
      status: 'ambiguous',
      reason: '《花木条例》2022-06-01的文本自2022-12-01起才施行，这里可能指此前的文本，条文序号可能不同'
    })
  })

  it('nor on a lately amended one that does not say from when it applies, unless it was made on that very day', () => {
    const amended = { ...young, versions: [{ ...young.versions[0]!, action: 'amended' as const }] }
    const text = `# 公园条例\n\n第一条　依照《花木条例》第二条登记。\n`
    const of = (date: string, instruments = [amended]) => link(text, instruments, { date }).references[0]!.targets[0]!
    expect(of('2022-07-01')).toMatchObject({
      status: 'ambiguous',
      reason: '《花木条例》2022-06-01的文本何日施行没有载明，这里可能指此前的文本，条文序号可能不同'
    })
    // Nor is a clause missing for certain that the text before it may have had.
    const missing = link(text.replace('第二条', '第九条'), [amended], { date: '2022-07-01' }).references[0]!
    expect(missing.targets[0]!.status).toBe('unknown-instrument')
    expect(of('2022-06-01').status).toBe('resolved')
    expect(of('2023-06-01').status).toBe('resolved')
    // A first text has nothing before it.
    expect(of('2022-07-01', [young]).status).toBe('resolved')
  })

  it('says where the text was changed in between, and the library has no text of that change', () => {
    const gap: Instrument = {
      ...old,
      versions: [...old.versions, ...young.versions],
      history: [
        { date: '2015-01-01', action: 'adopted' },
        { date: '2018-05-01', action: 'amended' },
        { date: '2022-06-01', action: 'amended' }
      ]
    }
    const text = `# 公园条例\n\n第一条　依照《花木条例》第一条、第二条登记。\n`
    const of = (date: string) => link(text, [gap], { date }).references[0]!.targets
    // The first article is the same before and after.
    expect(of('2019-01-01')).toMatchObject([
      { version: '2015-01-01', status: 'resolved' },
      {
        version: '2015-01-01',
        status: 'ambiguous',
        reason: '《花木条例》2018-05-01曾经修改，文库没有那次修改后的文本，条文序号可能不同'
      }
    ])
    expect(of('2016-01-01')[1]!.status).toBe('superseded')
    expect(of('2024-01-01')[1]!.status).toBe('resolved')
  })

  it('joins a bare article to the instrument of the list, and tells both readings elsewhere', () => {
    expect(
      lines(
        `# 公园条例

第一条　依照《中华人民共和国园林法》第二条所称“园林”、第三条所称“毁坏”执行。

第二条　有《中华人民共和国园林法》第一条的情形，按照第三条处理。

第三条　公园免费开放。
`,
        [garden]
      )
    ).toEqual([
      'art_1__para_1 《中华人民共和国园林法》第二条 → 《中华人民共和国园林法》art_2',
      'art_1__para_1 第三条 → 《中华人民共和国园林法》art_3',
      'art_2__para_1 《中华人民共和国园林法》第一条 → 《中华人民共和国园林法》art_1',
      'art_2__para_1 第三条 → art_3 ambiguous 或 《中华人民共和国园林法》art_3'
    ])
  })
})

describe('amendment documents', () => {
  it('reads places outside and inside quotations in the amended instrument', () => {
    expect(
      lines(
        `# 关于修改《中华人民共和国园林法》的决定

一、将第三条修改为：“禁止毁坏园林。

“违反前款规定的，依照本法第二条处罚。”

二、第二条增加一款，作为第三款：“前款规定自公布之日起执行。”

三、本决定自公布之日起施行。
`,
        [garden]
      )
    ).toEqual([
      'art_1__para_1 第三条 → 《中华人民共和国园林法》art_3',
      'art_1__para_2 前款 → 《中华人民共和国园林法》art_3__para_1',
      'art_1__para_2 本法第二条 → 《中华人民共和国园林法》art_2',
      'art_2__para_1 第二条 → 《中华人民共和国园林法》art_2',
      'art_2__para_1 第三款 → 《中华人民共和国园林法》art_2__para_3 unknown-instrument',
      'art_2__para_1 前款 → 《中华人民共和国园林法》art_2__para_2',
      'art_3__para_1 本决定 → 本文件'
    ])
  })

  it('follows the 项 that an item of a package quotes', () => {
    expect(
      lines(
        `# 关于修改部分规定的决定

对《中华人民共和国园林法》作如下修改：

一、修改下列条款

（一）增加一条，作为第三条之二：“违反前条规定，有下列情形之一的，处罚：

“（一）擅自移植的；

“（二）有前项行为，拒不改正的。”

（二）删去第四条。
`,
        [garden]
      ).filter((line) => /前[条项]|第四条/.test(line))
    ).toEqual([
      'art_1__para_1__point_1 前条 → 《中华人民共和国园林法》art_3-1',
      'art_1__para_1__point_1__indent_2 前项 → 《中华人民共和国园林法》art_3-2__para_1__point_1 unknown-instrument',
      'art_1__para_1__point_2 第四条 → 《中华人民共和国园林法》art_4'
    ])
  })

  it('takes the number that a new clause bears for no reference', () => {
    expect(
      lines(
        `# 关于修改《中华人民共和国园林法》的决定

一、增加二条，作为第五条、第六条：

“第五条 有下列情形之一的，依照第六条处理：

“（一）采伐；

“（二）移植。

“第六条 违反前条规定的，责令补种。”

二、本决定自公布之日起施行。
`,
        [garden]
      ).slice(1)
    ).toEqual([
      'art_1__para_2 下列 → 《中华人民共和国园林法》art_5__para_1__point_1…art_5__para_1__point_2 unknown-instrument',
      'art_1__para_2 第六条 → 《中华人民共和国园林法》art_6 unknown-instrument',
      'art_1__para_3 前条 → 《中华人民共和国园林法》art_5 unknown-instrument',
      'art_2__para_1 本决定 → 本文件'
    ])
  })

  it('means the text before it where it names the amended instrument, as where it does not', () => {
    const both = { ...old, versions: [...old.versions, ...young.versions] }
    expect(
      link(
        `# 花木条例修正案

一、将《花木条例》第二条修改为：“花木应当登记，由市园林部门办理。”

二、在《花木条例》第二条后增加一条，作为《花木条例》第三条：“花木应当养护。”

三、删去《花木条例》第一条、第二条，《花木条例》第一条以及第二条相应修改。
`,
        [both],
        { date: '2022-06-01' }
      )
        .references.filter(({ kind }) => kind === 'external')
        .map(({ text, targets }) => [text, targets.at(-1)!.version])
    ).toEqual([
      ['《花木条例》第二条', '2015-01-01'],
      ['《花木条例》第二条', '2015-01-01'],
      ['《花木条例》第三条', '2022-06-01'],
      ['《花木条例》第一条、第二条', '2015-01-01'],
      ['《花木条例》第一条以及第二条', '2015-01-01']
    ])
  })

  it('is not sure of 项 that the amendment counts anew', () => {
    expect(
      lines(
        `# 关于修改《中华人民共和国园林法》的决定

一、删去第二条第一项，第二项改为第一项。

二、第三条增加一款，作为第二款：“有第二条第一项情形的，依照前款、第四条处理。”
`,
        [garden],
        { date: '2024-01-01' }
      ).slice(1)
    ).toEqual([
      'art_1__para_1 第一项 → 《中华人民共和国园林法》art_2__para_1__point_1 ambiguous',
      'art_2__para_1 第三条 → 《中华人民共和国园林法》art_3',
      'art_2__para_1 第二款 → 《中华人民共和国园林法》art_3__para_2 unknown-instrument',
      'art_2__para_1 第二条第一项 → 《中华人民共和国园林法》art_2__para_1__point_1 ambiguous',
      'art_2__para_1 前款、第四条 → 《中华人民共和国园林法》art_3__para_1 + 《中华人民共和国园林法》art_4'
    ])
  })

  it('is not sure of numbers that the amendment gives to other clauses, where the text at hand is from before it', () => {
    expect(
      lines(
        `# 关于修改《中华人民共和国园林法》的决定

一、将第三条改为第四条。

二、增加一条，作为第三条：“违反本法第二条、第四条规定的，依照前条处罚。”
`,
        [garden],
        { date: '2024-01-01' }
      )
    ).toEqual([
      'art_1__para_1 第三条 → 《中华人民共和国园林法》art_3',
      'art_1__para_1 第四条 → 《中华人民共和国园林法》art_4 ambiguous',
      'art_2__para_1 第三条 → 《中华人民共和国园林法》art_3 ambiguous',
      'art_2__para_1 本法第二条、第四条 → 《中华人民共和国园林法》art_2 + 《中华人民共和国园林法》art_4 ambiguous',
      'art_2__para_1 前条 → 《中华人民共和国园林法》art_2'
    ])
  })

  it('reads the lines of a quotation, and new text without marks', () => {
    expect(
      lines(
        `# 中华人民共和国园林法修正案

第五条　园林法第三条修改为：
“第三条 禁止毁坏园林。
前款规定自公布之日起执行。”

第六条　园林法增加一章，作为第二章，内容如下：

第二章 养护

第十七条 养护由业主负责。

前款规定的业主应当报告。

第二章相应改为第三章。
`,
        [garden]
      ).filter((line) => line.includes('前款') || line.includes('第二章 →') || line.includes('第十七条'))
    ).toEqual([
      'art_5__para_3 前款 → 《中华人民共和国园林法》art_3__para_1',
      'art_6__para_1 第二章 → 《中华人民共和国园林法》chp_2 unknown-instrument',
      'art_6__para_4 前款 → 《中华人民共和国园林法》art_17__para_1 unknown-instrument',
      'art_6__para_5 第二章 → 《中华人民共和国园林法》chp_2 dangling'
    ])
  })
})

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
})

describe('penalties, and what a text runs together', () => {
  const rules = `# 草坪办法

第一条　草坪上禁止：

（一）停车；

（二）烧烤。

禁止在草坪上遛犬。

`

  it('takes 本条 in a penalty for the article that was cited, for certain in neither reading', () => {
    expect(
      lines(`${rules}第二条　违反本办法第一条规定的，按照下列规定处罚：

（一）违反本条第一项规定的，处五十元罚款；

（二）违反本条第二款规定的，处一百元罚款；

（三）违反本条第一款规定，拒不改正的，处二百元罚款。

第三条　违反本办法第一条第一项规定的，责令改正；违反本条第二项的，处罚款。

第四条　违反本条规定的，从重处罚。
`).filter((line) => line.includes('本条'))
    ).toEqual([
      'art_2__para_1__point_1 本条第一项 → art_1__para_1__point_1 ambiguous 或 art_2__para_1__point_1',
      'art_2__para_1__point_2 本条第二款 → art_1__para_2 ambiguous',
      'art_2__para_1__point_3 本条第一款 → art_1__para_1 ambiguous 或 art_2__para_1',
      'art_3__para_1 本条第二项 → art_1__para_1__point_2 ambiguous',
      'art_4__para_1 本条 → art_4'
    ])
  })

  it('is sure of the article cited where an item cites one that it cannot have before it, and of its own list where nothing is cited', () => {
    expect(
      lines(`${rules}第二条　有本办法第一条行为的，按照下列规定处罚：

（一）有第一项行为的，处五十元罚款；

（二）有第二项行为的，处一百元罚款；

（三）具有第一项情形，拒不改正的，处二百元罚款。

第三条　有下列情形之一的，从重处罚：

（一）多次停车的；

（二）夜间停车的；

（三）具有第一项、第二项两种情形的。
`).filter((line) => /__point_\d 第/.test(line))
    ).toEqual([
      'art_2__para_1__point_1 第一项 → art_1__para_1__point_1',
      'art_2__para_1__point_2 第二项 → art_1__para_1__point_2',
      'art_2__para_1__point_3 第一项 → art_1__para_1__point_1 ambiguous 或 art_2__para_1__point_1',
      'art_3__para_1__point_3 第一项、第二项 → art_3__para_1__point_1 + art_3__para_1__point_2'
    ])
  })

  it('leaves 本条第一款 to its own article where that has it', () => {
    expect(
      lines(`${rules}第二条　业主应当浇水。

违反本办法第一条第一款的，责令改正；违反本条第一款的，处罚款。
`).at(-1)
    ).toBe('art_2__para_2 本条第一款 → art_2__para_1')
  })

  it('goes on with the article whose item was punished before, where the penalties have no items', () => {
    expect(
      lines(`${rules}第二条　违反本办法第一条第一项规定的，责令改正。

违反第二项规定的，处罚款。
`).at(-1)
    ).toBe('art_2__para_2 第二项 → art_1__para_1__point_2')
  })

  it('goes on in one sentence with the article whose item was punished before, whatever list that stands in', () => {
    expect(
      lines(`${rules}第二条　按照下列规定处罚：

（一）违反第一条第一项规定的，责令改正；违反第二项规定的，处罚款；

（二）违反第一条第二款规定的，责令改正，但家中无人的，不属于上述规定。
`).filter((line) => /第二项|上述/.test(line))
    ).toEqual([
      'art_2__para_1__point_1 第二项 → art_1__para_1__point_2',
      'art_2__para_1__point_2 上述规定 → art_2__para_1__point_1 ambiguous 或 art_2__para_1__point_2'
    ])
  })

  it('finds the 款 that has the items of a penalty whose lead-in is broken', () => {
    expect(
      lines(`# 草坪办法

第一条　除公园外，

草坪上禁止：

（一）停车；

（二）烧烤。

第二条　违反本办法第一条第一款规定的，按照

规定处罚：

（一）违反第二项的，处五十元罚款。
`).at(-1)
    ).toBe('art_2__para_2__point_1 第二项 → art_1__para_2__point_2 ambiguous')
  })

  it('reads 本条前款 as one place', () => {
    expect(
      lines(`${rules}第二条　业主应当浇水。

不符合本条前款规定的，责令改正。

依照本条前两款处理。
`).slice(-2)
    ).toEqual(['art_2__para_2 本条前款 → art_2__para_1', 'art_2__para_3 本条前两款 → art_2__para_1…art_2__para_2'])
  })

  it('takes the number of a next article that was run into the text for no reference', () => {
    expect(lines(`${rules}第二条　业主应当浇水。第三条本办法自公布之日起施行。第四条的规定除外。\n`)).toEqual([
      'art_2__para_1 本办法 → 本文件',
      'art_2__para_1 第四条 → art_4 dangling'
    ])
  })

  it('points back to top items that are numbered without 第…条', () => {
    expect(
      lines(`# 草坪案件范围规定

## 一、草坪

1.停车纠纷；

2.烧烤纠纷；

## 二、其他

3.遛犬纠纷；

4.与上述第1项至第3项有关的纠纷；
`)
    ).toEqual(['art_4__para_1 上述第1项至第3项 → art_1…art_3'])
  })

  it('does not claim an item of a list before the first article', () => {
    expect(lines(`# 草坪通知\n\n现通知：\n\n（一）停车；\n\n（二）有第一项情形的，处罚款。\n`)).toEqual([
      'preamble__para_1__point_2 第一项 → preamble__para_1__point_1 unknown-instrument'
    ])
  })

  it('is not sure of 款 where an item without a number breaks the list', () => {
    expect(
      lines(`# 草坪办法

第一条　草坪上禁止：

（一）停车；

烧烤；

（三）遛犬。

有前款行为的，处罚款。
`)
    ).toEqual(['art_1__para_3 前款 → art_1__para_2 ambiguous 或 art_1__para_1'])
  })

  it('reads 本条 in the quoted words of one article of another law, and claims no other place in them', () => {
    expect(
      lines(
        `# 园林案例

## 案例分析

《中华人民共和国园林法》第三条规定：“禁止毁坏园林。违反本条第一款的，依照前款处罚。”

驳回其第二项请求。
`,
        [garden]
      )
    ).toEqual([
      'dvs_1__para_1 《中华人民共和国园林法》第三条 → 《中华人民共和国园林法》art_3',
      'dvs_1__para_1 本条第一款 → 《中华人民共和国园林法》art_3__para_1',
      'dvs_1__para_1 前款 → 《中华人民共和国园林法》 unknown-instrument',
      'dvs_1__para_2 第二项 → 本文件 dangling'
    ])
  })

  it('joins a bare article to the law whose words were quoted before it', () => {
    expect(
      lines(`# 草坪办法\n\n第一条　根据《中华人民共和国园林法》第一条：“保护园林”和第二条：“分为两类”制定。\n`, [
        garden
      ])
    ).toEqual([
      'art_1__para_1 《中华人民共和国园林法》第一条 → 《中华人民共和国园林法》art_1',
      'art_1__para_1 第二条 → 《中华人民共和国园林法》art_2'
    ])
  })

  it('counts the 款 of an annex, and claims none of its items', () => {
    expect(
      lines(`# 草坪办法

第一条　标准见附件一第二款和附件一第四款。

附件一

草坪标准

草坪应当浇水。

草坪应当修剪。

有下列情形的除外：

（一）干旱；

（二）有第一项情形，又逢霜冻的。
`).filter((line) => /第[一二四]/.test(line))
    ).toEqual([
      'art_1__para_1 附件一第二款 → att_1__para_2',
      'art_1__para_1 附件一第四款 → att_1__para_4 dangling',
      'att_1__para_3__point_2 第一项 → att_1__para_3__point_1 unknown-instrument'
    ])
  })

  it('leaves the clauses of a paper to the paper', () => {
    expect(
      lines(
        `${rules}第二条　双方订立《浇水服务协议书》（以下简称《协议》），其中第一条第一项约定浇水两次。养护合同第一条第一项同此。\n`
      )
    ).toEqual([])
  })

  it('says which level the words are not in', () => {
    expect(link(`${rules}第二条　适用本章规定。\n`).references.at(-1)!.targets[0]).toMatchObject({
      status: 'dangling',
      reason: '这里不在任何一章之内'
    })
  })
})

describe('numbers of what is only being made, or was run into the text', () => {
  it('does not miss a clause that is made', () => {
    expect(
      lines(
        `# 草坪规定\n\n第一条　在《花木条例》第二条后增加一款，作为《花木条例》第二条第二款；作为该条第三款的，同此。\n`,
        [young]
      )
    ).toEqual([
      'art_1__para_1 《花木条例》第二条 → 《花木条例》art_2',
      'art_1__para_1 《花木条例》第二条第二款 → 《花木条例》art_2__para_2 unknown-instrument',
      'art_1__para_1 该条第三款 → 《花木条例》art_2__para_3 unknown-instrument'
    ])
  })

  it('takes a chapter heading at the end of an article for no reference', () => {
    expect(lines(`# 草坪规定\n\n第一条　草坪应当养护。第二章养护责任\n\n第二条　养护由业主负责。\n`)).toEqual([])
    expect(lines(`# 草坪规定\n\n第一条　草坪应当养护。第二章另有规定的，从其规定。\n`)).toEqual([
      'art_1__para_1 第二章 → chp_2 dangling'
    ])
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

describe('titles that leave out who made the text', () => {
  const decision = instrument(`# 国务院关于草坪的决定

第一条　草坪应当养护。
`)

  it('finds 国务院《关于…》, and a paper of the same maker', () => {
    expect(lines(`# 草坪办法\n\n第一条　依照国务院《关于草坪的决定》第一条执行。\n`, [decision])).toEqual([
      'art_1__para_1 《关于草坪的决定》第一条 → 《国务院关于草坪的决定》art_1'
    ])
    expect(lines(`# 国务院关于草地的通知\n\n第一条　依照《关于草坪的决定》第一条执行。\n`, [decision])).toEqual([
      'art_1__para_1 《关于草坪的决定》第一条 → 《国务院关于草坪的决定》art_1'
    ])
  })

  it('does not look for an annex of its own in the law that it implements', () => {
    expect(lines(`# 园林法实施办法\n\n第一条　品种见附件一。\n`, [garden])).toEqual([
      'art_1__para_1 附件一 → att_1 dangling'
    ])
  })

  it('claims nothing where another one, or nobody, is named', () => {
    expect(lines(`# 草坪办法\n\n第一条　依照某市《关于草坪的决定》第一条执行。\n`, [decision])).toEqual([
      'art_1__para_1 《关于草坪的决定》第一条 → 《关于草坪的决定》art_1 unknown-instrument'
    ])
  })
})

describe('defined terms', () => {
  it('links each use to its definition', () => {
    const { terms } = link(`# 公园条例

第一条　管理公园的单位（以下简称管理单位）应当尽责。

第二条　管理单位每年报告。
`)
    expect(terms.map(({ text, role, in: where, definition }) => [text, role, where, definition?.line])).toEqual([
      ['管理单位', 'definition', 'art_1__para_1', undefined],
      ['管理单位', 'use', 'art_2__para_1', 3]
    ])
  })
})
