// Checks the clause trees of a folder of real texts against an independent count of article openings, and writes the list of
// disagreements, each with its explanation. Also checks that nothing is lost and that the fast way of reading agrees with remark.
//
//   node scripts/check-structure.mjs [FOLDER] [--out FILE] [--every N]     reads one file of N; ends with 1 where a disagreement has no explanation
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import remarkParse from 'remark-parse'
import remarkRegast, { checkLossless, parseRegulation } from 'remark-regast'
import { unified } from 'unified'
import { textFiles } from './text-files.mjs'

const args = process.argv.slice(2)
const outAt = args.indexOf('--out')
const everyAt = args.indexOf('--every')
const every = everyAt === -1 ? 1 : Number(args[everyAt + 1])
const out = resolve(outAt === -1 ? 'out/structure-disagreements.md' : args[outAt + 1])
const values = [outAt, everyAt].filter((at) => at !== -1).map((at) => at + 1)
const folder = resolve(
  args.find((arg, index) => !arg.startsWith('--') && !values.includes(index)) ?? '../shared/corpus'
)

// Counts by line and by regular expression alone, so that it shares nothing with the parser.
const numeral = '[〇零一二两三四五六七八九十百千0-9]'
const opening = new RegExp(`^[\\s\\u200b#*]*第${numeral}+条(?:之[一二三四五六七八九十]+)?(?=[\\s\\u200b*]|$)`)
const nearly = new RegExp(`第(?:${numeral}|[\\s－-])+条`)

// remark-parse after remark-regast brings its own parser back, so that every block is read by it.
const plain = unified().use(remarkRegast).use(remarkParse).freeze()

const files = (await textFiles(folder)).filter((_, index) => index % every === 0)
const rows = []
const unexplained = []
let expected = 0
let found = 0
let items = 0
let lossy = 0
let different = 0
let messages = 0
for (const path of files) {
  const source = readFileSync(path, 'utf8')
  const { tree, messages: reported } = parseRegulation(source)
  messages += reported.length
  const name = relative(folder, path)
  const losses = checkLossless(tree, source)
  if (losses.length > 0) {
    lossy += 1
    unexplained.push(`${name}: ${losses.length} stretches lost, the first at offset ${losses[0].start}`)
  }
  const file = { value: source }
  if (JSON.stringify(plain.runSync(plain.parse(file), file)) !== JSON.stringify(tree)) {
    different += 1
    unexplained.push(`${name}: differs from the tree that remark gives`)
  }
  const lines = source.split(/\r\n|\n|\r/)
  const counted = new Set()
  for (const [index, line] of lines.entries()) if (opening.test(line)) counted.add(index + 1)
  expected += counted.size
  const articles = new Map()
  collect(tree, articles)
  for (const [line, nodes] of articles) {
    const ordinal = nodes.filter((node) => node.children[0]?.value.startsWith('第'))
    found += ordinal.length
    items += nodes.length - ordinal.length
    if (ordinal.length === 0) continue
    const extra = ordinal.length - (counted.has(line) ? 1 : 0)
    if (extra > 0) explain(name, line, `${extra} more in the tree`, whyMore(lines[line - 1], ordinal))
  }
  for (const line of counted) {
    if (articles.get(line)?.some((node) => node.children[0]?.value.startsWith('第'))) continue
    explain(name, line, 'not in the tree', whyLess(tree, line, reported))
  }
}

function explain(name, line, what, why) {
  rows.push({ name, line, what, why: why ?? 'unexplained' })
  if (why === undefined) unexplained.push(`${name}:${line}: ${what}`)
}

function collect(node, articles) {
  if (node.type === 'article') {
    const { line } = node.position.start
    articles.set(line, [...(articles.get(line) ?? []), node])
  }
  if (node.type !== 'article') for (const child of node.children ?? []) collect(child, articles)
}

function whyMore(text, nodes) {
  if (nodes.some((node) => node.position.start.column > 3)) return 'several articles share a line'
  if (nodes.some((node) => /[\s－-]/.test(node.children[0].value))) return 'blank or dash inside the number'
  if (nearly.test(text)) return 'no blank after the number, which continues the sequence'
  return undefined
}

function whyLess(tree, line, reported) {
  if (reported.some((message) => message.ruleId === 'article-in-sentence' && message.line === line)) {
    return 'goes on with a broken sentence; reported'
  }
  const holder = holderAt(tree, line)
  if (holder?.quoted) return 'quoted by an amendment'
  if (holder?.type === 'tocItem') return 'entry of the contents'
  if (holder?.type === 'note' || holder?.type === 'title') return 'part of the header'
  return undefined
}

function holderAt(node, line) {
  for (const child of node.children ?? []) {
    if (child.position === undefined || child.position.start.line > line || child.position.end.line < line) continue
    const inner = holderAt(child, line)
    return child.quoted ? child : (inner ?? child)
  }
  return undefined
}

const reasons = new Map()
for (const { why } of rows) reasons.set(why, (reasons.get(why) ?? 0) + 1)
mkdirSync(dirname(out), { recursive: true })
writeFileSync(
  out,
  [
    '# Articles: where the tree and the independent count disagree',
    '',
    '| file | line | what | explanation |',
    '| - | - | - | - |',
    ...rows.map(({ name, line, what, why }) => `| ${name} | ${line} | ${what} | ${why} |`),
    ''
  ].join('\n')
)
console.log(`files parsed            ${files.length}`)
console.log(`article openings        ${expected} by independent count`)
console.log(
  `articles in the trees   ${found} written 第X条, and ${items} written 一、 or 1. in documents without any 条`
)
console.log(`disagreements           ${rows.length}, listed in ${relative(process.cwd(), out)}`)
for (const [why, count] of reasons) console.log(`  ${String(count).padStart(4)}  ${why}`)
console.log(`files with losses       ${lossy}`)
console.log(`files unlike remark's   ${different}`)
console.log(`messages                ${messages}`)
for (const line of unexplained) console.log(`UNEXPLAINED ${line}`)
if (files.length === 0) {
  console.error(`${folder}: 没有找到 Markdown 文件。`)
  process.exitCode = 2
} else if (unexplained.length > 0) process.exitCode = 1
