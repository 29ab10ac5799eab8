import type { AlignmentUnit, SequenceAlignment } from './align-sequence.js'
import { rivalRatio } from './align-sequence.js'
import type { AlignedGroup } from './aligned-group.js'
import type { GramSpace } from './grams.js'
import { kinshipOf } from './grams.js'
import { shinglesOf } from './likely-pairs.js'
import { heldBy, partsOf } from './parts.js'

/** How much of a leftover text must come from one text of the other draft, apart from what that text's counterpart kept. */
const leastCoverage = 0.4
/** The same where the leftover stands away from the rest: only a text carried over nearly whole counts. */
const leastCoverageAfar = 0.7
const leastCovered = 12
/**
 * What the counterpart has too (a formula that both rules open with) tells nothing: where these shares of the rest come
 * from the text, less of the whole is enough, but not a mere turn of phrase.
 */
const leastOwnCovered = 14
const leastOwnCoverage = 0.5
const leastOwnCoverageAfar = 0.85
const leastOfWhole = 0.25
const leastOfWholeAfar = 0.5
/** How much of a 款 or 项 of the source one of the leftover must hold for it to have gone there, and how much more than its counterpart. */
const leastHeld = 0.45
const leastHeldAfar = 0.75
const leastGain = 0.2
/** So much of the leftover must come from the source in any case. */
const leastCoverageOfPart = 0.2
/** Members so few steps apart count as neighbours where a whole part went from one to the other. */
const neighbourhood = 3

interface Attachment {
  side: 'old' | 'new'
  member: number
  group: AlignedGroup
  coverage: number
  /** How much of the text comes from there, apart from what the group's counterpart has too. */
  ownCoverage: number
  /** How much of a part that went there arrived; 0 where none did. */
  part: number
}

/** Adds to a pair what was split off its old text or merged into its new text. */
export function attachLeftovers(
  olds: readonly AlignmentUnit[],
  news: readonly AlignmentUnit[],
  { space, best }: SequenceAlignment,
  groups: readonly AlignedGroup[]
): void {
  const changed = groups.filter((group) => group.similarity < 1)
  if (changed.length === 0) return
  const textOf = (side: 'old' | 'new', index: number) => (side === 'old' ? olds : news)[index]!.text
  const attachments: Attachment[] = []
  for (const side of ['new', 'old'] as const) {
    const taken = new Set(groups.flatMap((group) => group[side]))
    const members = (side === 'new' ? news : olds).flatMap((_, index) => (taken.has(index) ? [] : [index]))
    if (members.length === 0) continue
    const other = side === 'new' ? 'old' : 'new'
    // Shingles that the source text has and its counterpart lost: what a leftover on this side can have taken over.
    const lost = new Map<number, AlignedGroup[]>()
    const keptBy = new Map<AlignedGroup, ReadonlySet<number>>()
    for (const group of changed) {
      const kept = new Set(shinglesOf(textOf(side, group[side][0]!)))
      keptBy.set(group, kept)
      const source = textOf(other, group[other][0]!)
      for (const shingle of new Set(shinglesOf(source))) {
        if (kept.has(shingle)) continue
        const holders = lost.get(shingle)
        if (holders === undefined) lost.set(shingle, [group])
        else holders.push(group)
      }
    }
    for (const member of members) {
      for (const { group, coverage, ownCoverage } of sourcesOf(textOf(side, member), lost, keptBy)) {
        const source = textOf(other, group[other][0]!)
        const [o, n] = side === 'new' ? [group.old[0]!, member] : [member, group.new[0]!]
        const kinship = kinshipOf(space.profileOf(o), space.profileOf(olds.length + n), space.weightOf)
        // What another text has much more of did not come from here.
        if (kinship < rivalRatio * best[side][member]!) continue
        const part = partGone(source, textOf(side, group[side][0]!), textOf(side, member), space)
        if (
          coverage >= leastCoverage ||
          (coverage >= leastOfWhole && ownCoverage >= leastOwnCoverage) ||
          (part > 0 && coverage >= leastCoverageOfPart)
        ) {
          attachments.push({ side, member, group, coverage, ownCoverage, part })
        }
      }
    }
  }
  attach(attachments.sort((left, right) => strength(right) - strength(left)))
}

