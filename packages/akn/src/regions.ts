import type { Preamble, RegastNode, Root } from 'regast'
import { isContainer } from './names.js'

/** The children of a tree by where Akoma Ntoso puts them; comments go with their neighbours. */
export interface Regions {
  preface: RegastNode[]
  preamble: Preamble | undefined
  beforeBody: RegastNode[]
  body: RegastNode[]
  /** Signatures at the end, taken out of the innermost open container where the parser leaves them. */
  conclusions: RegastNode[]
  /** What stands in `conclusions` and no longer where the tree has it. */
  moved: Set<RegastNode>
  afterBody: RegastNode[]
  attachments: RegastNode[]
}

const prefaceTypes = new Set(['title', 'note', 'toc', 'comment', 'block'])

/** Divides the children of a tree; what stands out of the usual order stays in the body, where nothing is lost. */
export function divideRoot(tree: Root): Regions {
  const children = tree.children.filter((child) => child.type !== 'frontMatter') as RegastNode[]
  let at = 0
  const take = (test: (node: RegastNode) => boolean): RegastNode[] => {
    const from = at
    while (at < children.length && test(children[at]!)) at += 1
    return children.slice(from, at)
  }
  const preface = take((node) => prefaceTypes.has(node.type))
  let preamble: Preamble | undefined
  const next = children[at]
  if (next?.type === 'preamble' && fitsPreamble(next)) {
    preamble = next
    at += 1
  }
  const beforeBody = preamble === undefined ? [] : take((node) => node.type === 'comment')
  let end = children.length
  while (end > at && (children[end - 1]!.type === 'attachment' || children[end - 1]!.type === 'comment')) end -= 1
  const tail = children.slice(end)
  const firstAttachment = tail.findIndex((node) => node.type === 'attachment')
  const attachments = firstAttachment === -1 ? [] : tail.slice(firstAttachment)
  const body = children.slice(at, end)
  const between = firstAttachment === -1 ? tail : tail.slice(0, firstAttachment)
  const conclusions = endingOf(body)
  const moved = new Set(conclusions)
  return {
    preface,
    preamble,
    beforeBody,
    body: body.filter((node) => !moved.has(node)),
    conclusions,
    moved,
    afterBody: between,
    attachments
  }
}

/** Signatures with the comments between them that end the innermost container at the end of the body. */
function endingOf(body: RegastNode[]): RegastNode[] {
  const last = body[body.length - 1]
  if (isContainer(last)) return endingOf(last.children as RegastNode[])
  let from = body.length
  while (from > 0 && (body[from - 1]!.type === 'signature' || body[from - 1]!.type === 'comment')) from -= 1
  // A container that ends where signatures stand behind it would seem to hold them.
  if (from > 0 && isContainer(body[from - 1])) return []
  while (from < body.length && body[from]!.type === 'comment') from += 1
  return body.slice(from)
}

/** Whether the schema can hold a preamble as such: lines and lists, nothing set between them. */
function fitsPreamble(preamble: Preamble): boolean {
  if (preamble.children.length === 0) return false
  return preamble.children.every((child, index) => {
    if (child.type === 'heading') return index === 0
    return child.type !== 'paragraph' || fitsList(child)
  })
}

function fitsList(node: RegastNode): boolean {
  if (!('children' in node)) return true
  const children = node.children as RegastNode[]
  const firstItem = children.findIndex((child) => child.type === 'point' || child.type === 'indent')
  return children.every((child, index) => {
    if (child.type === 'block') return false
    if (child.type === 'point' || child.type === 'indent') return fitsList(child)
    return firstItem === -1 || index < firstItem || child.type === 'comment'
  })
}
