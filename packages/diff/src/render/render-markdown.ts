import type { VFileMessage } from 'vfile-message'
import type { ComparisonTable, TableCell, TableLine, TableRow } from '../table/model.js'
import { noteText } from './note-text.js'
import { piecesOf } from './pieces.js'
import { changedRows } from './render-html.js'

/** A comparison table as Markdown: bold for new text, strike-through for what is gone; ends in a line break. */
export function renderComparisonMarkdown(
  table: ComparisonTable,
  options: { breaks?: readonly VFileMessage[]; changedOnly?: boolean } = {}
): string {
  const rows = options.changedOnly ? changedRows(table.rows) : table.rows
  const parts = [`# 《${escapeCell(table.title || '草案')}》新旧条文对照表`]
  table.summaries.forEach((summary, index) => {
    parts.push(`${escapeCell(`${table.columns[index]} → ${table.columns[index + 1]}`)}：${summary}。`)
  })
  const { breaks = [] } = options
  if (breaks.length > 0) {
    parts.push('## 修改后需要核对的地方', breaks.map(breakItem).join('\n'))
  }
  if (rows.length === 0) return `${parts.join('\n\n')}\n`
  parts.push('**加粗**：新增或者改写的文字；~~删除线~~：删去的文字。')
  const head = [...table.columns.map(escapeCell), '修改情况']
  const lines = [line(head), line(head.map(() => '---')), ...rows.map((row) => line(cellsOf(row, table.columns)))]
  parts.push(lines.join('\n'))
  return `${parts.join('\n\n')}\n`
}

function breakItem(message: VFileMessage): string {
  const expected = message.expected?.[0]
  return `- ${escapeCell(`${message.note}：${message.reason}`)}${expected === undefined ? '' : `（建议写作：${escapeCell(expected)}）`}`
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function cellsOf(row: TableRow, columns: readonly string[]): string[] {
  if (row.type === 'heading') {
    const note = row.kind === 'unchanged' ? '' : '标题有变化'
    return [...row.cells.map((cell) => (cell === '' ? '' : `**${escapeCell(cell)}**`)), note]
  }
  return [...row.cells.map(cellText), escapeCell(noteText(row, columns))]
}

function cellText(cell: TableCell): string {
  if (cell.gap !== undefined) return cell.gap
  return cell.articles
    .map(({ label, lines }) => {
      const first = label === '' ? '' : `${escapeCell(label)}　`
      return lines.map((each, index) => (index === 0 ? first : '') + lineText(each)).join('<br>')
    })
    .join('<br><br>')
}

function lineText(each: TableLine): string {
  const number = each.number === undefined ? '' : escapeCell(each.number)
  const pieces = piecesOf(each).map(({ text, kinds }) => {
    const words = escapeCell(text)
    // Emphasis does not open before a blank or close behind one.
    if (words.trim() === '') return words
    if (kinds.has('inserted')) return `**${words}**`
    return kinds.has('deleted') ? `~~${words}~~` : words
  })
  return `${number}${pieces.join('')}`
}

/** Text in which nothing is read as Markdown, on one line. */
function escapeCell(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#~]/g, '\\$&').replace(/\s*\n\s*/g, '<br>')
}
