import lunr from 'lunr'
import { grams } from '../analysis/grams.js'
import type { TextClauses } from '../clause-document.js'
import { TermSet } from './term-set.js'

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

/** A term as lunr looks it up: its place in vectors, and by field the documents to weigh because of it. */
interface Posting {
  _index: number
  [field]: Record<number, object>
}

/** A term as lunr looks it up; where it stands is written out in lunr's form when it is first asked for, as few are. */
class Entry {
  private found: Record<number, object> | undefined

  constructor(
    readonly _index: number,
    private readonly documents: readonly number[]
  ) {}

  get [field](): Record<number, object> {
    if (this.found === undefined) {
      this.found = Object.create(null) as Record<number, object>
      for (const document of this.documents) this.found[document] = nothing
    }
    return this.found
  }
}

/** Ends what lunr looks up to give a term its weight and no documents; stands in no term. */
const unlisted = '\0'
/** What lunr looks up for the documents of `LunrTerms.choose`. */
export const chosen = '\0\0'

/** A lunr index with what it cannot be asked by itself. */
export interface LunrTerms {
  index: lunr.Index
  /** What to ask for so that a term weighs in documents that are found by others, without finding any. */
  weighing(term: string): string
  /** Sets the documents that `chosen` finds. */
  choose(documents: Iterable<number>): void
}

/**
 * The lunr index of postings. A term is there or not, and its weight is the query's: lunr's builder would keep an object
 * for each posting and weigh terms by itself, for many times the memory and time.
 */
export function lunrIndexOf(postings: Postings, documents: number): LunrTerms {
  const terms = [...postings.keys()].sort()
  const invertedIndex: Record<string, Posting> = Object.create(null)
  for (const [position, term] of terms.entries()) invertedIndex[term] = new Entry(position, postings.get(term)!)
  const parts = {
    invertedIndex,
    fieldVectors: vectorsOf(terms, postings, documents),
    tokenSet: new TermSet(terms, (term) => term in invertedIndex),
    fields: [field],
    pipeline: new lunr.Pipeline()
  }
  return {
    index: new lunr.Index(parts as unknown as Parts),
    weighing: (term) => {
      const asked = term + unlisted
      const known = invertedIndex[term]
      if (known !== undefined) invertedIndex[asked] ??= { _index: known._index, [field]: {} }
      return asked
    },
    choose: (found) => {
      // No vector has this position, so that being chosen weighs nothing.
      const posting: Posting = { _index: terms.length, [field]: {} }
      for (const document of found) posting[field][document] = nothing
      invertedIndex[chosen] = posting
    }
  }
}

/** Of each document the positions of its terms with a weight of one, parts of one array. */
function vectorsOf(terms: readonly string[], postings: Postings, documents: number): Record<string, lunr.Vector> {
  const ends = new Uint32Array(documents + 1)
  for (const list of postings.values()) for (const document of list) ends[document + 1]! += 2
  for (let document = 0; document < documents; document++) ends[document + 1]! += ends[document]!
  const elements = new Uint32Array(ends[documents]!).fill(1)
  const next = ends.slice()
  for (const [position, term] of terms.entries()) {
    for (const document of postings.get(term)!) {
      elements[next[document]!] = position
      next[document]! += 2
    }
  }
  const Vector = lunr.Vector as unknown as new (elements: Uint32Array) => lunr.Vector
  const vectors: Record<string, lunr.Vector> = Object.create(null)
  for (let document = 0; document < documents; document++)
    vectors[`${field}/${document}`] = new Vector(elements.subarray(ends[document], ends[document + 1]))
  return vectors
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
