import type { LinkedReference, LinkedTerm, LinkTarget } from '@tiaoli/library'
import type { RegastNode } from 'regast'
import type { Range } from 'vscode-languageserver-types'
import type { AddressedNode } from './article-facts.js'
import type { Draft } from './draft.js'
import { rangeBetween, rangeOf } from './protocol.js'
import { mainTarget } from './target.js'
import { requirementAt } from './trace.js'

/** What a person points at. */
export type Subject =
  | { kind: 'reference'; reference: LinkedReference; target: LinkTarget; range: Range }
  | { kind: 'term'; term: LinkedTerm; range: Range }
  | { kind: 'clause'; node: AddressedNode; range: Range }
  | { kind: 'title'; range: Range }
  | { kind: 'requirement'; id: string; range: Range }

/** What stands at an offset of a draft; `undefined` in plain text. */
export function subjectAt(draft: Draft, offset: number): Subject | undefined {
  const term = draft.termAt(offset)
  const reference = draft.referenceAt(offset)
  if (reference !== undefined && !(term !== undefined && term.start.offset >= reference.start.offset)) {
    const picked = pick(reference, offset)
    if (picked !== undefined) return { kind: 'reference', reference, ...picked }
  }
  if (term !== undefined) return { kind: 'term', term, range: rangeBetween(term.start, term.end) }
  const path = draft.pathAt(offset)
  const last = path.at(-1)
  if (last?.type === 'comment') {
    const found = requirementAt(draft, last, offset)
    return found && { kind: 'requirement', ...found }
  }
  const title = path.find((node) => node.type === 'title')
  if (title !== undefined) return { kind: 'title', range: textRange(title) }
  const marked = path.findLast((node) => node.type === 'num' || node.type === 'heading')
  const holder = path.findLast((node) => 'address' in node)
  if (marked === undefined || holder === undefined || !('address' in holder)) return undefined
  return { kind: 'clause', node: holder as AddressedNode, range: textRange(marked) }
}

/** The text of a heading or title without the signs of Markdown around it. */
export function textRange(node: RegastNode): Range {
  const { start, end } = rangeOf(node.position)
  if (!('children' in node) || node.children.length === 0) return { start, end }
  return { start: rangeOf(node.children[0]!.position).start, end: rangeOf(node.children.at(-1)!.position).end }
}

/** The target that an offset in a reference points at, and the words that name it. */
function pick(reference: LinkedReference, offset: number): { target: LinkTarget; range: Range } | undefined {
  const { text, start, end, targets } = reference
  const whole = rangeBetween(start, end)
  const pieces = piecesOf(text)
  if (targets.length > 1 && pieces.length === targets.length && start.line === end.line) {
    const at = offset - start.offset
    const index = pieces.findIndex((piece) => at <= piece.end)
    const piece = pieces[index]
    if (piece !== undefined) {
      const column = (index: number) => ({ line: start.line, column: start.column + index })
      const range = rangeBetween({ ...column(piece.start) }, { ...column(piece.end) })
      return { target: targets[index]!, range }
    }
  }
  const target = mainTarget(reference)
  return target && { target, range: whole }
}

/** A list of clauses cut at what joins them; titles are not cut. */
export function piecesOf(text: string): { start: number; end: number }[] {
  const masked = text.replace(/《[^》]*》/g, (title) => '□'.repeat(title.length))
  const pieces: { start: number; end: number }[] = []
  let from = 0
  for (const joint of masked.matchAll(/、|，|以及|或者|和|与|及|或/g)) {
    pieces.push({ start: from, end: joint.index })
    from = joint.index + joint[0].length
  }
  pieces.push({ start: from, end: text.length })
  return pieces
}
