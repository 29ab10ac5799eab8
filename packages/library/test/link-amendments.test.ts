import { describe, expect, it } from 'vitest'
import { garden, lines, link, old, young } from './linked.js'

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

  it('goes on to the next of several amended texts where its name alone heads the item', () => {
    expect(
      lines(`# 关于修改《花木条例》等二件法规的决定

一、花木条例

（一）将第三条修改为：“违反本条例第二条的，责令改正。”

二、苗圃管理条例（试行）

（一）将第七条修改为：“违反本条例第二条的，责令改正。”

（二）增加一章，作为第三章：

“第三章　苗木管理办法

“第九条　苗木由市政府管理，依照前条办理。”
`).filter((line) => !line.includes('作为'))
    ).toEqual([
      'art_1__para_1__point_1 第三条 → 《花木条例》art_3 unknown-instrument',
      'art_1__para_1__point_1 本条例第二条 → 《花木条例》art_2 unknown-instrument',
      'art_2__para_1__point_1 第七条 → 《苗圃管理条例（试行）》art_7 unknown-instrument',
      'art_2__para_1__point_1 本条例第二条 → 《苗圃管理条例（试行）》art_2 unknown-instrument',
      'art_2__para_1__point_2 第三章 → 《苗圃管理条例（试行）》chp_3 unknown-instrument',
      'art_2__para_1__point_2 前条 → 《苗圃管理条例（试行）》art_8 unknown-instrument'
    ])
  })
})
