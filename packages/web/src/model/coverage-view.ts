import type { Coverage, InstrumentLinkage } from '@tiaoli/brief'

/** How a draft stands to its brief. */
export interface CoverageView extends Omit<Coverage, 'messages'> {
  draftId: string
  linkages: InstrumentLinkage[]
  /** Tracing comments that cannot be read. */
  messages: { line: number; reason: string }[]
}
