// Prints how often each drafting rule fires on a folder of real texts, and why where that is often.
//
//   node scripts/lint-rates.mjs [FOLDER] [--all] [--rule ID] [--kind KIND] [--json FILE]
//
// Rates are findings per hundred articles, and in brackets the per cent of texts with a finding. --all also runs the
// rules that are off by default; `--all --json test/lint/rates.json` is what the pages of the rules are made from.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { inPreset, rules } from '@tiaoli/lint'
import { checkTexts, countArticles, holdsFor, kinds, readTexts } from './lint-corpus.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean', default: false },
    rule: { type: 'string', multiple: true },
    kind: { type: 'string' },
    json: { type: 'string' }
  }
})
const documents = await readTexts(positionals[0] ?? '../shared/corpus')
const found = new Map()
const spent = await checkTexts(documents, { all: values.all, only: values.rule, kind: values.kind }, (entry) => {
  const list = found.get(entry.finding.ruleId) ?? []
  list.push(entry)
  found.set(entry.finding.ruleId, list)
})

const name = (kind) => kind ?? '其他'
console.log(`${documents.length} texts, checked in ${(spent / 1000).toFixed(1)} s`)
const scopes = new Map()
for (const { kind, tree } of documents) {
  if (values.kind !== undefined && values.kind !== kind) continue
  const scope = scopes.get(kind) ?? { documents: 0, articles: 0 }
  scope.documents += 1
  scope.articles += countArticles(tree)
  scopes.set(kind, scope)
}
for (const kind of kinds) {
  const scope = scopes.get(kind)
  if (scope) console.log(`  ${name(kind)}: ${scope.documents} documents, ${scope.articles} articles`)
}

const rows = rules
  .filter((rule) => values.rule?.includes(rule.id) ?? true)
  .map((rule) => {
    const all = found.get(rule.id) ?? []
    const rates = kinds.map((kind) => {
      const scope = scopes.get(kind)
      if (!scope || !holdsFor(rule, kind) || !(values.all || inPreset(rule, kind))) return null
      const own = all.filter((entry) => entry.kind === kind)
      const texts = new Set(own.map(({ document }) => document.path)).size
      const rounded = (part, whole) => Number(((part / whole) * 100).toFixed(2))
      return { articles: rounded(own.length, scope.articles), documents: rounded(texts, scope.documents) }
    })
    return { id: rule.id, total: all.length, rates }
  })
console.log('\nfindings per 100 articles (% of texts with one); – where a rule does not hold or is off')
const table = [
  ['rule', 'total', ...kinds.map(name)],
  ...rows.map(({ id, total, rates }) => [
    id,
    String(total),
    ...rates.map((rate) => (rate ? `${rate.articles.toFixed(2)} (${rate.documents.toFixed(1)})` : '–'))
  ])
]
const width = (text) => [...text].reduce((sum, char) => sum + (char.codePointAt(0) > 0x2e80 ? 2 : 1), 0)
const widths = table[0].map((_, column) => Math.max(...table.map((row) => width(row[column]))))
for (const row of table) {
  console.log(
    row
      .map((cell, column) => cell + ' '.repeat(widths[column] - width(cell)))
      .join('  ')
      .trimEnd()
  )
}
console.log('\nwhy these fire in enacted texts')
for (const { id, inPractice } of rules) {
  if (inPractice !== undefined && (values.rule?.includes(id) ?? true)) console.log(`  ${id}: ${inPractice}`)
}
for (const [id, list] of found) if (!rules.some((rule) => rule.id === id)) console.log(`parser ${id}: ${list.length}`)
if (values.json !== undefined) {
  const counted = kinds.map((kind) => ({ kind: name(kind), ...scopes.get(kind) }))
  const line = (value) => `    ${JSON.stringify(value)}`
  const lists = [counted, rows].map((list) => list.map(line).join(',\n'))
  writeFileSync(values.json, `{\n  "scopes": [\n${lists[0]}\n  ],\n  "rows": [\n${lists[1]}\n  ]\n}\n`)
}
