import { describe, expect, it } from 'vitest'
import { garden, lines, link, young } from './linked.js'

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
