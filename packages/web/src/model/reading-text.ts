import type { InstrumentKind } from '@tiaoli/library'
import type { Report, ReportReference, ReportSection, ReportUnit, StatusCounts } from '@tiaoli/report'

/** A reference from another text into a clause of this one. */
export interface CitedBy {
  kind: 'draft' | 'instrument'
  /** Id of the draft, or title of the instrument. */
  id: string
  /** The text that refers, as a margin names it. */
  name: string
  /** Address and label of the clause that refers. */
  from: string
  label: string
}

/** One article, or a paragraph outside articles; `outgoing` holds ids of references. */
export interface ReadingUnit extends Omit<ReportUnit, 'outgoing'> {
  outgoing: number[]
  citedBy?: CitedBy[]
}

/** A 编, 章, 节, preamble or annex. */
export interface ReadingSection extends Omit<ReportSection, 'units' | 'sections' | 'outgoing'> {
  units: ReadingUnit[]
  sections: ReadingSection[]
  outgoing: number[]
  citedBy?: CitedBy[]
}

/** One reference without what a page does not show. */
export type ReadingReference = Pick<
  ReportReference,
  'id' | 'text' | 'in' | 'label' | 'targets' | 'status' | 'routine'
> & {
  line: number
}

/** A draft, or one version of an instrument, as the reading room shows it. */
export interface ReadingText {
  kind: 'draft' | 'instrument'
  /** Id of the draft, or title of the instrument. */
  id: string
  title: string
  /** Version of an instrument. */
  date?: string
  stage?: string
  version?: string
  instrumentKind?: InstrumentKind
  documentNumber?: string
  effective?: string
  /** Only an outline from a register: which articles there are and what they are about. */
  outlineOnly: boolean
  /** How many articles have only their topics, where the library has the text in parts. */
  topicsOnly?: number
  counts: StatusCounts
  /** References as a whole into the instrument, without a clause. */
  citedAsWhole: CitedBy[]
  /** In the order of the text; ids count from 1. */
  references: ReadingReference[]
  sections: ReadingSection[]
  terms: Report['terms']
}
