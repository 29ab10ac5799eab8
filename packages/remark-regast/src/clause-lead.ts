import type { Indent, Paragraph, Phrasing, Point, RegastNode } from 'regast'

/** 项 or 目. */
export type Item = Point | Indent

/** Children of an item in front of its lead: a quotation mark, the number, a heading. */
export function ownParts(node: Paragraph | Item): number {
  const children = node.children as RegastNode[]
  let count = 0
  const num = children.findIndex((child) => child.type === 'num')
  if (num === 0 || (num === 1 && children[0]!.type === 'text')) count = num + 1
  if (children[count]?.type === 'heading') count += 1
  return count
}

/** The phrasing of a clause's own line. */
export function leadOf(node: Paragraph | Item): Phrasing[] {
  const children = node.children as RegastNode[]
  const lead: Phrasing[] = []
  for (let index = ownParts(node); index < children.length; index++) {
    const child = children[index]!
    if (!isPhrasing(child)) break
    lead.push(child)
  }
  return lead
}

export function isPhrasing(node: RegastNode): node is Phrasing {
  if (node.type === 'comment') return !/\n\s*\n/.test(node.value)
  return node.type === 'text' || node.type === 'break' || node.type === 'inline'
}

export function isItem(node: RegastNode): node is Item {
  return node.type === 'point' || node.type === 'indent'
}
