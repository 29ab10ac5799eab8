import type { TableRow } from '../table/model.js'
import { kindName } from '../wording.js'

/** What happened to the articles of a row in words; with more than two drafts each step is named by its newer draft. */
export function noteText(row: Extract<TableRow, { type: 'article' }>, columns: readonly string[]): string {
  if (row.notes.length === 0) return kindName('unchanged')
  return row.notes
    .map(({ kind, text, column }) => {
      const what = text === '' ? kindName(kind) : `${kindName(kind)}：${text}`
      return columns.length > 2 ? `${columns[column]}${what}` : what
    })
    .join('；')
}
