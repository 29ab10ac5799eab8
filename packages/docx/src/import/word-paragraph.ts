import type { Loss } from './losses.js'
import type { AutomaticNumber } from './numbering.js'
import type { ParagraphStyle } from './styles.js'

/** Who changed something, and when. */
export interface Revision {
  kind: 'insertion' | 'deletion'
  author: string
  /** As Word writes it: an ISO time, or '' where it is not stated. */
  date: string
  /** Whether the text was moved from or to here. */
  moved: boolean
}

/** A run of text with the same properties. */
export interface WordRun {
  text: string
  bold: boolean
  italic: boolean
  strike: boolean
  hidden: boolean
  revision: Revision | undefined
  /** Ids of the comments that are open around it. */
  comments: string[]
  /** A footnote that is called here. */
  footnote?: string
}

/** A paragraph of the text. */
export interface WordParagraph {
  type: 'paragraph'
  style: ParagraphStyle
  number: AutomaticNumber | undefined
  runs: WordRun[]
  /** Whether its end was inserted or deleted, so that it joins the next one when that is undone or done. */
  mark: Revision | undefined
  /** As Word names it: left, start, center, right, end, both. */
  alignment: string | undefined
  /** What stood in it and has no place in a draft. */
  lost: Loss[]
}

/** A table; cells hold paragraphs and tables. */
export interface WordTable {
  type: 'table'
  rows: { cells: { blocks: WordBlock[]; span: number; continued: boolean }[]; revision: Revision | undefined }[]
}

export type WordBlock = WordParagraph | WordTable

/** A comment of a reviewer. */
export interface WordComment {
  id: string
  author: string
  date: string
  text: string
}

/** A time as a word processor states it; '' where it states none, or the zeros that LibreOffice writes for none. */
export function statedTime(value: string | undefined): string {
  return value !== undefined && /^[1-9]\d{3}-/.test(value) ? value : ''
}
