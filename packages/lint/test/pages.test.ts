import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { documentKinds, inPreset, ruleIndexText, rulePageText, rules, settingsSchemas } from '@tiaoli/lint'
import { expect, test } from 'vitest'
import { measured } from './measured.js'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const cure = 'stale: run node scripts/generate-rule-docs.mjs'

test('docs/rules is what the rules say', () => {
  const pages = new Map([
    ['README.md', ruleIndexText(measured)],
    ...rules.map((rule) => [`${rule.id}.md`, rulePageText(rule, measured(rule.id))] as const)
  ])
  expect(readdirSync(`${root}docs/rules`).sort(), cure).toEqual([...pages.keys()].sort())
  for (const [name, text] of pages)
    expect(readFileSync(`${root}docs/rules/${name}`, 'utf8'), `${name} ${cure}`).toBe(text)
})

test('the schema of the configuration knows every rule', () => {
  const schema = JSON.parse(readFileSync(`${root}packages/workspace/schema/tiaoli.config.schema.json`, 'utf8'))
  const { preset, rules: settings, dictionary } = schema.properties
  expect({ preset, rules: settings, dictionary }, cure).toEqual(JSON.parse(JSON.stringify(settingsSchemas())))
})

test('every preset has rules of its own', () => {
  const sets = documentKinds.map((kind) => rules.filter((rule) => inPreset(rule, kind)).map(({ id }) => id))
  expect(new Set(sets.map((set) => set.join())).size).toBe(documentKinds.length)
})
