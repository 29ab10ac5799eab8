import { comparisonColumns } from '@tiaoli/library'
import type { Nodes } from 'mdast'
import { toString as wordsOf } from 'mdast-util-to-string'
import type { RegastNode } from 'regast'

/** The names of the columns of each table that compares articles, in the order of the text. */
export function comparedTables(node: RegastNode): string[][] {
  if (node.type === 'block') {
    const mdast = node.mdast as Nodes
    if (mdast.type !== 'table') return []
    const rows = mdast.children.map((row) => row.children.map((cell) => wordsOf(cell, { includeHtml: false })))
    const columns = comparisonColumns(rows)
    return columns === undefined ? [] : [columns]
  }
  return 'children' in node ? node.children.flatMap((child) => comparedTables(child as RegastNode)) : []
}
