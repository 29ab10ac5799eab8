import type { Brief } from '../brief.js'
import type { CoverageChange } from '../compare-coverage.js'
import type { Coverage } from '../coverage.js'
import type { InstrumentLinkage } from '../linkage.js'
import type { Suggestion } from '../suggest.js'

/** Everything that a coverage report can show; what is absent is left out of it. */
export interface CoverageReport {
  brief: Brief
  coverage: Coverage
  /** Against an older draft. */
  comparison?: { older: Coverage; changes: CoverageChange[] }
  linkages?: InstrumentLinkage[]
  /** For requirements without an answer, by their id, and for articles that answer nothing, by their address. */
  suggestions?: { requirements: Record<string, Suggestion[]>; articles: Record<string, Suggestion[]> }
}
