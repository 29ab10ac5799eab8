import type { Brief, Coverage, RequirementCoverage } from '@tiaoli/brief'
import { coverageById, coverDraft, parseBrief } from '@tiaoli/brief'
import { parseRegulation } from 'remark-regast'

/** An invented brief for a regulation of community gardens. */
export const gardenBrief = `# 《某市社区花园管理办法》起草任务书

- 法规名称：某市社区花园管理办法
- 主要材料：居民座谈会记录

社区花园越来越多，要有规矩。

## B-1 总则

写明目的、范围和原则。

- 强度：必备
- 章：总则
- 来源：2026年3月4日专题会议

### B-1.1 目的和依据

根据园林条例制定。

- 强度：必备
- 类别：依据
- 衔接：《某省园林条例》第六条（细化）

### B-1.2 原则

列明管理遵循的原则。

- 强度：必备
- 类别：原则

#### B-1.2.1 居民自愿

社区花园由居民自愿参加。

- 强度：必备

#### B-1.2.2 鼓励志愿者

鼓励志愿者参与养护。

- 强度：宜备

### B-1.3 不收费

不向居民收取任何费用。

- 强度：禁止
- 禁用语：收取…费；押金
- 例外语：不得

### B-1.4 不增加负担

不增加居民的负担。

- 强度：禁止

## B-2 养护

规定养护的责任和公开。

- 强度：必备
- 章：养护和公开
- 来源：居民座谈会记录；《某市绿地规定》第三条

### B-2.1 公开账目

居民委员会定期公开养护账目。

- 强度：必备
- 衔接：《某市村务公开办法》（留给）

### B-2.2 堆肥

可以规定厨余堆肥。

- 强度：选备
`

/** The brief, which has no errors. */
export function garden(): Brief {
  return parseBrief(gardenBrief).value
}

/** The coverage of a draft of that brief. */
export function coverGarden(
  draft: string,
  brief: Brief = garden()
): { coverage: Coverage; row(id: string): RequirementCoverage } {
  const coverage = coverDraft(brief, parseRegulation(draft).tree)
  const rows = coverageById(coverage)
  return { coverage, row: (id) => rows.get(id)! }
}

/** A draft that covers all that has to be in it. */
export const fullDraft = `# 某市社区花园管理办法（草案）

<!-- 落实: B-1 -->

## 第一章　总则

<!-- 落实: B-1.1 -->

第一条　为了规范社区花园的管理，根据《某省园林条例》第六条，制定本办法。

第二条　社区花园的管理遵循下列原则：

<!-- 落实: B-1.2.1 -->

（一）居民自愿参加；

（二）不得以任何名义收取养护费。

## 第二章　养护和公开

<!-- 落实: B-2.1 -->

第三条　居民委员会应当每季度公开养护账目，公开的方式适用《某市村务公开办法》的规定。

<!-- 落实: 无，起草组增加：工具存放 -->

第四条　养护工具由居民委员会集中存放。

第五条　本办法自2027年1月1日起施行。
`
