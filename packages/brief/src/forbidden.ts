import type { DraftClause } from './draft-clauses.js'

/** A forbidden term found in a draft. */
export interface ForbiddenHit {
  /** As the brief states it. */
  term: string
  /** The words of the draft. */
  text: string
  address: string
  label: string
  /** Address of the 章 around the clause; `''` outside all of them. */
  chapter: string
}

/** How many characters `…` may stand for. */
const widestGap = 20

/** Where forbidden terms occur in the words of clauses; a sentence with an exception in front of the term does not count. */
export function findForbidden(
  clauses: readonly DraftClause[],
  terms: readonly string[],
  exceptions: readonly string[]
): ForbiddenHit[] {
  const hits: ForbiddenHit[] = []
  for (const term of terms) {
    const pieces = term.split(/…+|\.{3,}/).filter((piece) => piece !== '')
    if (pieces.length === 0) continue
    for (const { own: text, address, label, chapter } of clauses) {
      for (const [from, to] of occurrences(text, pieces)) {
        const sentence = text.slice(sentenceStart(text, from), from)
        if (!exceptions.some((word) => sentence.includes(word)))
          hits.push({ term, text: text.slice(from, to), address, label, chapter })
      }
    }
  }
  return hits
}

/** Spans in which the pieces follow one another, each at most `widestGap` characters and no sentence end after the last. */
function* occurrences(text: string, pieces: readonly string[]): Generator<[number, number]> {
  let from = text.indexOf(pieces[0]!)
  while (from !== -1) {
    let end = from + pieces[0]!.length
    let complete = true
    for (const piece of pieces.slice(1)) {
      const within = text.slice(end, end + widestGap + piece.length)
      const at = within.indexOf(piece)
      if (at === -1 || /[。；]/.test(within.slice(0, at))) {
        complete = false
        break
      }
      end += at + piece.length
    }
    if (complete) yield [from, end]
    from = text.indexOf(pieces[0]!, complete ? end : from + 1)
  }
}

function sentenceStart(text: string, index: number): number {
  let at = index
  while (at > 0 && !/[。；]/.test(text.charAt(at - 1))) at -= 1
  return at
}
