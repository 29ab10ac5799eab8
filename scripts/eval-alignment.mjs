// Scores the alignment of articles against truths written by hand: the shipped drafts, and dated versions of laws read article by article.
//
//   node scripts/eval-alignment.mjs [FOLDER]       FOLDER holds the laws; without it only the shipped drafts are scored
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { draftsFolder } from '@tiaoli/corpus'
import { compareDrafts, findBreaks } from '@tiaoli/diff'
import { diffArrays } from 'diff'
import { clauseTexts } from 'regast'
import { parseRegulation } from 'remark-regast'
import { parse } from 'yaml'
import { datedPairs } from './dated-pairs.mjs'

const folder = resolve(process.argv[2] ?? '../shared/corpus/laws')
const read = (file) => parseRegulation(readFileSync(file, 'utf8')).tree
const compare = (old, next) => compareDrafts({ tree: old }, { tree: next })
const key = (old, next) => `${[...old].sort().join('+')}>${[...next].sort().join('+')}`

let right = 0
let all = 0

/** Articles as addresses and texts without their numbers. */
function articlesOf(tree) {
  const found = new Map()
  for (const { address, text } of clauseTexts(tree)) {
    const article = /^art_[\d-]+/.exec(address)?.[0]
    if (article !== undefined) found.set(article, `${found.get(article) ?? ''}${text.replace(/\s/g, '')}`)
  }
  return [...found]
}

/** What simple means make of the same drafts: the articles of one number; a line diff of articles, its gaps filled in order. */
const peers = {
  'same number': (olds, news) => {
    const numbers = new Set(news.map(([address]) => address))
    const shared = new Set(olds.map(([address]) => address).filter((address) => numbers.has(address)))
    return [
      ...olds.map(([address]) => [[address], shared.has(address) ? [address] : []]),
      ...news.filter(([address]) => !shared.has(address)).map(([address]) => [[], [address]])
    ]
  },
  'line diff': (olds, news) => {
    const groups = []
    let gone = []
    let come = []
    const flush = () => {
      for (let at = 0; at < Math.max(gone.length, come.length); at++) {
        groups.push([gone.slice(at, at + 1), come.slice(at, at + 1)])
      }
      gone = []
      come = []
    }
    const rest = { old: olds.map(([address]) => address), new: news.map(([address]) => address) }
    for (const { value, added, removed } of diffArrays(
      olds.map(([, text]) => text),
      news.map(([, text]) => text)
    )) {
      if (removed) gone.push(...rest.old.splice(0, value.length))
      else if (added) come.push(...rest.new.splice(0, value.length))
      else {
        flush()
        for (let at = 0; at < value.length; at++) groups.push([[rest.old.shift()], [rest.new.shift()]])
      }
    }
    flush()
    return groups
  }
}
const peerHits = new Map(Object.keys(peers).map((peer) => [peer, 0]))

/** Articles of both sides that a truth and a finding put together in the same way. */
function articlesIn(keys) {
  return keys.flatMap((each) => each.split(/[>+]/).filter(Boolean)).length
}

function scorePeers(truth, old, next, name = (address) => address) {
  for (const [peer, align] of Object.entries(peers)) {
    const groups = align(articlesOf(old), articlesOf(next))
    const got = new Set(groups.map((sides) => key(...sides.map((side) => side.map(name)))))
    peerHits.set(peer, peerHits.get(peer) + articlesIn(truth.filter((each) => got.has(each))))
  }
}

/** An article is right where the articles it is put together with, on both sides, are those of the truth. */
function score(name, truth, found) {
  const expected = new Set(truth)
  const got = new Set(found)
  const total = articlesIn(truth)
  const hits = articlesIn(truth.filter((each) => got.has(each)))
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
    const trees = [read(join(home, `${from}.md`)), read(join(home, `${to}.md`))]
    const { articles: found } = compare(...trees)
    const name = (change) => `${change.kind} ${key(change.old, change.new)}`
    const wrongKinds = articles.filter((change) => !found.some((other) => name(other) === name(change)))
    score(
      `${from} → ${to} (${wrongKinds.length} of another kind)`,
      articles.map((change) => key(change.old, change.new)),
      found.map((change) => key(change.old, change.new))
    )
    scorePeers(
      articles.map((change) => key(change.old, change.new)),
      ...trees
    )
  }
}
const fixtures = JSON.parse(
  readFileSync(new URL('../packages/diff/test/fixtures/dated-pairs.json', import.meta.url), 'utf8')
)
if (!existsSync(folder)) console.log(`no folder ${folder}: dated versions not scored`)
else {
  for (const { old, new: next, articles } of fixtures) {
    const trees = [read(join(folder, old)), read(join(folder, next))]
    const { articles: found } = compare(...trees)
    const short = (address) => address.replace('art_', '')
    const number = (addresses) => addresses.map(short)
    const sorted = articles
      .split(' ')
      .map((each) => key(...each.split('>').map((side) => (side === '' ? [] : side.split('+')))))
    score(
      next.split('/').at(-1),
      sorted,
      found.map((change) => key(number(change.old), number(change.new)))
    )
    scorePeers(sorted, ...trees, short)
  }
}
console.log(`${((100 * right) / all).toFixed(2).padStart(6)} %  ${String(all).padStart(4)}  together`)
for (const [peer, hits] of peerHits) {
  console.log(`${((100 * hits) / all).toFixed(2).padStart(6)} %  ${String(all).padStart(4)}  by ${peer} alone`)
}

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