function strength({ coverage, part }: Attachment): number {
  return Math.max(coverage, part)
}

/** How much of a part of a source arrived in a leftover rather than in the source's counterpart; 0 where none did. */
function partGone(source: string, counterpart: string, leftover: string, space: GramSpace): number {
  const there = partsOf(leftover, space)
  const here = partsOf(counterpart, space)
  let best = 0
  for (const part of partsOf(source, space)) {
    const held = heldBy(part, there, space)
    if (held < leastHeld || held <= best) continue
    if (heldBy(part, here, space) + leastGain <= held) best = held
  }
  return best
}

/** Takes the attachments that hold, the best first; one that was taken can be what the next one stands beside. */
function attach(attachments: readonly Attachment[]): void {
  let open = attachments
  const taken = new Set<string>()
  for (;;) {
    const waiting: Attachment[] = []
    let some = false
    for (const attachment of open) {
      const { side, member, group } = attachment
      if (taken.has(`${side} ${member}`)) continue
      // One to several or several to one; several to several only where whole parts changed places.
      if (group[side === 'new' ? 'old' : 'new'].length > 1) continue
      if (!holds(attachment)) {
        waiting.push(attachment)
        continue
      }
      group[side].push(member)
      group[side].sort((left, right) => left - right)
      taken.add(`${side} ${member}`)
      some = true
    }
    if (!some) return
    open = waiting
  }
}

function holds({ side, member, group, coverage, ownCoverage, part }: Attachment): boolean {
  const apart = Math.max(group[side][0]! - member, member - group[side].at(-1)!)
  return (
    (coverage >= leastCoverage && apart <= 1) ||
    (coverage >= leastOfWhole && ownCoverage >= leastOwnCoverage && apart <= 1) ||
    coverage >= leastCoverageAfar ||
    (coverage >= leastOfWholeAfar && ownCoverage >= leastOwnCoverageAfar) ||
    (part >= leastHeld && apart <= neighbourhood) ||
    part >= leastHeldAfar
  )
}

/** The groups that a leftover can have come from, with how much of it did. */
function sourcesOf(
  text: string,
  lost: ReadonlyMap<number, AlignedGroup[]>,
  keptBy: ReadonlyMap<AlignedGroup, ReadonlySet<number>>
): { group: AlignedGroup; coverage: number; ownCoverage: number }[] {
  const covered = new Map<AlignedGroup, { characters: number; upTo: number }>()
  const shingles = shinglesOf(text)
  shingles.forEach((shingle, at) => {
    for (const group of lost.get(shingle) ?? []) {
      const entry = covered.get(group) ?? { characters: 0, upTo: 0 }
      entry.characters += at + 4 - Math.max(at, entry.upTo)
      entry.upTo = at + 4
      covered.set(group, entry)
    }
  })
  return [...covered].flatMap(([group, { characters }]) => {
    if (characters < leastCovered) return []
    const coverage = characters / text.length
    if (characters < leastOwnCovered) return [{ group, coverage, ownCoverage: coverage }]
    const own = text.length - charactersIn(shingles, keptBy.get(group)!)
    return [{ group, coverage, ownCoverage: Math.min(1, characters / Math.max(1, own)) }]
  })
}

/** How many characters of a text stand in shingles of a set. */
function charactersIn(shingles: Int32Array, set: ReadonlySet<number>): number {
  let characters = 0
  let upTo = 0
  shingles.forEach((shingle, at) => {
    if (!set.has(shingle)) return
    characters += at + 4 - Math.max(at, upTo)
    upTo = at + 4
  })
  return characters
}
