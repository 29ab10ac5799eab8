import { createLibrary, linkDocument, outlineOfTree } from '@tiaoli/library'
import { parseRegulation } from 'remark-regast'
import { exportAkn } from '../src/index.js'

/** A regulation with every kind of thing that an export has to carry. */
export const reading = `---
stage: 征求意见稿
date: 2024-05-06
---

# 枫林社区图书室管理办法

（2021年3月5日居民会议通过　2023年6月1日居民会议修订）

<!-- 落实: B-1 -->

## 第一章　总则

第一条　为了管好枫林社区图书室（以下简称图书室），根据《湖滨街道文化活动规定》第四条第二款，制定本办法。

<!-- 落实: B-2 -->

第二条　居民可以借阅图书，但是下列图书只供室内阅读：

（一）工具书；

（二）报刊，包括：

1.当年的报纸；

2.**装订成册**的期刊。

前款第一项、第二项规定的图书应当标明。

## 第二章　开放和借阅

第三条　图书室依照本办法第二条至第五条的规定开放。

第三条之一　遗失图书的，依照第九条的规定赔偿。

| 期限 | 册数 |
| --- | --- |
| 30日 | 5 |

第四条　开放时间由居民会议确定 A&B <三级>。

第五条　本办法自2024年6月1日起施行。

枫林社区居民会议

2024年5月6日

## 附件：损坏赔偿标准

损坏一页的，赔偿1元。
`

const cited = parseRegulation(
  '第一条　甲。\n\n第二条　乙。\n\n第三条　丙。\n\n第四条　丁。\n\n文化活动应当登记。\n'
).tree

const library = createLibrary([
  {
    title: '湖滨街道文化活动规定',
    shortNames: [],
    kind: '规定',
    issuer: ['湖滨街道办事处'],
    versions: [{ date: '2019-02-03', outline: outlineOfTree(cited), source: { kind: 'text', file: '' } }]
  }
])

/** A draft as Akoma Ntoso, with its references. */
export function exported(source: string, title = '枫林社区图书室管理办法'): string {
  const { tree } = parseRegulation(source)
  const facts = {
    title,
    kind: '办法',
    date: '2024-05-06',
    stage: '征求意见稿',
    issuer: '枫林社区居民会议'
  }
  return exportAkn(tree, { facts, library, links: linkDocument(tree, { library, title }), generated: '2024-05-07' })
    .value
}
