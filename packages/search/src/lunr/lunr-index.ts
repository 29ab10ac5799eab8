import lunr from 'lunr'
import type { ClauseNumber } from 'regast'
import { grams, isTerm } from '../analysis/grams.js'
import type { ClauseDocument, HeldText, IndexedText, TextClauses } from '../clause-document.js'
import type { Candidate, CandidateRequest, ClauseIndex, IndexStats, WeightedTerm } from '../clause-index.js'
import { IndexLimitError } from '../clause-index.js'
import type { LunrTerms, Postings } from './postings.js'
import { chosen, lunrIndexOf, packPostings, postingsOf, unpackPostings } from './postings.js'

/** A lunr index as plain data, for a file or a web page. */
export interface LunrSnapshot {
  format: 1
  texts: IndexedText[]
  clauses: ClauseDocument[]
  /** In which clauses each term stands: of each its distance from the one before. */
  postings: Record<string, number[]>
}

/** The embedded engine: for a workspace of drafts and for web pages. */
export interface LunrIndex extends ClauseIndex {
  /** The index as plain data; builds it where something has changed. */
  snapshot(): LunrSnapshot
}

/** Clauses beyond which lunr takes more memory than a drafter's machine or a browser has to spare. */
const mostClauses = 20_000

/** An empty lunr index. It is built when it is first asked after a change, which costs as much as building it anew. */
export function createLunrIndex(): LunrIndex {
  return new EmbeddedIndex([])
}

/** The index of a snapshot; throws where it is none. */
export function loadLunrIndex(snapshot: LunrSnapshot): LunrIndex {
  if (snapshot.format !== 1) throw new Error('索引的格式不认识，请重新生成。')
  const clauses = new Map<string, ClauseDocument[]>()
  for (const clause of snapshot.clauses) {
    const list = clauses.get(clause.text)
    if (list === undefined) clauses.set(clause.text, [clause])
    else list.push(clause)
  }
  const texts = snapshot.texts.map((text) => ({ text, clauses: clauses.get(text.id) ?? [] }))
  return new EmbeddedIndex(texts, unpackPostings(snapshot.postings))
}

/** Postings that lunr is handed in one query: it makes several objects for each. */
const mostPostings = 1000
/** Terms that are handed over whole, however many clauses have them. */
const fewestTerms = 4

interface Built {
  lunr: LunrTerms
  postings: Postings
  clauses: ClauseDocument[]
  /** Of each text its first clause and the one after its last. */
  ranges: Map<string, readonly [from: number, to: number]>
}

class EmbeddedIndex implements LunrIndex {
  readonly traits = { updates: 'rebuild' as const, mostClauses }
  revision = 0
  private readonly held = new Map<string, TextClauses>()
  private built: Built | undefined

  constructor(
    texts: readonly TextClauses[],
    private postings?: Postings
  ) {
    for (const text of texts) this.held.set(text.text.id, text)
  }

  async add(texts: Iterable<TextClauses> | AsyncIterable<TextClauses>): Promise<void> {
    let size = this.size()
    try {
      for await (const text of texts) {
        size += text.clauses.length - (this.held.get(text.text.id)?.clauses.length ?? 0)
        if (size > mostClauses) {
          throw new IndexLimitError(
            `条文超过 ${mostClauses} 条，内嵌索引装不下。请改用磁盘索引（@tiaoli/search-sqlite），或者只索引需要的法规。`
          )
        }
        this.held.set(text.text.id, text)
        this.changed()
      }
    } finally {
      this.changed()
    }
  }

  async remove(ids: Iterable<string>): Promise<void> {
    for (const id of ids) if (this.held.delete(id)) this.changed()
  }

  async texts(): Promise<HeldText[]> {
    return [...this.held.values()].map(({ text, clauses }) => ({ ...text, clauses: clauses.length }))
  }

  async frequencies(terms: readonly string[]): Promise<number[]> {
    const { postings } = this.build()
    return terms.map((term) => postings.get(term)?.length ?? 0)
  }

