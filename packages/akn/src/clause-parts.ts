import type { Indent, Paragraph, Phrasing, Point, RegastNode } from 'regast'
import { isItem } from './names.js'

/** Whether a node stands in a line. */
export function isPhrasing(node: RegastNode): node is Phrasing {
  return node.type === 'text' || node.type === 'break' || node.type === 'inline' || node.type === 'comment'
}

/** The class of what is quoted. */
export function quotedClass(quoted: boolean | undefined): string | undefined {
  return quoted ? 'quoted' : undefined
}

/** Children up to the number and the heading, and the others. */
export function splitBase(children: RegastNode[]): { base: RegastNode[]; rest: RegastNode[] } {
  let count = children.findLastIndex((child) => child.type === 'num' || child.type === 'heading') + 1
  // Only a mark of quotation stands in front of a number; more would be lines of their own.
  const ahead = children
    .slice(0, count)
    .filter((child) => child.type !== 'comment' && child.type !== 'num' && child.type !== 'heading')
  if (ahead.length > 1 || (ahead.length === 1 && ahead[0] !== children[0])) {
    count = 0
    while (children[count]?.type === 'num' || children[count]?.type === 'heading') count += 1
  }
  return { base: children.slice(0, count), rest: children.slice(count) }
}

/** Number and heading; lines in front of the first listed clause; that clause and everything behind it. */
export function partsOf(node: Paragraph | Point | Indent): {
  base: RegastNode[]
  lead: RegastNode[]
  items: RegastNode[]
} {
  const { base, rest } = splitBase(node.children as RegastNode[])
  const first = rest.findIndex(isItem)
  return first === -1 ? { base, lead: rest, items: [] } : { base, lead: rest.slice(0, first), items: rest.slice(first) }
}

/** Notes every address of a tree. */
export function collectAddresses(node: RegastNode, found: Set<string>): void {
  if ('address' in node && typeof node.address === 'string') found.add(node.address)
  if ('children' in node) for (const child of node.children) collectAddresses(child as RegastNode, found)
}
