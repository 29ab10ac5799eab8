import { foldUnit, isWordUnit } from '../analysis/characters.js'
import { gramCode } from '../analysis/grams.js'

/** Numbers the terms of one query, so that texts can be scanned for all of them at once. */
export class TermTable {
  private readonly byCode = new Map<number, number>()
  readonly terms: string[] = []

  /** Number of a term of two characters, entered where it is new. */
  enter(term: string): number {
    const code = gramCode(term.charCodeAt(0), term.charCodeAt(1))
    let index = this.byCode.get(code)
    if (index === undefined) {
      index = this.terms.length
      this.byCode.set(code, index)
      this.terms.push(term)
    }
    return index
  }

  /** Counts the terms in a text, folded or not; `first`, where given, gets the index of the first of each. */
  count(text: string, counts: Uint8Array, first?: Int32Array): void {
    if (text === '') return
    let previous = foldUnit(text.charCodeAt(0))
    for (let index = 1; index < text.length; index++) {
      const unit = foldUnit(text.charCodeAt(index))
      if (isWordUnit(unit)) {
        const term = this.byCode.get(gramCode(previous, unit))
        if (term !== undefined) {
          if (counts[term]! < 255) counts[term]! += 1
          if (first !== undefined && counts[term] === 1) first[term] = index - 1
        }
      }
      previous = unit
    }
  }
}
