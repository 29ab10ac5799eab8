import type { HeadingChange } from './model.js'
import { normaliseText } from './normalise.js'
import type { StructureFact, Unit } from './units.js'

/** Which structure of the old draft is which in the new one, both ways. */
export interface StructureAlignment {
  toNew: ReadonlyMap<string, string>
  toOld: ReadonlyMap<string, string>
  headings: HeadingChange[]
}

/** Two articles that correspond. */
interface UnitPair {
  old: Unit
  new: Unit
}

const leastScore = 0.35
/** Headings that share so much may be one heading before and after. */
const relatedHeading = 0.3

/**
 * Aligns structures of one level by three witnesses: the heading, the articles inside that correspond, and the
 * structures around them; one to one, the surest first.
 */
export function alignStructures(
  olds: readonly StructureFact[],
  news: readonly StructureFact[],
  pairs: readonly UnitPair[],
  articles: { old: readonly Unit[]; new: readonly Unit[] }
): StructureAlignment {
  const votes = votesOf(pairs)
  const scoreOf = scorer(votes, pairs, articles)
  const scored = candidates(olds, news, votes)
    .map(([o, n]) => ({ old: o, new: n, score: scoreOf(o, n) }))
    .sort((left, right) => right.score - left.score)
  const toNew = new Map<string, string>()
  const toOld = new Map<string, string>()
  for (const { old: o, new: n, score } of scored) {
    if (score < leastScore || toNew.has(o.address) || toOld.has(n.address)) continue
    toNew.set(o.address, n.address)
    toOld.set(n.address, o.address)
  }
  return { toNew, toOld, headings: headingChanges(olds, news, toOld, toNew) }
}

/** How many pairs of articles stand in an old structure and in a new one, by both addresses. */
function votesOf(pairs: readonly UnitPair[]): ReadonlyMap<string, number> {
  const votes = new Map<string, number>()
  for (const pair of pairs) {
    for (const o of pair.old.path)
      for (const n of pair.new.path) votes.set(`${o} ${n}`, (votes.get(`${o} ${n}`) ?? 0) + 1)
  }
  return votes
}

/** What speaks for an old structure being a new one. */
function scorer(
  votes: ReadonlyMap<string, number>,
  pairs: readonly UnitPair[],
  articles: { old: readonly Unit[]; new: readonly Unit[] }
): (o: StructureFact, n: StructureFact) => number {
  const pairedOld = sizesOf(pairs.map((pair) => pair.old))
  const pairedNew = sizesOf(pairs.map((pair) => pair.new))
  const oldSize = sizesOf(articles.old)
  const newSize = sizesOf(articles.new)
  return (o, n) => {
    const voted = votes.get(`${o.address} ${n.address}`) ?? 0
    const ofPaired = shareOf(voted, pairedOld.get(o.address), pairedNew.get(n.address))
    const ofAll = shareOf(voted, oldSize.get(o.address), newSize.get(n.address))
    const same = normaliseText(o.heading) === normaliseText(n.heading)
    const likeness = same ? 1 : headingLikeness(o.heading, n.heading)
    // A chapter that is mostly new took articles of another in, but is not that chapter under quite another name.
    const share = likeness >= relatedHeading ? (ofPaired + ofAll) / 2 : ofAll
    const number = o.address === n.address ? 0.05 : 0
    const around = (o.path.at(-1) ?? '') === (n.path.at(-1) ?? '') ? 0.05 : 0
    return 0.55 * share + 0.4 * likeness + number + around
  }
}

/** Structures of one level that share a heading, an address or articles. */
function candidates(
  olds: readonly StructureFact[],
  news: readonly StructureFact[],
  votes: ReadonlyMap<string, number>
): [StructureFact, StructureFact][] {
  const newByHeading = new Map<string, StructureFact[]>()
  const newByAddress = new Map(news.map((fact) => [fact.address, fact]))
  for (const fact of news) {
    const key = `${fact.unit} ${normaliseText(fact.heading)}`
    const same = newByHeading.get(key)
    if (same === undefined) newByHeading.set(key, [fact])
    else same.push(fact)
  }
  const found: [StructureFact, StructureFact][] = []
  for (const o of olds) {
    const mates = new Set(newByHeading.get(`${o.unit} ${normaliseText(o.heading)}`)?.slice(0, 8))
    const sameAddress = newByAddress.get(o.address)
    if (sameAddress?.unit === o.unit) mates.add(sameAddress)
    for (const mate of mates) found.push([o, mate])
  }
  const oldByAddress = new Map(olds.map((fact) => [fact.address, fact]))
  for (const key of votes.keys()) {
    const [oldAddress, newAddress] = key.split(' ')
    const o = oldByAddress.get(oldAddress!)
    const n = newByAddress.get(newAddress!)
    if (o !== undefined && n !== undefined && o.unit === n.unit) found.push([o, n])
  }
  return found
}

/** How many articles stand in each structure. */
function sizesOf(units: readonly Unit[]): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const unit of units) for (const address of unit.path) sizes.set(address, (sizes.get(address) ?? 0) + 1)
  return sizes
}

function shareOf(voted: number, oldSize = 0, newSize = 0): number {
  return oldSize + newSize === 0 ? 0 : (2 * voted) / (oldSize + newSize)
}

/** Share of the characters of two short headings that they have in common. */
function headingLikeness(left: string, right: string): number {
  const rest = [...normaliseText(right)]
  let shared = 0
  for (const char of normaliseText(left)) {
    const at = rest.indexOf(char)
    if (at === -1) continue
    rest.splice(at, 1)
    shared += 1
  }
  const total = normaliseText(left).length + normaliseText(right).length
  return total === 0 ? 0 : (2 * shared) / total
}

function headingChanges(
  olds: readonly StructureFact[],
  news: readonly StructureFact[],
  toOld: ReadonlyMap<string, string>,
  toNew: ReadonlyMap<string, string>
): HeadingChange[] {
  const oldByAddress = new Map(olds.map((fact) => [fact.address, fact]))
  const changes = news.map((fact): HeadingChange => {
    const oldAddress = toOld.get(fact.address)
    const before = oldAddress === undefined ? undefined : oldByAddress.get(oldAddress)
    const newText = headingText(fact)
    if (before === undefined) return { kind: 'added', old: [], new: [fact.address], oldText: '', newText }
    const oldText = headingText(before)
    const renamed = normaliseText(before.heading) !== normaliseText(fact.heading)
    const aroundOld = before.path.at(-1)
    const aroundNew = fact.path.at(-1)
    const moved = aroundOld !== undefined && aroundNew !== undefined && toNew.get(aroundOld) !== aroundNew
    const renumbered = normaliseText(before.printed) !== normaliseText(fact.printed)
    const kind = renamed ? 'renamed' : moved ? 'moved' : renumbered ? 'renumbered' : 'unchanged'
    return { kind, old: [before.address], new: [fact.address], oldText, newText }
  })
  // What was deleted stands behind what stood before it.
  const result: HeadingChange[] = []
  const behind = new Map<string, HeadingChange[]>()
  let before = ''
  for (const fact of olds) {
    if (toNew.has(fact.address)) {
      before = fact.address
      continue
    }
    const gone = behind.get(before) ?? []
    gone.push({ kind: 'deleted', old: [fact.address], new: [], oldText: headingText(fact), newText: '' })
    behind.set(before, gone)
  }
  result.push(...(behind.get('') ?? []))
  for (const change of changes) result.push(change, ...(behind.get(change.old[0] ?? ' ') ?? []))
  return result
}

function headingText(fact: StructureFact): string {
  return `${fact.printed} ${fact.heading}`.trim()
}
