import type { AlignedPair } from './align-sequence.js'

/** Members of two sequences that belong together: one to one, one to several (split), several to one (merged), or alone. */
export interface AlignedGroup {
  old: number[]
  new: number[]
  /** The pair that carries the group; absent for an added or a deleted member. */
  primary?: AlignedPair
  similarity: number
}
