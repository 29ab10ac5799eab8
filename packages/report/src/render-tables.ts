/** A cell of a table. */
export type Cell = string | number

/** One sheet of a workbook; its first row holds the heads of the columns. */
export interface Sheet {
  name: string
  rows: readonly (readonly Cell[])[]
}

/**
 * Rows as CSV for spreadsheets: with a byte order mark, without which Excel takes Chinese for Latin, CRLF between rows,
 * and no cell that a spreadsheet would run as a formula.
 */
export function renderCsv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}

function csvCell(cell: Cell): string {
  const text = typeof cell === 'number' ? String(cell) : safeText(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Words that begin like a formula are led by an apostrophe, which spreadsheets take for “this is text”. */
function safeText(text: string): string {
  return /^[=+\-@\t]/.test(text) ? `'${text}` : text
}

const widest = 60

/** Sheets as an Excel workbook: heads stand still and in bold, columns are as wide as what is in them. */
export async function renderXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const { default: writeXlsx } = await import('write-excel-file/universal')
  const blob = await writeXlsx(
    sheets.map(({ name, rows }) => ({
      sheet: sheetName(name),
      data: rows.map((row, index) => row.map((cell) => excelCell(cell, index === 0))),
      columns: widthsOf(rows).map((width) => ({ width })),
      stickyRowsCount: 1
    }))
  ).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

function excelCell(cell: Cell, head: boolean) {
  const style = { ...(head && { fontWeight: 'bold' as const }), wrap: true, alignVertical: 'top' as const }
  return typeof cell === 'number' ? { type: Number, value: cell, ...style } : { type: String, value: cell, ...style }
}

/** Names of sheets are short and without some characters. */
function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)
}

function widthsOf(rows: Sheet['rows']): number[] {
  const widths: number[] = []
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      const width = [...String(cell)].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e80 ? 2 : 1), 2)
      widths[index] = Math.min(widest, Math.max(widths[index] ?? 6, width))
    }
  }
  return widths
}
