import type { ReportWording } from '../wording.js'
import type { WorkspaceWording } from './wording.js'

/** What the table of instruments tells of each. */
export type InstrumentColumn = 'title' | 'kind' | 'versions' | 'role' | 'drafts' | 'targets' | 'clauses'

/** The columns of the table of instruments, which are the same wherever it is shown. */
export function instrumentColumns(
  words: ReportWording,
  own: WorkspaceWording
): { column: InstrumentColumn; head: string; numeric: boolean }[] {
  return [
    { column: 'title', head: words.instrument, numeric: false },
    { column: 'kind', head: words.kindHeading, numeric: false },
    { column: 'versions', head: words.version, numeric: false },
    { column: 'role', head: own.role, numeric: false },
    { column: 'drafts', head: own.inDrafts, numeric: true },
    { column: 'targets', head: words.targets, numeric: true },
    { column: 'clauses', head: words.clauses, numeric: true }
  ]
}
