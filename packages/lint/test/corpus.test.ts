import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { applyFixes, createLinter } from '@tiaoli/lint'
import { expect, test } from 'vitest'
import { inputOf } from './check.js'

const folder = fileURLToPath(new URL('../../../../shared/corpus', import.meta.url))
const present = existsSync(folder)
if (!present && process.env.CI === 'true') throw new Error(`${folder} is absent, which CI must have`)
if (!present) console.log(`skipped: ${folder} is absent (optional development data)`)

function filesIn(path: string): string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const full = join(path, entry.name)
    return entry.isDirectory() ? filesIn(full) : entry.name.endsWith('.md') ? [full] : []
  })
}

const quotations = (text: string): string[] => text.match(/“[^“”]*”/g) ?? []

test.skipIf(!present)('fixes of real texts come to rest, and leave every quotation as it was', () => {
  const sample = filesIn(folder)
    .sort()
    .filter((_, index) => index % 30 === 0)
  expect(sample.length).toBeGreaterThan(50)
  const linter = createLinter({ preset: '规章' })
  for (const file of sample) {
    const original = readFileSync(file, 'utf8')
    let text = original
    let applied = 1
    for (let round = 0; round < 6 && applied > 0; round++) {
      const fixed = applyFixes(text, linter.lint(inputOf(text)))
      applied = fixed.applied
      text = fixed.text
    }
    expect(applied, file).toBe(0)
    expect(quotations(text), file).toEqual(quotations(original))
  }
})
