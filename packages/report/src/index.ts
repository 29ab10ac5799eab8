export type { ReportSource } from './build-report.js'
export { buildReport, describeReferences, referencesOf, unitsOf } from './build-report.js'
export { conformityHtml } from './conformity/html.js'
export { conformityMarkdown } from './conformity/markdown.js'
export { conformityRows } from './conformity/rows.js'
export { noCounts, total } from './counts.js'
export { escapeHtml, html, Markup } from './html/markup.js'
export type { PageFacts } from './html/page.js'
export { htmlPage } from './html/page.js'
export { renderHtml } from './html/render-html.js'
export { scrolling } from './html/scrolling.js'
export { stylesheet } from './html/stylesheet.js'
export { clauseLabel, excerpt } from './labels.js'
export type {
  IncomingReference,
  Report,
  ReportClause,
  ReportInstrument,
  ReportReference,
  ReportSection,
  ReportSegment,
  ReportTarget,
  ReportUnit,
  StatusCounts
} from './model.js'
export { statusOrder } from './model.js'
export type { PictureOptions } from './picture/render-svg.js'
export { renderGraphSvg } from './picture/render-svg.js'
export { renderJson } from './render-json.js'
export { renderMarkdown } from './render-markdown.js'
export type { Cell, Sheet } from './render-tables.js'
export { renderCsv, renderXlsx } from './render-tables.js'
export type { TerminalOptions } from './render-terminal.js'
export { renderTerminal } from './render-terminal.js'
export { referenceRows, reportSheets } from './report-rows.js'
export type { SearchAnswer } from './report-search.js'
export type { Language } from './wording.js'
export { statusWords } from './wording.js'
export type { WorkspaceSource } from './workspace/build-workspace.js'
export { buildWorkspaceReport, draftName } from './workspace/build-workspace.js'
export type { MissingTitle, WorkspaceDraft, WorkspaceInstrument, WorkspaceReport } from './workspace/model.js'
export { workspaceMarkdown, workspaceTerminal } from './workspace/render-workspace.js'
export type { WorkspaceWording } from './workspace/wording.js'
export { basisLines, workspaceWording } from './workspace/wording.js'
export { workspaceHtml } from './workspace/workspace-html.js'
export { workspaceRows, workspaceSheets } from './workspace/workspace-rows.js'
