import type { InstrumentKind, LinkedReference, LinkStatus, LinkTarget } from '@tiaoli/library'

/** One target with the words that a reader needs. */
export interface ReportTarget extends LinkTarget {
  /** The clause as a drafter writes it, with the title in 《》 where it is in another instrument. */
  label: string
  /** The same with the instrument's short name where it has one: 党章第十条. */
  shortLabel: string
  /** Labels of its other readings. */
  readings: string[]
  /** What that clause is about: a register's topic, or a heading. */
  topic?: string
  /** How that clause begins, where its text is known. */
  excerpt?: string
}

/** One mention with all its targets. */
export interface ReportReference extends Omit<LinkedReference, 'targets'> {
  /** Number in the order of the text, from 1. */
  id: number
  /** The clause that it stands in, as a drafter writes it. */
  label: string
  targets: ReportTarget[]
  /** The status of its targets that most needs a look. */
  status: LinkStatus
  /** Whether it only points at its own document or its own list (本条例, 下列), so that lists leave it out. */
  routine: boolean
}

/** A reference from elsewhere in the draft into a clause. */
export interface IncomingReference {
  reference: number
  /** Address and label of the clause that refers. */
  from: string
  label: string
  /** The clause that is meant: an address in the unit, or a range around it. */
  to: string
}

/** A stretch of clause text; `reference` is the id of the reference that it is. */
export interface ReportSegment {
  text: string
  reference?: number
}

/** One 款, 项, 目 or other piece of text of a unit. */
export interface ReportClause {
  address: string
  level: 'heading' | 'paragraph' | 'point' | 'indent' | 'note' | 'table' | 'other'
  /** Its number as printed: （一）. */
  num?: string
  segments: ReportSegment[]
  /** Cells of a table, row by row. */
  rows?: ReportSegment[][][]
}

/** The smallest part of a draft that the report lists: an article, or a paragraph outside articles. */
export interface ReportUnit {
  address: string
  /** 第十二条 */
  label: string
  /** What it is about, or how it begins. */
  topic: string
  clauses: ReportClause[]
  outgoing: ReportReference[]
  incoming: IncomingReference[]
}

/** A 编, 章, 节, preamble or annex, or (with an empty address) what stands outside all of them. */
export interface ReportSection {
  address: string
  /** 第一章 */
  label: string
  heading: string
  /** The heading, cut where references begin and end. */
  segments: ReportSegment[]
  /** 1 for the outermost. */
  depth: number
  units: ReportUnit[]
  sections: ReportSection[]
  /** References in the heading itself. */
  outgoing: ReportReference[]
  incoming: IncomingReference[]
}

/** How many targets have each status. */
export type StatusCounts = Record<LinkStatus, number>

/** One instrument that the draft refers to. */
export interface ReportInstrument {
  /** Title; `null` for the draft itself. */
  title: string | null
  kind?: InstrumentKind
  board?: string
  /** ISO days of the versions that were read. */
  versions: string[]
  counts: StatusCounts
  /** Targets below the whole instrument: articles and parts of them, chapters. */
  clauses: number
  /** The clauses that are referred to, in order, and from where. */
  cited: { from: string; to?: string; label: string; topic?: string; excerpt?: string; references: number[] }[]
}

/** A clause of the draft that answers what was looked for. */
export interface ReportHit {
  address: string
  label: string
  /** A stretch of the clause; `found` marks words that were looked for. */
  segments: { text: string; found: boolean }[]
  /** Set where only other words for what was looked for stand in it. */
  otherWords?: true
}

/** What was looked for in the draft, and the clauses that answer, the best first. */
export interface ReportSearch {
  query: string
  hits: ReportHit[]
}

/** The cross-reference report of one draft. */
export interface Report {
  title: string
  file?: string
  stage?: string
  date?: string
  /** Mentions, and the targets that they have. */
  references: number
  targets: number
  counts: StatusCounts
  /** References with a target that is not resolved, in the order of the text. */
  problems: ReportReference[]
  instruments: ReportInstrument[]
  sections: ReportSection[]
  /** Terms that the draft defines, where it defines them, and how often it uses them. */
  terms: { text: string; address: string; label: string; uses: number }[]
  /** What was asked to be found, where something was. */
  searches?: ReportSearch[]
}

/** Statuses, the one that most needs a look first. */
export const statusOrder: LinkStatus[] = ['dangling', 'superseded', 'ambiguous', 'unknown-instrument', 'resolved']
