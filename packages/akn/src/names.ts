import type { Division, RegastNode, Structure } from 'regast'

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
