import type { Block, Phrasing } from 'regast'

/** What a line of a document is, which decides its style. */
export type LineKind =
  | 'title'
  | 'note'
  | 'contents'
  | 'contentsHeading'
  | 'heading'
  | 'attachment'
  | 'attachmentName'
  | 'article'
  | 'articleHeading'
  | 'paragraph'
  | 'point'
  | 'indent'
  | 'announcement'
  | 'signature'
  | 'block'

/** One paragraph of a document, before it becomes one of Word. */
export interface DocumentLine {
  kind: LineKind
  /** Of a heading: 1 for the highest level present. Of an indent: 1, and more for those inside others. Of an announcement of attachments: 1 for its first line. */
  level: number
  /** Number as printed with what sets it off, such as `第一条　`; '' where there is none. */
  label: string
  children: Phrasing[]
  /** Addresses of the clauses whose text begins here, outermost first. */
  addresses: string[]
  /** Tracing comments in front of it. */
  comments: string[]
  /** Comments behind it, where no line follows. */
  commentsAfter?: string[]
  block?: Block
}
