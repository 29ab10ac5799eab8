import type { LinkStatus, ReferenceKind } from './linked.js'
import type { ReferenceRole } from './reference-role.js'

/** One target of one reference. */
export interface GraphEdge {
  /** Keys of the instruments at both ends; equal for a reference inside one text. */
  source: string
  target: string
  /** The clause that refers. */
  in: string
  /** The clause that is meant, or the first of a range; `null` for the whole instrument. */
  from: string | null
  to?: string
  role: ReferenceRole
  kind: ReferenceKind
  status: LinkStatus
  reason?: string
  /** The words of the reference, and where they stand in the source's file. */
  text: string
  file?: string
  line: number
  column: number
}

/** How a reference meets a clause: means it, a part of it, a whole that it is part of, a range over it, or the whole instrument. */
export type Meeting = 'exact' | 'part' | 'whole-clause' | 'range' | 'structure' | 'instrument'

/** A reference that meets a clause. */
export interface IncomingEdge {
  edge: GraphEdge
  meets: Meeting
}
