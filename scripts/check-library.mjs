// Reads a folder of real texts as a library and prints what came of it: instruments, versions, links by status, the
// instruments cited most, the titles not found most, and a check of title resolution by an independent rule.
//
//   node scripts/check-library.mjs [FOLDER] [--list N]
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { boardOf, createLinkGraph, cyclesOf, linkDocument } from '@tiaoli/library'
import { expandPlaces, loadShippedRegisters, openLibraryStore, readDocument } from '@tiaoli/workspace'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { list: { type: 'string', default: '20' } }
})
const folder = positionals[0] ?? '../shared/corpus'
if (!existsSync(folder)) {
  console.log(`no folder ${folder}: nothing to check`)
  process.exit(0)
}
const shown = Number(values.list)

const { files } = await expandPlaces(folder, ['.'], { extensions: ['md', 'txt'] })
const cache = mkdtempSync(join(tmpdir(), 'tiaoli-check-'))
process.on('exit', () => rmSync(cache, { recursive: true, force: true }))
const store = openLibraryStore(cache)
const { library } = await store.refresh({ texts: files, registers: [], shippedRegisters: true })
const { documents } = await store.links()
for (const problem of store.takeProblems()) console.log(`left out: ${problem.file}: ${problem.reason.zh}`)

const fromTexts = library.instruments.filter(({ versions }) => versions.some(({ source }) => source.kind === 'text'))
const texts = fromTexts.flatMap(({ versions }) => versions.filter(({ source }) => source.kind === 'text'))
const having = (test) => fromTexts.filter(test).length
console.log(`files ${files.length}, texts read ${documents.length}`)
console.log(
  `instruments ${fromTexts.length} (with registers ${library.instruments.length}), versions with text ${texts.length}`
)
console.log(
  `of the instruments with text: kind ${having(({ kind }) => kind)}, issuer ${having(({ issuer }) => issuer)}, day ${having(({ versions }) => versions.some(({ date }) => date))}, history ${having(({ history }) => history)}`
)
const articles = texts.reduce((sum, { outline }) => sum + outline.articles.size, 0)
console.log(
  `articles ${articles}, texts in parts or not whole ${texts.filter(({ outline }) => !outline.complete).length}`
)
console.log(`one version in two files: ${store.duplicates().length}`)

const graph = createLinkGraph({ documents, library })
const statuses = new Map()
const roles = new Map()
for (const { references } of documents) {
  for (const { role, targets } of references) {
    roles.set(role, (roles.get(role) ?? 0) + 1)
    for (const { status } of targets) statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }
}
console.log(`\nlinks kept in the graph (本条例 and 下列 by themselves left out): ${listing(statuses)}`)
console.log(`what they do: ${listing(roles)}`)
console.log(`circles of references: ${cyclesOf(graph).length}`)

const cited = new Map()
const missing = new Map()
for (const edge of graph.edges) {
  if (edge.source === edge.target || edge.role === 'history') continue
  const { title, known } = graph.nodes.get(edge.target)
  if (known) cited.set(title, (cited.get(title) ?? 0) + 1)
  else {
    const entry = missing.get(title) ?? { count: 0, reason: edge.reason }
    entry.count += 1
    missing.set(title, entry)
  }
}
console.log(`\nthe ${shown} instruments cited most`)
for (const [title, count] of top(cited, (count) => count)) console.log(`${String(count).padStart(6)}  ${title}`)
console.log(`\nthe ${shown} titles not found most, of ${missing.size}`)
for (const [title, { count, reason }] of top(missing, ({ count }) => count)) {
  console.log(`${String(count).padStart(6)}  ${title}: ${reason}`)
}

// The independent rule: a title without the state's name and a version's suffix, and the same of every first heading.
const plainTitle = (title) =>
  title
    .replace(/[\s\u200b《》〈〉<>]/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/中华人民共和国/g, '')
    .replace(/（[^（）]*(?:修正|修订|修改|\d{4}年?|试行|版)[^（）]*）$/, '')
const read = []
for (const file of files) {
  const document = await readDocument(file).catch(() => undefined)
  if (document) read.push(document)
}
const heads = new Set(read.flatMap(({ text }) => /^\uFEFF?#\s*(\S.*)$/m.exec(text)?.[1] ?? []).map(plainTitle))
// Titles inside a text's own title are no references of its clauses; the graph keeps them apart.
const inTitles = new Map(
  documents.map(({ file, references }) => [file, references.filter(({ in: clause }) => clause === '')])
)
let mentions = 0
const wrong = []
for (const { file, text, tree, facts } of read) {
  const { title, date } = facts
  const { references } = linkDocument(tree, { library, ...(title && { title }), ...(date && { date }) })
  const own = plainTitle(title ?? '')
  for (const { start, words } of titleMentions(text)) {
    const wanted = plainTitle(words)
    if (!heads.has(wanted)) continue
    mentions += 1
    const found = references.filter((reference) => reference.start.offset <= start && start < reference.end.offset)
    const line = text.slice(0, start).split('\n').length
    const titled = (inTitles.get(file) ?? []).filter(
      (reference) => reference.line === line && reference.text === `《${words}》`
    )
    const targets = [...found, ...titled].flatMap((reference) => reference.targets)
    const met = targets.some(
      ({ instrument, reason }) => plainTitle(instrument ?? own) === wanted && !reason?.startsWith('文库中没有《')
    )
    if (!met) wrong.push({ file: relative(folder, file), line, words, targets })
  }
}
const share = mentions === 0 ? 1 : 1 - wrong.length / mentions
console.log(
  `\ntitles in 《》 that the independent rule finds in the folder: ${mentions}; resolved to that instrument: ${mentions - wrong.length} (${(share * 100).toFixed(2)} %)`
)
for (const { file, line, words, targets } of wrong) {
  console.log(
    `  ${file}:${line} 《${words}》 → ${targets.map(({ instrument, reason }) => `${instrument} ${reason ?? ''}`).join(' | ') || 'no reference'}`
  )
}

// How well the boards are told by titles alone, against those that the registers state.
const stated = (await loadShippedRegisters()).filter(({ board }) => board !== undefined)
const guesses = stated.map(({ title, kind, board }) => ({ title, board, guess: boardOf({ title, kind })?.board }))
const right = guesses.filter(({ board, guess }) => board === guess).length
const silent = guesses.filter(({ guess }) => guess === undefined).length
console.log(`\nboards by title alone: ${right} of ${stated.length} as the registers state, ${silent} left open`)
for (const { title, board, guess } of guesses)
  if (guess && guess !== board) console.log(`  ${title}: ${guess}, registered ${board}`)

process.exitCode = share >= 0.99 ? 0 : 1

/** Outermost 《…》 of a text. */
function* titleMentions(text) {
  let depth = 0
  let start = 0
  for (let index = 0; index < text.length; index++) {
    const char = text[index]
    if (char === '《' && depth++ === 0) start = index
    else if (char === '》' && depth > 0 && --depth === 0) yield { start, words: text.slice(start + 1, index) }
    else if (char === '\n') depth = 0
  }
}

function top(map, weight) {
  return [...map].sort(([, left], [, right]) => weight(right) - weight(left)).slice(0, shown)
}

function listing(map) {
  return [...map]
    .sort(([, left], [, right]) => right - left)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')
}
