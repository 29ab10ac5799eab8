import type { ClauseNumber } from 'regast'

/** A place that a decision names, by numbers; levels not named are absent. */
export interface AmendedPlace {
  attachment?: ClauseNumber
  /** 引言, or a 自然段 of the 序言 (then `paragraph` says which). */
  preamble?: true
  book?: ClauseNumber
  part?: ClauseNumber
  chapter?: ClauseNumber
  section?: ClauseNumber
  article?: ClauseNumber
  paragraph?: ClauseNumber
  point?: ClauseNumber
  indent?: ClauseNumber
}

/** Lines of quoted text, one for each 款, 项 or 目. */
export type QuotedText = string[]

/** One thing that a decision does. Places to change are numbered as in the old text, places `to` as in the new one. */
export type Operation =
  | { type: 'rename'; title: string }
  /** Replaces the text of a clause, or of several by one quotation; `to` where it gets another number too. */
  | { type: 'replace'; at: AmendedPlace[]; to?: AmendedPlace[]; text: QuotedText }
  /** Replaces the words before the list of a 款. */
  | { type: 'replace-lead'; at: AmendedPlace; text: QuotedText }
  | { type: 'renumber'; at: AmendedPlace; to: AmendedPlace }
  | { type: 'replace-phrase'; at: AmendedPlace[]; everywhere?: true; inTitle?: true; from: string; to: string }
  | { type: 'insert-phrase'; at: AmendedPlace[]; side: 'after' | 'before' | 'end'; anchor: string; text: string }
  | { type: 'delete-phrase'; at: AmendedPlace[]; text: string }
  /** Adds clauses of one level; `after` or `within` says where, `to` their new numbers, both may be absent. */
  | {
      type: 'add'
      level: 'article' | 'paragraph' | 'point' | 'indent'
      count: number
      within?: AmendedPlace
      after?: AmendedPlace
      before?: AmendedPlace
      to: AmendedPlace[]
      text: QuotedText[]
    }
  | { type: 'delete'; at: AmendedPlace }
  | { type: 'merge'; at: AmendedPlace[]; to?: AmendedPlace; text: QuotedText }
  | { type: 'split'; at: AmendedPlace; to: AmendedPlace[]; text: QuotedText[] }
  | { type: 'move'; at: AmendedPlace; into: AmendedPlace; to?: AmendedPlace; text?: QuotedText }
  | {
      type: 'add-structure'
      to: AmendedPlace
      heading: string
      covers?: [AmendedPlace, AmendedPlace]
      text?: QuotedText
    }
  | { type: 'rename-structure'; at: AmendedPlace; heading: string }
  | { type: 'delete-heading'; at: AmendedPlace }
  /** Says which articles of the new text a structure holds. */
  | { type: 'cover'; at: AmendedPlace; covers: [AmendedPlace, AmendedPlace] }
  | { type: 'add-preamble'; text: QuotedText }
  | { type: 'replace-attachment'; at: AmendedPlace; text: QuotedText }
  /** 对条文顺序作相应调整. */
  | { type: 'renumber-rest' }

/** An operation with the words it was read from. */
export interface ReadOperation {
  operation: Operation
  /** The sentence, quotations shortened to …. */
  words: string
  /** Line of the decision, from 1. */
  line: number
}

/** What a decision does to one instrument. */
export interface Amendment {
  /** Title of the amended instrument without 《》; `undefined` where the decision does not say. */
  title: string | undefined
  repealed?: true
  operations: ReadOperation[]
}

/** A decision or 修正案, read. */
export interface Decision {
  title: string | undefined
  /** As written: 2026年5月1日. */
  effective?: string
  amendments: Amendment[]
}
