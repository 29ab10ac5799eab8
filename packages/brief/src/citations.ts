import type { Library, LinkedDocument } from '@tiaoli/library'
import { baseTitle } from '@tiaoli/library'
import type { ClauseNumber } from 'regast'
import { compareNumbers, parseAddress } from 'regast'

/** One citation of another instrument in a draft. */
export interface Citation {
  /** Title of the instrument, without 《》. */
  title: string
  /** Address in that instrument; `null` for the whole of it. */
  clause: string | null
  /** Last clause of a range. */
  to?: string
  /** Address of the clause of the draft that holds it. */
  in: string
  /** As written, and where that begins in the draft (offset in UTF-16 units). */
  text: string
  offset: number
}

/** The citations of other instruments in a linked draft, in the order of the text. */
export function citationsOf(linked: LinkedDocument): Citation[] {
  return linked.references.flatMap((reference) =>
    reference.targets.flatMap(({ instrument, from, to }) =>
      instrument === null
        ? []
        : [
            {
              title: instrument,
              clause: from,
              ...(to !== undefined && { to }),
              in: reference.in,
              text: reference.text,
              offset: reference.start.offset
            }
          ]
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

/** Whether a citation reaches a clause that has to be cited: its article, something in that, or a range of articles around it. */
export function reachesClause({ clause: from, to }: Citation, clause: string | undefined): boolean {
  if (clause === undefined) return true
  const wanted = articleNumber(clause)
  const first = from === null ? undefined : articleNumber(from)
  if (wanted === undefined || first === undefined) return false
  const last = (to === undefined ? undefined : articleNumber(to)) ?? first
  return compareNumbers(first, wanted) <= 0 && compareNumbers(wanted, last) <= 0
}

function articleNumber(address: string): ClauseNumber | undefined {
  return parseAddress(address)?.find(({ level }) => level === 'article')?.number
}
