import { changedRows, type TableRow } from '@tiaoli/diff'
import type { ComparisonRow } from '../../model/comparison-view.js'

/** Whether a row is something to step to. */
export function isChanged(row: ComparisonRow): boolean {
  return row.type !== 'moved-from' && row.kind !== 'unchanged'
}

/** Rows with a change, rows in which a reference changed, or all; headings stay above what is shown under them. */
export function rowFilter(rows: readonly ComparisonRow[], only: string): readonly ComparisonRow[] {
  if (only === 'all') return rows
  if (only === 'changes') return withPointers(rows, (plain) => changedRows(plain))
  return withPointers(rows, (plain) =>
    changedRows(plain.filter((row) => row.type === 'heading' || hasReferenceChange(row)))
  ).filter((row) => row.type !== 'moved-from')
}

/** Filters the rows of the table, and keeps the pointers to moved articles where they stand between them. */
function withPointers(
  rows: readonly ComparisonRow[],
  filter: (rows: readonly TableRow[]) => readonly TableRow[]
): ComparisonRow[] {
  const kept = new Set<ComparisonRow>(filter(rows.filter((row): row is TableRow => row.type !== 'moved-from')))
  return rows.filter((row) => row.type === 'moved-from' || kept.has(row))
}

function hasReferenceChange(row: Extract<TableRow, { type: 'article' }>): boolean {
  return row.cells.some(({ articles }) =>
    articles.some(({ lines }) => lines.some(({ marks }) => marks.some(({ kind }) => kind === 'reference')))
  )
}
