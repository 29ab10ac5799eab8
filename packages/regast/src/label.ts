import type { Heading, Num, RegastNode } from './nodes.js'

/** The number of a clause as it is printed; `undefined` where the clause bears none. */
export function numOf(node: RegastNode): Num | undefined {
  return childOf(node, 'num')
}

/** The heading of a structure or the caption of an article or item; `undefined` where there is none. */
export function headingOf(node: RegastNode): Heading | undefined {
  return childOf(node, 'heading')
}

function childOf<T extends 'num' | 'heading'>(node: RegastNode, type: T): Extract<RegastNode, { type: T }> | undefined {
  if (!('children' in node)) return undefined
  for (const child of node.children as readonly RegastNode[]) {
    if (child.type === type) return child as Extract<RegastNode, { type: T }>
  }
  return undefined
}
