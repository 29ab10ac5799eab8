export type { Brief, Linkage, Relation, Requirement, RequirementKind, Source, Strength } from './brief.js'
export { flattenRequirements } from './brief.js'
export type { CoverageChange } from './compare-coverage.js'
export { compareCoverage } from './compare-coverage.js'
export type { CoverOptions } from './cover-draft.js'
export { coverageById, coverDraft } from './cover-draft.js'
export type {
  Answer,
  ChapterFigures,
  Coverage,
  CoverageStatus,
  DraftChapterFigures,
  RequirementCoverage,
  StatusFigures,
  UntracedArticle
} from './coverage.js'
export type { ForbiddenHit } from './forbidden.js'
export type { InstrumentLinkage, LinkagePlace } from './linkage.js'
export { linkageReport } from './linkage.js'
export type { BriefRuleId } from './messages.js'
export { hasErrors } from './messages.js'
export type { BriefResult } from './parse-brief.js'
export { briefOfMarkdown, parseBrief } from './parse-brief.js'
export { default } from './plugin.js'
export type { CoverageReport } from './render/coverage-report.js'
export type { Matrix, MatrixRow } from './render/matrix.js'
export { coverageMatrix } from './render/matrix.js'
export { renderCoverageCsv } from './render/render-csv.js'
export { renderCoverageHtml } from './render/render-html.js'
export { renderCoverageJson } from './render/render-json.js'
export { renderCoverageMarkdown } from './render/render-markdown.js'
export type { ReportPart } from './render/sections.js'
export { reportParts as coverageParts, summary as coverageSummary } from './render/sections.js'
export { statusWords } from './render/wording.js'
export { scaffoldDraft } from './scaffold.js'
export type { Suggester, Suggestion } from './suggest.js'
export { createSuggester } from './suggest.js'
export type { TraceStatement } from './trace-comment.js'
export { formatPlanComment, formatTraceComment, readTraceComment } from './trace-comment.js'
export { kindNames, strengthNames } from './vocabulary.js'
