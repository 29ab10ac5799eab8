import { parseRegulation } from 'remark-regast'
import { describe, expect, it } from 'vitest'
import { createLibrary, createScanCache, linkDocument } from '../src/index.js'
import { instrument, lines, link } from './linked.js'

const draft = (list: string, citing: string): string => `# 苗圃办法

第一条　申请登记应当具备下列条件：${list}。

登记不收费用。

第二条　依照${citing}处理。
`

/** What an article cites of items that run in the text of the first. */
function cited(citing: string, list = '（一）有场地；（二）有苗木；（三）有人员'): string[] {
  return lines(draft(list, citing))
    .filter((one) => one.startsWith('art_2'))
    .map((one) => one.replace(/^\S+ /, ''))
}

describe('items that run in the text of a 款', () => {
  it('are found in that 款, which says so', () => {
    const [, reference] = link(draft('（一）有场地；（二）有苗木', '第一条第一款第（二）项')).references
    expect(reference!.targets).toEqual([
      {
        instrument: null,
        from: 'art_1__para_1',
        status: 'resolved',
        reason: '第二项写在本文件第一条第一款的文字之中，没有分行'
      }
    ])
    expect(cited('第一条第三项')).toEqual(['第一条第三项 → art_1__para_1'])
    expect(cited('第一条第（一）、（三）项')).toEqual(['第一条第（一）、（三）项 → art_1__para_1 + art_1__para_1'])
    expect(cited('第一条第一项至第三项')).toEqual(['第一条第一项至第三项 → art_1__para_1'])
  })

  it('are counted: a number that the text does not reach is missing', () => {
    expect(cited('第一条第九项')).toEqual(['第一条第九项 → art_1__para_1__point_9 dangling'])
    expect(cited('第一条第二项至第五项')).toEqual([
      '第一条第二项至第五项 → art_1__para_1…art_1__para_1__point_5 dangling'
    ])
    expect(cited('第一条第三项至第二项')[0]).toContain('dangling')
    expect(link(draft('（一）有场地；（二）有苗木', '第一条第一款第三项')).references[1]!.targets[0]!.reason).toBe(
      '本文件第一条第一款只有二项'
    )
    expect(cited('第一条第二款第一项')).toEqual(['第一条第二款第一项 → art_1__para_2__point_1 dangling'])
  })

  it.each([
    ['①有场地；②有苗木'],
    ['1.有场地；2.有苗木'],
    ['（1）有场地；（2）有苗木'],
    ['一、有场地；二、有苗木'],
    ['（一）有场地、（二）有苗木']
  ])('may be numbered as in %s', (list) => {
    expect(cited('第一条第二项', list)).toEqual(['第一条第二项 → art_1__para_1'])
  })

  it.each([
    ['具有第九条（一）、（二）项所列场地'],
    ['符合第（一）项和第（二）项'],
    ['有场地（二）、苗木'],
    ['面积1.2亩，2.5亩以上'],
    ['（一）有场地']
  ])('are none in %s', (list) => {
    expect(cited('第一条第二项', list)).toEqual(['第一条第二项 → art_1__para_1__point_2 dangling'])
  })

  it('are not told for certain where two 款 have them', () => {
    expect(
      lines(`# 苗圃办法

第一条　苗圃分为：（一）公办；（二）民办。

苗木分为：（一）乔木；（二）灌木。

第二条　依照第一条第二项处理。
`).at(-1)
    ).toBe('art_2__para_1 第一条第二项 → art_1__para_1 ambiguous 或 art_1__para_2')
  })

  it('are the 款 around 本项, 前项 and 第一项 there', () => {
    expect(
      lines(`# 苗圃办法

第一条　苗圃应当登记。

苗圃分为：（一）公办；（二）不属于前项、第一项的民办。本项所称民办，包括合办。
`)
    ).toEqual(['art_1__para_2 前项、第一项 → art_1__para_2 + art_1__para_2', 'art_1__para_2 本项 → art_1__para_2'])
  })

  it('are found below a 项 as well', () => {
    expect(
      lines(`# 苗圃办法

第一条　养护包括：

（一）浇水：①早；②晚；

（二）修剪。

第二条　依照第一条第一项第2目、第一条第二项第2目处理。
`).at(-1)
    ).toBe(
      'art_2__para_1 第一条第一项第2目、第一条第二项第2目 → art_1__para_1__point_1 + art_1__para_1__point_2__indent_2 dangling'
    )
  })

  it('are found in another instrument', () => {
    const law = instrument('# 花木条例\n\n第一条　花木分为：（一）花；（二）木。\n')
    expect(lines('# 苗圃办法\n\n第一条　依照《花木条例》第一条第（二）项处理。\n', [law])).toEqual([
      'art_1__para_1 《花木条例》第一条第（二）项 → 《花木条例》art_1__para_1'
    ])
  })

  it('are noticed when they come and go in a draft that is linked again', () => {
    const cache = createScanCache()
    const library = createLibrary([])
    for (const list of ['（一）有场地', '（一）有场地；（二）有苗木', '（一）有场地；二有苗木']) {
      const { tree } = parseRegulation(draft(list, '第一条第二项'))
      expect(linkDocument(tree, { library, cache })).toEqual(linkDocument(tree, { library }))
    }
  })
})

describe('paragraphs without numbers behind a colon', () => {
  const open = (citing: string): string => `# 苗圃办法

第一条　苗圃禁止下列行为：

毁坏苗木；

占用场地；

堆放垃圾。

第二条　依照${citing}处理。
`

  it('are what 第三项 may count', () => {
    expect(lines(open('第一条第三项、第一条第一款第二项、第一条第四项')).at(-1)).toBe(
      'art_2__para_1 第一条第三项、第一条第一款第二项、第一条第四项 → art_1__para_4 ambiguous 或 art_1__para_1 + art_1__para_3 ambiguous 或 art_1__para_1 + art_1__para_1__point_4 dangling'
    )
  })
})
