import type { Severity } from './finding.js'
import type { DocumentKind } from './kinds.js'
import type { Rule } from './rule.js'

/** How a configuration sets one rule: off, on with its own weight, or with another one, and with options. */
export type RuleSetting = 'off' | 'on' | Severity | ['on' | Severity, Record<string, unknown>]

/** A term of the house: what to write, and what not to write for it. */
export interface PreferredTerm {
  term: string
  instead: string[]
  reason?: string
}

/** A term that the house does not use. */
export interface AvoidedTerm {
  term: string
  reason: string
}

/** What `tiaoli.config.json` says about checking. */
export interface LintConfig {
  /** The kind that every draft is checked as, whatever its front matter says. */
  preset?: DocumentKind
  rules?: Record<string, RuleSetting>
  dictionary?: { prefer?: PreferredTerm[]; avoid?: AvoidedTerm[] }
}

/** A rule as it is in force for one draft. */
export interface ActiveRule {
  rule: Rule
  severity: Severity
  options: Record<string, unknown>
}

/** Whether a rule belongs to the preset of a kind: it holds for that kind and is not off there. */
export function inPreset(rule: Rule, kind: DocumentKind | undefined): boolean {
  if (rule.kinds !== 'all' && (kind === undefined || !rule.kinds.includes(kind))) return false
  if (rule.off === undefined) return true
  return rule.off.in !== undefined && (kind === undefined || !rule.off.in.includes(kind))
}

/** The weight of a rule in a kind. */
export function severityOf(rule: Rule, kind: DocumentKind | undefined): Severity {
  return (kind === undefined ? undefined : rule.severityIn?.[kind]) ?? rule.severity
}

/** The rules in force for a draft of a kind. */
export function activeRules(rules: readonly Rule[], kind: DocumentKind | undefined, config: LintConfig): ActiveRule[] {
  return rules.flatMap((rule) => {
    const setting = config.rules?.[rule.id]
    const [level, given] = Array.isArray(setting) ? setting : [setting, undefined]
    if (level === 'off') return []
    if (level === undefined && !inPreset(rule, kind)) return []
    const options: Record<string, unknown> = { ...given }
    for (const [name, option] of Object.entries(rule.options ?? {})) options[name] ??= option.default
    return [{ rule, severity: level === undefined || level === 'on' ? severityOf(rule, kind) : level, options }]
  })
}
