import type { CoverageReport } from '@tiaoli/brief'
import { coverageMatrix, coverageParts, coverageSummary, statusWords } from '@tiaoli/brief'
import { type FileChild, TextRun } from 'docx'
import { packFile } from './file.js'
import { facts, heading, landscapeWidth, paperStyles, sentence, statusColours, title } from './paper.js'
import { type CellContent, headWords, tableOf, words } from './tables.js'

/** How a draft answers its brief, with the matrix of requirements and chapters, as a Word file on its side. */
export async function coverageDocx(report: CoverageReport): Promise<Uint8Array> {
  const { brief, draft } = report.coverage
  const name = `《${draft.title}》落实情况`
  // The list of everything is the matrix.
  const parts = coverageParts(report).filter(({ id }) => id !== 'all')
  const children: FileChild[] = [
    title(name),
    ...facts(`对照：${brief.title}`, draft.stage, draft.date),
    ...coverageSummary(report).map((text) => sentence(text)),
    ...parts.flatMap(({ heading: text, words: sentences, head, rows }) => [
      heading(text),
      ...sentences.map((line) => sentence(line)),
      ...(head === undefined || rows === undefined || rows.length === 0
        ? []
        : [
            tableOf({
              width: landscapeWidth,
              head: head.map(headWords),
              rows: rows.map((row) => row.map(({ text, status }) => statusCell(text, status))),
              widths: widthsOf([head, ...rows.map((row) => row.map((cell) => cell.text))])
            })
          ])
    ]),
    heading('要求与各章对照矩阵'),
    matrix(report)
  ]
  return packFile({ title: name, styles: paperStyles, children, landscape: true })
}

function matrix({ coverage }: CoverageReport): FileChild {
  const { columns, rows } = coverageMatrix(coverage)
  const head = ['要求', '落实\n情况', ...columns.map((name) => name.replace(/^(\S+)[ \u3000]+/, '$1\n'))]
  const texts = rows.map(({ row, cells }) => [
    `${row.requirement.id} ${row.requirement.name}`.trim(),
    statusWords[row.status],
    ...cells.map((cell) => cell.join('\n'))
  ])
  const longest = (column: number) =>
    Math.max(...texts.flatMap((cells) => cells[column]!.split('\n').map((line) => line.length)), 0)
  return tableOf({
    width: landscapeWidth,
    small: true,
    head: head.map(headWords),
    rows: texts.map((cells, index) =>
      cells.map((text, column) => (column === 1 ? statusCell(text, rows[index]!.row.status) : words(text)))
    ),
    // Chapters that answer little take little room; six characters hold 第二十七条 on one line.
    widths: head.map((_, column) => (column === 0 ? 14 : column === 1 ? 5 : Math.min(9, Math.max(5, longest(column)))))
  })
}

function statusCell(text: string, status: string | undefined): CellContent {
  const color = status === undefined ? undefined : statusColours[status]
  return color === undefined ? words(text) : { lines: [[new TextRun({ text, bold: true, color })]] }
}

/** Columns as wide as their longer cells ask for, none starved. */
function widthsOf(rows: readonly (readonly string[])[]): number[] {
  const widths: number[] = []
  for (const row of rows) {
    for (const [index, text] of row.entries())
      widths[index] = Math.max(widths[index] ?? 4, Math.min(36, Math.sqrt(text.length) * 5))
  }
  return widths
}
