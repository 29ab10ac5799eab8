import type { Span } from './blocks.js'
import { textWidth } from './text-width.js'

// Chinese lines may break anywhere but before a closing mark and after an opening one.
const noStart = /^[，。；：、！？）〕】〉》」』”’%‰…·,.;:!?)\]}]/u
const noEnd = /[（〔【〈《「『“‘(\u005B{]$/u

/** Breaks styled text into lines of at most `width` columns, Latin words kept whole, punctuation never first on a line. */
export function wrapSpans(spans: Span[], width: number): Span[][] {
  const lines: Span[][] = [[]]
  let used = 0
  for (const piece of pieces(spans)) {
    const wide = textWidth(piece.text)
    const hangs = noStart.test(piece.text) && used - width < 2
    if (used > 0 && used + wide > width && !hangs) {
      const carried = carry(lines.at(-1)!)
      trimEnd(lines.at(-1)!)
      lines.push(carried)
      used = carried.reduce((sum, { text }) => sum + textWidth(text), 0)
      if (piece.text.trim() === '') continue
    }
    append(lines.at(-1)!, piece)
    used += wide
  }
  return lines
}

/** Takes opening marks off the end of a line, to begin the next with. */
function carry(line: Span[]): Span[] {
  const last = line.at(-1)
  if (last === undefined || !noEnd.test(last.text)) return []
  const mark = [...last.text].at(-1)!
  if (last.text === mark && line.length === 1) return []
  last.text = last.text.slice(0, -mark.length)
  if (last.text === '') line.pop()
  return [{ text: mark, style: last.style }]
}

function trimEnd(line: Span[]): void {
  const last = line.at(-1)
  if (last !== undefined) last.text = last.text.trimEnd()
}

function append(line: Span[], piece: Span): void {
  const last = line.at(-1)
  if (last?.style === piece.style) last.text += piece.text
  else line.push({ ...piece })
}

/** Single Chinese characters, Latin words and blanks. */
function pieces(spans: Span[]): Span[] {
  return spans.flatMap(({ text, style }) =>
    (text.match(/[\u0021-\u007E\u00C0-\u024F]+|\s+|./gsu) ?? []).map((piece) => ({ text: piece, style }))
  )
}
