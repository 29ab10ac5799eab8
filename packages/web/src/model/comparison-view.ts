import type { ChangeCounts, ComparisonTable, TableRow } from '@tiaoli/diff'

/** Something that a change broke, or that a drafter should look at. */
export interface BreakView {
  reason: string
  /** Nothing is wrong for sure. */
  ask: boolean
  /** The clause of the newer draft that it is about. */
  address: string
  /** 在第十二条第二款 */
  place: string
  expected?: string
  ruleId: string
}

/** Where an article that was moved stood in the older draft. */
export interface MovedFrom {
  type: 'moved-from'
  /** Number in the older draft, and address and number in the newer one. */
  label: string
  to: string
  toLabel: string
}

/** A row of the table, or a pointer from the old place of an article to the new one. */
export type ComparisonRow = TableRow | MovedFrom

/** Two or three successive drafts side by side. */
export interface ComparisonView extends Omit<ComparisonTable, 'rows'> {
  /** Ids of the drafts, oldest first. */
  drafts: string[]
  /** One for each pair of neighbours. */
  counts: ChangeCounts[]
  rows: ComparisonRow[]
  /** What the last change broke. */
  breaks: BreakView[]
}
