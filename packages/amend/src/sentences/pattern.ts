import type { AmendedPlace, Operation, QuotedText } from '../operation.js'

/** What a pattern is given: groups of its match, the quotations, and the place that is open in this item. */
export interface PatternInput {
  groups: Record<string, string | undefined>
  quotations: readonly QuotedText[]
  open: AmendedPlace | undefined
}

/** What a pattern makes: operations, and the place that the following sentence leaves unsaid. */
export interface PatternResult {
  operations: Operation[]
  open?: AmendedPlace | undefined
  /** When the decision takes effect, as written: 2026年5月1日. */
  effective?: string
}

/** One way of saying what is to be changed. `read` gives nothing where the words match and the sense does not. */
export interface SentencePattern {
  pattern: RegExp
  read(input: PatternInput): PatternResult | undefined
}

/** A pattern that is tried at one place of the text, not searched for. */
export function sentence(pattern: string, read: SentencePattern['read']): SentencePattern {
  return { pattern: new RegExp(pattern, 'y'), read }
}
