import { toString as mdastText } from 'mdast-util-to-string'
import type { ClauseText, Inline } from 'regast'
import type { ReportReference, ReportSegment } from './model.js'

/** Cuts a clause's text where references begin and end; the references are those of this clause, in order. */
export function segmentsOf(clause: ClauseText, references: ReportReference[]): ReportSegment[] {
  const segments: ReportSegment[] = []
  const words = inlineWords(clause)
  let done = 0
  for (const reference of references) {
    const start = indexOf(clause, reference.start.offset)
    const end = indexOf(clause, reference.end.offset)
    if (start === undefined || end === undefined || start < done || end <= start) continue
    push(clause.text.slice(done, start))
    push(clause.text.slice(start, end), reference.id)
    done = end
  }
  push(clause.text.slice(done))
  return segments

  function push(text: string, reference?: number): void {
    if (text === '') return
    const shown = text.replace(/\uFFFC/g, () => words.shift() ?? '')
    segments.push(reference === undefined ? { text: shown } : { text: shown, reference })
  }
}

/** Index in the clause's text of a source offset; `undefined` where the offset is outside the clause. */
function indexOf(clause: ClauseText, offset: number): number | undefined {
  for (const { index, place, length } of clause.runs) {
    const ahead = offset - (place.offset ?? 0)
    if (ahead >= 0 && ahead <= length) return index + ahead
  }
  return undefined
}

function inlineWords(clause: ClauseText): string[] {
  const children: readonly { type: string }[] = clause.node.children
  return children.filter((child): child is Inline => child.type === 'inline').map((child) => mdastText(child.mdast))
}
