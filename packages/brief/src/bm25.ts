import { grams } from './grams.js'

/** A document of the index: stretches of text with the weight of each. */
export interface WeightedText {
  text: string
  weight: number
}

/** A document found, with the two-character runs that speak most for it, the strongest first. */
export interface Match {
  document: number
  score: number
  shared: string[]
}

const saturation = 1.2
const lengthShare = 0.4

/** An index of documents by two-character runs that ranks them by Okapi BM25. */
export class GramIndex {
  private readonly postings = new Map<string, { document: number; count: number }[]>()
  private readonly lengths: number[] = []
  private readonly average: number

  constructor(documents: readonly WeightedText[][]) {
    for (const [document, texts] of documents.entries()) {
      const counts = weigh(texts)
      let length = 0
      for (const [gram, count] of counts) {
        length += count
        const list = this.postings.get(gram)
        if (list === undefined) this.postings.set(gram, [{ document, count }])
        else list.push({ document, count })
      }
      this.lengths.push(length)
    }
    this.average = this.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, this.lengths.length) || 1
  }

  /** Every document that shares a run with the query, the best first. */
  search(query: readonly WeightedText[]): Match[] {
    const found = new Map<number, { score: number; parts: Map<string, number> }>()
    for (const [gram, weight] of weigh(query)) {
      const list = this.postings.get(gram)
      if (list === undefined) continue
      const rarity = Math.log(1 + (this.lengths.length - list.length + 0.5) / (list.length + 0.5))
      for (const { document, count } of list) {
        const norm = 1 - lengthShare + (lengthShare * this.lengths[document]!) / this.average
        // A run that the query repeats tells little more than one it says once.
        const part = rarity * Math.sqrt(weight) * ((count * (saturation + 1)) / (count + saturation * norm))
        const entry = found.get(document) ?? { score: 0, parts: new Map<string, number>() }
        entry.score += part
        entry.parts.set(gram, part)
        found.set(document, entry)
      }
    }
    return [...found]
      .map(([document, { score, parts }]) => ({
        document,
        score,
        shared: [...parts].sort((left, right) => right[1] - left[1]).map(([gram]) => gram)
      }))
      .sort((left, right) => right.score - left.score || left.document - right.document)
  }
}

function weigh(texts: readonly WeightedText[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { text, weight } of texts)
    for (const gram of grams(text)) counts.set(gram, (counts.get(gram) ?? 0) + weight)
  return counts
}
