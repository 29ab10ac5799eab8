import { readComment } from '@tiaoli/xml'

/** Whatever nodes are put into. */
export interface TreeParent {
  children: unknown[]
}

/** Puts a comment of the document where it stands. */
export function addComment(parent: TreeParent, value: string): void {
  parent.children.push({ type: 'comment', value: readComment(value) })
}
