import { depthOf } from './grammar/tokens.js'
import type { Host, LocusStep, Mention } from './mention.js'

/** One place a reference points to, still to be resolved: levels from the outermost named one down. */
export interface ReferenceTarget {
  steps: LocusStep[]
  upTo?: LocusStep[]
}

/**
 * What a mention means before anything is looked up: an instrument as named, and targets with every level that the
 * mention itself supplies.
 */
export interface Reference {
  host: Host
  /** Empty for a whole instrument. */
  targets: ReferenceTarget[]
}

/** The structured reference of a mention: each place gets the levels that the place to its left has above it. */
export function toReference(mention: Mention): Reference {
  const { host, loci } = mention
  // Nearly always one place, which inherits nothing.
  if (loci.length === 1) {
    const { steps, upTo } = loci[0]!
    return { host, targets: [upTo === undefined ? { steps } : { steps, upTo: inherit(steps, upTo) }] }
  }
  let before: LocusStep[] = []
  const targets = loci.map((locus): ReferenceTarget => {
    const steps = inherit(before, locus.steps)
    const upTo = locus.upTo && inherit(steps, locus.upTo)
    before = upTo ?? steps
    return upTo === undefined ? { steps } : { steps, upTo }
  })
  return { host, targets }
}

/** Puts in front of steps the levels above them that `before` has: 第二款 after 第三条第一款 is 第三条第二款. */
export function inherit(before: readonly LocusStep[], steps: readonly LocusStep[]): LocusStep[] {
  const top = steps[0]
  if (top === undefined) return []
  if (before.length === 0) return steps.slice()
  // An article is numbered through the instrument, so nothing above it is inherited but an annex.
  const above =
    top.unit === 'article'
      ? before.filter((step) => step.unit === 'attachment')
      : before.filter((step) => depthOf(step.unit) < depthOf(top.unit))
  return [...above, ...steps]
}
