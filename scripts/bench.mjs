// Runs every benchmark, one after the other, and writes what they print to docs/performance.md, with the machine, the day and peak memory.
//
//   pnpm bench              all of them
//   pnpm bench parse diff   only these; the page is left as it is, with --page it is written and keeps the others as they were measured before
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { root } from './set-up.mjs'

const benchmarks = [
  [
    'growth',
    'The whole product on one text, by size',
    'Every job at three sizes, beside what a user would otherwise take.'
  ],
  ['start', 'From nothing', 'What a run of the command takes, the start of Node.js included.'],
  ['parse', 'Parsing', 'Against `unified().use(remarkParse)` on the same files, and after a keystroke.'],
  [
    'references',
    'References',
    'Parsing, references and resolution against bare remark-parse and a plain regular expression.'
  ],
  [
    'library',
    'Reading a library',
    'The first read, opening again, and one changed file, for a quarter, half and all of a collection.'
  ],
  ['diff', 'Comparing', 'Against the character, word and line differences of the `diff` library on whole texts.'],
  [
    'search',
    'Search',
    'Each engine at two sizes, against MiniSearch, FlexSearch and SQLite FTS5.',
    ['--sizes', '5000,20000']
  ],
  [
    'search',
    'Search in everything',
    'Our engine for a library on one machine, over the whole collection.',
    ['--sizes', 'all', '--ours']
  ],
  ['editor', 'The editor', 'The language server as a client sees it.'],
  ['web', 'The reading room', 'In a real Chromium.']
]
// Printed by the benchmark's own process when it ends, in kilobytes.
const peakMark = 'peak-kilobytes '
const watcher = `data:text/javascript,process.on('exit',()=>process.stderr.write('${peakMark}'+process.resourceUsage().maxRSS+'\\n'))`

const chosen = process.argv.slice(2).filter((argument) => argument !== '--page')
const page = chosen.length === 0 || process.argv.includes('--page')
const unknown = chosen.filter((name) => !benchmarks.some(([known]) => known === name))
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(', ')}; there are ${benchmarks.map(([name]) => name).join(', ')}.`
  )
  process.exit(2)
}

const pagePath = join(root, 'docs/performance.md')
const before = loadavg()[0]
const today = new Date().toISOString().slice(0, 10)
const sections = new Map()
let failed = 0
for (const [name, title, what, args = []] of benchmarks) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  console.log(`=== ${title}`)
  const begun = performance.now()
  const { status, output, peak } = await run(name, args)
  if (status !== 0) failed += 1
  const seconds = Math.round((performance.now() - begun) / 1000)
  const tables = output.includes('| --- |')
  const shown = tables ? output.trim() : `\`\`\`text\n${output.trimEnd()}\n\`\`\``
  const command = ['node', `scripts/bench-${name}.mjs`, ...args].join(' ')
  sections.set(
    title,
    `## ${title}\n\n${what} \`${command}\`, ${today}, ${seconds} s, peak memory ${Math.round(peak / 1000)} MB.\n\n${shown}\n`
  )
}
if (failed > 0) {
  console.error(`${failed} benchmarks failed; docs/performance.md is left as it is.`)
  process.exit(1)
}
if (page) {
  const machine = `${availableParallelism()} cores (${cpus()[0].model}), ${Math.round(totalmem() / 1e9)} GB of memory, Node ${process.versions.node}, ${process.platform}`
  const head = `# Performance

Written by \`pnpm bench\`; nothing on this page is typed by hand. Ratios hold better than milliseconds: both sides of each were measured in one
run on one machine. Where a benchmark reads real texts, they are a collection of laws beside the project (\`../shared/corpus\`); without it
the shipped drafts are measured instead.

${today}, ${machine}; load before the run ${before.toFixed(1)}. Each part says on which day it was measured.
`
  const earlier = earlierSections()
  const shown = benchmarks.flatMap(([, title]) => sections.get(title) ?? earlier.get(title) ?? [])
  const missing = benchmarks.filter(([, title]) => !sections.has(title) && !earlier.has(title))
  const commands = missing.map(([name, title]) => `- ${title}: \`node scripts/bench-${name}.mjs\``)
  if (commands.length > 0) shown.push(`## Not measured\n\n${commands.join('\n')}\n`)
  writeFileSync(pagePath, [head, ...shown].join('\n'))
  console.log('written to docs/performance.md')
}

/** The parts of the page as it is, by their headings, each with the day on which it was measured. */
function earlierSections() {
  const text = existsSync(pagePath) ? readFileSync(pagePath, 'utf8') : ''
  return new Map(
    text
      .split(/^(?=## )/m)
      .slice(1)
      .map((part) => [/^## (.*)/.exec(part)[1], `${part.trimEnd()}\n`])
  )
}

function run(name, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', watcher, join(root, `scripts/bench-${name}.mjs`), ...args], {
      cwd: root
    })
    let output = ''
    let peak = 0
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text
      process.stdout.write(text)
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      const told = new RegExp(`${peakMark}(\\d+)`).exec(text)
      if (told) peak = Number(told[1])
      else process.stderr.write(text)
    })
    child.on('close', (status) => resolve({ status, output: output.replaceAll(root, './'), peak }))
  })
}
