import { type FileChild, type IRunOptions, Paragraph, TextRun } from 'docx'
import type { Blockquote, Table as MarkdownTable, Nodes, PhrasingContent } from 'mdast'
import { toString as mdastText } from 'mdast-util-to-string'
import type { Block } from 'regast'
import { compileRegulation } from 'remark-regast'
import { font } from './layout.js'
import { hidden, type RunContext } from './runs.js'
import { styleId } from './styles.js'
import { type TableContent, tableOf } from './tables.js'

/** A block of Markdown in Word: a table as a table, a quotation as indented lines, anything else as its Markdown. */
export function blockChildren(
  block: Block,
  context: Pick<RunContext, 'comments'>,
  change?: TableContent['change']
): FileChild[] {
  const mdast = block.mdast as Nodes
  if (mdast.type === 'table') return [markdownTable(mdast, context, change)]
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

function markdownTable(
  table: MarkdownTable,
  context: Pick<RunContext, 'comments'>,
  change: TableContent['change']
): FileChild {
  const [head, ...rows] = table.children.map((row) => row.children)
  const columns = Math.max(1, ...table.children.map((row) => row.children.length))
  const alignments = Array.from({ length: columns }, (_, index) => table.align?.[index] ?? undefined)
  const weights = alignments.map((_, index) =>
    Math.min(
      20,
      Math.max(4, ...table.children.map((row) => mdastText(row.children[index], { includeHtml: false }).trim().length))
    )
  )
  return tableOf({
    head: (head ?? []).map((cell) => ({
      lines: [cellRuns(cell.children, context, { font: font('hei') })],
      alignment: 'center'
    })),
    rows: rows.map((cells) =>
      cells.map((cell, index) => {
        const alignment = alignments[index]
        return { lines: [cellRuns(cell.children, context)], ...(alignment && { alignment }) }
      })
    ),
    widths: weights,
    ...(change && { change })
  })
}

/** The words of a cell; a comment in it is hidden, as those between the lines are. */
function cellRuns(
  children: readonly PhrasingContent[],
  context: Pick<RunContext, 'comments'>,
  marks: IRunOptions = {}
): TextRun[] {
  return children.flatMap((child) => {
    if (child.type === 'strong') return cellRuns(child.children, context, { ...marks, bold: true })
    if (child.type === 'emphasis') return cellRuns(child.children, context, { ...marks, italics: true })
    const comment = child.type === 'html' ? /^<!--([\s\S]*)-->$/.exec(child.value)?.[1] : undefined
    if (comment !== undefined) return hidden(comment.trim(), context)
    if (child.type === 'html' && /^<br\s*\/?>$/i.test(child.value)) return [new TextRun({ ...marks, break: 1 })]
    return [new TextRun({ ...marks, text: mdastText(child) })]
  })
}
