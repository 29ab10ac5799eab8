import { heaviestIncreasing } from './increasing.js'

/** A stretch of text that a difference must not cut. */
interface Span {
  start: number
  end: number
}

/** A phrase that stands unchanged in both texts. */
export interface PhraseAnchor {
  old: number
  new: number
  length: number
}

/** A shorter phrase says too little to hold two texts together. */
const shortestAnchor = 6

/**
 * Phrases (up to a comma or a stop) that stand once in each of two texts, in an order that both keep: between them words
 * are compared, so that only what changed is cut into words. Phrases that hold a span are left to that comparison.
 */
export function phraseAnchors(
  old: string,
  next: string,
  oldSpans: readonly Span[],
  newSpans: readonly Span[]
): PhraseAnchor[] {
  const olds = uniquePhrases(old, oldSpans)
  if (olds.size === 0) return []
  const pairs: PhraseAnchor[] = []
  for (const [phrase, at] of uniquePhrases(next, newSpans)) {
    const before = olds.get(phrase)
    if (at !== -1 && before !== undefined && before !== -1) pairs.push({ old: before, new: at, length: phrase.length })
  }
  return heaviestIncreasing(pairs, (index) => pairs[index]!.length).map((index) => pairs[index]!)
}

/** Where each phrase begins; -1 for one that stands there twice. */
function uniquePhrases(text: string, spans: readonly Span[]): Map<string, number> {
  const found = new Map<string, number>()
  let span = 0
  for (const match of text.matchAll(/[^，。；：！？\n\u2029]+[，。；：！？\n\u2029]*/g)) {
    const phrase = match[0]
    const end = match.index + phrase.length
    while (span < spans.length && spans[span]!.end <= match.index) span += 1
    if (phrase.length < shortestAnchor || (span < spans.length && spans[span]!.start < end)) continue
    found.set(phrase, found.has(phrase) ? -1 : match.index)
  }
  return found
}
