import { createLibrary, linkDocument } from '@tiaoli/library'
import { strFromU8, unzipSync } from 'fflate'
import { parseRegulation } from 'remark-regast'
import { type DraftDocumentOptions, exportDocx } from '../src/index.js'

/** A regulation with every kind of line that an export has to lay out. */
export const reading = `---
stage: 征求意见稿
date: 2024-05-06
---

# 枫林社区图书室管理办法

（2021年3月5日居民会议通过　2023年6月1日居民会议修订）

<!-- 落实: B-1 -->

## 第一章　总则

第一条　为了管好枫林社区图书室（以下简称图书室），制定本办法。

<!-- 落实: B-2 -->

第二条　居民可以借阅图书，但是下列图书只供室内阅读：

（一）工具书；

（二）报刊，包括：

1.当年的报纸；

2.**装订成册**的期刊。

前款第一项、第二项规定的图书应当标明 <!-- 落实: B-3 --> 清楚。

> 图书室的开放时间见公告。

## 第二章　开放和借阅

第三条　图书室依照本办法第二条至第五条的规定开放。

第三条之一　遗失图书的，依照第九条的规定赔偿，*也可以* 更换 a_b_c [注] <三级> A&B。

| 期限 | 册数 |
| --- | ---: |
| 30日 | 5 |

第四条　开放时间由居民会议确定：\\
上午、下午各3小时。

第五条　本办法自2024年6月1日起施行。

枫林社区居民会议

2024年5月6日

## 附件：损坏赔偿标准

损坏一页的，赔偿1元。

<!-- 末尾的说明 -->
`

/** The Word file of a draft, with its references. */
export async function exported(source: string, options: Partial<DraftDocumentOptions> = {}): Promise<Uint8Array> {
  const { tree } = parseRegulation(source)
  const links = linkDocument(tree, { library: createLibrary([]) })
  return (await exportDocx(tree, { title: '枫林社区图书室管理办法', links, ...options })).value
}

/** One part of a Word file. */
export function part(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name]!)
}
