export type { Fixed } from './apply-fixes.js'
export { applyFixes } from './apply-fixes.js'
export type { DocumentView, LintInput } from './document-view.js'
export type { PreparedExample } from './examples.js'
export { exampleOf, prepareExample } from './examples.js'
export type { ClauseFinding, DocumentFinding, Finding, Language, Said, Severity, TextEdit } from './finding.js'
export { reasonIn } from './finding.js'
export type { DocumentKind } from './kinds.js'
export { documentKinds, kindOf } from './kinds.js'
export type { Linter } from './linter.js'
export { createLinter } from './linter.js'
export type { CountedRates, Measured, Sample, Verdict } from './measured.js'
export { measuredOf } from './measured.js'
export { rulePage, toMessage } from './message.js'
export { ruleIndexText, ruleMarkdown, rulePageText } from './pages.js'
export type { LintPluginOptions, RulePluginSetting } from './plugin.js'
export { default, pluginOfRule } from './plugin.js'
export type { CheckedFile, Tally } from './render/checked-file.js'
export { tally } from './render/checked-file.js'
export { renderGithub } from './render/github.js'
export { renderJson } from './render/json.js'
export { renderJunit } from './render/junit.js'
export type { PrettyOptions } from './render/pretty.js'
export { renderPretty } from './render/pretty.js'
export { renderSarif } from './render/sarif.js'
export type {
  Certainty,
  Clause,
  ClauseRule,
  DocumentRule,
  Example,
  Rule,
  RuleFacts,
  RuleGroup,
  RuleSource
} from './rule.js'
export { clauseRule, documentRule, eachMatch } from './rule.js'
export { parserRuleIds, rules } from './rules/index.js'
export type { ActiveRule, AvoidedTerm, LintConfig, PreferredTerm, RuleSetting } from './settings.js'
export { activeRules, inPreset, severityOf } from './settings.js'
export { settingsSchemas } from './settings-schema.js'
