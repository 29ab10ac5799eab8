import type { ComparisonTable, TableArticle, TableCell, TableLine } from '@tiaoli/diff'
import { noteText, piecesOf } from '@tiaoli/diff'
import { type FileChild, type IRunOptions, type ParagraphChild, TextRun } from 'docx'
import { packFile } from './file.js'
import { font } from './layout.js'
import { facts, heading, landscapeWidth, paperStyles, rowHeading, spacedHeading, title } from './paper.js'
import { type CellContent, headWords, tableOf, words } from './tables.js'

/** A comparison of drafts as a Word file on its side; `breaks` are sentences on what the changes broke. */
export async function comparisonDocx(table: ComparisonTable, breaks: readonly string[] = []): Promise<Uint8Array> {
  const name = `${table.title === '' ? '' : `《${table.title}》`}新旧条文对照表`
  const columns = table.columns.length + 1
  const children: FileChild[] = [
    title(name),
    ...facts(
      ...table.summaries.map((summary, index) =>
        table.summaries.length > 1 ? `${table.columns[index + 1]}：${summary}` : summary
      )
    ),
    ...facts('新增的文字加粗并加下划线，删去的文字加删除线；随条号调整的引用加虚线。'),
    tableOf({
      width: landscapeWidth,
      splitRows: true,
      head: [...table.columns, '说明'].map(headWords),
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
    }),
    ...(breaks.length === 0 ? [] : [heading('修改后需要处理的地方'), breakTable(breaks)])
  ]
  return packFile({ title: name, styles: paperStyles, children, landscape: true })
}

function breakTable(breaks: readonly string[]): FileChild {
  return tableOf({
    width: landscapeWidth,
    head: ['序号', '问题'].map(headWords),
    widths: [1, 14],
    rows: breaks.map((text, index) => [{ ...words(String(index + 1)), alignment: 'center' }, words(text)])
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
