// Counts references by kind and status over a folder of real texts, and prints a seeded random sample to read: each
// mention in its sentence, and the words of the clause that it was taken to point to.
//
//   node scripts/check-references.mjs [FOLDER] [--sample N] [--seed N] [--only PATH-PART]
//       [--status S]              only mentions whose worst target has that status; "unresolved" is any but resolved
//       [--kind K]                only mentions of that kind
//       [--least KIND=N,…]        at least so many of a kind in the sample; "leaning" is 前款, 第二款 and their like without 下列
//       [--left N]                also so many random words that look like references and were taken for none
import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { createLibrary, linkDocument } from '@tiaoli/library'
import { instrumentOfDocument, loadShippedRegisters, readDocument } from '@tiaoli/workspace'
import { clauseTexts, placeAt } from 'regast'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    status: { type: 'string' },
    kind: { type: 'string' },
    least: { type: 'string', default: '' },
    left: { type: 'string', default: '0' },
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

const byVersion = new Map(
  documents.flatMap((document) => {
    const { title, versions } = instrumentOfDocument(document)
    return versions.map(({ date }) => [`${title}@${date ?? ''}`, document])
  })
)
/** Documents by title, where none has the very version: the words of another one tell as much of the number's sense. */
const byTitle = (title, address) =>
  documents.find(({ facts }) => facts.title === title) ??
  documents.find(
    (document) =>
      document.facts.title?.includes(title.replace(/^中华人民共和国/, '')) && clauseTextOf(document, address)
  )
const textsOf = new WeakMap()

/** The text of a clause of a document, with what stands below it; `undefined` where there is none. */
function clauseTextOf(document, address) {
  let texts = textsOf.get(document)
  if (texts === undefined) {
    texts = clauseTexts(document.tree)
    textsOf.set(document, texts)
  }
  const of = texts.filter((clause) => clause.address === address || clause.address.startsWith(`${address}__`))
  return of.length === 0 ? undefined : of.map(({ text }) => text.trim()).join(' ¶ ')
}

/** The mention in what stands around it, between « and »; a whole document needs less of it than a clause. */
function sentenceOf({ text }, { start, end, text: words, kind }) {
  const around = kind === 'self' ? 25 : kind === 'title' || kind === 'alias' ? 50 : 120
  const before = text.slice(Math.max(0, start.offset - around), start.offset).replace(/\s+/g, ' ')
  const after = text.slice(end.offset, end.offset + around / 2).replace(/\s+/g, ' ')
  return `${before}«${words}»${after}`
}

function describeTarget(document, { instrument, from, to, status, reason, version, alternatives = [] }) {
  const exact = instrument === null ? document : byVersion.get(`${instrument}@${version ?? ''}`)
  const read = exact ?? (from === null ? undefined : byTitle(instrument, from))
  const words = from === null || read === undefined ? undefined : clauseTextOf(read, from)
  const far = to === undefined || read === undefined ? '' : ` … ${(clauseTextOf(read, to) ?? '').slice(0, 30)}`
  const others = alternatives.map((other) => `${other.instrument ?? '·'} ${other.from ?? '*'}`).join(' 或 ')
  return [
    `${instrument ?? '·'}${version ? `@${version}` : ''} ${from ?? '*'}${to ? `…${to}` : ''} ${status}`,
    reason === undefined ? '' : ` (${reason})`,
    others === '' ? '' : ` 或 ${others}`,
    words === undefined ? '' : `\n     ${exact === undefined ? '(other text) ' : ''}${words.slice(0, 130)}${far}`
  ].join('')
}

/** Whether a reference is of a kind; "leaning" is a relative one that announces nothing. */
function kindIs(reference, kind) {
  if (kind === 'leaning') return reference.kind === 'relative' && !/^(?:下列|以下|如下)/.test(reference.text)
  return reference.kind === kind
}

const leftOut = []

/** What looks like a reference to the eye: numbered and relative clauses, titles, the document's own name. */
const candidate =
  /第[〇零一二三四五六七八九十百千0-9（(）)、至和]+[编章节条款项目]|（[一二三四五六七八九十]+）项|前[一二两三四五六七八九十]*[条款项]|[本该同](?:[条款项]|法|条例|规定|办法|规则|细则|章程|准则|解释)|《[^《》]+(?<![证书表照单票簿册])》|[上前]述|[下以如][列下](?=[\u4e00-\u9fff]{0,12}[：:])|各该|附[件录表]|其实施/g

/** Keeps the words of a document that look like references and belong to none. */
function gatherLeftOut(document, { references, documentNumbers, terms }) {
  const taken = [...references, ...documentNumbers, ...terms].map(({ start, end }) => [start.offset, end.offset])
  const covered = new Uint8Array(document.text.length + 1)
  for (const [from, to] of taken) covered.fill(1, from, to)
  for (const clause of clauseTexts(document.tree)) {
    if (clause.node.type === 'title' || clause.node.type === 'heading') continue
    for (const { 0: words, index } of clause.text.matchAll(candidate)) {
      if (covered[placeAt(clause, index).offset] === 1) continue
      const before = clause.text.slice(Math.max(0, index - 60), index)
      const after = clause.text.slice(index + words.length, index + words.length + 30)
      leftOut.push({ document, address: clause.address, text: `${before}«${words}»${after}`.replace(/\s+/g, ' ') })
    }
  }
}

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
    if (
      values.status === 'unresolved' ? worst?.status === 'resolved' : (values.status ?? worst?.status) !== worst?.status
    )
      continue
    if (values.kind !== undefined && reference.kind !== values.kind) continue
    found.push({ document, reference })
  }
  if (values.left !== '0') gatherLeftOut(document, linked)
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
const take = (from) => from.splice(Math.floor(random() * from.length), 1)[0]

function drawSample(size) {
  const drawn = []
  for (const part of values.least.split(',').filter(Boolean)) {
    const [kind, least] = part.split('=')
    const fits = found.filter(({ reference }) => kindIs(reference, kind))
    for (let left = Math.min(Number(least), fits.length, size - drawn.length); left > 0; left--) drawn.push(take(fits))
  }
  const rest = found.filter((one) => !drawn.includes(one))
  while (drawn.length < size && rest.length > 0) drawn.push(take(rest))
  return drawn
}

for (const [index, { document, reference }] of drawSample(Number(values.sample)).entries()) {
  console.log(`\n#${index + 1} ${document.facts.title ?? document.file} [${reference.in}] ${reference.kind}`)
  console.log(`   ${sentenceOf(document, reference)}`)
  for (const target of reference.targets) console.log(`   → ${describeTarget(document, target)}`)
}
if (values.left !== '0') console.log(`\n${leftOut.length} words that look like references are none`)
for (let left = Math.min(Number(values.left), leftOut.length); left > 0; left--) {
  const { document, address, text } = take(leftOut)
  console.log(`${(document.facts.title ?? document.file).slice(0, 24)} [${address}] ${text}`)
}
