import type { ChangeKind, HeadingChangeKind } from '../model.js'

/** A stretch of a line that changed: new against the draft before, gone from the draft after, or a number that followed. */
export interface Mark {
  start: number
  end: number
  kind: 'inserted' | 'deleted' | 'reference'
}

/** One 款, 项 or 目 as it stands in one draft. */
export interface TableLine {
  level: 'heading' | 'paragraph' | 'point' | 'indent' | 'block'
  address: string
  /** Number as printed, such as （三）. */
  number?: string
  /** The number changed: how it is to be marked. */
  numberMark?: 'inserted' | 'deleted'
  text: string
  /** Ascending by start; those of different kinds may overlap. */
  marks: Mark[]
}

/** One article as it stands in one draft. */
export interface TableArticle {
  address: string
  /** Number as printed, such as 第三条; empty for a passage outside articles. */
  label: string
  /** Its number is new against the draft before, or the article is gone from the draft after. */
  labelMark?: 'inserted' | 'deleted'
  lines: TableLine[]
}

/** One draft's part of a row; no article where it has none, and then `gap` says why. */
export interface TableCell {
  articles: TableArticle[]
  gap?: '（新增）' | '（删去）' | '（无）'
}

/** What happened to the articles of a row between two neighbouring drafts. */
export interface RowNote {
  kind: ChangeKind
  /** Beside the kind, such as 第三条改为第四条; may be empty. */
  text: string
  /** Index of the newer draft. */
  column: number
}

/** A heading over all columns, or articles that belong together. */
export type TableRow =
  | { type: 'heading'; level: number; kind: HeadingChangeKind; cells: string[] }
  | { type: 'article'; kind: ChangeKind; cells: TableCell[]; notes: RowNote[] }

/** A comparison of two or more drafts in the manner of a 新旧条文对照表. */
export interface ComparisonTable {
  title: string
  /** One name for each draft, such as 征求意见稿. */
  columns: string[]
  /** One sentence for each pair of neighbouring drafts. */
  summaries: string[]
  rows: TableRow[]
}
