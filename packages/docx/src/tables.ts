import {
  BorderStyle,
  type IRunOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType
} from 'docx'
import { font, sizes, textWidth } from './layout.js'

/** One cell: lines of runs, or plain words. */
export interface CellContent {
  lines: ParagraphChild[][]
  /** Background, as six hexadecimal digits. */
  fill?: string
  alignment?: 'left' | 'right' | 'center'
  /** Columns that it spans. */
  span?: number
  /** Lines begin two characters in, as clauses do. */
  indented?: boolean
}

/** A table that repeats its head on every page and fills the given width. */
export interface TableContent {
  head: CellContent[]
  rows: CellContent[][]
  /** Relative widths of the columns. */
  widths: number[]
  /** Twentieths of a point; by default the type area of an upright page. */
  width?: number
  /** In smaller type, for tables with many columns. */
  small?: boolean
  /** Rows may go over the end of a page, as those that hold whole articles must. */
  splitRows?: boolean
  /** The whole table as inserted or deleted. */
  change?: { kind: 'insertion' | 'deletion'; id: () => number; author: string; date: string }
}

const line = { style: BorderStyle.SINGLE, size: 4, color: '808080' }
const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line }

/** A bordered table. */
export function tableOf({
  head,
  rows,
  widths,
  width = textWidth,
  small = false,
  splitRows = false,
  change
}: TableContent): Table {
  const total = widths.reduce((sum, part) => sum + part, 0)
  const columnWidths = widths.map((part) => Math.floor((part / total) * width))
  const rowChange = () =>
    change === undefined ? {} : { [change.kind]: { id: change.id(), author: change.author, date: change.date } }
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    borders,
    margins: { top: 40, bottom: 40, left: 90, right: 90 },
    rows: [
      ...(head.length === 0
        ? []
        : [
            new TableRow({
              tableHeader: true,
              cantSplit: true,
              ...rowChange(),
              children: head.map((cell, index) =>
                tableCell({ fill: 'EEEEEE', ...cell }, columnWidths, index, { small, isHead: true })
              )
            })
          ]),
      ...rows.map((cells) => {
        let column = 0
        return new TableRow({
          cantSplit: !splitRows,
          ...rowChange(),
          children: cells.map((cell) => {
            const at = column
            column += cell.span ?? 1
            return tableCell(cell, columnWidths, at, { small, isHead: false })
          })
        })
      })
    ]
  })
}

function tableCell(
  { lines, fill, alignment, span = 1, indented }: CellContent,
  widths: number[],
  column: number,
  { small, isHead }: { small: boolean; isHead: boolean }
): TableCell {
  const width = widths.slice(column, column + span).reduce((sum, part) => sum + part, 0)
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: isHead ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    ...(span > 1 && { columnSpan: span }),
    ...(fill !== undefined && { shading: { fill, color: 'auto', type: 'clear' } }),
    children: (lines.length === 0 ? [[]] : lines).map(
      (children) =>
        new Paragraph({
          style: small ? smallTableText.id : tableText.id,
          ...(alignment !== undefined && { alignment }),
          ...(indented && { indent: { firstLine: 420, firstLineChars: 200 } }),
          children
        })
    )
  })
}

/** A cell of plain words. */
export function words(text: string, run: IRunOptions = {}): CellContent {
  return { lines: text.split('\n').map((piece) => [new TextRun({ ...run, text: piece })]) }
}

/** A cell of a table's head. */
export function headWords(text: string): CellContent {
  return {
    lines: text.split('\n').map((piece) => [new TextRun({ text: piece, font: font('hei') })]),
    alignment: 'center'
  }
}

/** The style of text in tables. */
export const tableText = {
  id: 'TableText',
  name: '表格文字',
  basedOn: 'Normal',
  run: { font: font('fangsong'), size: sizes.five },
  paragraph: {
    spacing: { line: 300, lineRule: LineRuleType.AT_LEAST, before: 0, after: 0 },
    indent: { firstLine: 0, firstLineChars: 0 }
  }
}

/** The style of text in tables with many columns. */
export const smallTableText = {
  id: 'TableTextSmall',
  name: '表格小字',
  basedOn: 'TableText',
  run: { font: font('song'), size: sizes.smallFive },
  paragraph: { spacing: { line: 260, lineRule: LineRuleType.AT_LEAST, before: 0, after: 0 } }
}
