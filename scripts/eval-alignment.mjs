// Scores the alignment of articles against truths written by hand: the shipped drafts, and dated versions of laws read article by article.
//
//   node scripts/eval-alignment.mjs [FOLDER]       FOLDER holds the laws; without it only the shipped drafts are scored
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { draftsFolder } from '@tiaoli/corpus'
import { compareDrafts, findBreaks } from '@tiaoli/diff'
import { parseRegulation } from 'remark-regast'
import { parse } from 'yaml'
import { datedPairs } from './dated-pairs.mjs'

const folder = resolve(process.argv[2] ?? '../shared/corpus/laws')
const read = (file) => parseRegulation(readFileSync(file, 'utf8')).tree
const compare = (old, next) => compareDrafts({ tree: old }, { tree: next })
const key = (old, next) => `${[...old].sort().join('+')}>${[...next].sort().join('+')}`

let right = 0
let all = 0

/** An article is right where the articles it is put together with, on both sides, are those of the truth. */
function score(name, truth, found) {
  const expected = new Set(truth)
  const got = new Set(found)
  const articles = (keys) => keys.flatMap((each) => each.split(/[>+]/).filter(Boolean)).length
  const total = articles(truth)
  const hits = articles(truth.filter((each) => got.has(each)))
  right += hits
  all += total
  console.log(`${((100 * hits) / total).toFixed(1).padStart(6)} %  ${String(total).padStart(4)}  ${name}`)
  for (const each of truth) if (!got.has(each)) console.log(`            expected ${each}`)
  for (const each of found) if (!expected.has(each)) console.log(`            found    ${each}`)
}

console.log('  right  articles of both sides')
for (const drafts of ['organization-work-regulations']) {
  const home = join(draftsFolder, drafts)
  for (const { from, to, articles } of parse(readFileSync(join(home, 'changes.yaml'), 'utf8'))) {
    const { articles: found } = compare(read(join(home, `${from}.md`)), read(join(home, `${to}.md`)))
    const name = (change) => `${change.kind} ${key(change.old, change.new)}`
    const wrongKinds = articles.filter((change) => !found.some((other) => name(other) === name(change)))
    score(
      `${from} → ${to} (${wrongKinds.length} of another kind)`,
      articles.map((change) => key(change.old, change.new)),
      found.map((change) => key(change.old, change.new))
    )
  }
}
const fixtures = JSON.parse(
  readFileSync(new URL('../packages/diff/test/fixtures/dated-pairs.json', import.meta.url), 'utf8')
)
if (!existsSync(folder)) console.log(`no folder ${folder}: dated versions not scored`)
else {
  for (const { old, new: next, articles } of fixtures) {
    const { articles: found } = compare(read(join(folder, old)), read(join(folder, next)))
    const number = (addresses) => addresses.map((address) => address.replace('art_', ''))
    const sorted = articles
      .split(' ')
      .map((each) => key(...each.split('>').map((side) => (side === '' ? [] : side.split('+')))))
    score(
      next.split('/').at(-1),
      sorted,
      found.map((change) => key(number(change.old), number(change.new)))
    )
  }
}
console.log(`${((100 * right) / all).toFixed(2).padStart(6)} %  ${String(all).padStart(4)}  together`)

const pairs = datedPairs(folder)
if (pairs.length > 0) {
  // Enacted texts keep their references in order: a tool that finds many broken ones there is wrong, not the law.
  let references = 0
  let broken = 0
  for (const { name, old, new: next } of pairs) {
    const trees = { old: read(old), new: read(next) }
    const comparison = compare(trees.old, trees.new)
    references += comparison.referencePairs.length
    for (const message of findBreaks(comparison, trees)) {
      broken += 1
      console.log(`            ${name} ${message.note}: ${message.reason}`)
    }
  }
  console.log(
    `${pairs.length} dated pairs: ${broken} reports of something broken among ${references} references that stand in both versions`
  )
}
