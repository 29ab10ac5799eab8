import type { Library, LinkedDocument } from '@tiaoli/library'
import { baseTitle } from '@tiaoli/library'

/** One citation of another instrument in a draft. */
export interface Citation {
  /** Title of the instrument, without 《》. */
  title: string
  /** Address in that instrument; `null` for the whole of it. */
  clause: string | null
  /** Address of the clause of the draft that holds it. */
  in: string
  /** As written, and where that begins in the draft (offset in UTF-16 units). */
  text: string
  offset: number
}

/** The citations of other instruments in a linked draft, in the order of the text. */
export function citationsOf(linked: LinkedDocument): Citation[] {
  return linked.references.flatMap((reference) =>
    reference.targets.flatMap(({ instrument, from }) =>
      instrument === null
        ? []
        : [{ title: instrument, clause: from, in: reference.in, text: reference.text, offset: reference.start.offset }]
    )
  )
}

/** Whether two titles mean one instrument. */
export type SameInstrument = (left: string, right: string) => boolean

/**
 * Compares titles without a trial suffix such as （试行）, short names through the library, and takes an instrument
 * for the same as the one that replaced it.
 */
export function instrumentIdentity(library?: Library): SameInstrument {
  const keys = new Map<string, string>()
  const keyOf = (title: string): string => {
    let key = keys.get(title)
    if (key === undefined) {
      key = baseTitle(currentTitle(title, library))
      keys.set(title, key)
    }
    return key
  }
  return (left, right) => left === right || keyOf(left) === keyOf(right)
}

function currentTitle(title: string, library: Library | undefined): string {
  const seen = new Set<string>()
  let current = title
  while (!seen.has(current)) {
    seen.add(current)
    const [instrument, other] = library?.find(current).instruments ?? []
    if (instrument === undefined || other !== undefined) break
    current = instrument.replacedBy ?? instrument.title
  }
  return current
}

/** Whether a citation reaches a clause that has to be cited: that article, something in it, or a range that may hold it. */
export function reachesClause(citation: Citation, clause: string | undefined): boolean {
  return clause === undefined || (citation.clause !== null && articleOf(citation.clause) === articleOf(clause))
}

function articleOf(address: string): string {
  return /art_[\d-]+/.exec(address)?.[0] ?? address
}
