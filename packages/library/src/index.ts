export type { AnnotatedPiece, Annotator } from './annotate.js'
export { createAnnotator } from './annotate.js'
export type { Standing } from './as-of.js'
export { libraryAsOf, standingOn } from './as-of.js'
export type { BasisStep } from './basis-chain.js'
export { basisChain } from './basis-chain.js'
export { nameOfClause } from './clause-name.js'
export { comparisonColumns, comparisonNotice } from './comparison-table.js'
export type {
  AbsentClause,
  ClausePair,
  Conformity,
  ConformitySource,
  CopiedClause,
  ImpliedPair
} from './conformity/conformity.js'
export { conformityOf } from './conformity/conformity.js'
export type { Copy, CopyFinder, Original } from './conformity/copies.js'
export { createCopyFinder } from './conformity/copies.js'
export type { Figure, FigureDifference } from './conformity/figures.js'
export { differentFigures, figuresIn } from './conformity/figures.js'
export type { Likeness, LikenessFinder } from './conformity/similar.js'
export { createLikenessFinder } from './conformity/similar.js'
export type { Cycle } from './cycles.js'
export { cyclesOf } from './cycles.js'
export type { WatchedLibrary } from './dependencies.js'
export { instrumentSignature, shortNamesSignature, titleSignature, watchLibrary } from './dependencies.js'
export { effectiveDay, statedStart } from './effective.js'
export type { BoardFacts, BoardFinding } from './framework.js'
export { boardOf, framework } from './framework.js'
export { graphAround, graphTop } from './graph-around.js'
export type { GraphDocument, GraphReference } from './graph-document.js'
export { graphDocumentOf } from './graph-document.js'
export type { GraphEdge, IncomingEdge, Meeting } from './graph-edge.js'
export type { InstrumentGraph } from './graph-export.js'
export { clauseGraph, graphDot, graphMl, instrumentGraph } from './graph-export.js'
export type { EventAction, InstrumentEvent } from './history.js'
export { eventWords, issuerOf, readHistory } from './history.js'
export type { Impact, TouchedClause } from './impact.js'
export { impactOf, pointingAt } from './impact.js'
export type { Board, Instrument, InstrumentKind, InstrumentVersion } from './instrument.js'
export { boards, instrumentKinds, versionAt } from './instrument.js'
export type { KindFinding } from './kind.js'
export { kindOf } from './kind.js'
export type { Library, TitleMatch } from './library.js'
export { createLibrary, mergeInstruments } from './library.js'
export type { TreeEntry, TreeGroup } from './library-tree.js'
export { libraryTree } from './library-tree.js'
export type { LinkOptions } from './link.js'
export { linkDocument } from './link.js'
export type { GraphNode, GraphSource, LinkGraph } from './link-graph.js'
export { createLinkGraph } from './link-graph.js'
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
export type { Reliance } from './reliance.js'
export { relianceOf } from './reliance.js'
export type { ScanCache } from './scan-cache.js'
export { createScanCache } from './scan-cache.js'
export { cellText } from './table-cells.js'
export { baseTitle, inTitleMarks, titleKey, titleSuffix } from './titles.js'
