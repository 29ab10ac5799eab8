import type { Position } from 'unist'
import { VFileMessage } from 'vfile-message'

/** What renumbering cannot do for the drafter. */
export type RenumberRuleId = 'reference-ambiguous' | 'reference-dangling' | 'reference-form' | 'reference-open'

/** A message about a reference that was left as it is. */
export function renumberMessage(ruleId: RenumberRuleId, reason: string, place: Position): VFileMessage {
  const message = new VFileMessage(reason, { place, ruleId, source: 'tiaoli-edit' })
  message.fatal = false
  return message
}
