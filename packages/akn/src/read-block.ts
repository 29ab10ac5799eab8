import { elements, readComment, type XmlElement } from '@tiaoli/xml'
import type { AlignType, Table, TableRow } from 'mdast'
import type { Block, Comment } from 'regast'
import { keptMarkdown, linesIn, readCell, readPhrasing } from './phrasing-reader.js'

/** Takes note of what could not be read as it is. */
export type Note = (element: XmlElement, reason: string) => void

/** A table, or Markdown that was kept as it is. */
export function readBlock(element: XmlElement, note: Note): Block | undefined {
  if (element.name === 'block' && element.attributes.name === 'markdown') {
    const mdast = keptMarkdown(element.attributes['tiaoli:mdast'])
    if (mdast !== undefined) return { type: 'block', mdast }
    note(element, '其中的 Markdown 已损坏，只保留文字。')
  }
  if (element.name !== 'table') return undefined
  const rows: TableRow[] = elements(element)
    .filter(({ name }) => name === 'tr')
    .map((row) => ({
      type: 'tableRow',
      children: elements(row).map((cell) => ({
        type: 'tableCell',
        children: elements(cell).flatMap((line, index) => [
          ...(index === 0 ? [] : [{ type: 'break' as const }]),
          ...readCell(line)
        ])
      }))
    }))
  const align = element.attributes['tiaoli:align']?.split(',').map((side) => (side === '' ? null : side)) as
    | AlignType[]
    | undefined
  const table: Table = { type: 'table', ...(align && { align }), children: rows }
  return { type: 'block', mdast: table }
}

/** The lines of `content` or `intro`; a block, and phrasing beside one, needs no line break between them. */
export function contentLines(element: XmlElement, note: Note): unknown[][] {
  const lines: unknown[][] = []
  let joined = true
  const add = (nodes: unknown[], joins: boolean) => {
    const last = lines[lines.length - 1]
    if (last !== undefined && (joins || joined)) last.push(...nodes)
    else lines.push([...nodes])
    joined = joins
  }
  for (const child of element.children) {
    if (child.type === 'comment') add([{ type: 'comment', value: readComment(child.value) } satisfies Comment], true)
    if (child.type !== 'element') continue
    const block = readBlock(child, note)
    if (block !== undefined) add([block], true)
    else if (child.name === 'p') add(readPhrasing(child), false)
    else for (const line of linesIn(child)) add(line, false)
  }
  return lines
}
