import type { ClauseGroup } from './align-clauses.js'
import { alignClauses } from './align-clauses.js'
import { alignSequences } from './align-sequence.js'
import type { Clause } from './units.js'
import { maskedTextOf } from './units.js'

/** Shorter clauses, and those that close a list with whatever else there is, stand in many articles. */
const shortest = 8
const catchAll = /^(?:法律|法规|国家|本市|有关|、|，|和|规定的|认为|需要|应当|可以)*其他/
/** So alike must a clause be to one that left another article. */
const leastSimilarity = 0.7

/** Notes on clauses that left one article and stand, nearly the same, in another where each of them is. */
export function linkMovedClauses(articles: readonly { clauses: readonly ClauseGroup[] }[]): void {
  const gone: ClauseGroup[] = []
  const come: ClauseGroup[] = []
  const collect = (group: ClauseGroup): void => {
    const [old, next] = [group.old[0], group.new[0]]
    if (old !== undefined && next !== undefined) group.children.forEach(collect)
    else if (isTelling((old ?? next)!)) (next === undefined ? gone : come).push(group)
  }
  for (const { clauses } of articles) clauses.forEach(collect)
  if (gone.length === 0 || come.length === 0) return
  const olds = textsOf(gone.map((group) => group.old[0]!))
  const news = textsOf(come.map((group) => group.new[0]!))
  const { pairs } = alignSequences(olds, news, { inOrder: leastSimilarity, moved: leastSimilarity })
  const repeated = new Set([...repeatedIn(olds), ...repeatedIn(news)])
  for (const { old: o, new: n, similarity } of pairs) {
    const [left, right] = [gone[o]!, come[n]!]
    if (similarity < leastSimilarity || left.old[0]!.level !== right.new[0]!.level) continue
    if (repeated.has(olds[o]!.text) || repeated.has(news[n]!.text)) continue
    link(left, right)
  }
}

function isTelling(clause: Clause): boolean {
  return (
    clause.level !== 'heading' &&
    clause.level !== 'block' &&
    clause.text.length >= shortest &&
    !catchAll.test(clause.text)
  )
}

/** An item ends in another mark where it is the last of its list. */
function textsOf(clauses: readonly Clause[]): { text: string }[] {
  return clauses.map((clause) => ({ text: maskedTextOf(clause).replace(/[；。]$/, '') }))
}

/** Texts that stand more than once: which of them went where cannot be told. */
function repeatedIn(texts: readonly { text: string }[]): string[] {
  const seen = new Set<string>()
  const repeated: string[] = []
  for (const { text } of texts) {
    if (seen.has(text)) repeated.push(text)
    seen.add(text)
  }
  return repeated
}

function link(gone: ClauseGroup, come: ClauseGroup): void {
  const [old, next] = [gone.old[0]!, come.new[0]!]
  gone.elsewhere = next
  come.elsewhere = old
  for (const below of alignClauses(old.children, next.children)) {
    if (below.old.length !== 1 || below.new.length !== 1) continue
    const left = gone.children.find((group) => group.old[0] === below.old[0])
    const right = come.children.find((group) => group.new[0] === below.new[0])
    if (left !== undefined && right !== undefined) link(left, right)
  }
}
