import { cellText } from '@tiaoli/library'
import type { Block } from 'regast'
import type { ReportReference, ReportSegment } from './model.js'
import { segmentsOf } from './segments.js'

type Node = Parameters<typeof cellText>[0]

/** The cells of a table, row by row, cut where references begin and end; `undefined` for what is no table. */
export function tableSegments(block: Block, references: readonly ReportReference[]): ReportSegment[][][] | undefined {
  const { mdast, position } = block
  if (mdast.type !== 'table') return undefined
  const from = position?.start.offset ?? 0
  const to = position?.end.offset ?? 0
  const inside = references.filter(({ start, end }) => start.offset >= from && end.offset <= to)
  return childrenOf(mdast).map((row) => childrenOf(row).map((cell) => segmentsOf(cellText(cell, ''), inside)))
}

function childrenOf(node: Node): Node[] {
  return 'children' in node ? (node.children as Node[]) : []
}
