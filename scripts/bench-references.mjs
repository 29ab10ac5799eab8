// Compares parsing + references + resolution with bare remark-parse and with a plain regular expression, on one text in one run.
//
//   node scripts/bench-references.mjs [FOLDER]     real texts to measure on; without them the shipped drafts, repeated
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { draftsFolder } from '@tiaoli/corpus'
import { linkDocument } from '@tiaoli/library'
import { openWorkspace } from '@tiaoli/workspace'
import { formatNumeral, parseNumeral } from 'regast'
import remarkParse from 'remark-parse'
import { parseRegulation } from 'remark-regast'
import { unified } from 'unified'

const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? '../shared/corpus'
/** Only the growth, in a process of its own. */
const growthOnly = process.argv.includes('--growth')
const workspace = await openWorkspace(join(draftsFolder, 'none.md'))
const library = await workspace.library()

function textsIn(path) {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
}

const real = existsSync(folder)
const texts = textsIn(real ? folder : draftsFolder)
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
if (!growthOnly)
  console.log(`${texts.length} texts, ${(bytes / 1e6).toFixed(1)} MB${real ? '' : ' (the shipped drafts)'}\n`)

const plain =
  /(?:本(?:法|条例|规定|办法)|《[^》]+》)?第[〇零一二三四五六七八九十百千0-9]+[编章节条款项](?:第[〇零一二三四五六七八九十百千0-9]+[条款项])*|前[两三]?[款条项]|《[^》]+》/g
const markdown = unified().use(remarkParse)
const jobs = {
  'bare remark-parse': (text) => markdown.parse(text),
  'plain regular expression': (text) => [...text.matchAll(plain)].length,
  'parse to a clause tree': (text) => parseRegulation(text).tree,
  'parse + references + resolution': (text) => linkDocument(parseRegulation(text).tree, { library })
}

function seconds(job, inputs) {
  const started = performance.now()
  for (const text of inputs) job(text)
  return (performance.now() - started) / 1000
}

if (!growthOnly) {
  // One round is not timed, so that no job pays for another's start; then the best of three, in turns.
  const sample = texts.filter((_, index) => index % 10 === 0)
  for (const job of Object.values(jobs)) seconds(job, sample)
  const best = new Map()
  for (let round = 0; round < 3; round++) {
    for (const [name, job] of Object.entries(jobs))
      best.set(name, Math.min(best.get(name) ?? Infinity, seconds(job, texts)))
  }
  const base = best.get('bare remark-parse')
  console.log('job'.padEnd(34), 'MB/s'.padStart(8), 'against remark-parse'.padStart(22))
  for (const [name, time] of best) {
    console.log(
      name.padEnd(34),
      (bytes / 1e6 / time).toFixed(1).padStart(8),
      `${(base / time).toFixed(1)}×`.padStart(22)
    )
  }
}

// Growth: the text with the most articles at 1×, 2×, 4× and 8×, each copy's articles numbered on, as if it were one law.
const opening = /^第([〇零一二三四五六七八九十百千]+)条/gm
const articlesOf = (text) => [...text.matchAll(opening)].length
const longest = texts.toSorted((left, right) => articlesOf(right) - articlesOf(left))[0]
const count = articlesOf(longest)
function copies(times) {
  return Array.from({ length: times }, (_, copy) =>
    longest.replace(opening, (_match, numeral) => `第${formatNumeral(parseNumeral(numeral) + copy * count)}条`)
  ).join('\n\n')
}
function processorTime() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
/** Processor time of one round over a size; with `held` every tree and its links stay alive until the round is over. */
function round({ times, input }, held) {
  // As much text in each, so that the collector's work comes as often.
  const runs = 8 / times
  const started = processorTime()
  for (let run = 0; run < runs; run++) {
    const { tree } = parseRegulation(input)
    const links = linkDocument(tree, { library })
    held?.push({ tree, links })
  }
  return (processorTime() - started) / runs
}
// Processor time, the least of several rounds that take turns among the sizes: other work on the machine only ever adds to it.
const sizes = [1, 2, 4, 8].map((times) => ({ times, input: copies(times), alone: Infinity, together: Infinity }))
for (let turn = 0; turn < 10; turn++) {
  for (const size of sizes) {
    size.alone = Math.min(size.alone, round(size))
    if (!growthOnly) size.together = Math.min(size.together, round(size, []))
  }
}
const perText = (least, { input }) => (least * 1e5) / input.length
const figures = sizes.map((size) => perText(size.alone, size))
if (growthOnly) console.log(JSON.stringify(figures))
else {
  // One long law is alive as a whole while it is read, and what is alive the collector copies; short ones are let go one after the
  // other. So the same again with as much kept alive in every row, and with room for all of it.
  const room = ['--max-semi-space-size=64', fileURLToPath(import.meta.url), folder, '--growth']
  const roomy = JSON.parse(execFileSync(process.execPath, room, { encoding: 'utf8' }))
  const columns = ['articles', 'characters', 'as it is', 'as many articles kept', 'young generation of 64 MB']
  const print = (cells) => console.log(cells.map((cell, at) => cell.padStart(columns[at].length + 3)).join(''))
  console.log('\nProcessor milliseconds for 100 000 characters, by length of one law:\n')
  print(columns)
  for (const [index, size] of sizes.entries()) {
    const rates = [figures[index], perText(size.together, size), roomy[index]]
    print([String(count * size.times), String(size.input.length), ...rates.map((rate) => rate.toFixed(2))])
  }
  const against = (rates) => `${(rates.at(-1) / rates[0]).toFixed(2)}×`
  const ratios = [figures, sizes.map((size) => perText(size.together, size)), roomy].map(against)
  print(['', '8× / 1×', ...ratios])
}
