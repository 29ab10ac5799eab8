import type { Span } from './blocks.js'
import { textWidth } from './text-width.js'

// Chinese lines may break anywhere but before a closing mark and after an opening one.
const noStart = /^[，。；：、！？）〕】〉》」』”’%‰…·,.;:!?)\]}]/u
const noEnd = /[（〔【〈《「『“‘(\u005B{]$/u

/** Breaks styled text into lines of at most `width` columns, Latin words kept whole, no closing mark first on a line. */
export function wrapSpans(spans: Span[], width: number): Span[][] {
  const lines: Span[][] = [[]]
  let used = 0
  for (const piece of pieces(spans)) {
    const wide = textWidth(piece.text)
    if (used > 0 && used + wide > width) {
      const carried = carry(lines.at(-1)!, piece)
      lines.push(carried)
      used = lineWidth(carried)
      if (used === 0 && piece.text.trim() === '') continue
    }
    lines.at(-1)!.push(piece)
    used += wide
  }
  return lines.map(joined)
}

/** Takes off the end of a line what has to stand before `next` on the following line: a mark never parts from its word. */
function carry(line: Span[], next: Span): Span[] {
  const carried: Span[] = []
  while (line.length > 1 && (noStart.test((carried[0] ?? next).text) || noEnd.test(line.at(-1)!.text))) {
    carried.unshift(line.pop()!)
  }
  return carried
}

function lineWidth(line: Span[]): number {
  return line.reduce((sum, { text }) => sum + textWidth(text), 0)
}

/** A line with neighbours of one style in one span, and no blank at its end. */
function joined(line: Span[]): Span[] {
  const spans: Span[] = []
  for (const piece of line) {
    const last = spans.at(-1)
    if (last?.style === piece.style) last.text += piece.text
    else spans.push({ ...piece })
  }
  const last = spans.at(-1)
  if (last !== undefined) last.text = last.text.trimEnd()
  return spans
}

/** Single Chinese characters, Latin words and blanks. */
function pieces(spans: Span[]): Span[] {
  return spans.flatMap(({ text, style }) =>
    (text.match(/[\u0021-\u007E\u00C0-\u024F]+|\s+|./gsu) ?? []).map((piece) => ({ text: piece, style }))
  )
}
