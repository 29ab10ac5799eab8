import type { ClauseText } from 'regast'
import type { Place } from './place.js'

/** One text of a document with what the words around it say. */
export interface ReadingClause {
  clause: ClauseText
  /** Parts of the text inside quotation marks, in an amendment document. */
  quoted: [start: number, end: number][]
}

/** What was pointed to last, for phrases that lean on it. */
export interface LastTarget {
  /** `null` for the document itself. */
  instrument: string | null
  place: Place
  /** End of the mention in its clause text. */
  end: number
}

/**
 * The quoted parts of a text; `open` says whether a quotation is still open from the text before. A paragraph of a
 * longer quotation opens with a mark of its own although none was closed.
 */
export function quotedParts(text: string, open: boolean): { parts: [number, number][]; open: boolean } {
  const parts: [number, number][] = []
  let start = open ? 0 : -1
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (char === '“') {
      if (start === -1) start = i
    } else if (char === '”' && start !== -1) {
      parts.push([start, i + 1])
      start = -1
    }
  }
  if (start !== -1) parts.push([start, text.length])
  return { parts, open: start !== -1 }
}

/** Whether an index lies inside one of the parts. */
export function isQuoted(parts: readonly [number, number][], index: number): boolean {
  return parts.some(([start, end]) => start <= index && index < end)
}

/** Whether the same sentence goes on between two indices. */
export function sameSentence(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const char = text[i]
    if (char === '。' || char === '\n') return false
  }
  return true
}
