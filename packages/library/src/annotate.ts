import type { RegastNode, Text } from 'regast'
import type { LinkedDocument, LinkedReference, LinkedTerm, TextPlace } from './linked.js'

/** A run of clause text, or another node beside it, with the reference and the defined term that it belongs to. */
export interface AnnotatedPiece {
  /** A text node cut where references and terms begin and end, else the node itself. */
  node: RegastNode
  reference?: LinkedReference
  term?: LinkedTerm
}

/** Cuts the children of a node where references and terms begin and end; what is no phrasing passes through. */
export type Annotator = (children: readonly RegastNode[]) => AnnotatedPiece[]

/** An annotator for the links of one document; without links every node is one piece. */
export function createAnnotator(links: LinkedDocument | undefined): Annotator {
  const references = bySource(links?.references ?? [])
  const terms = bySource(links?.terms ?? [])
  return (children) => children.flatMap((node) => piecesOf(node, references, terms))
}

interface Extent {
  start: TextPlace
  end: TextPlace
}

function bySource<T extends Extent>(extents: readonly T[]): T[] {
  const sorted = [...extents].sort(
    (left, right) => left.start.offset - right.start.offset || right.end.offset - left.end.offset
  )
  // One within another (a term in a reference of the same kind) would be drawn twice: the outer one stays.
  let end = -1
  return sorted.filter((extent) => {
    if (extent.start.offset < end) return false
    end = extent.end.offset
    return true
  })
}

function piecesOf(node: RegastNode, references: LinkedReference[], terms: LinkedTerm[]): AnnotatedPiece[] {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined || 'children' in node) return [{ node }]
  if (node.type !== 'text') return [piece(node, at(references, start), at(terms, start))]
  // An escaped character stands for itself alone, so there is nothing to cut.
  if (end - start !== node.value.length) return [piece(node, at(references, start), at(terms, start))]
  const pieces: AnnotatedPiece[] = []
  for (let from = start; from < end; ) {
    const reference = at(references, from)
    const term = at(terms, from)
    const to = Math.min(
      end,
      reference?.end.offset ?? nextStart(references, from),
      term?.end.offset ?? nextStart(terms, from)
    )
    if (from === start && to === end) return [piece(node, reference, term)]
    const text: Text = { ...node, value: node.value.slice(from - start, to - start) }
    delete text.position
    pieces.push(piece(text, reference, term))
    from = to
  }
  return pieces
}

function piece(node: RegastNode, reference: LinkedReference | undefined, term: LinkedTerm | undefined): AnnotatedPiece {
  return { node, ...(reference && { reference }), ...(term && { term }) }
}

/** The extent that covers an offset. */
function at<T extends Extent>(extents: readonly T[], offset: number): T | undefined {
  const found = extents[firstAfter(extents, offset) - 1]
  return found !== undefined && offset < found.end.offset ? found : undefined
}

function nextStart(extents: readonly Extent[], offset: number): number {
  return extents[firstAfter(extents, offset)]?.start.offset ?? Number.POSITIVE_INFINITY
}

/** Index of the first extent that begins behind an offset. */
function firstAfter(extents: readonly Extent[], offset: number): number {
  let low = 0
  let high = extents.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (extents[middle]!.start.offset <= offset) low = middle + 1
    else high = middle
  }
  return low
}
