// Prints how often each drafting rule fires on a folder of real texts, and a seeded sample of findings to read.
//
//   node scripts/lint-rates.mjs [FOLDER] [--all] [--rule ID] [--sample N] [--seed N] [--kind KIND] [--json FILE]
//
// Rates are per hundred articles for rules that look at clauses, and per hundred documents of the rule's scope.
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { createLibrary, linkDocument } from '@tiaoli/library'
import { createLinter, inPreset, rules } from '@tiaoli/lint'
import { instrumentOfDocument, loadShippedRegisters, readDocument } from '@tiaoli/workspace'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean', default: false },
    rule: { type: 'string', multiple: true },
    sample: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string' },
    json: { type: 'string' }
  }
})
const folder = positionals[0] ?? '../shared/corpus'
if (!existsSync(folder)) {
  console.log(`no folder ${folder}: nothing to count`)
  process.exit(0)
}

/** Kind of a text by the folder that the collection keeps it in. */
function kindOf(path) {
  if (path.includes('DLC/')) return '地方性法规'
  if (path.includes('行政法规/')) return '行政法规'
  if (path.includes('部门规章/')) return '规章'
  if (path.startsWith('party')) return '党内法规'
  if (/司法解释|案例|其他/.test(path)) return undefined
  return path.startsWith('laws') ? '法律' : undefined
}

function filesIn(path) {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const full = join(path, entry.name)
    return entry.isDirectory() ? filesIn(full) : entry.name.endsWith('.md') ? [full] : []
  })
}

/** A small generator of equal sequences for equal seeds (mulberry32). */
function randomOf(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const started = performance.now()
const documents = []
for (const file of filesIn(folder)) {
  try {
    documents.push({ ...(await readDocument(file)), path: relative(folder, file) })
  } catch (error) {
    console.log(`left out: ${relative(folder, file)}: ${error.message}`)
  }
}
const library = createLibrary([...documents.map(instrumentOfDocument), ...(await loadShippedRegisters())])
const read = performance.now()

// Every rule runs where its scope reaches, also those that are off, so that their rates are known too.
const linter = createLinter({})
const everything = new Map()
const linterOf = (kind) => {
  if (!values.all) return linter
  if (!everything.has(kind)) {
    const on = rules
      .filter((rule) => rule.kinds === 'all' || (kind !== undefined && rule.kinds.includes(kind)))
      .map((rule) => [rule.id, 'on'])
    everything.set(kind, createLinter({ rules: Object.fromEntries(on) }))
  }
  return everything.get(kind)
}

const scopes = new Map()
const found = new Map()
let spent = 0
for (const document of documents) {
  const kind = kindOf(document.path)
  if (values.kind !== undefined && values.kind !== kind) continue
  const { title, date } = document.facts
  const links = linkDocument(document.tree, { library, ...(title && { title }), ...(date && { date }) })
  const begun = performance.now()
  const findings = linterOf(kind).lint({
    tree: document.tree,
    source: document.text,
    parserMessages: document.messages,
    links,
    library,
    ...(kind && { kind })
  })
  spent += performance.now() - begun
  const scope = scopes.get(kind) ?? { documents: 0, articles: 0 }
  scope.documents += 1
  scope.articles += document.tree ? countArticles(document.tree) : 0
  scopes.set(kind, scope)
  for (const finding of findings) {
    const list = found.get(finding.ruleId) ?? []
    list.push({ finding, document, kind })
    found.set(finding.ruleId, list)
  }
}

function countArticles(node) {
  if (node.type === 'article') return 1
  return (node.children ?? []).reduce((sum, child) => sum + countArticles(child), 0)
}

const kinds = ['法律', '行政法规', '规章', '地方性法规', '党内法规', undefined]
const name = (kind) => kind ?? '其他'
console.log(
  `${documents.length} texts read in ${((read - started) / 1000).toFixed(1)} s, checked in ${(spent / 1000).toFixed(1)} s`
)
for (const kind of kinds) {
  const scope = scopes.get(kind)
  if (scope) console.log(`  ${name(kind)}: ${scope.documents} documents, ${scope.articles} articles`)
}
console.log(
  '\nfindings per 100 articles (documents with a finding, %) by kind; – where the rule does not hold or is off'
)
const rows = []
for (const rule of rules) {
  const all = found.get(rule.id) ?? []
  const cells = kinds.map((kind) => {
    const scope = scopes.get(kind)
    const holds = rule.kinds === 'all' || (kind !== undefined && rule.kinds.includes(kind))
    if (!scope || !holds || (!values.all && !inPreset(rule, kind))) return '–'
    const own = all.filter((entry) => entry.kind === kind)
    const files = new Set(own.map((entry) => entry.document.path)).size
    return `${((own.length / scope.articles) * 100).toFixed(2)} (${((files / scope.documents) * 100).toFixed(1)})`
  })
  rows.push({ id: rule.id, total: all.length, cells })
}
const table = [
  ['rule', 'total', ...kinds.map(name)],
  ...rows.map(({ id, total, cells }) => [id, String(total), ...cells])
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
for (const { id, inPractice } of rules) if (inPractice !== undefined) console.log(`  ${id}: ${inPractice}`)
for (const [id, list] of found) if (!rules.some((rule) => rule.id === id)) console.log(`parser ${id}: ${list.length}`)

const amount = Number(values.sample)
if (amount > 0) {
  for (const id of values.rule ?? rules.map((rule) => rule.id)) {
    const list = found.get(id) ?? []
    if (list.length === 0) continue
    const random = randomOf(Number(values.seed))
    const picked = list
      .map((entry) => ({ entry, key: random() }))
      .sort((left, right) => left.key - right.key)
      .slice(0, amount)
    console.log(`\n== ${id} (${picked.length} of ${list.length})`)
    for (const { entry } of picked) {
      const { finding, document, kind } = entry
      const start = finding.position.start.offset
      const end = finding.position.end.offset
      const flat = (text) => text.replace(/\s+/g, ' ')
      const before = flat(document.text.slice(Math.max(0, start - 34), start))
      const after = flat(document.text.slice(end, end + 30))
      console.log(
        `${name(kind)} ${document.facts.title?.slice(0, 18)}:${finding.position.start.line} ${before}【${flat(document.text.slice(start, end)).slice(0, 60)}】${after} | ${finding.reason}`
      )
    }
  }
}
if (values.json !== undefined) {
  writeFileSync(
    values.json,
    `${JSON.stringify({ scopes: kinds.map((kind) => ({ kind: name(kind), ...scopes.get(kind) })), rows }, null, 2)}\n`
  )
}
