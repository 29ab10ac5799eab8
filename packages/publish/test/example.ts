import { createLibrary, linkDocument } from '@tiaoli/library'
import { parseRegulation } from 'remark-regast'

/** A short regulation with a chapter, lists, references of every certainty, a table and an attachment. */
export const reading = `# 枫林社区图书室管理办法

（2021年3月5日居民会议通过）

<!-- 落实: B-1 -->

## 第一章　总则

<!-- 落实: B-2 -->

第一条　为了管好图书室，制定本办法。

第二条　下列图书只供室内阅读：

（一）工具书 A&B <三级>；

（二）报刊。

前款第一项规定的图书应当**标明**。

## 第二章　借阅

第三条　依照本办法第二条和第九条的规定办理，参照《湖滨街道文化活动规定》。

| 期限 | 册数 |
| --- | --- |
| 30日 | 5 |

枫林社区居民会议

2024年5月6日

## 附件：赔偿标准

损坏一页的，赔偿1元。
`

export const facts = { title: '枫林社区图书室管理办法', date: '2024-05-06', stage: '征求意见稿', kind: '办法' }

/** A draft with its links. */
export function linked(source: string) {
  const { tree } = parseRegulation(source)
  return { tree, links: linkDocument(tree, { library: createLibrary([]) }) }
}
