import type { Outline } from '@tiaoli/library'
import { createLibrary, linkDocument, outlineOfTree } from '@tiaoli/library'
import { parseTree } from 'remark-regast'
import { describe, expect, it } from 'vitest'
import { decodeOutline, encodeOutline } from '../../src/store/outline-code.js'

const code = `# 某市河湖法典

## 序言

本市河湖众多。

# 第一编　总则

## 第一章　一般规定

第一条　【目的】为了保护河湖，制定本法典。

第二条　管理部门承担下列职责：

巡查；

清淤。

第三条　禁止下列行为：

（一）倾倒，包括：

1. 垃圾；

2. 残土；

（三）私自取水。

第三条之一　取水应当登记。

# 第二编　分则

## 第二章　河道

### 第一节　养护

第四条　河道由街道养护。
`

/** Everything that an outline says, its articles without their texts. */
function said({ articles, structures, ...facts }: Outline): unknown {
  return {
    ...facts,
    structures: [...structures],
    articles: [...articles].map(([key, { address, number, path, topic, paragraphs }]) => ({
      key,
      address,
      number,
      path,
      topic,
      paragraphs
    }))
  }
}

describe('an outline that is kept', () => {
  const outline = outlineOfTree(parseTree(code))
  const kept = decodeOutline(encodeOutline(outline), () => undefined)

  it('says all that the outline of the text says', () => {
    expect(said(kept)).toEqual(said(outline))
    expect(outline.articles.get('art_2')!.paragraphs![0]).toEqual({ points: [], open: true })
    expect([...outline.structures.values()].some(({ path }) => path !== undefined)).toBe(true)
  })

  it('tells what annexes are called', () => {
    const outline = outlineOfTree(
      parseTree('# 某市办法\n\n第一条　略。\n\n附件1　名录\n\n松。\n\n附表1　格式\n\n第一章　表\n\n略。\n')
    )
    const decoded = decodeOutline(encodeOutline(outline), () => undefined)
    expect([...decoded.structures.values()].map(({ address, label }) => `${address} ${label}`).slice(0, 2)).toEqual([
      'att_1 附件',
      'att_1-2 附表'
    ])
    expect([...decoded.structures]).toEqual([...outline.structures])
  })

  it('leaves the same doubt about paragraphs after an announced list', () => {
    const draft = parseTree('# 某市河道办法\n\n第一条　依照《某市河湖法典》第二条第三款处理。\n')
    const statuses = [outline, kept].map((one) => {
      const library = createLibrary([
        { title: '某市河湖法典', shortNames: [], versions: [{ outline: one, source: { kind: 'text', file: 'a.md' } }] }
      ])
      return linkDocument(draft, { library }).references[0]!.targets.map(({ status }) => status)
    })
    expect(statuses).toEqual([['ambiguous'], ['ambiguous']])
  })
})
