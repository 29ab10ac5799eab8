// Shows that the cost of parsing grows with the length of the text and no faster, on text made to be hard: doubles each input
// and prints how the time grows (2 is linear, 4 is quadratic). remark-parse beside it: blocks with Markdown in them cost what it costs.
//
//   node scripts/check-linear.mjs [--length N]
import remarkParse from 'remark-parse'
import { parseRegulation } from 'remark-regast'
import { unified } from 'unified'

const at = process.argv.indexOf('--length')
const length = at === -1 ? 40_000 : Number(process.argv[at + 1])
const remark = unified().use(remarkParse).freeze()

const inputs = {
  第: (size) => '第'.repeat(size),
  '第一条 on one line': (size) => '第一条 '.repeat(size / 4),
  '第一条 on lines': (size) => '第一条\n\n'.repeat(size / 5),
  'glued articles': (size) => Array.from({ length: size / 12 }, (_, index) => `第${index + 1}条 文字。`).join(' '),
  '（': (size) => '（'.repeat(size),
  '（一） on lines': (size) => '（一）甲；\n'.repeat(size / 6),
  'items and text': (size) => '（一）甲；\n\n说明文字。\n\n'.repeat(size / 15),
  '“': (size) => '“'.repeat(size),
  '“ on lines': (size) => '“第一条 甲\n\n'.repeat(size / 8),
  '*': (size) => '*'.repeat(size),
  '*a ': (size) => '*a '.repeat(size / 3),
  '[': (size) => '['.repeat(size),
  '<!-- unclosed': (size) => '<!--\n\n'.repeat(size / 6),
  '<!-- --> on lines': (size) => '<!-- 注 -->\n\n'.repeat(size / 12),
  attachments: (size) => '附件\n\n'.repeat(size / 4),
  headings: (size) => '## 标题\n\n'.repeat(size / 7),
  '目录 and entries': (size) => `目录\n\n${'第一章 总则\n\n'.repeat(size / 8)}`,
  'bold numbers': (size) => '**第一条** 甲。\n\n'.repeat(size / 12),
  'numbering faults': (size) => '第九条 甲。\n\n第三条 乙。\n\n'.repeat(size / 18)
}

console.log(
  `${'input'.padEnd(24)}${String(length).padStart(10)}${String(length * 2).padStart(10)}${String(length * 4).padStart(10)} ms   growth   remark-parse growth`
)
for (const [name, make] of Object.entries(inputs)) {
  const ours = [1, 2, 4].map((factor) => best(() => parseRegulation(make(length * factor)), 3))
  const theirs = [1, 4].map((factor) => best(() => remark.parse(make(length * factor)), 1))
  const growth = (last, first) => Math.sqrt(last / first).toFixed(1)
  console.log(
    `${name.padEnd(24)}${ours.map((time) => time.toFixed(1).padStart(10)).join('')}      ${growth(ours[2], ours[0])}      ${growth(theirs[1], theirs[0])}`
  )
}

function best(job, rounds) {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    job()
    least = Math.min(least, performance.now() - start)
  }
  return least
}
