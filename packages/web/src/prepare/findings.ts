import type { Library } from '@tiaoli/library'
import type { Finding, LintConfig, Linter } from '@tiaoli/lint'
import { createLinter, rules } from '@tiaoli/lint'
import type { Config } from '@tiaoli/workspace'
import type { FindingsView, FindingView } from '../model/findings-view.js'
import type { FindingCounts } from '../model/site.js'
import type { PreparedDraft } from './draft.js'

/** The checker as the workspace sets it. */
export function workspaceLinter({ preset, rules: settings, dictionary }: Config): Linter {
  // The schema of the configuration has checked their shapes.
  const config = { ...(preset && { preset }), ...(settings && { rules: settings }), ...(dictionary && { dictionary }) }
  return createLinter(config as LintConfig)
}

/** What the checker finds in a draft; `previous` is the draft before it. */
export function findingsOf(
  linter: Linter,
  draft: PreparedDraft,
  previous: PreparedDraft | undefined,
  library: Library
): Finding[] {
  const { tree, text, messages, facts } = draft.document
  return linter.lint({
    tree,
    source: text,
    parserMessages: messages,
    links: draft.links,
    library,
    ...(facts.title !== undefined && { title: facts.title }),
    ...(previous !== undefined && { previous: previous.document.tree })
  })
}

/** How many findings there are of each weight. */
export function countFindings(findings: readonly Finding[]): FindingCounts {
  const counts: FindingCounts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return counts
}

/** Findings with what their rules say. */
export function findingsView(draft: string, findings: readonly Finding[]): FindingsView {
  const ids = new Set(findings.map(({ ruleId }) => ruleId))
  return {
    draft,
    findings: findings.map(findingView),
    rules: rules
      .filter(({ id }) => ids.has(id))
      .map(({ id, summary, rationale, sources }) => ({
        id,
        summary,
        rationale,
        sources: sources.map(({ text }) => text)
      }))
  }
}

function findingView(finding: Finding): FindingView {
  const { ruleId, severity, reason, address, label, actual, note, expected, related, position } = finding
  return {
    ruleId,
    severity,
    reason,
    address,
    label,
    line: position.start.line,
    ...(actual !== undefined && { actual }),
    ...(note !== undefined && { note }),
    ...(expected !== undefined && { expected }),
    ...(related !== undefined && {
      related: related.map((other) => ({ address: other.address, label: other.label, reason: other.reason }))
    })
  }
}
