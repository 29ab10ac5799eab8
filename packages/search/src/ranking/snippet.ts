import { fold } from '../analysis/characters.js'
import type { ClauseDocument } from '../clause-document.js'

/** A stretch of a clause around what was found. */
export interface Snippet {
  text: string
  /** Where words of the query stand in it: pairs of begin and end. */
  highlights: [number, number][]
  /** Address of the 款, 项 or 目 that the stretch begins in. */
  address: string
}

/** Longest snippet, in UTF-16 units. */
const longest = 90

/** The stretch of a clause where most of the given folded words stand close together. */
export function snippetOf(document: ClauseDocument, words: readonly string[]): Snippet {
  const { body } = document
  const spans = spansOf(fold(body), words)
  const { start, end } = windowOf(body, spans)
  const highlights = spans
    .filter((span) => span.start >= start && span.end <= end)
    .map((span): [number, number] => [span.start - start + (start > 0 ? 1 : 0), span.end - start + (start > 0 ? 1 : 0)])
  const shown = body.slice(start, end).replace(/\n/g, ' ')
  const first = spans.find((span) => span.start >= start)?.start ?? start
  return {
    text: `${start > 0 ? '…' : ''}${shown}${end < body.length ? '…' : ''}`,
    highlights,
    address: document.lines.findLast(({ index }) => index <= first)?.address ?? document.address
  }
}

interface Span {
  start: number
  end: number
}

/** Where words stand, those that touch or overlap joined. */
function spansOf(text: string, words: readonly string[]): Span[] {
  const found: Span[] = []
  for (const word of words) {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
      found.push({ start: at, end: at + word.length })
    }
  }
  found.sort((left, right) => left.start - right.start || right.end - left.end)
  const joined: Span[] = []
  for (const span of found) {
    const last = joined.at(-1)
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else joined.push({ ...span })
  }
  return joined
}

function windowOf(body: string, spans: readonly Span[]): Span {
  if (body.length <= longest || spans.length === 0)
    return { start: 0, end: whole(body, Math.min(longest, body.length)) }
  let best = 0
  let most = -1
  let from = 0
  let inside = 0
  for (const [index, span] of spans.entries()) {
    inside += span.end - span.start
    while (from < index && span.end - spans[from]!.start > longest - 10) {
      inside -= spans[from]!.end - spans[from]!.start
      from += 1
    }
    if (inside > most) {
      most = inside
      best = from
    }
  }
  // Begins with the clause or sentence where that is near, else a little before the first word.
  const first = spans[best]!.start
  const near = Math.max(0, first - 24)
  const stop = Math.max(
    body.lastIndexOf('\n', first),
    body.lastIndexOf('。', first),
    body.lastIndexOf('；', first),
    first < 24 ? -1 : -2
  )
  const start = whole(body, stop + 1 >= near && stop !== -2 ? stop + 1 : Math.max(0, first - 12))
  return { start, end: whole(body, Math.min(body.length, start + longest)) }
}

/** The index, or the one after it where it would part the two units of one character. */
function whole(text: string, index: number): number {
  const unit = text.charCodeAt(index)
  return unit >= 0xdc00 && unit <= 0xdfff ? index + 1 : index
}
