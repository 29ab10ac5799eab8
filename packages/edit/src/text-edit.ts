/** A replacement of one stretch of a source: UTF-16 offsets, and the new text. */
export interface TextEdit {
  start: number
  end: number
  text: string
}

/** The source with edits made, all at once; they must not overlap, in any order. Throws a `RangeError` where they do. */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  const sorted = sortEdits(edits)
  let result = ''
  let at = 0
  for (const { start, end, text } of sorted) {
    if (start < at || end < start || end > source.length) {
      throw new RangeError(`edit ${start}–${end} overlaps another or leaves the text`)
    }
    result += source.slice(at, start) + text
    at = end
  }
  return result + source.slice(at)
}

/** Edits in the order of the source; those at one place keep their order. */
export function sortEdits(edits: readonly TextEdit[]): TextEdit[] {
  return edits.toSorted((left, right) => left.start - right.start || left.end - right.end)
}
