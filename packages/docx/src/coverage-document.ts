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
  return tableOf({
    width: landscapeWidth,
    head: ['要求', '落实情况', ...columns].map(headWords),
    rows: rows.map(({ row, cells }) => [
      words(`${row.requirement.id} ${row.requirement.name}`.trim()),
      statusCell(statusWords[row.status], row.status),
      ...cells.map((cell) => words(cell.join('\n')))
    ]),
    widths: [7, 3, ...columns.map(() => 3)]
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
