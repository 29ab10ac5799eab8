import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'

const folder = fileURLToPath(new URL('../../../../shared/corpus', import.meta.url))
const absent = !existsSync(folder)
if (absent)
  console.warn(`skipped, because ${folder} is absent: trees of real texts against an independent count of articles`)

describe.skipIf(absent && process.env.CI !== 'true')('real texts', () => {
  it('agree with an independent count, lose nothing, and read as remark reads them', () => {
    const script = fileURLToPath(new URL('../../../scripts/check-structure.mjs', import.meta.url))
    const out = join(mkdtempSync(join(tmpdir(), 'tiaoli-structure-')), 'disagreements.md')
    onTestFinished(() => rmSync(dirname(out), { recursive: true }))
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, folder, '--every', '8', '--out', out], {
      encoding: 'utf8'
    })
    expect(stderr).toBe('')
    expect(stdout).toMatch(/files with losses +0\n/)
    expect(stdout).toMatch(/files unlike remark's +0\n/)
    expect(stdout).not.toContain('UNEXPLAINED')
    expect(status).toBe(0)
  })
})
