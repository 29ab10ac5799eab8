import type { GramSpace } from './grams.js'
import { kinshipOf, similarityOf } from './grams.js'
import { heaviestIncreasing } from './increasing.js'
import type { Candidate } from './likely-pairs.js'
import { likelyPairs } from './likely-pairs.js'

/** One member of a sequence to align. */
export interface AlignmentUnit {
  /** Normalised text with clause numbers masked. */
  readonly text: string
  /** Equal keys mean equal texts: spares working out the text. */
  readonly key?: string
  /** Words that speak for a pair when both members have them, such as the heading of the chapter. */
  context?: string
  /** A part that only one member of a sequence plays, such as saying when the regulation takes effect. */
  role?: string
}

/** Two members that correspond. */
export interface AlignedPair {
  old: number
  new: number
  /** From 0 to 1; 1 means the same text up to clause numbers. */
  similarity: number
  /** Whether the pair keeps the order of its neighbours. */
  inOrder: boolean
}

/** How much kinship two texts need to correspond. */
export interface AlignmentThresholds {
  /** Where the pair keeps the order. */
  inOrder: number
  /** Where it crosses others. */
  moved: number
}

export const articleThresholds: AlignmentThresholds = { inOrder: 0.25, moved: 0.4 }

/** A pair is not considered where one of its members has a counterpart that is so much more alike. */
export const rivalRatio = 0.6
const contextBonus = 0.03
/** Kinship that place or role lends to a pair: both stand alone between the same two equal texts, or play one part. */
const lonePairBonus = 0.12
const roleBonus = 0.25
/** How much kinship two texts need that are left between the same two pairs of neighbours, and how many pairs of such are tried. */
const leastLone = 0.18
const mostLeft = 2

/** So much nearer must a free text be that has at least as many neighbours on its side. */
const nearerMargin = 0.04
/** Texts that are so much nearer to one another than to any third need less kinship to correspond across the order. */
const mateMargin = 1.6
const mateDiscount = 0.75
/** Order speaks for a pair, but not against a text that is so much more alike. */
const strayMargin = 0.15

/** The result of aligning two sequences, one to one; `space` holds the profiles of the old texts, then of the new. */
export interface SequenceAlignment {
  pairs: AlignedPair[]
  space: GramSpace
  /** The greatest kinship that each member has with any of the other sequence. */
  best: { old: Float64Array; new: Float64Array }
}

/**
 * Aligns two sequences of texts one to one: candidates by equal text, rare shingles and place; of them the heaviest
 * set that keeps the order; then what is left over as moved. Near linear in the length of the texts.
 */
export function alignSequences(
  olds: readonly AlignmentUnit[],
  news: readonly AlignmentUnit[],
  thresholds: AlignmentThresholds = articleThresholds
): SequenceAlignment {
  const { pairs: raw, space } = likelyPairs(olds, news)
  const found = raw.map((pair) => withBonus(pair, olds, news))
  const candidates = withoutRivals(found, olds.length, news.length).filter((pair) => pair.kinship >= thresholds.inOrder)
  const weight = (pair: Candidate): number => {
    const context = olds[pair.old]!.context
    const bonus = context !== undefined && context === news[pair.new]!.context ? contextBonus : 0
    return pair.kinship ** 2 + bonus
  }
  const chosen = heaviestIncreasing(candidates, (index) => weight(candidates[index]!))
  const aligned = (pair: Candidate, inOrder: boolean): AlignedPair => {
    if (pair.kinship === 1) return { old: pair.old, new: pair.new, similarity: 1, inOrder }
    const [left, right] = [space.profileOf(pair.old), space.profileOf(olds.length + pair.new)]
    const similarity = Math.min(0.999, similarityOf(left, right, space.weightOf))
    return { old: pair.old, new: pair.new, similarity, inOrder }
  }
  const kept = withoutStrays(
    chosen.map((index) => candidates[index]!),
    candidates,
    thresholds.moved
  )
  const pairs = kept.map((pair) => aligned(pair, true))
  const oldTaken = new Set(pairs.map((pair) => pair.old))
  const newTaken = new Set(pairs.map((pair) => pair.new))
  const mates = mutualMates(candidates)
  const rest = candidates
    .filter((pair) => pair.kinship >= thresholds.moved * (mates.has(pair) ? mateDiscount : 1))
    .filter((pair) => !oldTaken.has(pair.old) && !newTaken.has(pair.new))
    .sort((left, right) => weight(right) - weight(left) || left.old - right.old)
  for (const pair of rest) {
    if (oldTaken.has(pair.old) || newTaken.has(pair.new)) continue
    oldTaken.add(pair.old)
    newTaken.add(pair.new)
    pairs.push(aligned(pair, false))
  }
  const best = bestKinship(found, olds.length, news.length)
  preferNearer(pairs, candidates, aligned)
  pairs.push(...lonePairs(pairs, olds, news, space, best))
  return { pairs: pairs.sort((left, right) => left.new - right.new), space, best }
}

/** Leaves out pairs that only their order holds together, where one of the two has a much nearer text that is free. */
function withoutStrays(chosen: readonly Candidate[], candidates: readonly Candidate[], least: number): Candidate[] {
  const oldTaken = new Set(chosen.map((pair) => pair.old))
  const newTaken = new Set(chosen.map((pair) => pair.new))
  const bestOld = new Map<number, number>()
  const bestNew = new Map<number, number>()
  for (const { old: o, new: n, kinship } of candidates) {
    if (kinship < least) continue
    if (oldTaken.has(o) && !newTaken.has(n)) bestOld.set(o, Math.max(bestOld.get(o) ?? 0, kinship))
    if (newTaken.has(n) && !oldTaken.has(o)) bestNew.set(n, Math.max(bestNew.get(n) ?? 0, kinship))
  }
  return chosen.filter(
    ({ old: o, new: n, kinship }) => Math.max(bestOld.get(o) ?? 0, bestNew.get(n) ?? 0) < kinship + strayMargin
  )
}

