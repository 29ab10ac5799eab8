import type { ClauseNumber } from 'regast'
import { fold } from '../analysis/characters.js'
import { grams, isTerm } from '../analysis/grams.js'
import type { ClauseDocument, HeldText, TextClauses } from '../clause-document.js'
import type { Candidate, CandidateRequest, ClauseIndex, IndexStats } from '../clause-index.js'

/** Texts as they are searched: of each clause its title, headings and body, folded. */
interface Scanned extends TextClauses {
  folded: string[] | undefined
}

/**
 * An index that builds nothing: every question reads every clause. For a handful of drafts that change with each
 * keystroke; a thousand articles take a few milliseconds.
 */
export function createScanIndex(): ClauseIndex {
  return new ScanIndex()
}

class ScanIndex implements ClauseIndex {
  readonly traits = { updates: 'in-place' as const }
  revision = 0
  private readonly held = new Map<string, Scanned>()

  async add(texts: Iterable<TextClauses> | AsyncIterable<TextClauses>): Promise<void> {
    for await (const text of texts) {
      this.held.set(text.text.id, { ...text, folded: undefined })
      this.revision += 1
    }
  }

  async remove(ids: Iterable<string>): Promise<void> {
    for (const id of ids) if (this.held.delete(id)) this.revision += 1
  }

  async texts(): Promise<HeldText[]> {
    return [...this.held.values()].map(({ text, clauses }) => ({ ...text, clauses: clauses.length }))
  }

  async frequencies(terms: readonly string[]): Promise<number[]> {
    const counts = terms.map(() => 0)
    for (const text of this.held.values()) {
      for (const folded of foldedOf(text)) {
        for (let at = 0; at < terms.length; at++)
          if (isTerm(terms[at]!) && folded.includes(terms[at]!)) counts[at]! += 1
      }
    }
    return counts
  }

  async candidates({ terms, phrases = [], texts, limit }: CandidateRequest): Promise<Candidate[]> {
    const required = [...new Set(phrases.flatMap((phrase) => grams(phrase)))]
    const wanted = terms.filter(({ term }) => isTerm(term))
    const found: Candidate[] = []
    for (const text of this.within(texts)) {
      for (const [at, folded] of foldedOf(text).entries()) {
        if (!required.every((term) => folded.includes(term))) continue
        let score = required.length
        for (const { term, weight } of wanted) if (folded.includes(term)) score += weight
        if (score > 0) found.push({ document: text.clauses[at]!, score })
      }
    }
    return found.sort((left, right) => right.score - left.score).slice(0, limit)
  }

  async articles(texts: readonly string[], number?: ClauseNumber): Promise<ClauseDocument[]> {
    return [...this.within(texts)].flatMap(({ clauses }) =>
      number === undefined
        ? clauses
        : clauses.filter((clause) => clause.number?.value === number.value && clause.number.insert === number.insert)
    )
  }

  async stats(): Promise<IndexStats> {
    const clauses = [...this.held.values()].reduce((sum, text) => sum + text.clauses.length, 0)
    return { engine: 'scan', texts: this.held.size, clauses }
  }

  async close(): Promise<void> {
    this.held.clear()
  }

  private *within(ids: readonly string[] | undefined): Iterable<Scanned> {
    if (ids === undefined) yield* this.held.values()
    else {
      for (const id of new Set(ids)) {
        const text = this.held.get(id)
        if (text !== undefined) yield text
      }
    }
  }
}

function foldedOf(text: Scanned): string[] {
  text.folded ??= text.clauses.map(({ headings, body }) => fold([text.text.title, ...headings, body].join('\n')))
  return text.folded
}
