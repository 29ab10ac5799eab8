// Writes docs/rules from the rules themselves and what test/lint knows of them from published texts, and what the configuration says about them into its JSON schema; --check only compares.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { measuredOf, ruleIndexText, rulePageText, rules, settingsSchemas } from '@tiaoli/lint'
import { parse } from 'yaml'

const root = fileURLToPath(new URL('..', import.meta.url))
const only = process.argv.includes('--check')
const stale = []

function put(path, content) {
  if (existsSync(root + path) && readFileSync(root + path, 'utf8') === content) return
  stale.push(path)
  if (!only) writeFileSync(root + path, content)
}

mkdirSync(`${root}docs/rules`, { recursive: true })
const rates = JSON.parse(readFileSync(`${root}test/lint/rates.json`, 'utf8'))
const verdicts = parse(readFileSync(`${root}test/lint/verdicts.yaml`, 'utf8'))
const measured = (id) => measuredOf(id, rates, verdicts)
const pages = new Map([
  ['README.md', ruleIndexText(measured)],
  ...rules.map((rule) => [`${rule.id}.md`, rulePageText(rule, measured(rule.id))])
])
for (const [name, text] of pages) put(`docs/rules/${name}`, text)
for (const name of readdirSync(`${root}docs/rules`)) {
  if (pages.has(name)) continue
  stale.push(`docs/rules/${name}`)
  if (!only) rmSync(`${root}docs/rules/${name}`)
}

const path = 'packages/workspace/schema/tiaoli.config.schema.json'
const schema = JSON.parse(readFileSync(root + path, 'utf8'))
const before = JSON.stringify(schema)
Object.assign(schema.properties, settingsSchemas())
if (JSON.stringify(schema) !== before) put(path, `${formatJson(schema)}\n`)

/** JSON with short arrays on one line, as the formatter of the repository writes it. */
function formatJson(value, indent = '') {
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    const line = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`
    const plain = value.every((item) => typeof item !== 'object')
    if (plain && line.length + indent.length < 110) return line
    return `[\n${value.map((item) => inner + formatJson(item, inner)).join(',\n')}\n${indent}]`
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).map(
    ([key, item]) => `${inner}${JSON.stringify(key)}: ${formatJson(item, inner)}`
  )
  return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n${indent}}`
}

if (stale.length === 0) console.log(`${pages.size} pages and the schema are up to date`)
else if (only) {
  console.error(`stale: ${stale.join(', ')}; run node scripts/generate-rule-docs.mjs`)
  process.exit(1)
} else console.log(`written: ${stale.length} files`)
