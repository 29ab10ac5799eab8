// Counts references by kind and status over a folder of real texts, and prints a seeded random sample to read.
//
//   node scripts/check-references.mjs [FOLDER] [--sample N] [--seed N] [--only PATH-PART] [--status S] [--kind K]
import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { createLibrary, linkDocument } from '@tiaoli/library'
import { instrumentOfDocument, loadShippedRegisters, readDocument } from '@tiaoli/workspace'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    status: { type: 'string' },
    kind: { type: 'string' },
    alone: { type: 'boolean', default: false }
  }
})
const folder = positionals[0] ?? '../shared/corpus'
if (!existsSync(folder)) {
  console.log(`no folder ${folder}: nothing to check`)
  process.exit(0)
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
    documents.push(await readDocument(file))
  } catch (error) {
    console.log(`left out: ${relative(folder, file)}: ${error.message}`)
  }
}
const registers = await loadShippedRegisters()
const library = createLibrary(values.alone ? registers : [...documents.map(instrumentOfDocument), ...registers])

const counts = new Map()
const found = []
let references = 0
for (const document of documents) {
  const { facts } = document
  if (!document.file.includes(values.only)) continue
  const linked = linkDocument(document.tree, {
    library,
    ...(facts.title === undefined ? {} : { title: facts.title }),
    ...(facts.date === undefined ? {} : { date: facts.date })
  })
  references += linked.references.length
  for (const reference of linked.references) {
    for (const target of reference.targets) {
      const key = `${reference.kind}\t${target.status}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    const worst = reference.targets.find((target) => target.status !== 'resolved') ?? reference.targets[0]
    if (values.status !== undefined && worst?.status !== values.status) continue
    if (values.kind !== undefined && reference.kind !== values.kind) continue
    found.push({ document, reference })
  }
}

const kinds = [...new Set([...counts.keys()].map((key) => key.split('\t')[0]))]
const statuses = [...new Set([...counts.keys()].map((key) => key.split('\t')[1]))]
console.log(
  `${documents.length} texts, ${references} references, ${((performance.now() - started) / 1000).toFixed(1)} s`
)
console.log(['kind'.padEnd(10), ...statuses.map((status) => status.padStart(19))].join(''))
for (const kind of kinds) {
  console.log(
    [kind.padEnd(10), ...statuses.map((status) => String(counts.get(`${kind}\t${status}`) ?? 0).padStart(19))].join('')
  )
}

const random = randomOf(Number(values.seed))
for (let left = Math.min(Number(values.sample), found.length); left > 0; left--) {
  const [{ document, reference }] = found.splice(Math.floor(random() * found.length), 1)
  const { text } = document
  const { start, end } = reference
  const before = text.slice(Math.max(0, start.offset - 30), start.offset).replace(/\s+/g, ' ')
  const after = text.slice(end.offset, end.offset + 24).replace(/\s+/g, ' ')
  const targets = reference.targets.map(
    ({ instrument, from, to, status, reason, version }) =>
      `${instrument ?? '·'}${version ? `@${version}` : ''} ${from ?? '*'}${to ? `…${to}` : ''} ${status}${reason ? ` (${reason})` : ''}`
  )
  console.log(
    `${document.facts.title ?? document.file} [${reference.in}] ${reference.kind}\n    ${before}«${reference.text}»${after}\n    ${targets.join(' | ')}`
  )
}
