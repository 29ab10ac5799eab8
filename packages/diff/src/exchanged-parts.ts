import type { AlignmentUnit } from './align-sequence.js'
import { shinglesOf } from './candidates.js'
import type { GramSpace } from './grams.js'
import { kinshipOf } from './grams.js'
import type { AlignedGroup } from './groups.js'
import { heldBy, partsOf } from './parts.js'

/** A 款 that went to another article must have been so much of its own, and be so much the same there. */
const leastShare = 1 / 3
const leastKinship = 0.8
const keptAtMost = 0.4
const shortestGone = 24
/** Shingles that more texts share lead nowhere. */
const mostHolders = 4

/**
 * Joins groups between which a whole 款 went from one article to the other: 第二十七条、第二十八条 became 第五十三条、第五十五条,
 * and neither of the new articles is the successor of one old one alone.
 */
export function joinExchanged(
  olds: readonly AlignmentUnit[],
  news: readonly AlignmentUnit[],
  space: GramSpace,
  groups: readonly AlignedGroup[]
): AlignedGroup[] {
  const changed = groups.filter((group) => group.old.length > 0 && group.new.length > 0 && group.similarity < 1)
  const holders = new Map<number, AlignedGroup[]>()
  for (const group of changed) {
    for (const shingle of new Set(group.new.flatMap((index) => [...shinglesOf(news[index]!.text)]))) {
      const here = holders.get(shingle)
      if (here === undefined) holders.set(shingle, [group])
      else here.push(group)
    }
  }
  const joined = new Map<AlignedGroup, AlignedGroup>()
  const headOf = (group: AlignedGroup): AlignedGroup => {
    const next = joined.get(group)
    return next === undefined ? group : headOf(next)
  }
  for (const group of changed) {
    const kept = new Set(group.new.flatMap((index) => [...shinglesOf(news[index]!.text)]))
    for (const index of group.old) {
      const text = olds[index]!.text
      for (const paragraph of text.split('\u0002')) {
        if (paragraph.length < shortestGone || paragraph.length < leastShare * text.length) continue
        const target = mostShared(paragraph, kept, holders, group)
        if (target === undefined || headOf(target) === headOf(group)) continue
        const part = { share: 1, profile: space.profileOfText(paragraph) }
        const partsIn = (indices: readonly number[]) => indices.flatMap((n) => partsOf(news[n]!.text, space))
        const there = target.new.flatMap((n) => partsOf(news[n]!.text, space))
        const isThere = there.some((other) => kinshipOf(part.profile, other.profile, space.weightOf) >= leastKinship)
        if (!isThere || heldBy(part, partsIn(group.new), space) > keptAtMost) continue
        joined.set(headOf(target), headOf(group))
      }
    }
  }
  if (joined.size === 0) return [...groups]
  for (const group of groups) {
    const head = headOf(group)
    if (head === group) continue
    head.old.push(...group.old)
    head.new.push(...group.new)
    const [mine, theirs] = [head.primary, group.primary]
    if (mine === undefined || (theirs !== undefined && theirs.similarity > mine.similarity)) head.primary = theirs!
  }
  const ascending = (left: number, right: number) => left - right
  return groups.filter((group) => {
    group.old.sort(ascending)
    group.new.sort(ascending)
    return !joined.has(group)
  })
}

/** The other group that has most of a text's shingles, of those that its own group lost. */
function mostShared(
  text: string,
  kept: ReadonlySet<number>,
  holders: ReadonlyMap<number, readonly AlignedGroup[]>,
  own: AlignedGroup
): AlignedGroup | undefined {
  const scores = new Map<AlignedGroup, number>()
  const shingles = shinglesOf(text)
  for (const shingle of shingles) {
    const here = kept.has(shingle) ? undefined : holders.get(shingle)
    if (here === undefined || here.length > mostHolders) continue
    for (const group of here) if (group !== own) scores.set(group, (scores.get(group) ?? 0) + 1)
  }
  let best: AlignedGroup | undefined
  for (const [group, score] of scores) if (best === undefined || score > scores.get(best)!) best = group
  return best !== undefined && scores.get(best)! >= shingles.length / 2 ? best : undefined
}
