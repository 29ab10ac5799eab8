import { parseRegulation } from 'remark-regast'
import { describe, expect, it } from 'vitest'
import { countClauses, formatOutline } from '../src/index.js'

const { tree } = parseRegulation(`# 楼道公约

各居民小组：

## 第一章 总则

第一条 【目的】为了维护楼道整洁，制定本公约。

第二条 楼长应当：

（一）巡查：

1.每日一次；

（二）报告。

前款所称报告，包括书面报告。

## 附件1 登记表

第一条 登记表每月更新。
`)

describe('an outline', () => {
  it('shows headings and articles with their counts', () => {
    expect(formatOutline(tree).split('\n')).toEqual([
      '楼道公约',
      '共1章3条5款2项1目1附件',
      '（正文之前）（1款）',
      '第一章 总则（2条）',
      '  第一条【目的】（1款）为了维护楼道整洁，制定本公约。',
      '  第二条（2款2项1目）楼长应当：',
      '附件1 登记表（1条）',
      '  第一条（1款）登记表每月更新。'
    ])
  })

  it('counts what it shows', () => {
    expect(countClauses(tree)).toMatchObject({
      chapter: 1,
      article: 3,
      paragraph: 5,
      point: 2,
      indent: 1,
      attachment: 1,
      book: 0
    })
  })
})
