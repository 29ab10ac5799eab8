/** A tracked change or a comment of a reviewer, tied to the clause that it stands in. */
export interface ReviewItem {
  kind: 'insertion' | 'deletion' | 'comment'
  author: string
  /** ISO time, or '' where the file does not state it. */
  date: string
  /** What was inserted or deleted, or what the comment says. */
  text: string
  /** The words that a comment is about. */
  about?: string
  /** Moved from here or to here, not written or struck out. */
  moved?: boolean
  /** Address of the clause, '' outside all of them. */
  address: string
  /** The clause as a drafter writes it. */
  label: string
  /** Line of that clause in the imported Markdown, from 1. */
  line: number
  /** What stands right before it in the clause. */
  before: string
}
