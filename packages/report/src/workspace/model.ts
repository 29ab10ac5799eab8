import type { BasisStep, InstrumentGraph, InstrumentKind, ReferenceRole, Reliance } from '@tiaoli/library'
import type { Report, StatusCounts } from '../model.js'

/** One draft in the report of a workspace. */
export interface WorkspaceDraft {
  /** `d1`, `d2`, … in the order of the report. */
  id: string
  report: Report
  /** What it leans on, the strongest tie first. */
  reliesOn: Reliance[]
  /** What it says it is based on, up to 宪法 or 党章. */
  basis: BasisStep
}

/** An instrument that drafts of a workspace refer to. */
export interface WorkspaceInstrument {
  /** `i1`, `i2`, … in the order of the report. */
  id: string
  title: string
  kind?: InstrumentKind
  /** ISO days of the versions that were read. */
  versions: string[]
  counts: StatusCounts
  /** Targets below the whole instrument. */
  clauses: number
  /** The strongest thing that a reference to it does. */
  role: ReferenceRole
  /** Ids of the drafts that refer to it. */
  drafts: string[]
}

/** A title that drafts name and the library does not have. */
export interface MissingTitle {
  title: string
  references: number
  reason: string
  drafts: string[]
}

/** The cross-reference report of all drafts of a workspace. */
export interface WorkspaceReport {
  /** ISO day whose texts were read; absent where each draft's own day counts. */
  asOf?: string
  references: number
  targets: number
  counts: StatusCounts
  drafts: WorkspaceDraft[]
  instruments: WorkspaceInstrument[]
  missing: MissingTitle[]
  /** Clauses that send the reader round, drafts among them. */
  circles: string[][]
  picture: InstrumentGraph
}
