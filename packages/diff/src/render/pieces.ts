import type { Mark, TableLine } from '../table/model.js'

/** A stretch of text with everything that marks it. */
export interface Piece {
  text: string
  kinds: ReadonlySet<Mark['kind']>
}

/** Cuts a line at the borders of its marks; joined, the pieces are its text. */
export function piecesOf({ text, marks }: Pick<TableLine, 'text' | 'marks'>): Piece[] {
  const borders = new Set([0, text.length])
  for (const { start, end } of marks) {
    borders.add(start)
    borders.add(end)
  }
  const sorted = [...borders].sort((left, right) => left - right)
  const pieces: Piece[] = []
  for (let i = 0; i + 1 < sorted.length; i++) {
    const [start, end] = [sorted[i]!, sorted[i + 1]!]
    const kinds = new Set(marks.filter((mark) => mark.start <= start && mark.end >= end).map((mark) => mark.kind))
    pieces.push({ text: text.slice(start, end), kinds })
  }
  return pieces
}
