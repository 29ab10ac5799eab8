export type { AnnotatedPiece, Annotator } from './annotate.js'
export { createAnnotator } from './annotate.js'
export type { Board, Instrument, InstrumentKind, InstrumentVersion } from './instrument.js'
export { boards, instrumentKinds, versionAt } from './instrument.js'
export type { LinkOptions, ScanCache } from './link.js'
export { createScanCache, linkDocument } from './link.js'
export type { Library, TitleMatch } from './library.js'
export { createLibrary, mergeInstruments } from './library.js'
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
export type { Register, RegisterClause, RegisterInstrument, RegisterStructure, RegisterVersion } from './register.js'
export { instrumentsOfRegister, outlineOfRegister } from './register.js'
export { baseTitle, titleKey, titleSuffix } from './titles.js'
