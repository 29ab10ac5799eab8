import type { LinkedReference, LinkStatus, LinkTarget } from '@tiaoli/library'
import type { Finding } from '@tiaoli/lint'
import { statusWords } from '@tiaoli/report'
import type { VFileMessage } from 'vfile-message'
import type { Diagnostic, Range } from 'vscode-languageserver-types'
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types'
import { rangeBetween, rangeOf } from '../protocol.js'

/** Name under which diagnostics are listed. */
export const diagnosticSource = 'tiaoli'

const findingSeverity = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information
}

/** What a drafting rule found, where it now stands. */
export function ofFinding(finding: Finding, range: Range, uri: string): Diagnostic {
  const diagnostic: Diagnostic = {
    range,
    severity: findingSeverity[finding.severity],
    code: finding.ruleId,
    source: diagnosticSource,
    message: finding.note === undefined ? finding.reason : `${finding.reason}\n${finding.note}`
  }
  if (finding.related !== undefined) {
    diagnostic.relatedInformation = finding.related.map(({ position, reason }) => ({
      location: { uri, range: rangeOf(position) },
      message: reason
    }))
  }
  return diagnostic
}

/** What the parser or the reader of traces says. */
export function ofMessage({ place, ruleId, reason, note, fatal }: VFileMessage): Diagnostic {
  const position = place === undefined ? undefined : 'start' in place ? place : { start: place, end: place }
  return {
    range: rangeOf(position),
    severity: fatal === true ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    ...(ruleId !== undefined && { code: ruleId }),
    source: diagnosticSource,
    message: note === undefined ? reason : `${reason}\n${note}`
  }
}

const referenceSeverity: Record<Exclude<LinkStatus, 'resolved'>, DiagnosticSeverity> = {
  dangling: DiagnosticSeverity.Error,
  superseded: DiagnosticSeverity.Warning,
  ambiguous: DiagnosticSeverity.Information,
  'unknown-instrument': DiagnosticSeverity.Hint
}

/** Codes of unresolved references, those of the drafting rules where there is one. */
const referenceCodes: Record<Exclude<LinkStatus, 'resolved'>, string> = {
  dangling: 'dangling-ref',
  superseded: 'stale-external-ref',
  ambiguous: 'ambiguous-ref',
  'unknown-instrument': 'unknown-instrument'
}

/** What is said of a reference, wherever it stands. */
type Trouble = Omit<Diagnostic, 'range'>

/** What was said before: at each stroke the references of all other articles are told again. */
const troubles = new WeakMap<readonly LinkTarget[], Trouble | 'none'>()

/** What keeps a reference from being right, the worst of its targets first; `undefined` where nothing does. */
export function ofReference({ targets, start, end }: LinkedReference): Diagnostic | undefined {
  let trouble = troubles.get(targets)
  if (trouble === undefined) {
    trouble = troubleOf(targets) ?? 'none'
    troubles.set(targets, trouble)
  }
  return trouble === 'none' ? undefined : { range: rangeBetween(start, end), ...trouble }
}

const worstFirst = Object.keys(referenceCodes)

function troubleOf(targets: readonly LinkTarget[]): Trouble | undefined {
  const troubled = targets
    .filter(({ status }) => status !== 'resolved')
    .sort((left, right) => worstFirst.indexOf(left.status) - worstFirst.indexOf(right.status))
  const [worst] = troubled
  if (worst === undefined || worst.status === 'resolved') return undefined
  const reasons = new Set(troubled.map(({ reason, status }) => reason ?? statusWords('zh')[status]))
  return {
    severity: referenceSeverity[worst.status],
    code: referenceCodes[worst.status],
    source: diagnosticSource,
    message: `${[...reasons].join('；')}。`,
    ...(worst.status === 'superseded' && { tags: [DiagnosticTag.Deprecated] })
  }
}
