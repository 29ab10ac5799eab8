import type { LinkStatus } from '@tiaoli/library'

/** How a stretch of a line looks. */
export type SpanStyle = 'plain' | 'strong' | 'dim' | LinkStatus

/** A stretch of a line. */
export interface Span {
  text: string
  style: SpanStyle
}

/** A line of a list, and the lines under it. */
export interface ListItem {
  spans: Span[]
  items: ListItem[]
}

/** What a printed report is made of; the Markdown and the terminal renderer both print it. */
export type PrintBlock =
  | { type: 'heading'; level: number; spans: Span[] }
  | { type: 'paragraph'; spans: Span[] }
  | { type: 'list'; items: ListItem[] }
  | { type: 'table'; head: string[]; numeric: boolean[]; rows: Span[][][] }

/** A stretch of plain text, or of another style. */
export function span(text: string, style: SpanStyle = 'plain'): Span {
  return { text, style }
}
