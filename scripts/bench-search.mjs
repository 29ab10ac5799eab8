// Times building and searching of the clause index at several sizes, beside public search libraries in the same run.
//
//   node scripts/bench-search.mjs [FOLDER] [--sizes 5000,20000,all] [--ours] [--queries FILE]
//
// Every engine runs in a process of its own, so that its memory is its own. Times are of this machine at this moment:
// the ratios to the peers of the same run are what lasts.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createLunrIndex, createSearcher } from '@tiaoli/search'
import { openSqliteIndex } from '@tiaoli/search-sqlite'
import { parse } from 'yaml'
import { streamClauses } from './search-clauses.mjs'
import { peers } from './search-peers.mjs'

const args = process.argv.slice(2)
const value = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
const valued = ['--sizes', '--queries', '--engine', '--size']
const folder = resolve(
  args.find((arg, index) => !arg.startsWith('--') && !valued.includes(args[index - 1])) ?? '../shared/corpus'
)
const lunrMost = 20_000
const rounds = 3

if (!existsSync(folder)) {
  console.log(`no folder ${folder}: nothing to measure on`)
  process.exit(0)
}
if (value('--engine') === undefined) compare()
else console.log(JSON.stringify(await measure(value('--engine'), sizeOf(value('--size')))))

function compare() {
  for (const size of (value('--sizes') ?? '5000,20000,all').split(',')) {
    const names = ['tiaoli, disk index', 'tiaoli, lunr', ...(args.includes('--ours') ? [] : Object.keys(peers))]
    const rows = names.flatMap((name) =>
      name === 'tiaoli, lunr' && sizeOf(size) > lunrMost ? [] : [spawn(name, size)]
    )
    const [first] = rows
    console.log(`\n${first.clauses} clauses, ${first.queries} queries, ${rounds} rounds`)
    console.log(
      `${''.padEnd(34)}${['read + build s', 'memory MB', 'disk MB', 'p50 ms', 'p95 ms', 'CPU ms', 'p95 ÷ disk index'].map((head) => head.padStart(17)).join('')}`
    )
    for (const row of rows) {
      const cells = [
        (row.build / 1000).toFixed(1),
        (row.memory / 1e6).toFixed(0),
        row.bytes === undefined ? '–' : (row.bytes / 1e6).toFixed(0),
        row.p50.toFixed(1),
        row.p95.toFixed(1),
        row.cpu.toFixed(1),
        (row.p95 / first.p95).toFixed(2)
      ]
      console.log(row.name.padEnd(34) + cells.map((cell) => cell.padStart(17)).join(''))
    }
  }
}

function spawn(name, size) {
  const script = fileURLToPath(import.meta.url)
  // Peers that hold everything in memory need more of it than Node gives by itself.
  const room = name in peers ? ['--max-old-space-size=8192'] : []
  const own = ['--expose-gc', ...room, script, folder, '--engine', name, '--size', size]
  if (value('--queries') !== undefined) own.push('--queries', value('--queries'))
  return JSON.parse(
    execFileSync(process.execPath, own, { encoding: 'utf8', maxBuffer: 1 << 24 })
      .trim()
      .split('\n')
      .at(-1)
  )
}

async function measure(name, size) {
  const queries = parse(readFileSync(resolve(value('--queries') ?? 'test/search/queries.yaml'), 'utf8')).map(
    ({ query }) => query
  )
  await warmUp()
  globalThis.gc()
  const idle = process.memoryUsage().rss
  let highest = idle
  let clauses = 0
  const watch = () => {
    highest = Math.max(highest, process.memoryUsage().rss)
  }
  // Reading is timed with building: an index takes texts as they are read, so that memory holds few of them.
  async function* texts() {
    for await (const text of streamClauses(folder, size)) {
      clauses += text.clauses.length
      watch()
      yield text
    }
  }
  const started = performance.now()
  const { search, bytes, close } = await open(name, texts())
  const build = performance.now() - started
  watch()
  for (const query of queries) await search(query)
  const times = []
  const before = process.cpuUsage()
  for (let round = 0; round < rounds; round++) {
    for (const query of queries) {
      const from = performance.now()
      await search(query)
      times.push(performance.now() - from)
    }
    watch()
  }
  const { user, system } = process.cpuUsage(before)
  times.sort((left, right) => left - right)
  await close?.()
  return {
    name,
    clauses,
    queries: queries.length,
    build,
    memory: highest - idle,
    bytes,
    p50: times[Math.floor(times.length / 2)],
    p95: times[Math.floor(times.length * 0.95)],
    cpu: (user + system) / 1000 / times.length
  }
}

/** The parser and its compiled code are no part of an index. */
async function warmUp() {
  let read = 0
  for await (const { clauses } of streamClauses(folder)) {
    read += clauses.length
    if (read > 2000) return
  }
}

async function open(name, texts) {
  if (name === 'tiaoli, lunr') {
    const index = createLunrIndex()
    await index.add(texts)
    const searcher = createSearcher(index)
    await searcher.search('建')
    return { search: (query) => searcher.search(query) }
  }
  if (name === 'tiaoli, disk index') {
    const temporary = mkdtempSync(join(tmpdir(), 'tiaoli-bench-'))
    const file = join(temporary, 'index.db')
    const index = openSqliteIndex(file)
    await index.add(texts)
    index.optimize()
    const searcher = createSearcher(index)
    return {
      search: (query) => searcher.search(query),
      bytes: statSync(file).size,
      close: async () => {
        await index.close()
        rmSync(temporary, { recursive: true, force: true })
      }
    }
  }
  const plain = []
  for await (const { text, clauses } of texts) {
    for (const { headings, body } of clauses) plain.push({ title: text.title, headings: headings.join('\n'), body })
  }
  const peer = peers[name](plain)
  return { ...peer, search: (query) => peer.search(query, 10) }
}

function sizeOf(written) {
  return written === 'all' ? Number.POSITIVE_INFINITY : Number(written)
}