  async candidates({ terms, phrases = [], texts, limit }: CandidateRequest): Promise<Candidate[]> {
    const built = this.build()
    const { clauses, lunr: engine } = built
    const required = new Set(phrases.flatMap((phrase) => grams(phrase)))
    const asked = terms.filter(({ term }) => isTerm(term) && !required.has(term))
    if (required.size === 0 && asked.length === 0) return []
    const wanted = texts && new Set(texts)
    // Few clauses are weighed whether a rare term finds them or not.
    const few = required.size === 0 ? fewOf(wanted, built) : undefined
    const listed = few !== undefined ? 0 : listedOf(asked, required, built)
    if (few !== undefined) engine.choose(few)
    const found = engine.index.query((query) => {
      const { presence, wildcard } = lunr.Query
      for (const term of required) query.term(term, { usePipeline: false, presence: presence.REQUIRED })
      if (few !== undefined) query.term(chosen, { usePipeline: false })
      for (const [at, { term, weight }] of asked.entries()) {
        // One character begins terms; more than one is a term.
        if (term.length === 1) query.term(term, { usePipeline: false, boost: weight, wildcard: wildcard.TRAILING })
        else query.term(at < listed ? term : engine.weighing(term), { usePipeline: false, boost: weight })
      }
    })
    const candidates: Candidate[] = []
    for (const { ref, score } of found) {
      const document = clauses[Number(ref)]!
      if (score === 0 || (wanted !== undefined && !wanted.has(document.text))) continue
      candidates.push({ document, score })
      if (candidates.length >= limit) break
    }
    return candidates
  }

  async articles(texts: readonly string[], number?: ClauseNumber): Promise<ClauseDocument[]> {
    return texts.flatMap((id) => {
      const clauses = this.held.get(id)?.clauses ?? []
      if (number === undefined) return clauses
      return clauses.filter((clause) => clause.number?.value === number.value && clause.number.insert === number.insert)
    })
  }

  async stats(): Promise<IndexStats> {
    return { engine: 'lunr', texts: this.held.size, clauses: this.size() }
  }

  async close(): Promise<void> {
    this.built = undefined
  }

  snapshot(): LunrSnapshot {
    const { postings, clauses } = this.build()
    const texts = [...this.held.values()].map(({ text }) => text)
    return { format: 1, texts, clauses, postings: packPostings(postings) }
  }

  private changed(): void {
    this.revision += 1
    this.built = undefined
    this.postings = undefined
  }

  private size(): number {
    let size = 0
    for (const { clauses } of this.held.values()) size += clauses.length
    return size
  }

  private build(): Built {
    if (this.built === undefined) {
      const texts = [...this.held.values()]
      const clauses = texts.flatMap((text) => text.clauses)
      const postings = this.postings ?? postingsOf(texts)
      const ranges: Built['ranges'] = new Map()
      let from = 0
      for (const { text, clauses: own } of texts) {
        ranges.set(text.id, [from, from + own.length])
        from += own.length
      }
      this.built = { lunr: lunrIndexOf(postings, clauses.length), postings, clauses, ranges }
    }
    return this.built
  }
}

/** The clauses of texts, where they are no more than can be weighed one by one. */
function fewOf(texts: ReadonlySet<string> | undefined, { ranges }: Built): number[] | undefined {
  if (texts === undefined) return undefined
  const found: number[] = []
  for (const id of texts) {
    const [from, to] = ranges.get(id) ?? [0, 0]
    if (found.length + to - from > mostPostings) return undefined
    for (let at = from; at < to; at++) found.push(at)
  }
  return found
}

/**
 * How many of the terms, the rarest of which come first, find clauses; the others only weigh in what those find. With a
 * phrase, all of them do.
 */
function listedOf(terms: readonly WeightedTerm[], required: ReadonlySet<string>, { postings }: Built): number {
  if (required.size > 0) return terms.length
  let listed = 0
  let price = 0
  for (const { term } of terms) {
    price += postings.get(term)?.length ?? 0
    if (listed >= fewestTerms && price > mostPostings) break
    listed += 1
  }
  return listed
}
