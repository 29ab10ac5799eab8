import type { TextClauses } from '@tiaoli/search'
import { clauseDocuments } from '@tiaoli/search'
import { parseRegulation } from 'remark-regast'

/** A small library of invented regulations. */
const sources = {
  '花园.md': {
    facts: { title: '临江市社区花园管理办法', version: '2023-05-01', kind: '地方性法规' },
    source: `# 临江市社区花园管理办法

## 第一章 总则

第一条　为了规范社区花园的建设和养护，制定本办法。

第二条　本办法所称社区花园，是指居民共同建设和养护的公共绿地。

## 第二章 养护

第三条　养护人应当每季度公开账目。

账目应当保存五年。

第四条　禁止下列行为：

（一）擅自采摘花卉；

（二）遛犬不清理粪便；

（三）在花园内燃放烟花爆竹。

## 第三章 法律责任

第五条　违反本办法第四条规定的，由社区花园管理机构责令改正；拒不改正的，处五十元以上二百元以下罚款。

第六条　本办法自2023年6月1日起施行。
`
  },
  '花园旧.md': {
    facts: { title: '临江市社区花园管理办法', version: '2018-03-01', kind: '地方性法规' },
    source: `# 临江市社区花园管理办法

第一条　为了管理社区花园，制定本办法。

第二条　养护人应当每年公开一次账目。

第三条　养护人应当每年公开账目。
`
  },
  '年假.md': {
    facts: { title: '远山省职工年休假条例', version: '2021-11-20', kind: '地方性法规' },
    source: `# 远山省职工年休假条例

第一条　职工连续工作满一年的，用人单位应当安排带薪年休假。

第二条　用人单位不得以支付报酬代替年休假，职工本人书面同意的除外。

第三条　用人单位拖欠年休假工资报酬的，由劳动行政部门责令限期支付。
`
  },
  '组织.md': {
    facts: { title: '中国共产党村级组织活动规则', version: '2020-08-10', kind: '规则', shortNames: ['村规则'] },
    source: `# 中国共产党村级组织活动规则

第一条　党支部每月召开一次组织生活会。

第二条　党支部委员会任期届满应当按期换届选举。

第二条之一　换届选举前应当公布候选人名单。

第三条　党员应当按月交纳党费。
`
  }
} as const

/** The texts of the library, one version of one instrument each. */
export function library(): TextClauses[] {
  return Object.entries(sources).map(([id, { facts, source }]) => text(id, facts, source))
}

/** One text out of its Markdown. */
export function text(id: string, facts: object, source: string): TextClauses {
  return {
    text: { id, ...facts } as TextClauses['text'],
    clauses: clauseDocuments(parseRegulation(source).tree, id)
  }
}
