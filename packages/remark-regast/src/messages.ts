import type { Position } from 'unist'
import { VFileMessage } from 'vfile-message'

/** What the parser reports, one id a kind of finding. */
export type RuleId =
  | 'number-gap'
  | 'number-duplicate'
  | 'number-order'
  | 'number-start'
  | 'number-malformed'
  | 'contents-disagree'
  | 'section-without-chapter'
  | 'heading-level'
  | 'heading-space'
  | 'glued-articles'
  | 'article-in-sentence'
  | 'article-without-space'
  | 'quotation-open'
  | 'soft-break-clause'
  | 'empty-document'
  | 'format-unsafe'

/** A message about a draft: Chinese reason, place, rule id, and what was expected where that is known. */
export function makeMessage(
  ruleId: RuleId,
  reason: string,
  place: Position,
  expected?: string[],
  note?: string
): VFileMessage {
  const message = new VFileMessage(reason, { place, ruleId, source: 'remark-regast' })
  if (expected !== undefined) {
    message.actual = undefined
    message.expected = expected
  }
  if (note !== undefined) message.note = note
  return message
}
