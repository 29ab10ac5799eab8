import type { Outline } from './outline.js'

/** What an outline says of a place. */
export interface Finding {
  /** `unrecorded`: the outline does not reach so deep. */
  state: 'present' | 'absent' | 'unrecorded' | 'ambiguous'
  address: string
  reason?: string
  /** The other addresses it can mean, where ambiguous. */
  others?: string[]
  /** Set where the place runs in the text of the clause that the address names. */
  inline?: true
}

/** What is said of a place that is not there: an outline that is not complete leaves it open. */
export function missing(outline: Outline, address: string, reason: string): Finding {
  return outline.complete
    ? { state: 'absent', address, reason }
    : { state: 'unrecorded', address, reason: `${reason}，而文库中的文本不全` }
}
