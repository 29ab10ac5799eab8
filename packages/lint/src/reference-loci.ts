import type { Locus } from '@tiaoli/citation'
import { createNameTable, scanClause } from '@tiaoli/citation'
import type { LinkedReference, LinkTarget } from '@tiaoli/library'
import { formatAddress } from 'regast'

const noNames = createNameTable({})

/** One place of a reference as written, beside what it was resolved to; indices count in the text of the reference. */
export interface ReadLocus {
  locus: Locus
  target: LinkTarget
}

/**
 * The places of a reference paired with its targets; none where the words alone do not show which is which, because a
 * pairing that is a guess would blame the wrong place.
 */
export function lociOf(reference: LinkedReference): readonly ReadLocus[] {
  let loci = known.get(reference)
  if (loci === undefined) {
    loci = readLoci(reference)
    known.set(reference, loci)
  }
  return loci
}

/** Several rules ask, and a reference that a draft keeps through its changes keeps its words. */
const known = new WeakMap<LinkedReference, readonly ReadLocus[]>()

function readLoci({ text, targets }: LinkedReference): ReadLocus[] {
  // A name in scope (党章第十条) is not read as a host without its names, so the places may begin later.
  const loci = scanClause(text, noNames).mentions.flatMap((mention) => mention.loci)
  if (loci.length !== targets.length) return []
  return loci.map((locus, index) => ({ locus, target: targets[index]! }))
}

/** Whether a locus names a 款 before this one by its distance: 前款, 前两款. */
export function isPriorParagraph(locus: Locus): boolean {
  const first = locus.steps[0]
  return first?.unit === 'paragraph' && first.relative?.by === 'previous'
}

/** A target for an English sentence, which it may begin: 《甲办法》第三条, or the clause of the draft itself. */
export function nameOfTarget({ instrument, from }: LinkTarget): string {
  const clause = from === null ? '' : formatAddress(from)
  if (instrument !== null) return `《${instrument}》${clause}`
  return clause === '' ? 'What it cites' : `“${clause}” of this draft`
}
