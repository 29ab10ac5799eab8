import type { TextPlace } from '@tiaoli/library'
import type { Point, Position as SourcePosition } from 'unist'
import type { Position, Range } from 'vscode-languageserver-types'

/** The protocol's position (from 0) of a place in the source (from 1); both count UTF-16 units. */
export function positionOf(place: Point | TextPlace): Position {
  return { line: place.line - 1, character: place.column - 1 }
}

/** The protocol's range of two places. */
export function rangeBetween(start: Point | TextPlace, end: Point | TextPlace): Range {
  return { start: positionOf(start), end: positionOf(end) }
}

/** The protocol's range of a node's position; the start of the document where it has none. */
export function rangeOf(position: SourcePosition | undefined): Range {
  return position === undefined ? documentStart : rangeBetween(position.start, position.end)
}

/** An empty range at the start of a document. */
export const documentStart: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }

/** Whether two ranges share a character, or touch where one is empty. */
export function overlap(left: Range, right: Range): boolean {
  const empty = same(left.start, left.end) || same(right.start, right.end)
  return empty
    ? !before(left.end, right.start) && !before(right.end, left.start)
    : before(left.start, right.end) && before(right.start, left.end)
}

function before(left: Position, right: Position): boolean {
  return left.line < right.line || (left.line === right.line && left.character < right.character)
}

function same(left: Position, right: Position): boolean {
  return left.line === right.line && left.character === right.character
}