/**
 * Gives a member another counterpart that is still free, a little nearer to it, and has as many neighbours that went
 * along: articles that were moved past others as a block stay together.
 */
function preferNearer(
  pairs: AlignedPair[],
  candidates: readonly Candidate[],
  aligned: (pair: Candidate, inOrder: boolean) => AlignedPair
): void {
  const newOf = new Map(pairs.map((pair) => [pair.old, pair.new]))
  const newTaken = new Set(newOf.values())
  const kinship = new Map(candidates.map((pair) => [`${pair.old} ${pair.new}`, pair.kinship]))
  const support = (o: number, n: number): number =>
    Number(newOf.get(o - 1) === n - 1) + Number(newOf.get(o + 1) === n + 1)
  for (const other of candidates) {
    const { old: o, new: n } = other
    const now = newOf.get(o)
    if (now === undefined || now === n || newTaken.has(n)) continue
    const had = kinship.get(`${o} ${now}`) ?? 1
    if (had === 1 || other.kinship < had + nearerMargin || support(o, n) < Math.max(1, support(o, now))) continue
    const at = pairs.findIndex((pair) => pair.old === o)
    const crosses = pairs.some(
      (pair, index) => index !== at && pair.inOrder && (pair.old < o ? pair.new > n : pair.new < n)
    )
    pairs[at] = aligned(other, !crosses)
    newOf.set(o, n)
    newTaken.delete(now)
    newTaken.add(n)
  }
}

/**
 * Pairs of what is left between the same two pairs of neighbours: a rule that was written anew in its place keeps few of
 * its words. Only such as neither has more in common with another text, and nearly as much with another that is left there.
 */
function lonePairs(
  pairs: readonly AlignedPair[],
  olds: readonly AlignmentUnit[],
  news: readonly AlignmentUnit[],
  space: GramSpace,
  best: SequenceAlignment['best']
): AlignedPair[] {
  const newOf = new Map(pairs.map((pair) => [pair.old, pair.new]))
  const newTaken = new Set(newOf.values())
  const found: AlignedPair[] = []
  for (let start = 0; start < olds.length; start++) {
    if (newOf.has(start)) continue
    let end = start
    while (end < olds.length && !newOf.has(end)) end += 1
    const before = start === 0 ? -1 : newOf.get(start - 1)!
    const after = end === olds.length ? news.length : newOf.get(end)!
    const [height, width] = [end - start, after - before - 1]
    const gap = Array.from({ length: Math.max(0, width) }, (_, index) => before + 1 + index)
    if (width >= 1 && height * width <= mostLeft && gap.every((n) => !newTaken.has(n))) {
      const left = Array.from({ length: height }, (_, index) => start + index)
      const mates = left.flatMap((o) =>
        gap.map((n): Candidate => {
          const kinship = kinshipOf(space.profileOf(o), space.profileOf(olds.length + n), space.weightOf)
          return { old: o, new: n, kinship }
        })
      )
      const sure = mutualMates(mates)
      for (const pair of mates) {
        if (!sure.has(pair) || pair.kinship < leastLone) continue
        if (pair.kinship < Math.max(best.old[pair.old]!, best.new[pair.new]!)) continue
        if (found.some((other) => other.old < pair.old && other.new > pair.new)) continue
        const profiles = [space.profileOf(pair.old), space.profileOf(olds.length + pair.new)] as const
        found.push({
          old: pair.old,
          new: pair.new,
          similarity: similarityOf(...profiles, space.weightOf),
          inOrder: true
        })
      }
    }
    start = end
  }
  return found
}

/** Pairs both of whose members have nothing else that is nearly as much alike. */
function mutualMates(candidates: readonly Candidate[]): ReadonlySet<Candidate> {
  const found = new Set<Candidate>()
  const open = { old: new Map<number, Candidate[]>(), new: new Map<number, Candidate[]>() }
  for (const pair of candidates) {
    for (const side of ['old', 'new'] as const) {
      const here = open[side].get(pair[side])
      if (here === undefined) open[side].set(pair[side], [pair])
      else here.push(pair)
    }
  }
  for (const pair of candidates) {
    const rivals = [...open.old.get(pair.old)!, ...open.new.get(pair.new)!].filter((other) => other !== pair)
    if (rivals.every((other) => other.kinship * mateMargin <= pair.kinship)) found.add(pair)
  }
  return found
}

function withoutRivals(candidates: Candidate[], oldCount: number, newCount: number): Candidate[] {
  const best = bestKinship(candidates, oldCount, newCount)
  return candidates.filter(
    ({ old: o, new: n, kinship }) => kinship >= rivalRatio * Math.max(best.old[o]!, best.new[n]!)
  )
}

function bestKinship(candidates: readonly Candidate[], oldCount: number, newCount: number) {
  const best = { old: new Float64Array(oldCount), new: new Float64Array(newCount) }
  for (const { old: o, new: n, kinship } of candidates) {
    best.old[o] = Math.max(best.old[o]!, kinship)
    best.new[n] = Math.max(best.new[n]!, kinship)
  }
  return best
}

function withBonus(pair: Candidate, olds: readonly AlignmentUnit[], news: readonly AlignmentUnit[]): Candidate {
  const { role } = olds[pair.old]!
  const bonus = (pair.lone ? lonePairBonus : 0) + (role !== undefined && role === news[pair.new]!.role ? roleBonus : 0)
  return pair.kinship === 1 || bonus === 0 ? pair : { ...pair, kinship: Math.min(0.999, pair.kinship + bonus) }
}
