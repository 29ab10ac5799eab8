import type { AlignmentUnit } from './align-sequence.js'
import type { AlignedGroup } from './aligned-group.js'
import type { GramSpace } from './grams.js'
import { kinshipOf } from './grams.js'
import { shinglesOf } from './likely-pairs.js'
import { heldBy, partsOf } from './parts.js'

/** A 款 that went to another article must have been so much of its own, and be so much the same there. */
const leastShare = 1 / 3
const leastKinship = 0.8
const keptAtMost = 0.4
const shortestGone = 24
const mostAlike = 0.85

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
  const shinglesIn = (group: AlignedGroup) => group.new.flatMap((index) => [...shinglesOf(news[index]!.text)])
  const gone = changed.flatMap((group) => paragraphsGone(group, olds, shinglesIn))
  if (gone.length === 0) return [...groups]
  findNewPlaces(gone, changed, shinglesIn)
  const joined = new Map<AlignedGroup, AlignedGroup>()
  const headOf = (group: AlignedGroup): AlignedGroup => {
    const next = joined.get(group)
    return next === undefined ? group : headOf(next)
  }
  const partsIn = (group: AlignedGroup) => group.new.flatMap((index) => partsOf(news[index]!.text, space))
  for (const { text, from, to, most, shingles } of gone) {
    if (to === undefined || most < shingles.size / 2 || headOf(to) === headOf(from)) continue
    const part = { share: 1, profile: space.profileOfText(text) }
    const isThere = partsIn(to).some((other) => kinshipOf(part.profile, other.profile, space.weightOf) >= leastKinship)
    if (isThere && heldBy(part, partsIn(from), space) <= keptAtMost) joined.set(headOf(to), headOf(from))
  }
  for (const group of groups) if (joined.has(group)) takeIn(headOf(group), group)
  return groups.filter((group) => !joined.has(group))
}

/** A 款 of an old article that its counterpart does not have. */
interface ParagraphGone {
  text: string
  shingles: ReadonlySet<number>
  from: AlignedGroup
  /** The group whose new articles have most of its shingles, and how many. */
  to?: AlignedGroup
  most: number
}

function paragraphsGone(
  group: AlignedGroup,
  olds: readonly AlignmentUnit[],
  shinglesIn: (group: AlignedGroup) => number[]
): ParagraphGone[] {
  // An article that lost a third of its text is no longer so much like itself.
  if (group.similarity > mostAlike) return []
  const found: ParagraphGone[] = []
  let kept: ReadonlySet<number> | undefined
  for (const index of group.old) {
    const { text } = olds[index]!
    // Only articles have 款; clauses are aligned by the same functions.
    if (!text.includes('\u0002')) continue
    for (const paragraph of text.split('\u0002')) {
      if (paragraph.length < shortestGone || paragraph.length < leastShare * text.length) continue
      kept ??= new Set(shinglesIn(group))
      const shingles = new Set(shinglesOf(paragraph))
      let missing = 0
      for (const shingle of shingles) if (!kept.has(shingle)) missing += 1
      if (missing >= shingles.size / 2) found.push({ text: paragraph, shingles, from: group, most: 0 })
    }
  }
  return found
}

/** Enters into paragraphs that are gone which group has most of each now. */
function findNewPlaces(
  gone: readonly ParagraphGone[],
  groups: readonly AlignedGroup[],
  shinglesIn: (group: AlignedGroup) => number[]
): void {
  const wanted = new Map<number, ParagraphGone[]>()
  for (const paragraph of gone) {
    for (const shingle of paragraph.shingles) {
      const here = wanted.get(shingle)
      if (here === undefined) wanted.set(shingle, [paragraph])
      else here.push(paragraph)
    }
  }
  for (const group of groups) {
    const hits = new Map<ParagraphGone, number>()
    for (const shingle of new Set(shinglesIn(group))) {
      for (const paragraph of wanted.get(shingle) ?? []) hits.set(paragraph, (hits.get(paragraph) ?? 0) + 1)
    }
    for (const [paragraph, count] of hits) {
      if (paragraph.from === group || count <= paragraph.most) continue
      paragraph.most = count
      paragraph.to = group
    }
  }
}

/** Makes a group part of another, which is carried by the surer of their pairs. */
function takeIn(head: AlignedGroup, group: AlignedGroup): void {
  head.old = [...head.old, ...group.old].sort((left, right) => left - right)
  head.new = [...head.new, ...group.new].sort((left, right) => left - right)
  const [mine, theirs] = [head.primary, group.primary]
  if (theirs !== undefined && (mine === undefined || theirs.similarity > mine.similarity)) head.primary = theirs
}
