import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Finding } from '@tiaoli/lint'
import { expect, test } from 'vitest'
import { checkTexts, readTexts } from '../../../scripts/lint-corpus.mjs'
import { verdicts } from './measured.js'

const folder = fileURLToPath(new URL('../../../../shared/corpus', import.meta.url))
const present = existsSync(folder)
if (!present && process.env.CI === 'true') throw new Error(`${folder} is absent, which CI must have`)
if (!present) console.log(`skipped: ${folder} is absent (optional development data)`)

/** What these say depends on the whole library; `node scripts/lint-verdicts.mjs --check` looks at them too. */
const needLibrary = new Set(['stale-external-ref', 'external-title-full', 'missing-para-level', 'redundant-first-para'])

test.skipIf(!present)('judgements are of findings that the rules make today', async () => {
  const all = Object.entries(verdicts)
    .filter(([id]) => !needLibrary.has(id))
    .flatMap(([id, list]) => list.map(({ text, at, place }) => ({ text, key: `${id} ${text} ${at} ${place}` })))
  const texts = [...new Set(all.map(({ text }) => text))].sort().filter((_, index) => index % 15 === 0)
  expect(texts.length).toBeGreaterThan(20)
  const documents = await readTexts(folder, (path: string) =>
    texts.some((text) => text.endsWith(basename(path, '.md')))
  )
  const found = new Set<string>()
  await checkTexts(
    documents,
    { all: true },
    ({ finding, document }: { finding: Finding; document: { name: string } }) => {
      const { line, column } = finding.position.start
      found.add(`${finding.ruleId} ${document.name} ${finding.address} ${line}:${column}`)
    }
  )
  const gone = all.filter(({ text, key }) => texts.includes(text) && !found.has(key)).map(({ key }) => key)
  expect(gone, 'draw and judge again: node scripts/lint-verdicts.mjs --draw draw.json').toEqual([])
})
