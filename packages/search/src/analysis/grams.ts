import { fold, wordStretch } from './characters.js'

/**
 * The terms that a text is indexed by: every two neighbouring characters of a stretch without punctuation, in order,
 * and a character that stands alone.
 */
export function grams(text: string): string[] {
  const found: string[] = []
  for (const [stretch] of fold(text).matchAll(wordStretch)) {
    if (stretch.length === 1 && isTerm(stretch)) found.push(stretch)
    for (let index = 0; index + 2 <= stretch.length; index++) {
      const term = stretch.slice(index, index + 2)
      // A character beyond the basic plane takes two units, which are a term of their own and never come apart.
      if (!hasSurrogates(term) || isTerm(term)) found.push(term)
    }
  }
  return found
}

function hasSurrogates(term: string): boolean {
  return (term.charCodeAt(0) & 0xf800) === 0xd800 || (term.charCodeAt(1) & 0xf800) === 0xd800
}

const aTerm = /^(?:[a-z0-9\u3400-\u9fff\uf900-\ufaff]{1,2}|[\ud840-\udbff][\udc00-\udfff])$/

/** Whether a text is a term that an index can have, or one character that may begin one. */
export function isTerm(text: string): boolean {
  return aTerm.test(text)
}
