export type { AnnotatedPiece, Annotator } from './annotate.js'
export { createAnnotator } from './annotate.js'
export type { Standing } from './as-of.js'
export { standingOn } from './as-of.js'
export type { WatchedLibrary } from './dependencies.js'
export { instrumentSignature, shortNamesSignature, titleSignature, watchLibrary } from './dependencies.js'
export { effectiveDay, statedStart } from './effective.js'
export type { BoardFacts, BoardFinding } from './framework.js'
export { boardOf, framework } from './framework.js'
export type { GraphDocument, GraphReference } from './graph-document.js'
export { graphDocumentOf } from './graph-document.js'
export type { EventAction, InstrumentEvent } from './history.js'
export { issuerOf, readHistory } from './history.js'
export type { Board, Instrument, InstrumentKind, InstrumentVersion } from './instrument.js'
export { boards, instrumentKinds, versionAt } from './instrument.js'
export type { KindFinding } from './kind.js'
export { kindOf } from './kind.js'
export type { Library, TitleMatch } from './library.js'
export { createLibrary, mergeInstruments } from './library.js'
export type { TreeEntry, TreeGroup } from './library-tree.js'
export { libraryTree } from './library-tree.js'
export type { LinkOptions, ScanCache } from './link.js'
export { createScanCache, linkDocument } from './link.js'
export type {
  LinkAlternative,
  LinkedDocument,
  LinkedDocumentNumber,
  LinkedReference,
  LinkedTerm,
  LinkStatus,
  LinkTarget,
  ReferenceKind,
  TextPlace
} from './linked.js'
export type { ArticleOutline, Outline, ParagraphOutline, StructureOutline } from './outline.js'
export { articleText, outlineOfTree } from './outline.js'
export type { Precedence, Rank } from './rank.js'
export { ladderOf, precedence, rankOf } from './rank.js'
export type { ReferenceRole } from './reference-role.js'
export { referenceRole, referenceRoles } from './reference-role.js'
export type { Register, RegisterClause, RegisterInstrument, RegisterStructure, RegisterVersion } from './register.js'
export { instrumentsOfRegister, outlineOfRegister } from './register.js'
export { baseTitle, titleKey, titleSuffix } from './titles.js'
