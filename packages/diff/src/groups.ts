import type { AlignmentUnit } from './align-sequence.js'
import { alignSequences, articleThresholds } from './align-sequence.js'
import type { AlignedGroup } from './aligned-group.js'
import { joinExchanged } from './exchanged-parts.js'
import { likeness } from './grams.js'
import { attachLeftovers } from './leftovers.js'

/** Aligns two sequences and finds the members that were split into several or merged into one. */
export function alignGroups(
  olds: readonly AlignmentUnit[],
  news: readonly AlignmentUnit[],
  thresholds = articleThresholds
): AlignedGroup[] {
  const alignment = alignSequences(olds, news, thresholds)
  const pairs: AlignedGroup[] = alignment.pairs.map((pair) => ({
    old: [pair.old],
    new: [pair.new],
    primary: pair,
    similarity: pair.similarity
  }))
  attachLeftovers(olds, news, alignment, pairs)
  const groups = joinExchanged(olds, news, alignment.space, pairs)
  measureGroups(olds, news, groups)
  const oldSeen = new Set(groups.flatMap((group) => group.old))
  const newSeen = new Set(groups.flatMap((group) => group.new))
  olds.forEach((_, o) => {
    if (!oldSeen.has(o)) groups.push({ old: [o], new: [], similarity: 0 })
  })
  news.forEach((_, n) => {
    if (!newSeen.has(n)) groups.push({ old: [], new: [n], similarity: 0 })
  })
  return inReadingOrder(groups)
}

/** Likeness of groups that are more than a pair, all their texts taken together. */
function measureGroups(olds: readonly AlignmentUnit[], news: readonly AlignmentUnit[], groups: AlignedGroup[]): void {
  for (const group of groups) {
    if (group.old.length + group.new.length === 2) continue
    const join = (indices: number[], units: readonly AlignmentUnit[]) => indices.map((i) => units[i]!.text).join('')
    group.similarity = likeness(join(group.old, olds), join(group.new, news))
  }
}

/** Groups in the order of the new sequence, what was deleted behind what stood before it in the old one. */
function inReadingOrder(groups: AlignedGroup[]): AlignedGroup[] {
  const placed = groups.filter((group) => group.new.length > 0).sort((left, right) => left.new[0]! - right.new[0]!)
  const gone = groups.filter((group) => group.new.length === 0).sort((left, right) => left.old[0]! - right.old[0]!)
  if (gone.length === 0) return placed
  const behind = new Map<number, AlignedGroup>()
  for (const group of placed) if (group.primary?.inOrder) for (const o of group.old) behind.set(o, group)
  const followers = new Map<AlignedGroup | undefined, AlignedGroup[]>()
  for (const group of gone) {
    let o = group.old[0]! - 1
    while (o >= 0 && !behind.has(o)) o -= 1
    const anchor = behind.get(o)
    const behindAnchor = followers.get(anchor)
    if (behindAnchor === undefined) followers.set(anchor, [group])
    else behindAnchor.push(group)
  }
  return [...(followers.get(undefined) ?? []), ...placed.flatMap((group) => [group, ...(followers.get(group) ?? [])])]
}
