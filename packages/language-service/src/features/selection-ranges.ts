import { clauseText } from 'regast'
import type { Position, Range, SelectionRange } from 'vscode-languageserver-types'
import type { Draft } from '../draft.js'
import { rangeBetween, rangeOf } from '../protocol.js'
import { subjectAt } from '../subject.js'

/** What a growing selection takes in: word of a reference, sentence, clause, 款, 条, 节, 章, document. */
export function selectionRanges(draft: Draft, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => selectionAt(draft, position))
}

function selectionAt(draft: Draft, position: Position): SelectionRange {
  const offset = draft.offsetAt(position)
  const end = draft.document.positionAt(draft.source.length)
  const ranges: Range[] = [{ start: { line: 0, character: 0 }, end }]
  for (const node of draft.pathAt(offset)) {
    if (node.position !== undefined && node.type !== 'text') ranges.push(rangeOf(node.position))
  }
  const sentence = sentenceAt(draft, offset)
  if (sentence !== undefined) ranges.push(sentence)
  const subject = subjectAt(draft, offset)
  if (subject?.kind === 'reference') {
    ranges.push(rangeBetween(subject.reference.start, subject.reference.end), subject.range)
  } else if (subject !== undefined) ranges.push(subject.range)
  return ranges.reduce<SelectionRange | undefined>((parent, range) => {
    if (parent === undefined) return { range }
    return inside(range, parent.range, draft) ? { range, parent } : parent
  }, undefined)!
}

/** The sentence around an offset, in the source. */
function sentenceAt(draft: Draft, offset: number): Range | undefined {
  const clause = draft.clauseAt(offset)
  if (clause === undefined) return undefined
  const { runs } = clauseText(clause.node, clause.address)
  const run = runs.findLast(({ place }) => (place.offset ?? 0) <= offset)
  if (run === undefined) return undefined
  const from = run.place.offset ?? 0
  const text = draft.source.slice(from, from + run.length)
  const at = offset - from
  const start = Math.max(text.lastIndexOf('。', at - 1), text.lastIndexOf('；', at - 1)) + 1
  const stop = /[。；]/.exec(text.slice(at))
  const end = stop === null ? text.length : at + stop.index + 1
  return { start: draft.document.positionAt(from + start), end: draft.document.positionAt(from + end) }
}

/** Whether a range lies in another and is smaller. */
function inside(inner: Range, outer: Range, { document }: Draft): boolean {
  const [start, end] = [document.offsetAt(inner.start), document.offsetAt(inner.end)]
  const [from, to] = [document.offsetAt(outer.start), document.offsetAt(outer.end)]
  return from <= start && end <= to && end - start < to - from
}
