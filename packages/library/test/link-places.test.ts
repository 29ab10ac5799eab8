import { describe, expect, it } from 'vitest'
import { lines, link } from './linked.js'

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
