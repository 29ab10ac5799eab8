import type { Point, Position } from 'unist'
import { VFileMessage } from 'vfile-message'

/** What is reported about a brief and about the traces in a draft, one id a kind of finding. */
export type BriefRuleId =
  | 'brief-title'
  | 'brief-empty'
  | 'brief-content'
  | 'requirement-id'
  | 'requirement-duplicate'
  | 'requirement-order'
  | 'requirement-parent'
  | 'requirement-statement'
  | 'requirement-source'
  | 'field-unknown'
  | 'field-repeated'
  | 'field-missing'
  | 'field-value'
  | 'forbidden-terms'
  | 'trace-unknown'
  | 'trace-syntax'
  | 'trace-nothing'

/** Rules whose findings make a brief unusable as it stands; the others are advice. */
const errors = new Set<BriefRuleId>([
  'brief-empty',
  'requirement-id',
  'requirement-duplicate',
  'requirement-parent',
  'requirement-statement',
  'field-unknown',
  'field-repeated',
  'field-missing',
  'field-value',
  'trace-unknown',
  'trace-syntax'
])

/** A message in Chinese with its place; `fatal` is `true` for an error in the sense of `hasErrors`, else `false`. */
export function makeMessage(
  ruleId: BriefRuleId,
  reason: string,
  place: Point | Position | undefined,
  expected?: string[]
): VFileMessage {
  const message = new VFileMessage(reason, { place, ruleId, source: 'brief' })
  message.fatal = errors.has(ruleId)
  if (expected !== undefined) message.expected = expected
  return message
}

/** Whether any message is an error rather than advice. */
export function hasErrors(messages: readonly VFileMessage[]): boolean {
  return messages.some((message) => message.fatal === true)
}
