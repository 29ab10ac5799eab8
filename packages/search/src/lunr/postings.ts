import lunr from 'lunr'
import { grams } from '../analysis/grams.js'
import type { TextClauses } from '../clause-document.js'

/** In which documents each term stands, by their positions in ascending order. */
export type Postings = Map<string, number[]>

/** The one field of the lunr index. */
export const field = 'terms'

/** The postings of clauses in their order: terms of the title, of the headings and of the body alike. */
export function postingsOf(texts: readonly TextClauses[]): Postings {
  const postings: Postings = new Map()
  let document = 0
  for (const { text, clauses } of texts) {
    const title = grams(text.title)
    for (const { headings, body } of clauses) {
      for (const term of new Set([...title, ...headings.flatMap(grams), ...grams(body)])) {
        const list = postings.get(term)
        if (list === undefined) postings.set(term, [document])
        else list.push(document)
      }
      document += 1
    }
  }
  return postings
}

/** What `new lunr.Index` takes; its types leave out what a builder hands over. */
type Parts = ConstructorParameters<typeof lunr.Index>[0]

/** No posting carries anything beside the fact that it is there, so all share one. */
const nothing = Object.freeze({})

/**
 * The lunr index of postings. A term is there or not, and its weight is the query's: lunr's builder would keep an object
 * for each posting and weigh terms by itself, for many times the memory and time.
 */
export function lunrIndexOf(postings: Postings, documents: number): lunr.Index {
  const invertedIndex: Record<string, object> = Object.create(null)
  const elements: number[][] = Array.from({ length: documents }, () => [])
  const terms = [...postings.keys()].sort()
  for (const [position, term] of terms.entries()) {
    const found: Record<number, object> = Object.create(null)
    for (const document of postings.get(term)!) {
      found[document] = nothing
      elements[document]!.push(position, 1)
    }
    const entry = Object.create(null)
    entry._index = position
    entry[field] = found
    invertedIndex[term] = entry
  }
  const fieldVectors: Record<string, lunr.Vector> = Object.create(null)
  for (const [document, values] of elements.entries()) {
    fieldVectors[`${field}/${document}`] = new (
      lunr as unknown as { Vector: new (values: number[]) => lunr.Vector }
    ).Vector(values)
  }
  const { fromArray } = lunr.TokenSet as unknown as { fromArray(terms: string[]): unknown }
  const parts = {
    invertedIndex,
    fieldVectors,
    tokenSet: fromArray.call(lunr.TokenSet, terms),
    fields: [field],
    pipeline: new lunr.Pipeline()
  }
  return new lunr.Index(parts as unknown as Parts)
}

/** Postings as plain data: of each document its distance from the one before. */
export function packPostings(postings: Postings): Record<string, number[]> {
  return Object.fromEntries(
    [...postings].map(([term, documents]) => [
      term,
      documents.map((document, at) => document - (documents[at - 1] ?? 0))
    ])
  )
}

/** Postings out of plain data. */
export function unpackPostings(packed: Record<string, number[]>): Postings {
  const postings: Postings = new Map()
  for (const [term, distances] of Object.entries(packed)) {
    let document = 0
    postings.set(
      term,
      distances.map((distance) => {
        document += distance
        return document
      })
    )
  }
  return postings
}
