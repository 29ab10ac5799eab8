import { describe, expect, it } from 'vitest'
import { lines } from './linked.js'

describe('numbers that are no references', () => {
  it('counts roads, courses and tasks, but clauses where the words before say so', () => {
    expect(
      lines(`# 草坪办法

第一条　草坪以沿河第一条城市道路、第二条马路为界。

第二条　第一节课讲养护，第一项任务是浇水。违反第一条道路规定的，责令改正。

第三条　会议完成下列任务：

（一）选举；

（二）评议。

第二项任务由市园林部门组织。
`)
    ).toEqual([
      'art_2__para_1 第一条 → art_1',
      'art_3__para_1 下列 → art_3__para_1__point_1…art_3__para_1__point_2',
      'art_3__para_2 第二项 → art_3__para_1__point_2'
    ])
  })

  it('leaves a clause that was cited before to the instrument that was', () => {
    expect(lines('# 草坪办法\n\n第一条　依照《绿地条例》第五条处理的，适用前引第二条。\n\n第二条　浇水。\n')).toEqual([
      'art_1__para_1 《绿地条例》第五条 → 《绿地条例》art_5 unknown-instrument',
      'art_1__para_1 第二条 → 《绿地条例》art_2 unknown-instrument'
    ])
  })

  it('takes the lines of a table of contents for none', () => {
    expect(
      lines(`# 草坪办法

## 第一章 总则 第二章 养护 第三章 附则

第一条　养护依照第二章执行。

第二章 养护
第三章 附则

## 第二章 养护

第二条　草坪应当浇水。

## 第三章 附则

第三条　本办法自公布之日起施行。
`).filter((line) => line.includes('章'))
    ).toEqual(['art_1__para_1 第二章 → chp_2'])
  })

  it('takes the number of the next article for none where the end of the text before it was lost', () => {
    expect(
      lines(`# 草坪办法

第一条　草坪由市园林部第二条城管部门负责养护。

第三条　草坪由市园林部第四条规定的部门养护。
`)
    ).toEqual(['art_3__para_1 第四条 → art_4 dangling'])
  })
})
