import type { Article, Block, ClauseText, Paragraph, RegastNode } from 'regast'
import { clauseText } from 'regast'
import type { Node, Position } from 'unist'

/** What is read of a Markdown node that is kept aside. */
interface Kept extends Node {
  children?: Kept[]
  value?: string
}

/** A cell of a table, read as if it were a 款. */
interface Cell extends Paragraph {
  cell: true
}

/** Whether a clause text is that of a cell. */
export function isCell({ node }: ClauseText): boolean {
  return 'cell' in node
}

/** Whether a clause has a table in it. */
export function hasTable(node: RegastNode): boolean {
  if (node.type === 'block') return node.mdast.type === 'table'
  return 'children' in node && node.children.some((child) => hasTable(child as RegastNode))
}

/** The texts of the cells of a table, row by row; they stand in the clause around it, or in the 款 before it. */
export function cellTexts(block: Block, parent: RegastNode, own: string): ClauseText[] {
  const { mdast } = block
  if (mdast.type !== 'table') return []
  const address = parent.type === 'article' ? paragraphBefore(parent, block) : own
  const found: ClauseText[] = []
  for (const row of (mdast as Kept).children ?? []) {
    for (const cell of row.children ?? []) {
      const text = cellText(cell, address)
      if (text.node.children.length > 0) found.push(text)
    }
  }
  return found
}

/** The text of one cell of a table, read as if it were a 款 at an address. */
export function cellText(cell: Node, address: string): ClauseText {
  const children: Paragraph['children'] = []
  addWords(cell, children)
  const node: Cell = { type: 'paragraph', cell: true, number: { value: 1 }, address, children }
  return clauseText(node, address)
}

function paragraphBefore({ address, children }: Article, block: Block): string {
  let last = address
  for (const child of children) {
    if (child === block) break
    if (child.type === 'paragraph') last = child.address
  }
  return last
}

function addWords({ children = [] }: Kept, words: Paragraph['children']): void {
  for (const child of children) {
    if (child.children !== undefined) {
      addWords(child, words)
      continue
    }
    const { type, value, position } = child
    // What is written with escapes has its characters elsewhere than they seem to be.
    if (type === 'text' && value !== undefined && position !== undefined && lengthOf(position) === value.length)
      words.push({ type: 'text', value, position })
    else words.push({ type: 'inline', mdast: child, ...(position && { position }) })
  }
}

function lengthOf({ start, end }: Position): number {
  return (end.offset ?? 0) - (start.offset ?? 0)
}
