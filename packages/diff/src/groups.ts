import type { AlignedPair, AlignmentUnit, SequenceAlignment } from './align-sequence.js'
import { alignSequences, articleThresholds } from './align-sequence.js'
import { shinglesOf } from './candidates.js'
import { likeness } from './grams.js'

/** Members of two sequences that belong together: one to one, one to several (split), several to one (merged), or alone. */
export interface AlignedGroup {
  old: number[]
  new: number[]
  /** The pair that carries the group; absent for an added or a deleted member. */
  primary?: AlignedPair
  similarity: number
}

/** How much of a leftover text must come from one text of the other draft, apart from what that text's counterpart kept. */
const leastCoverage = 0.4
/** The same where the leftover stands away from the rest: only a text carried over nearly whole counts. */
const leastCoverageAfar = 0.7
const leastCovered = 12

/** Aligns two sequences and finds the members that were split into several or merged into one. */
export function alignGroups(
  olds: readonly AlignmentUnit[],
  news: readonly AlignmentUnit[],
  thresholds = articleThresholds
): AlignedGroup[] {
  const alignment = alignSequences(olds, news, thresholds)
  const groups: AlignedGroup[] = alignment.pairs.map((pair) => ({
    old: [pair.old],
    new: [pair.new],
    primary: pair,
    similarity: pair.similarity
  }))
  attachLeftovers(olds, news, alignment, groups)
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

interface Attachment {
  side: 'old' | 'new'
  member: number
  group: AlignedGroup
  coverage: number
}

/** Adds to a pair what was split off its old text or merged into its new text. */
function attachLeftovers(
  olds: readonly AlignmentUnit[],
  news: readonly AlignmentUnit[],
  { pairs }: SequenceAlignment,
  groups: AlignedGroup[]
): void {
  const changed = groups.filter((group) => group.similarity < 1)
  const oldTaken = new Set(pairs.map((pair) => pair.old))
  const newTaken = new Set(pairs.map((pair) => pair.new))
  const textOf = (side: 'old' | 'new', index: number) => (side === 'old' ? olds : news)[index]!.text
  const attachments: Attachment[] = []
  for (const side of ['new', 'old'] as const) {
    const taken = side === 'new' ? newTaken : oldTaken
    const members = (side === 'new' ? news : olds).flatMap((_, index) => (taken.has(index) ? [] : [index]))
    if (members.length === 0) continue
    // Shingles that the source text has and its counterpart lost: what a leftover on this side can have taken over.
    const lost = new Map<number, AlignedGroup[]>()
    for (const group of changed) {
      const kept = new Set(shinglesOf(textOf(side, group[side][0]!)))
      const source = textOf(side === 'new' ? 'old' : 'new', group[side === 'new' ? 'old' : 'new'][0]!)
      for (const shingle of new Set(shinglesOf(source))) {
        if (kept.has(shingle)) continue
        const holders = lost.get(shingle)
        if (holders === undefined) lost.set(shingle, [group])
        else holders.push(group)
      }
    }
    for (const member of members) {
      for (const source of sourcesOf(textOf(side, member), lost)) attachments.push({ side, member, ...source })
    }
  }
  attach(attachments.sort((left, right) => right.coverage - left.coverage))
  for (const group of groups) {
    if (group.old.length + group.new.length === 2) continue
    const join = (indices: number[], units: readonly AlignmentUnit[]) => indices.map((i) => units[i]!.text).join('')
    group.similarity = likeness(join(group.old, olds), join(group.new, news))
  }
}

/** Takes the attachments that hold, the best covered first; one that was taken can be what the next one stands beside. */
function attach(attachments: readonly Attachment[]): void {
  let open = attachments
  for (;;) {
    const waiting: Attachment[] = []
    const taken = new Set<string>()
    for (const attachment of open) {
      const { side, member, group, coverage } = attachment
      if (taken.has(`${side} ${member}`)) continue
      // One to several or several to one, never several to several.
      if (group[side === 'new' ? 'old' : 'new'].length > 1) continue
      const near = member >= group[side][0]! - 1 && member <= group[side].at(-1)! + 1
      if (!near && coverage < leastCoverageAfar) {
        waiting.push(attachment)
        continue
      }
      group[side].push(member)
      group[side].sort((left, right) => left - right)
      taken.add(`${side} ${member}`)
    }
    if (taken.size === 0) return
    open = waiting.filter(({ side, member }) => !taken.has(`${side} ${member}`))
  }
}

/** The groups that a leftover can have come from, with how much of it did. */
function sourcesOf(
  text: string,
  lost: ReadonlyMap<number, AlignedGroup[]>
): { group: AlignedGroup; coverage: number }[] {
  const covered = new Map<AlignedGroup, { characters: number; upTo: number }>()
  shinglesOf(text).forEach((shingle, at) => {
    for (const group of lost.get(shingle) ?? []) {
      const entry = covered.get(group) ?? { characters: 0, upTo: 0 }
      entry.characters += at + 4 - Math.max(at, entry.upTo)
      entry.upTo = at + 4
      covered.set(group, entry)
    }
  })
  return [...covered].flatMap(([group, { characters }]) => {
    const coverage = characters / text.length
    return characters < leastCovered || coverage < leastCoverage ? [] : [{ group, coverage }]
  })
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
