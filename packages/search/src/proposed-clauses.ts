import { grams } from './analysis/grams.js'
import type { ClauseDocument } from './clause-document.js'
import type { ClauseIndex } from './clause-index.js'
import { allowedTexts } from './query/allowed-texts.js'
import type { Analysis } from './query/concepts.js'
import type { ParsedQuery } from './query/parse-query.js'
import type { Place } from './query/place.js'
import { termsFor, termWeights } from './query/terms.js'
import type { TitleIndex } from './titles/title-index.js'

/** Clauses that an engine is asked for; ranking chooses among them. */
const proposals = 200
/** Texts looked into for an article of the number that is asked for. */
const numberedTexts = 40
/** Texts looked into because of their titles. */
const titledTexts = 2
/** Texts looked into because the query names them. */
const namedTexts = 4
/** Clauses up to which such a text is ranked whole; of a longer one, terms choose that many. */
const wholeText = 120
/** Terms that choose them. */
const choosingTerms = 24

/** What is known of a query. */
export interface AskedFor {
  parsed: ParsedQuery
  place: Place
  analysis: Analysis
  /** In how many clauses each of its terms stands. */
  frequencies: ReadonlyMap<string, number>
}

/** The clauses among which ranking chooses, each once. */
export async function proposedClauses(
  index: ClauseIndex,
  { parsed, place, analysis, frequencies }: AskedFor,
  titles: TitleIndex,
  clauses: number
): Promise<ClauseDocument[]> {
  const found = new Proposals()
  const allowed = allowedTexts(parsed, place, titles)
  const near = [...place.named].filter((id) => allowed === undefined || allowed.has(id))
  if (parsed.number !== undefined) {
    // A number alone means the article of each draft where there are a few; among many texts it says nothing.
    const asked = allowed ?? (titles.byId.size <= numberedTexts ? titles.byId.keys() : [])
    const texts = near.length > 0 ? near : titles.shortestFirst(asked)
    found.take(await index.articles(texts.slice(0, numberedTexts), parsed.number))
  }
  const terms = termsFor(analysis, frequencies, clauses)
  const phrases = parsed.phrases.filter((phrase) => grams(phrase).length > 0)
  if (terms.length > 0 || phrases.length > 0) {
    const proposed = await index.candidates({
      terms,
      ...(phrases.length > 0 && { phrases }),
      ...(allowed !== undefined && { texts: [...allowed] }),
      limit: proposals
    })
    found.take(proposed.map(({ document }) => document))
  }
  const likely = titles.likeliest(termWeights(analysis), titledTexts, allowed)
  const all = [...new Set([...near.slice(0, namedTexts), ...likely])]
  found.take(await index.articles(all.filter((id) => titles.sizeOf(id) <= wholeText)))
  const long = all.filter((id) => titles.sizeOf(id) > wholeText)
  if (long.length > 0 && terms.length > 0) {
    const chosen = await index.candidates({ terms: terms.slice(0, choosingTerms), texts: long, limit: wholeText })
    found.take(chosen.map(({ document }) => document))
  }
  const { documents } = found
  // Nothing but a place: that is what is to be seen.
  if (analysis.concepts.length === 0 && phrases.length === 0 && allowed !== undefined && documents.length === 0) {
    found.take(await index.articles([...allowed].slice(0, namedTexts)))
  }
  return documents
}

/** Clauses in the order in which they came up. */
class Proposals {
  readonly documents: ClauseDocument[] = []
  private readonly taken = new Map<string, Set<string>>()

  take(documents: readonly ClauseDocument[]): void {
    for (const document of documents) {
      const addresses = this.taken.get(document.text)
      if (addresses === undefined) this.taken.set(document.text, new Set([document.address]))
      else if (addresses.has(document.address)) continue
      else addresses.add(document.address)
      this.documents.push(document)
    }
  }
}
