export type { ComparedDraft } from './compare-drafts.js'
export { compareDrafts } from './compare-drafts.js'
export { matchDrafts } from './match-drafts.js'
export type {
  AddressMap,
  ArticleChange,
  ChangeCounts,
  ChangeKind,
  ClauseChange,
  DraftComparison,
  HeadingChange,
  HeadingChangeKind,
  ReferenceChange,
  ReferencePair,
  TextSegment
} from './model.js'
export { changeKinds } from './model.js'
export { diffText } from './text-diff.js'
export { unitsOf } from './units.js'
