import type { ClauseNumber } from 'regast'
import type { ClauseDocument, HeldText, TextClauses } from './clause-document.js'

/**
 * A term to look for: two characters as `grams` cuts them, or one, which begins a term; `weight` is what its presence
 * adds to the worth of a clause, its rarity included.
 */
export interface WeightedTerm {
  term: string
  weight: number
}

/** What an engine is asked for. */
export interface CandidateRequest {
  /** Any of them suffices. */
  terms: readonly WeightedTerm[]
  /** Folded phrases whose terms a clause must all have; whether they stand side by side is for others to check. */
  phrases?: readonly string[]
  /** Ids of the texts to look in; all where absent. */
  texts?: readonly string[]
  limit: number
}

/** A clause that an engine proposes; the score orders one answer of one engine and means nothing else. */
export interface Candidate {
  document: ClauseDocument
  score: number
}

/** Size of an index. */
export interface IndexStats {
  engine: string
  texts: number
  clauses: number
  /** Bytes on disk, where it lies on one that the engine can see. */
  bytes?: number
}

/** What an engine can do. */
export interface IndexTraits {
  /** `rebuild`: every change costs as much as indexing everything anew. */
  updates: 'in-place' | 'rebuild'
  /** Clauses beyond which the engine refuses more. */
  mostClauses?: number
}

/**
 * An index of clauses by their characters. Engines propose candidates; what a query means and which candidate comes
 * first is decided above them, alike for all.
 */
export interface ClauseIndex {
  readonly traits: IndexTraits
  /** Grows with every change, so that what was derived from the index can be derived again. */
  readonly revision: number
  /** Adds texts; one with a known id takes the place of the old one. */
  add(texts: Iterable<TextClauses> | AsyncIterable<TextClauses>): Promise<void>
  /** Removes texts by id; unknown ids are passed over. */
  remove(ids: Iterable<string>): Promise<void>
  /** Facts of all texts, without their clauses. */
  texts(): Promise<HeldText[]>
  /** In how many clauses each term stands, in the order of the terms. */
  frequencies(terms: readonly string[]): Promise<number[]>
  /** Clauses with any of the terms, the best first. */
  candidates(request: CandidateRequest): Promise<Candidate[]>
  /** Articles of texts, those of one number where it is given, in the order of the text. */
  articles(texts: readonly string[], number?: ClauseNumber): Promise<ClauseDocument[]>
  stats(): Promise<IndexStats>
  close(): Promise<void>
}

/** An index was given more than it can hold; the message is Chinese and says what to do. */
export class IndexLimitError extends Error {
  override name = 'IndexLimitError'
}
