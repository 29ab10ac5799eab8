import type { LinkedReference } from '@tiaoli/library'
import { formatAddress } from 'regast'
import { VFileMessage } from 'vfile-message'

/** What a change between two drafts can break. */
export type BreakRuleId =
  | 'reference-retargeted'
  | 'reference-half-followed'
  | 'reference-to-deleted'
  | 'relative-ref-shifted'
  | 'range-swallows-insertion'
  | 'reference-to-split'
  | 'definition-lost'
  | 'definition-after-use'

/** What a break message can say beside its reason. */
export interface BreakDetails {
  /** What should stand there. */
  expected?: string | undefined
  /** Address of the clause in the old draft that proves the break. */
  old?: string
  /** Address in the new draft that it is about. */
  new?: string
  /** Nothing is wrong for sure: the drafter should look. */
  ask?: true
}

/** A message about a place of the new draft, with the clause it stands in as its note. */
export function breakMessage(
  ruleId: BreakRuleId,
  reason: string,
  at: Pick<LinkedReference, 'text' | 'start' | 'end' | 'in'>,
  details: BreakDetails = {}
): VFileMessage {
  const message = new VFileMessage(reason, { place: { start: at.start, end: at.end }, ruleId, source: 'tiaoli-diff' })
  message.fatal = details.ask ? undefined : false
  message.actual = at.text
  if (details.expected !== undefined) message.expected = [details.expected]
  message.note = `在${formatAddress(at.in)}`
  return Object.assign(message, { clause: at.in, ...(details.old === undefined ? {} : { oldClause: details.old }) })
}
