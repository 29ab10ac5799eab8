import type { Report, ReportReference } from '../model.js'
import type { ReportWording } from '../wording.js'
import type { Anchors } from './anchors.js'

/** What every part of a page needs. */
export interface PageContext {
  report: Report
  words: ReportWording
  anchors: Anchors
  references: ReadonlyMap<number, ReportReference>
}
