// Every job of the product on one invented regulation of 1×, 2× and 4× the length, beside what a user would otherwise take, and where the
// milliseconds of a report go. Needs nothing but a build.
import { join } from 'node:path'
import { draftsFolder } from '@tiaoli/corpus'
import { compareDrafts, findBreaks } from '@tiaoli/diff'
import { applyEdits, planRenumbering } from '@tiaoli/edit'
import { linkDocument } from '@tiaoli/library'
import { createLinter } from '@tiaoli/lint'
import { buildReport, renderHtml, renderMarkdown } from '@tiaoli/report'
import { clauseDocuments, createLunrIndex, createSearcher, grams } from '@tiaoli/search'
import { decodeText, openWorkspace } from '@tiaoli/workspace'
import { diffChars } from 'diff'
import MiniSearch from 'minisearch'
import remarkParse from 'remark-parse'
import { parseRegulation } from 'remark-regast'
import { unified } from 'unified'
import { largeCode } from './large-code.mjs'

/** Milliseconds after which a peer is given up. */
const longest = 20_000
const sizes = [315, 630, 1260]
const workspace = await openWorkspace(join(draftsFolder, 'none.md'))
const library = await workspace.library()
const markdown = unified().use(remarkParse)
const reference = /本条例第[一二三四五六七八九十百千]+条|第[一二三四五六七八九十百千]+条|前款/g

const inputs = []
for (const size of sizes) {
  const source = largeCode(size)
  // The next draft: one article in ten is reworded, and one is new, so that everything behind it is renumbered.
  const changed = source.replace(/公示第(.*?)类事务/g, (whole, number) =>
    number.endsWith('一') ? `公开第${number}类事务的结果` : whole
  )
  const rough = changed.replace('第二条　', '第二条　本条例由主管部门组织实施。\n\n第X条　')
  const newer = applyEdits(rough, planRenumbering({ source: rough }).edits)
  const { tree, messages } = parseRegulation(source)
  const links = linkDocument(tree, { library })
  const title = '江川市公共事务管理条例'
  const index = createLunrIndex()
  await index.add([{ text: { id: 'code.md', title }, clauses: clauseDocuments(tree, 'code.md') }])
  const mini = new MiniSearch({ fields: ['body'], tokenize: grams, searchOptions: { tokenize: grams } })
  mini.addAll(clauseDocuments(tree, 'code.md').map(({ body }, id) => ({ id, body })))
  inputs.push({ size, source, newer, tree, newTree: parseRegulation(newer).tree, messages, links, title, index, mini })
}

/** A job, what a user would take instead, and what each does with one input. */
const jobs = [
  [
    'parse to a clause tree',
    ({ source }) => parseRegulation(source),
    'bare remark-parse',
    ({ source }) => markdown.parse(source)
  ],
  [
    'parse, find and resolve references',
    ({ source }) => linkDocument(parseRegulation(source).tree, { library }),
    'bare remark-parse and a regular expression',
    ({ source }) => [markdown.parse(source), [...source.matchAll(reference)]]
  ],
  [
    'compare two drafts',
    ({ tree, newTree }) => compareDrafts({ tree }, { tree: newTree }),
    'diffChars on whole texts',
    ({ source, newer }) => diffChars(source, newer, { timeout: longest })
  ],
  [
    'what the change broke',
    ({ tree, newTree }) => findBreaks(compareDrafts({ tree }, { tree: newTree }), { old: tree, new: newTree })
  ],
  [
    'check by the drafting rules',
    ({ tree, source, messages, links }) =>
      createLinter({ preset: '地方性法规' }).lint({ tree, source, parserMessages: messages, links, library })
  ],
  ['renumber', ({ source }) => planRenumbering({ source })],
  [
    'index for search (lunr)',
    async ({ tree }) => {
      const index = createLunrIndex()
      await index.add([{ text: { id: 'code.md', title: '条例' }, clauses: clauseDocuments(tree, 'code.md') }])
      await createSearcher(index).search('登记')
    },
    'MiniSearch, two-character grams',
    ({ tree }) => {
      const mini = new MiniSearch({ fields: ['body'], tokenize: grams })
      mini.addAll(clauseDocuments(tree, 'code.md').map(({ body }, id) => ({ id, body })))
    }
  ],
  [
    'one query',
    async ({ index }) => createSearcher(index).search('受委托的街道办事处'),
    'MiniSearch, two-character grams',
    ({ mini }) => mini.search('受委托的街道办事处')
  ]
]

console.log(
  `An invented regulation of ${sizes.join(', ')} articles (${inputs.map(({ source }) => `${Math.round(source.length / 1000)}`).join(', ')} thousand characters); milliseconds, best of five.\n`
)
console.log(
  `| job | ${sizes.map((size) => `${size} articles`).join(' | ')} | time for 4 times the text | instead | its time against ours, ${sizes.at(-1)} articles |`
)
console.log(`| --- | ${sizes.map(() => '---:').join(' | ')} | ---: | --- | ---: |`)
for (const [name, work, instead, other] of jobs) {
  const times = []
  for (const input of inputs) times.push(await best(() => work(input)))
  const growth = `${(times.at(-1) / times[0]).toFixed(1)} times`
  let ratio = ''
  if (other !== undefined) {
    const time = await best(() => other(inputs.at(-1)), 2)
    ratio = `${time >= longest ? '> ' : ''}${(time / times.at(-1)).toFixed(1)}`
  }
  console.log(
    `| ${name} | ${times.map((time) => time.toFixed(1)).join(' | ')} | ${growth} | ${instead ?? ''} | ${ratio} |`
  )
}

await whereTimeGoes(inputs.at(-1))

/** The steps of `tiaoli report` on the longest text, each on the result of the one before. */
async function whereTimeGoes({ source, title }) {
  const bytes = new TextEncoder().encode(source)
  const steps = {}
  for (let round = 0; round < 5; round++) {
    const time = (name, work) => {
      const begun = performance.now()
      const result = work()
      steps[name] = Math.min(steps[name] ?? Number.POSITIVE_INFINITY, performance.now() - begun)
      return result
    }
    const text = time('decode the file', () => decodeText(bytes).text)
    const { tree } = time('parse', () => parseRegulation(text))
    const links = time('find and resolve references', () => linkDocument(tree, { library }))
    const report = time('build the report', () => buildReport({ tree, links, library, title, file: 'code.md' }))
    time('render Markdown', () => renderMarkdown(report))
    time('render HTML', () => renderHtml(report))
  }
  const whole = Object.values(steps).reduce((sum, step) => sum + step, 0)
  console.log(`\nWhere the milliseconds of a report of ${sizes.at(-1)} articles go (best of five):\n`)
  console.log('| step | ms | share |\n| --- | ---: | ---: |')
  for (const [name, step] of Object.entries(steps))
    console.log(`| ${name} | ${step.toFixed(1)} | ${Math.round((step / whole) * 100)} % |`)
  const { rss, heapUsed } = process.memoryUsage()
  console.log(
    `\nMemory of this run at its end: ${Math.round(heapUsed / 1e6)} MB of heap, ${Math.round(rss / 1e6)} MB in all.`
  )
}

async function best(work, rounds = 5) {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now()
    await work()
    least = Math.min(least, performance.now() - begun)
  }
  return least
}
