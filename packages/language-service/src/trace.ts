import { readTraceComment } from '@tiaoli/brief'
import type { Comment, RegastNode } from 'regast'
import type { Range } from 'vscode-languageserver-types'
import type { Draft } from './draft.js'

const requirementId = /[A-Za-z][A-Za-z0-9]*-\d+(?:\.\d+)*/g

/** The requirement id at an offset in a tracing comment. */
export function requirementAt(
  draft: Draft,
  comment: Comment,
  offset: number
): { id: string; range: Range } | undefined {
  if (readTraceComment(comment.value) === undefined) return undefined
  return requirementsIn(draft, comment).find(({ start, end }) => start <= offset && offset <= end)
}

/** Every requirement id of a tracing comment, and where it stands. */
export function requirementsIn(
  draft: Draft,
  comment: Comment
): { id: string; start: number; end: number; range: Range }[] {
  const from = comment.position?.start.offset ?? 0
  const slice = draft.source.slice(from, comment.position?.end.offset ?? from)
  return [...slice.matchAll(requirementId)].map((match) => {
    const start = from + match.index
    const end = start + match[0].length
    const range = { start: draft.document.positionAt(start), end: draft.document.positionAt(end) }
    return { id: match[0], start, end, range }
  })
}

/** A comment that traces a clause to the brief. */
export interface Trace {
  comment: Comment
  /** Address of the clause that it speaks of: the one after it, or the one around it where it stands in a line of text. */
  address: string
  ids: string[]
}

/** Tracing comments of a draft in order. */
export function tracesOf(draft: Draft): Trace[] {
  return draft.once('traces', () => (draft.source.includes('落实') ? readTraces(draft) : []))
}

function readTraces(draft: Draft): Trace[] {
  const found: Trace[] = []
  let waiting: Trace[] = []
  const visit = (node: RegastNode, address: string, before: RegastNode | undefined): void => {
    if (node.type === 'comment') {
      const statement = readTraceComment(node.value)
      if (statement === undefined) return
      const trace = { comment: node, address, ids: [...statement.full, ...statement.part] }
      found.push(trace)
      const inLine = before?.position !== undefined && before.position.end.line === node.position?.start.line
      if (!inLine) waiting.push(trace)
      return
    }
    const own = 'address' in node && typeof node.address === 'string' ? node.address : address
    if (own !== address) {
      for (const trace of waiting) trace.address = own
      waiting = []
    }
    if (!('children' in node)) return
    const children = node.children as RegastNode[]
    for (const [index, child] of children.entries()) visit(child, own, children[index - 1])
    // What still waits at the end of an article speaks of it, not of whatever follows.
    if (node.type === 'article') waiting = []
  }
  visit(draft.tree, '', undefined)
  return found
}
