import { describe, expect, it } from 'vitest'
import { lines } from './linked.js'

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
