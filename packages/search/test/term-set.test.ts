import fc from 'fast-check'
import lunr from 'lunr'
import { describe, expect, it } from 'vitest'
import { TermSet } from '../src/lunr/term-set.js'

interface Automaton {
  intersect(asked: Automaton): Automaton
  toArray(): string[]
}

const { fromArray, fromString } = lunr.TokenSet as unknown as {
  fromArray(words: string[]): Automaton
  fromString(word: string): Automaton & { edges: Record<string, never> }
}

const term = fc.string({ unit: fc.constantFrom('花', '园', '圃', 'a', '7', '𬭚'), minLength: 1, maxLength: 3 })

describe('a set of terms', () => {
  it('has what the token set of lunr has, for whole terms and for beginnings', () => {
    fc.assert(
      fc.property(fc.uniqueArray(term), term, fc.boolean(), (terms, word, open) => {
        const sorted = terms.sort()
        const asked = fromString.call(lunr.TokenSet, open ? `${word}*` : word)
        const set = new TermSet(sorted, (one) => sorted.includes(one))
        const expected = fromArray.call(lunr.TokenSet, sorted).intersect(asked).toArray()
        expect(set.intersect(asked).toArray()).toEqual(expected.sort())
      })
    )
  })
})
