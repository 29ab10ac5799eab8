export { applyAmendment } from './apply-decision.js'
export type { AppliedDecision } from './build-law.js'
export type { DecisionFacts, DraftedDecision } from './draft-decision.js'
export { draftDecision } from './draft-decision.js'
export type {
  AmendedPlace,
  Amendment,
  Decision,
  Operation,
  QuotedText,
  ReadOperation
} from './operation.js'
export { formatPlace } from './places.js'
export type { ReadDecision } from './read-decision.js'
export { readDecision } from './read-decision.js'
