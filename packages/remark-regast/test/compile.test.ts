import { plainTree } from '@tiaoli/test-utils'
import fc from 'fast-check'
import type { Root } from 'regast'
import { describe, expect, it } from 'vitest'
import { compileRegulation, formatRegulation, parseRegulation } from '../src/index.js'
import { canonicalTree } from './arbitrary-tree.js'

/** A tree without positions and addresses, which are the parser's to give. */
function bare(tree: unknown): unknown {
  return JSON.parse(JSON.stringify(plainTree(tree as Root), (key, value) => (key === 'address' ? undefined : value)))
}

describe('canonical Markdown', () => {
  it('reads back as the tree it was written from', () => {
    fc.assert(
      fc.property(canonicalTree, (tree) => {
        const source = compileRegulation(tree as unknown as Root)
        const { tree: found } = parseRegulation(source)
        expect(bare(found), source).toEqual(bare(tree))
        expect(compileRegulation(found)).toBe(source)
      }),
      { numRuns: 400 }
    )
  })

  it('is what drafters write', () => {
    const messy = [
      '楼道公约',
      '',
      '### 第一章 总则',
      '**第一条** 楼道不得堆物。第[2031]5号、a<b、1.5倍照旧。',
      '',
      '第 二 条　楼长应当：',
      '',
      '* 巡查',
      '* 报告',
      '',
      '第三条 价格为 2\\*3 元，计入下列项目：',
      '',
      '1. 甲；',
      '2. 乙。'
    ].join('\n')
    expect(formatRegulation(messy).value).toBe(
      [
        '# 楼道公约',
        '## 第一章　总则',
        '第一条　楼道不得堆物。第[2031]5号、a<b、1.5倍照旧。',
        '第二条　楼长应当：',
        '- 巡查\n- 报告',
        '第三条　价格为 2\\*3 元，计入下列项目：',
        '1.甲；',
        '2.乙。',
        ''
      ]
        .join('\n\n')
        .replace(/\n\n$/, '\n')
    )
  })

  it('keeps line endings and a byte order mark', () => {
    expect(formatRegulation('\ufeff# 楼道公约\r\n\r\n第一条 楼道不得堆物。').value).toBe(
      '\ufeff# 楼道公约\r\n\r\n第一条　楼道不得堆物。\r\n'
    )
  })
})
