import type { Finding } from '@tiaoli/lint'

/** One finding of the checker as a page shows it. */
export interface FindingView
  extends Pick<Finding, 'ruleId' | 'severity' | 'reason' | 'address' | 'label' | 'actual' | 'note'> {
  line: number
  expected?: string[]
  related?: { address: string; label: string; reason: string }[]
}

/** What a rule is about. */
export interface RuleView {
  id: string
  summary: { zh: string; en: string }
  rationale: string
  sources: string[]
}

/** The findings on one draft. */
export interface FindingsView {
  draft: string
  findings: FindingView[]
  /** The rules that found something. */
  rules: RuleView[]
}
