import type { Division, Indent, Point, RegastNode, Structure } from 'regast'

/** The namespace of Akoma Ntoso 3.0. */
export const aknNamespace = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'
/** The namespace of what a draft holds beyond Akoma Ntoso: front matter, and Markdown kept as it is. */
export const ownNamespace = 'urn:tiaoli:akn:1'

/** Whether a node is 编, 分编, 章, 节 or a division. */
export function isContainer(node: RegastNode | undefined): node is Structure | Division {
  switch (node?.type) {
    case 'book':
    case 'part':
    case 'chapter':
    case 'section':
    case 'division':
      return true
    default:
      return false
  }
}

/** Elements of structures that have a number with us. */
export const structureNames = new Set(['book', 'part', 'chapter', 'section'])
/** Elements of 项 and 目. */
export const itemNames = new Set(['point', 'indent'])

/** Whether a node is a 项 or 目. */
export function isItem(node: RegastNode): node is Point | Indent {
  return itemNames.has(node.type)
}
