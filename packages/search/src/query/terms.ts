import type { WeightedTerm } from '../clause-index.js'
import type { Analysis } from './concepts.js'

/** Sum of the frequencies of the terms that an engine is asked for, which is the price of a query. */
const mostPostings = 15_000
const mostTerms = 60
const fewestTerms = 4
/** What a term weighs that is only a likely part of the answer. */
const intentWeight = 0.3
const otherWeight = 0.75

/** The terms of a query that an engine is asked for, the rarest first, as many as it can look up quickly. */
export function termsFor(
  analysis: Analysis,
  frequencies: ReadonlyMap<string, number>,
  clauses: number
): WeightedTerm[] {
  const terms: WeightedTerm[] = []
  let price = 0
  const known = [...termWeights(analysis)]
    .map(([term, weight]) => ({ term, weight, frequency: frequencies.get(term) ?? 0 }))
    .sort((left, right) => left.frequency - right.frequency)
  const pairs = known.filter(({ term, frequency }) => term.length > 1 && frequency > 0)
  // A single character begins so many terms that it is looked up only where there is nothing else.
  for (const { term, weight, frequency } of pairs.length > 0 ? pairs : known) {
    price += frequency
    if (terms.length >= mostTerms || (terms.length >= fewestTerms && price > mostPostings)) break
    terms.push({ term, weight: weight * Math.log(1 + clauses / (frequency + 1)) })
  }
  return terms
}

/** Every term of a query with its weight, rarity aside; terms of one word overlap and so do not count in full. */
export function termWeights({ concepts }: Analysis): Map<string, number> {
  const weights = new Map<string, number>()
  for (const { variants, role } of concepts) {
    for (const { grams, weight, other } of variants) {
      const part =
        (weight * (other ? otherWeight : 1) * (role === 'intent' ? intentWeight : 1)) /
        Math.sqrt(Math.max(1, grams.length))
      for (const term of grams) weights.set(term, Math.max(part, weights.get(term) ?? 0))
    }
  }
  return weights
}

/** Every term that ranking asks the frequency of. */
export function allTerms({ concepts, joints }: Analysis): string[] {
  const terms = new Set(joints)
  for (const { variants } of concepts) for (const { grams } of variants) for (const term of grams) terms.add(term)
  return [...terms]
}
