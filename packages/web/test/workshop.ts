import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openWorkspace } from '@tiaoli/workspace'
import { onTestFinished } from 'vitest'
import type { SiteSources } from '../src/prepare/sources.js'

/** Two drafts of an invented regulation, a law that they refer to, and a brief. */
export const garden = {
  'tiaoli.config.json': JSON.stringify({ drafts: ['drafts'], instruments: ['laws'], shippedRegisters: false }),
  'drafts/1.md': `---
stage: 初稿
date: 2026-03-01
---

# 柳溪街道社区花园管理办法

## 第一章　总则

第一条　为了规范社区花园的管理，根据《柳溪街道绿化条例》第二条，制定本办法。

第二条　社区花园由居民委员会管理。

居民委员会可以依照前款规定委托花园协会管理。

## 第二章　养护

第三条　花园协会应当每月清点工具。

第四条　损坏工具的，依照本办法第九条处理。

## 第三章　附则

第五条　本办法自2026年9月1日起施行。
`,
  'drafts/2.md': `---
stage: 征求意见稿
date: 2026-05-01
---

# 柳溪街道社区花园管理办法

## 第一章　总则

第一条　为了规范社区花园的管理，根据《柳溪街道绿化条例》第二条，制定本办法。

第二条　花园协会应当每月清点工具。

第三条　社区花园由居民委员会管理。

居民委员会可以依照前款规定委托花园协会管理。

## 第二章　养护

第四条　种植有毒植物的，居民委员会应当要求移走。

第五条　损坏工具的，依照本办法第二条、第三条第一款和《柳溪街道绿化条例》第三条处理。

## 第三章　附则

第六条　本办法自2026年9月1日起施行。
`,
  'laws/柳溪街道绿化条例(2020-06-01).md': `# 柳溪街道绿化条例

第一条　为了保护绿地，制定本条例。

第二条　街道办事处可以制定社区花园的管理办法。

第三条　损坏公共设施的，应当修复或者照价赔偿。
`,
  'brief.md': `# 社区花园管理办法起草任务书

- 法规名称：柳溪街道社区花园管理办法
- 编号前缀：H

## H-1 管理职责

写明各方的职责。

- 强度：必备

### H-1.1 写明由谁管理

写明社区花园的管理单位。

- 强度：必备
`
}

/** Writes files into a new folder that goes when the test ends. */
export function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-web-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFiles(folder, files)
  return folder
}

/** Writes files below a folder, each whole at once: who watches the folder never reads half of one. */
export function writeFiles(folder: string, files: Record<string, string>): void {
  const aside = mkdtempSync(join(tmpdir(), 'tiaoli-web-aside-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(aside, 'written'), text)
    renameSync(join(aside, 'written'), join(folder, name))
  }
  rmSync(aside, { recursive: true })
}

/** The sources of a folder with a configuration. */
export async function sourcesIn(folder: string, briefs: string[] = []): Promise<SiteSources> {
  const workspace = await openWorkspace(join(folder, 'tiaoli.config.json'))
  return { workspace, folder, drafts: () => workspace.drafts(), briefs: briefs.map((brief) => join(folder, brief)) }
}
