import type { Original } from './copies.js'

/** The clause of other texts that speaks most of what a text speaks of. */
export interface Likeness {
  original: Original
  /** From 0 to 1: how much of what the two say they have in common, rare words counting most. */
  similarity: number
}

/** Finds, for a text, the clause that is about the same matter. */
export interface LikenessFinder {
  find(text: string): Likeness | undefined
}

/** Pairs of characters of a text, each once; what stands in titles and other marks does not tell what a clause is about. */
function gramsOf(text: string): Set<string> {
  const words = text.replace(/《[^《》]*》/g, ' ').replace(/[^\p{L}\p{N}]+/gu, ' ')
  const grams = new Set<string>()
  for (const piece of words.split(' '))
    for (let at = 0; at + 2 <= piece.length; at++) grams.add(piece.slice(at, at + 2))
  return grams
}

/** A finder over clauses, by the pairs of characters that they share, each weighed by how few clauses have it. */
export function createLikenessFinder(originals: readonly Original[]): LikenessFinder {
  const sets = originals.map(({ text }) => gramsOf(text))
  const holders = new Map<string, number[]>()
  for (const [index, grams] of sets.entries()) {
    for (const gram of grams) {
      const known = holders.get(gram)
      if (known === undefined) holders.set(gram, [index])
      else known.push(index)
    }
  }
  const weight = (gram: string): number => Math.log(1 + originals.length / (holders.get(gram)?.length ?? 1)) ** 2
  const lengths = sets.map((grams) => Math.sqrt([...grams].reduce((sum, gram) => sum + weight(gram), 0)))
  return { find }

  function find(text: string): Likeness | undefined {
    const grams = gramsOf(text)
    const shared = new Map<number, number>()
    let own = 0
    for (const gram of grams) {
      own += weight(gram)
      for (const index of holders.get(gram) ?? []) shared.set(index, (shared.get(index) ?? 0) + weight(gram))
    }
    let best: Likeness | undefined
    for (const [index, sum] of shared) {
      const similarity = sum / (Math.sqrt(own) * lengths[index]!)
      if (best === undefined || similarity > best.similarity) best = { original: originals[index]!, similarity }
    }
    return best
  }
}
