import type { Coverage } from '../coverage.js'
import { coverageMatrix, leadingCells, leadingHeadings } from './matrix.js'

/** The matrix of requirements and chapters as CSV that spreadsheet programs open as Chinese: byte order mark, CRLF. */
export function renderCoverageCsv(coverage: Coverage): string {
  const { columns, rows } = coverageMatrix(coverage)
  const lines = [
    [...leadingHeadings, ...columns],
    ...rows.map(({ row, cells }) => [...leadingCells(row), ...cells.map((labels) => labels.join('、'))])
  ]
  return `\uFEFF${lines.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`
}

/** A cell that no spreadsheet takes for a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}
