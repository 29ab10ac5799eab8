export type { BreakRuleId } from './break-message.js'
export { findBreaks } from './breaks.js'
export type { ComparedDraft } from './compare-drafts.js'
export { compareDrafts } from './compare-drafts.js'
export type {
  AddressMap,
  ArticleChange,
  ChangeCounts,
  ChangeKind,
  ClauseChange,
  ComparedTrees,
  DraftComparison,
  HeadingChange,
  HeadingChangeKind,
  ReferenceChange,
  ReferencePair,
  TextSegment
} from './model.js'
export { changeKinds } from './model.js'
export { noteText } from './render/note-text.js'
export type { Piece } from './render/pieces.js'
export { piecesOf } from './render/pieces.js'
export { renderComparisonCsv } from './render/render-csv.js'
export type { PageOptions } from './render/render-html.js'
export { changedRows, renderComparisonHtml } from './render/render-html.js'
export type { ArticleChangeJson, ComparisonJson } from './render/render-json.js'
export { comparisonJson } from './render/render-json.js'
export { renderComparisonMarkdown } from './render/render-markdown.js'
export type { ComparisonTerminalOptions } from './render/render-terminal.js'
export { renderComparisonTerminal } from './render/render-terminal.js'
export type { TableDraft } from './table/build-table.js'
export { comparisonTable } from './table/build-table.js'
export type { ComparisonTable, Mark, RowNote, TableArticle, TableCell, TableLine, TableRow } from './table/model.js'
export { diffText } from './text-diff.js'
export { changeNote, kindName, summaryOf } from './wording.js'
