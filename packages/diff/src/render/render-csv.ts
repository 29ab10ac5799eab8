import type { ComparisonTable, TableCell, TableLine } from '../table/model.js'
import { kindName } from '../wording.js'
import { noteText } from './note-text.js'

/**
 * A comparison table as CSV that spreadsheets open as it is: byte order mark, CRLF, one row for each row of the table.
 * A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function renderComparisonCsv(table: ComparisonTable): string {
  const head = ['类别', ...table.columns.flatMap((name) => [`${name}条号`, `${name}条文`]), '修改情况']
  const rows = table.rows.map((row) =>
    row.type === 'heading'
      ? ['标题', ...row.cells.flatMap((cell) => ['', cell]), row.kind === 'unchanged' ? '' : '标题有变化']
      : [kindName(row.kind), ...row.cells.flatMap((cell) => [labels(cell), text(cell)]), noteText(row, table.columns)]
  )
  return `\uFEFF${[head, ...rows].map((cells) => cells.map(quote).join(',')).join('\r\n')}\r\n`
}

function labels(cell: TableCell): string {
  return cell.articles.map(({ label }) => label).join('、')
}

function text(cell: TableCell): string {
  if (cell.gap !== undefined) return cell.gap
  return cell.articles.map(({ lines }) => lines.map(lineText).join('\n')).join('\n')
}

function lineText(line: TableLine): string {
  return `${line.number ?? ''}${line.text}`
}

function quote(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}
