import type { ComparisonTable, TableArticle, TableCell, TableLine } from '@tiaoli/diff'
import { noteText, piecesOf } from '@tiaoli/diff'
import { type FileChild, type IRunOptions, type ParagraphChild, TextRun } from 'docx'
import type { VFileMessage } from 'vfile-message'
import { packFile } from './file.js'
import { font } from './layout.js'
import { facts, heading, landscapeWidth, paperStyles, rowHeading, spacedHeading, title } from './paper.js'
import { type CellContent, headWords, tableOf, words } from './tables.js'

/** What a change broke: where, what, and what should stand there, as `findBreaks` of `@tiaoli/diff` gives it. */
export type ComparisonBreak = Pick<VFileMessage, 'note' | 'reason' | 'expected'>

/** A comparison of drafts as a Word file on its side, with what the changes broke above it. */
export async function comparisonDocx(
  table: ComparisonTable,
  breaks: readonly ComparisonBreak[] = []
): Promise<Uint8Array> {
  const name = `${table.title === '' ? '' : `《${table.title}》`}新旧条文对照表`
  const columns = table.columns.length + 1
  const children: FileChild[] = [
    title(name),
    ...table.summaries.flatMap((summary, index) =>
      facts(table.summaries.length > 1 ? `${table.columns[index + 1]}：${summary}` : summary)
    ),
    ...(breaks.length === 0 ? [] : [heading('修改后需要核对的地方'), breakTable(breaks), heading('对照表')]),
    ...facts('新增的文字加粗并加下划线，删去的文字加删除线；随条号调整的引用加虚线。'),
    tableOf({
      width: landscapeWidth,
      splitRows: true,
      head: [...table.columns, '修改情况'].map(headWords),
      widths: [...table.columns.map(() => 10), 4],
      rows: table.rows.map((row) => {
        if (row.type === 'article') return [...row.cells.map(articleCell), words(noteText(row, table.columns))]
        const [first, ...others] = new Set(row.cells.filter((cell) => cell !== ''))
        if (others.length === 0) return rowHeading(spacedHeading(first ?? ''), columns)
        return [
          ...row.cells.map((cell): CellContent => ({ ...headWords(spacedHeading(cell)), fill: 'F5F5F5' })),
          { ...words(''), fill: 'F5F5F5' }
        ]
      })
    })
  ]
  return packFile({ title: name, styles: paperStyles, children, landscape: true })
}

function breakTable(breaks: readonly ComparisonBreak[]): FileChild {
  return tableOf({
    width: landscapeWidth,
    head: ['条文', '问题', '建议写作'].map(headWords),
    widths: [3, 9, 3],
    rows: breaks.map(({ note = '', reason, expected }) =>
      [note.replace(/^在/, ''), reason, expected?.[0] ?? ''].map((text) => words(text))
    )
  })
}

function articleCell({ articles, gap }: TableCell): CellContent {
  if (articles.length === 0) return { ...words(gap ?? '', { color: '888888' }), alignment: 'center' }
  return { lines: articles.flatMap(articleLines), indented: true }
}

function articleLines({ label, labelMark, lines }: TableArticle): ParagraphChild[][] {
  const number = label === '' ? [] : [new TextRun({ text: `${label}　`, font: font('hei'), ...marked(labelMark) })]
  if (lines.length === 0) return [number]
  return lines.map((line, index) => [...(index === 0 ? number : []), ...lineRuns(line)])
}

function lineRuns(line: TableLine): ParagraphChild[] {
  const number = line.number === undefined ? [] : [new TextRun({ text: line.number, ...marked(line.numberMark) })]
  return [...number, ...piecesOf(line).map(({ text, kinds }) => new TextRun({ text, ...marked(...kinds) }))]
}

/** Marks that can be told apart on paper without colours. */
function marked(...kinds: ('inserted' | 'deleted' | 'reference' | undefined)[]): IRunOptions {
  return {
    ...(kinds.includes('inserted') && { bold: true, underline: { type: 'single' }, color: '9C2A22' }),
    ...(kinds.includes('deleted') && { strike: true, color: '777777' }),
    ...(kinds.includes('reference') && !kinds.includes('inserted') && { underline: { type: 'dotted' } })
  }
}
