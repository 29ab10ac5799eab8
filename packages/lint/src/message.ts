import { VFileMessage } from 'vfile-message'
import type { Finding, Severity, TextEdit } from './finding.js'

/** Package that findings are attributed to. */
export const source = 'tiaoli-lint'

declare module 'vfile-message' {
  interface VFileMessage {
    /** The reason in English. */
    english?: string
    severity?: Severity
    /** Address of the clause around the place. */
    address?: string
    label?: string
    fix?: TextEdit[]
    offers?: { title: string; edits: TextEdit[] }[]
    related?: Finding['related']
  }
}

/** Page of a rule, relative to the root of the project. */
export function rulePage(ruleId: string): string {
  return `docs/rules/${ruleId}.md`
}

/** A finding as a message of a file; an error is fatal, an info is not counted as a warning (`fatal` undefined). */
export function toMessage(finding: Finding): VFileMessage {
  const { ruleId, reason, position, severity, address, label } = finding
  const message = new VFileMessage(reason, { place: position, ruleId, source })
  message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined
  message.severity = severity
  message.english = finding.english
  message.address = address
  message.label = label
  message.url = rulePage(ruleId)
  if (finding.actual !== undefined) message.actual = finding.actual
  if (finding.expected !== undefined) message.expected = finding.expected
  if (finding.note !== undefined) message.note = finding.note
  if (finding.fix !== undefined) message.fix = finding.fix
  if (finding.offers !== undefined) message.offers = finding.offers
  if (finding.related !== undefined) message.related = finding.related
  return message
}
