import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { absentProgram, everyFeature, regulationSource } from '@tiaoli/test-utils'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exported, reading } from './example.js'

const schema = fileURLToPath(new URL('../../../../shared/schema/akomantoso30.xsd', import.meta.url))
const drafts = ['1-initial', '2-consultation', '3-submission'].map((name) =>
  readFileSync(new URL(`../../../corpus/drafts/organization-work-regulations/${name}.md`, import.meta.url), 'utf8')
)

function absentSchema(): boolean {
  if (existsSync(schema)) return false
  if (process.env.CI === 'true') throw new Error(`${schema} is absent, which CI must have`)
  console.warn(`skipped, because ${schema} is absent: validation of Akoma Ntoso`)
  return true
}

const skipped = absentSchema() || absentProgram('xmllint', 'validation of Akoma Ntoso')

/** What xmllint says against documents; empty where all are valid. */
function complaints(documents: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-akn-'))
  try {
    const files = documents.map((text, index) => {
      const file = join(folder, `${index}.xml`)
      writeFileSync(file, text)
      return file
    })
    const { stderr, status } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, ...files], {
      encoding: 'utf8'
    })
    const lines = stderr.split('\n').filter((line) => line !== '' && !line.endsWith(' validates'))
    return status === 0 ? lines.join('\n') : lines.join('\n') || `xmllint ended with ${status}`
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test.skipIf(skipped)('what is exported is valid against the official schema', () => {
  const invented = fc.sample(regulationSource(everyFeature), { numRuns: 40, seed: 7 })
  const rough = ['', '只有一段话。\n', '# 标题\n', '第一条　甲。\n\n第一条　乙。\n', '附件：\n\n第一条　甲。\n']
  const decision = exported(
    '# 关于修改《甲规定》的决定\n\n一、将《湖滨街道文化活动规定》第四条修改为：“第四条　甲。\n\n“乙。”\n\n二、增加一条，作为第五条：“丙。”\n\n三、增加一章，作为第三章：\n\n“第三章　监督\n\n“第六条　丁：\n\n“（一）戊；\n\n“（二）己。\n\n“第七条　庚。”\n\n四、第八条增加一项：\n\n“（三）辛。”\n',
    '关于修改《甲规定》的决定'
  )
  const documents = [...drafts, reading, ...rough, ...invented].map((source) => exported(source))
  expect(complaints([...documents, decision])).toBe('')
})

test.skipIf(skipped)('the check can fail', () => {
  expect(complaints([exported(reading).replace('<body>', '<body><p>多出来的</p>')])).toContain('fails to validate')
})
