import type { ListItem, PrintBlock, Span, SpanStyle } from './blocks.js'
import { span } from './blocks.js'
import type { Report } from './model.js'
import { printReport } from './print-report.js'
import { textWidth } from './text-width.js'
import type { Language } from './wording.js'
import { reportWording } from './wording.js'
import { wrapSpans } from './wrap.js'

/** How a terminal is written to. */
export interface TerminalOptions {
  /** Columns; a Chinese character takes two. */
  width: number
  color: boolean
  language?: Language
}

/** A report for a terminal: wrapped to its width, tables aligned, ending in a line break. */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  return renderTerminalBlocks(printReport(report, reportWording(options.language ?? 'zh')), options)
}

/** Blocks for a terminal, ending in a line break. */
export function renderTerminalBlocks(blocks: readonly PrintBlock[], { width, color }: TerminalOptions): string {
  const paint = color ? painted : plain
  const columns = Math.max(40, width)
  const lines = blocks.flatMap((block) => [...blockLines(block, columns, paint), ''])
  return `${lines.join('\n').trimEnd()}\n`
}

type Paint = (text: string, style: SpanStyle | 'title' | 'section') => string

const codes: Record<Exclude<Parameters<Paint>[1], 'plain'>, string> = {
  title: '1;36',
  section: '1',
  strong: '1',
  dim: '2',
  resolved: '32',
  dangling: '31',
  superseded: '33',
  ambiguous: '35',
  'unknown-instrument': '34'
}
const plain: Paint = (text) => text
const painted: Paint = (text, style) =>
  style === 'plain' || text === '' ? text : `\u001B[${codes[style]}m${text}\u001B[0m`

function blockLines(block: PrintBlock, width: number, paint: Paint): string[] {
  switch (block.type) {
    case 'heading':
      return headingLines(block.level, block.spans, width, paint)
    case 'paragraph':
      return wrapped(block.spans, width, '', '', paint)
    case 'list':
      return block.items.flatMap((item) => itemLines(item, 0, width, paint))
    case 'table':
      return tableLines(block, width, paint)
  }
}

function headingLines(level: number, spans: Span[], width: number, paint: Paint): string[] {
  const text = spans.map((part) => part.text).join('')
  if (level > 2) return [paint(text, 'section')]
  const rule = (level === 1 ? '═' : '─').repeat(Math.min(width, textWidth(text)))
  return [paint(text, level === 1 ? 'title' : 'section'), paint(rule, 'dim')]
}

const narrowestTitle = 30
const bullets = ['', '· ', '  ']

function itemLines(item: ListItem, depth: number, width: number, paint: Paint): string[] {
  const indent = ' '.repeat(depth * 2)
  const first = indent + bullets[Math.min(depth, 2)]!
  const rest = ' '.repeat(textWidth(first) + (depth === 0 ? 2 : 0))
  return [
    ...wrapped(item.spans, width, first, rest, paint),
    ...item.items.flatMap((child) => itemLines(child, depth + 1, width, paint))
  ]
}

function wrapped(spans: Span[], width: number, first: string, rest: string, paint: Paint): string[] {
  return wrapSpans(spans, width - textWidth(rest)).map(
    (line, index) => (index === 0 ? first : rest) + line.map(({ text, style }) => paint(text, style)).join('')
  )
}

function tableLines(table: Extract<PrintBlock, { type: 'table' }>, width: number, paint: Paint): string[] {
  const cells = table.rows.map((row) => row.map((spans) => spans.map(({ text }) => text).join('')))
  const widths = table.head.map((head, column) =>
    Math.max(textWidth(head), ...cells.map((row) => textWidth(row[column] ?? '')))
  )
  const gap = 2
  const fixed = widths.slice(1).reduce((sum, columnWidth) => sum + columnWidth + gap, 0)
  if (width - fixed < Math.min(widths[0]!, narrowestTitle)) return stackedLines(table, width, paint)
  widths[0] = Math.min(widths[0]!, width - fixed)
  const row = (texts: string[], styles: (SpanStyle | 'section')[]): string[] => {
    // Only the first column, which holds titles, may take more than one line.
    const title = wrapSpans([{ text: texts[0]!, style: 'plain' }], widths[0]!).map((line) =>
      line.map(({ text }) => text).join('')
    )
    return title.map((text, index) =>
      [text, ...(index === 0 ? texts.slice(1) : [])]
        .map((value, column) =>
          paint(pad(value, widths[column]!, table.numeric[column] ?? false), styles[column] ?? 'plain')
        )
        .join(' '.repeat(gap))
        .trimEnd()
    )
  }
  return [
    ...row(
      table.head,
      table.head.map(() => 'section')
    ),
    paint('─'.repeat(Math.min(width, widths[0]! + fixed)), 'dim'),
    ...table.rows.flatMap((spans, index) =>
      row(
        cells[index]!,
        spans.map((cell) => cell[0]?.style ?? 'plain')
      )
    )
  ]
}

/** A table that does not fit: each row as running text, without what is empty. */
function stackedLines(table: Extract<PrintBlock, { type: 'table' }>, width: number, paint: Paint): string[] {
  return table.rows.flatMap((row) => {
    const facts = row.slice(1).flatMap((cell, index): Span[] => {
      const [value] = cell
      if (value === undefined || value.text === '0' || value.text === '—') return []
      const name = table.numeric[index + 1] ? `${table.head[index + 1]} ` : ''
      return [span(name, 'dim'), value, span('　')]
    })
    return wrapped([...row[0]!, span('　'), ...facts], width, '', '  ', paint)
  })
}

function pad(text: string, width: number, right: boolean): string {
  const blank = ' '.repeat(Math.max(0, width - textWidth(text)))
  return right ? blank + text : text + blank
}
