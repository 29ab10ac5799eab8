import { type FileChild, Paragraph, TextRun } from 'docx'
import type { Blockquote, Table as MarkdownTable, Nodes, PhrasingContent } from 'mdast'
import { toString as mdastText } from 'mdast-util-to-string'
import type { Block } from 'regast'
import { compileRegulation } from 'remark-regast'
import { styleId } from './styles.js'
import { headWords, type TableContent, tableOf } from './tables.js'

/** A block of Markdown in Word: a table as a table, a quotation as indented lines, anything else as its Markdown. */
export function blockChildren(block: Block, change?: TableContent['change']): FileChild[] {
  const mdast = block.mdast as Nodes
  if (mdast.type === 'table') return [markdownTable(mdast, change)]
  const changed = change && { run: { [change.kind]: { id: change.id(), author: change.author, date: change.date } } }
  if (mdast.type === 'blockquote' && isPlainQuotation(mdast)) {
    return mdast.children.map(
      (line) => new Paragraph({ ...changed, style: styleId('quotation'), text: mdastText(line) })
    )
  }
  const lines = markdownOf(block).split('\n')
  return [
    new Paragraph({
      ...changed,
      style: styleId('markdown'),
      children: lines.map((text, index) => new TextRun({ text, ...(index > 0 && { break: 1 }) }))
    })
  ]
}

/** The Markdown of a block. */
export function markdownOf(block: Block): string {
  return compileRegulation({ type: 'root', children: [block] }).trimEnd()
}

function isPlainQuotation(quotation: Blockquote): boolean {
  return quotation.children.every(
    (line) => line.type === 'paragraph' && line.children.every((child) => child.type === 'text')
  )
}

function markdownTable(table: MarkdownTable, change: TableContent['change']): FileChild {
  const [head, ...rows] = table.children.map((row) => row.children)
  const columns = Math.max(1, ...table.children.map((row) => row.children.length))
  const alignments = Array.from({ length: columns }, (_, index) => table.align?.[index] ?? undefined)
  const weights = alignments.map((_, index) =>
    Math.min(
      20,
      Math.max(4, ...table.children.map((row) => mdastText(row.children[index] ?? { type: 'text', value: '' }).length))
    )
  )
  return tableOf({
    head: (head ?? []).map((cell) => headWords(mdastText(cell))),
    rows: rows.map((cells) =>
      cells.map((cell, index) => {
        const alignment = alignments[index]
        return { lines: [cellRuns(cell.children)], ...(alignment && { alignment }) }
      })
    ),
    widths: weights,
    ...(change && { change })
  })
}

function cellRuns(children: readonly PhrasingContent[], marks: { bold?: boolean; italics?: boolean } = {}): TextRun[] {
  return children.flatMap((child) => {
    if (child.type === 'strong') return cellRuns(child.children, { ...marks, bold: true })
    if (child.type === 'emphasis') return cellRuns(child.children, { ...marks, italics: true })
    return [new TextRun({ ...marks, text: mdastText(child) })]
  })
}
