import { fold, wordStretch } from './characters.js'

/**
 * The terms that a text is indexed by: every two neighbouring characters of a stretch without punctuation, in order,
 * and a character that stands alone.
 */
export function grams(text: string): string[] {
  const found: string[] = []
  for (const [stretch] of fold(text).matchAll(wordStretch)) {
    if (stretch.length === 1) found.push(stretch)
    for (let index = 0; index + 2 <= stretch.length; index++) {
      // A character beyond the basic plane takes two units, which are a term of their own and never come apart.
      if (splitsPair(stretch, index)) continue
      found.push(stretch.slice(index, index + 2))
    }
  }
  return found
}

function splitsPair(text: string, index: number): boolean {
  const first = text.charCodeAt(index)
  const second = text.charCodeAt(index + 1)
  const paired = first >= 0xd800 && first <= 0xdbff && second >= 0xdc00 && second <= 0xdfff
  return !paired && ((first >= 0xd800 && first <= 0xdfff) || (second >= 0xd800 && second <= 0xdfff))
}

/** Number of two UTF-16 units, the same for the same two. */
export function gramCode(first: number, second: number): number {
  return first * 65_536 + second
}
