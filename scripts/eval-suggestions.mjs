// Measures how often the suggested counterpart between draft and brief is a true one: prints first and first-five rates.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const load = (name) => import(new URL(`../packages/${name}/dist/index.js`, import.meta.url))
let brief
let library
let remark
let workspace
try {
  ;[brief, library, remark, workspace] = await Promise.all(['brief', 'library', 'remark-regast', 'workspace'].map(load))
} catch (error) {
  console.error(`还没有构建，请先运行 npx pnpm@10.34.9 build。（${error.message}）`)
  process.exit(2)
}

const [draftName, briefName] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const draftFile = draftName ?? `${root}corpus/drafts/organization-work-regulations/3-submission.md`
const briefFile = briefName ?? `${root}seeds/organization-work-regulations.md`
const { value } = brief.parseBrief(readFileSync(briefFile, 'utf8'))
const source = readFileSync(draftFile, 'utf8')
const instruments = library.createLibrary(await workspace.loadShippedRegisters())

// The truth: what the tracing comments declare, counted by article; traces of chapters name no article.
const truth = brief.coverDraft(value, remark.parseRegulation(source).tree, { library: instruments })
const requirementsOf = new Map()
const articlesOf = new Map()
for (const { requirement, answers } of truth.requirements) {
  for (const { address } of answers) {
    const article = /art_[\d-]+/.exec(address)?.[0]
    if (article === undefined) continue
    add(requirementsOf, article, requirement.id)
    add(articlesOf, requirement.id, article)
  }
}

// The suggester sees the draft without its tracing comments.
const bare = source.replace(/^<!--[\s\S]*?-->\n\n/gm, '')
const { tree } = remark.parseRegulation(bare)
if (brief.coverDraft(value, tree).requirements.some(({ answers }) => answers.length > 0)) {
  console.error('注释没有去干净，结果不可信。')
  process.exit(1)
}
const linked = library.linkDocument(tree, { library: instruments })
const suggester = brief.createSuggester(value, tree, { linked, library: instruments })

const rows = [
  [
    '条文 → 要求',
    requirementsOf,
    (article) => suggester.requirementsFor(article, 5).map(({ requirement }) => requirement)
  ],
  ['要求 → 条文', articlesOf, (id) => suggester.articlesFor(id, 5).map(({ address }) => address)]
]
const all = { total: 0, first: 0, five: 0 }
console.log('| 方向 | 数目 | 排在第一 | 排在前五 |\n|---|---|---|---|')
for (const [name, wanted, suggest] of rows) {
  const counts = { total: 0, first: 0, five: 0 }
  for (const [key, counterparts] of wanted) {
    const rank = suggest(key).findIndex((found) => counterparts.has(found))
    for (const sum of [counts, all]) {
      sum.total += 1
      if (rank === 0) sum.first += 1
      if (rank !== -1) sum.five += 1
    }
    if (rank === -1 && process.argv.includes('--misses'))
      console.error(`${name}：${key} 应为 ${[...counterparts].join('、')}，推测 ${suggest(key).join('、')}`)
  }
  console.log(line(name, counts))
}
console.log(line('合计', all))

function add(map, key, item) {
  if (!map.has(key)) map.set(key, new Set())
  map.get(key).add(item)
}

function line(name, { total, first, five }) {
  const share = (count) => `${count}（${((count / total) * 100).toFixed(1)}%）`
  return `| ${name} | ${total} | ${share(first)} | ${share(five)} |`
}
