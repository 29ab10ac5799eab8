import type { DraftStore } from './draft-store.js'
import type { TargetReader } from './target.js'

/** What every feature is given. */
export interface FeatureContext {
  store: DraftStore
  targets: TargetReader
}
