// Scores search on queries with one right article each, beside public search libraries on the same clauses.
//
//   node scripts/eval-search.mjs [FOLDER] [--queries FILE] [--ours] [--misses] [--most N]
//
// --ours leaves the others out, --misses lists queries whose article is not first, --most takes whole texts up to N
// clauses, the articles asked for among them, so that lunr can be measured too.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createLunrIndex, createSearcher } from '@tiaoli/search'
import { openSqliteIndex } from '@tiaoli/search-sqlite'
import { parse } from 'yaml'
import { searchClauses } from './search-clauses.mjs'
import { peers } from './search-peers.mjs'

const args = process.argv.slice(2)
const value = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
const valued = ['--queries', '--most']
const folder = resolve(
  args.find((arg, index) => !arg.startsWith('--') && !valued.includes(args[index - 1])) ?? '../shared/corpus'
)
if (!existsSync(folder)) {
  console.log(`no folder ${folder}: nothing to search in`)
  process.exit(0)
}
let queries = parse(readFileSync(resolve(value('--queries') ?? 'test/search/queries.yaml'), 'utf8'))
const most = Number(value('--most') ?? Number.POSITIVE_INFINITY)
/** Longest run of characters that a query may share with its article. */
const longestRun = 5
const lunrMost = 20_000

const asked = new Set(queries.map(({ title }) => title))
const texts = await searchClauses(folder, most, ({ text }) => asked.has(text.title))
const clauses = texts.flatMap(({ text, clauses: own }) => own.map((clause) => ({ text, clause })))
// Of a part of the folder only what it can answer.
if (Number.isFinite(most)) queries = queries.filter((query) => targetOf(query) !== undefined)
console.log(`${queries.length} queries, ${texts.length} texts, ${clauses.length} clauses`)
checkQueries()

const temporary = mkdtempSync(join(tmpdir(), 'tiaoli-eval-search-'))
const disk = openSqliteIndex(join(temporary, 'index.db'))
await disk.add(texts)
disk.optimize()
const rows = [await ours('tiaoli, disk index', disk)]
if (clauses.length <= lunrMost) {
  const embedded = createLunrIndex()
  await embedded.add(texts)
  rows.push(await ours('tiaoli, lunr', embedded))
}
if (!args.includes('--ours')) {
  const plain = clauses.map(({ text, clause }) => ({
    title: text.title,
    headings: clause.headings.join('\n'),
    body: clause.body
  }))
  for (const [name, make] of Object.entries(peers)) {
    const peer = make(plain)
    rows.push(
      score(
        name,
        queries.map(({ query }) => peer.search(query, 10).map((at) => place(clauses[at].text, clauses[at].clause)))
      )
    )
    peer.close?.()
  }
}
await disk.close()
rmSync(temporary, { recursive: true, force: true })
print(rows)

async function ours(name, index) {
  const searcher = createSearcher(index)
  const answers = []
  for (const { query } of queries) {
    const { hits } = await searcher.search(query, { limit: 10 })
    answers.push(hits.map((hit) => ({ title: hit.instrument, article: hit.address, date: hit.version })))
  }
  const row = score(name, answers)
  if (args.includes('--misses')) misses(answers)
  return row
}

function place(text, clause) {
  return { title: text.title, article: clause.address, date: text.version }
}

function rankOf(query, answer) {
  return (
    answer.findIndex(
      ({ title, article, date }) => title === query.title && article === query.article && (date ?? null) === query.date
    ) + 1
  )
}

function score(name, answers) {
  const kinds = new Map()
  for (const [index, query] of queries.entries()) {
    const rank = rankOf(query, answers[index])
    for (const kind of ['all', query.kind]) {
      const sums = kinds.get(kind) ?? { count: 0, first: 0, ten: 0, reciprocal: 0 }
      sums.count += 1
      sums.first += rank === 1 ? 1 : 0
      sums.ten += rank > 0 ? 1 : 0
      sums.reciprocal += rank > 0 ? 1 / rank : 0
      kinds.set(kind, sums)
    }
  }
  return { name, kinds }
}

function print(table) {
  const names = [...table[0].kinds.keys()]
  console.log(
    `\n${'hit@1 / hit@10 / MRR'.padEnd(34)}${names.map((kind) => `${kind} (${table[0].kinds.get(kind).count})`.padEnd(20)).join('')}`
  )
  for (const { name, kinds } of table) {
    const cells = names.map((kind) => {
      const { count, first, ten, reciprocal } = kinds.get(kind)
      return `${(first / count).toFixed(2)} ${(ten / count).toFixed(2)} ${(reciprocal / count).toFixed(2)}`.padEnd(20)
    })
    console.log(name.padEnd(34) + cells.join(''))
  }
}

function misses(answers) {
  for (const [index, query] of queries.entries()) {
    const rank = rankOf(query, answers[index])
    if (rank === 1) continue
    console.log(
      `\n[${query.kind}] ${query.query}\n  right: 《${query.title}》 ${query.article}${rank > 0 ? `, at ${rank}` : ', not among ten'}`
    )
    for (const { title, article, date } of answers[index].slice(0, 3))
      console.log(`  given: 《${title}》 ${date ?? ''} ${article}`)
  }
}

function targetOf({ title, date, article }) {
  return clauses.find(
    ({ text, clause }) => text.title === title && (text.version ?? null) === date && clause.address === article
  )
}

/** A query that repeats its article, or asks for one that is not there, measures nothing. */
function checkQueries() {
  for (const query of queries) {
    const found = targetOf(query)
    if (found === undefined) throw new Error(`not there: 《${query.title}》 ${query.date} ${query.article}`)
    const title = query.title.replace(/\s/g, '')
    for (let index = 0; index + longestRun + 1 <= query.query.length; index++) {
      const run = query.query.slice(index, index + longestRun + 1)
      if (found.clause.body.includes(run) && !title.includes(run))
        throw new Error(`“${run}” of the query “${query.query}” stands in its article`)
    }
  }
}
