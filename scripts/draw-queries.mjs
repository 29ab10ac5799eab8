// Draws the articles that search queries are written for: a seeded random choice, kinds of query assigned by order.
//
//   node scripts/draw-queries.mjs [FOLDER] [--count N] [--seed N]
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { articleText } from '@tiaoli/library'
import { instrumentOfDocument, readDocument } from '@tiaoli/workspace'
import { textFiles } from './text-files.mjs'

/** Kinds of query, in the order in which drawn articles get them. */
const kinds = [
  'words',
  'question',
  'colloquial',
  'number',
  'words',
  'question',
  'colloquial',
  'scoped',
  'words',
  'similar'
]
/** Articles shorter than this say when a text applies, or that another one does. */
const shortest = 50

const args = process.argv.slice(2)
const option = (name, otherwise) => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : otherwise)
const folder = resolve(
  args.find((arg, index) => !arg.startsWith('--') && !args[index - 1]?.startsWith('--')) ?? '../shared/corpus'
)
if (!existsSync(folder)) {
  console.log(`no folder ${folder}: nothing to draw from`)
  process.exit(0)
}

const articles = new Map()
for (const file of await textFiles(folder)) {
  const { title, versions } = instrumentOfDocument(await readDocument(file))
  const { date = '', outline } = versions[0]
  for (const article of outline.articles.values()) {
    const key = `${title} ${article.address}`
    const text = articleText(article.node)
    const known = articles.get(title)
    // Only the newest text of a title is drawn from.
    if (known === undefined || known.date < date)
      articles.set(title, { date, entries: new Map([[key, { title, date, article, text }]]) })
    else if (known.date === date) known.entries.set(key, { title, date, article, text })
  }
}
const all = [...articles.values()]
  .flatMap(({ entries }) => [...entries.values()])
  .filter(({ text }) => text.length >= shortest)
all.sort((left, right) =>
  `${left.title} ${left.article.address}` < `${right.title} ${right.article.address}` ? -1 : 1
)

const random = generator(option('--seed', 20260301))
const drawn = new Set()
const count = option('--count', 80)
while (drawn.size < Math.min(count, all.length)) drawn.add(Math.floor(random() * all.length))
for (const [order, index] of [...drawn].entries()) {
  const { title, date, article, text } = all[index]
  console.log(`${order + 1}. [${kinds[order % kinds.length]}] 《${title}》 ${date} ${article.address}\n${text}\n`)
}

/** Pseudo-random numbers in [0, 1) that a seed repeats (mulberry32). */
function generator(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
