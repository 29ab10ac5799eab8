export { definitionsIn } from './definitions.js'
export { depthOf } from './grammar/tokens.js'
export { isFormTitle, isPrivateTitle } from './lexicon.js'
export type {
  ClauseMentions,
  Definition,
  DocumentNumber,
  Host,
  Locus,
  LocusStep,
  Mention,
  MentionForm,
  Relative,
  TermUse,
  Unit
} from './mention.js'
export type { NameTable } from './names.js'
export { createNameTable, extendNameTable } from './names.js'
export type { Reference, ReferenceTarget } from './reference.js'
export { inherit, toReference } from './reference.js'
export { scanClause, scanInto } from './scan/scan-clause.js'
