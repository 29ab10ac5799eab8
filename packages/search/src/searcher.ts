import { fold } from './analysis/characters.js'
import { legalWords } from './analysis/legal-words.js'
import { Vocabulary } from './analysis/words.js'
import type { ClauseDocument, IndexedText } from './clause-document.js'
import type { ClauseIndex } from './clause-index.js'
import { proposedClauses } from './proposed-clauses.js'
import type { Analysis, Lexicon } from './query/concepts.js'
import { analyse } from './query/concepts.js'
import type { ParsedQuery } from './query/parse-query.js'
import { parseQuery } from './query/parse-query.js'
import type { Place } from './query/place.js'
import { placeOf } from './query/place.js'
import { allTerms } from './query/terms.js'
import type { Ranked } from './ranking/rank.js'
import { rank } from './ranking/rank.js'
import type { Snippet } from './ranking/snippet.js'
import { snippetOf } from './ranking/snippet.js'
import type { Weights } from './ranking/weights.js'
import { defaultSynonyms } from './synonyms/default-synonyms.js'
import type { Synonyms } from './synonyms/synonyms.js'
import { Abbreviations } from './titles/abbreviations.js'
import { TitleIndex } from './titles/title-index.js'

/** One clause found. */
export interface Hit {
  /** Title of the instrument. */
  instrument: string
  /** ISO day of the version. */
  version?: string
  /** Id of the text, for a file its path. */
  text: string
  address: string
  /** Number as printed: 第三十二条. */
  number: string
  headings: string[]
  /** Line of the text on which it begins, from 1. */
  line?: number
  /** Comparable within one answer. */
  score: number
  snippet: Snippet
  /** The version is not the newest that is indexed, or the instrument is repealed. */
  outdated?: true
}

/** The answer to one query. */
export interface SearchResult {
  query: string
  hits: Hit[]
  /** What was passed over or taken to mean something else, in Chinese sentences. */
  messages: string[]
}

/** Finds clauses. */
export interface Searcher {
  /** Clauses that answer a query, the best first; any text is a query. */
  search(query: string, options?: { limit?: number }): Promise<SearchResult>
}

/** What a searcher keeps of an index. */
interface Library {
  revision: number
  titles: TitleIndex
  clauses: number
  lexicon: Lexicon
}

/** What a searcher is given beside its index. */
export interface SearcherOptions {
  synonyms?: Synonyms
  /** How often other texts refer to a clause; of clauses that answer alike the one most referred to comes first. */
  cited?: (text: IndexedText, address: string) => number
  weights?: Weights
}

/** A searcher over an index. */
export function createSearcher(index: ClauseIndex, options: SearcherOptions = {}): Searcher {
  const synonyms = options.synonyms ?? defaultSynonyms()
  const vocabulary = new Vocabulary(synonyms.words())
  for (const word of legalWords) vocabulary.add(word)
  let known: Library | undefined
  return { search }

  async function read(): Promise<Library> {
    const [texts, stats] = await Promise.all([index.texts(), index.stats()])
    const titles = new TitleIndex(texts)
    const abbreviations = new Abbreviations()
    for (const key of titles.keys()) abbreviations.learn(key, vocabulary)
    const lexicon = { vocabulary, synonyms, abbreviated: (word: string) => abbreviations.of(word) }
    return { revision: index.revision, titles, clauses: stats.clauses, lexicon }
  }

  async function search(query: string, { limit = 10 }: { limit?: number } = {}): Promise<SearchResult> {
    if (known?.revision !== index.revision) known = await read()
    const { titles, clauses, lexicon } = known
    const parsed = parseQuery(query)
    const place = placeOf(parsed, titles)
    const analysis = analyse(place.words, lexicon, place.title)
    const terms = allTerms(analysis)
    const counts = await index.frequencies(terms)
    const frequencies = new Map(terms.map((term, at) => [term, counts[at]!]))
    const documents = await proposedClauses(index, { parsed, place, analysis, frequencies }, titles, clauses)
    const regions = regionsIn(parsed.text, titles)
    const ranked = rank(documents, {
      analysis,
      frequency: (term) => frequencies.get(term) ?? 0,
      clauses,
      titled: (id) => titles.byId.get(id),
      named: place.named,
      number: parsed.number,
      regions,
      scoped: place.scope !== undefined || parsed.filters.status !== undefined || parsed.filters.dates !== undefined,
      cited: options.cited && citedIn(options.cited, titles),
      weights: options.weights
    })
    const exact = numbered(ranked, parsed, place, titles)
    const rest = ranked.filter(
      ({ document, score }) => (score > 0 || analysis.concepts.length === 0) && hasPhrases(document, parsed.phrases)
    )
    const chosen = newestFirst([...exact, ...rest.filter((entry) => !exact.includes(entry))], titles).slice(0, limit)
    const words = wordsOf(analysis, parsed.phrases)
    return {
      query,
      hits: chosen.map(({ document, score }) => hitOf(document, score, titles, words)),
      messages: [...parsed.messages, ...place.messages]
    }
  }
}

function citedIn(
  cited: NonNullable<SearcherOptions['cited']>,
  titles: TitleIndex
): (document: ClauseDocument) => number {
  return ({ text, address }) => {
    const titled = titles.byId.get(text)
    return titled === undefined ? 0 : cited(titled.text, address)
  }
}

function regionsIn(text: string, titles: TitleIndex): Set<string> {
  const found = new Set<string>()
  for (const region of titles.regions) if (text.includes(region)) found.add(region)
  return found
}

function hasPhrases(document: ClauseDocument, phrases: readonly string[]): boolean {
  if (phrases.length === 0) return true
  const text = fold(`${document.headings.join('\n')}\n${document.body}`)
  return phrases.every((phrase) => text.includes(phrase))
}

/** The articles that a title, or words of one after `in:`, and a number name together. */
function numbered(
  ranked: readonly Ranked[],
  { number, filters }: ParsedQuery,
  { scope, named }: Place,
  titles: TitleIndex
): Ranked[] {
  if (number === undefined) return []
  const found = ranked.filter(
    ({ document }) =>
      (scope?.has(document.text) || named.has(document.text) || filters.titles !== undefined) &&
      document.number?.value === number.value &&
      document.number.insert === number.insert
  )
  // Where nothing else is asked, what has hardly more in its title than the words.
  const texts = new Set(found.map(({ document }) => document.text))
  const order = new Map(titles.shortestFirst(texts).map((id, at) => [id, at]))
  const rankOf = ({ document }: Ranked): number => order.get(document.text)!
  return found.sort((left, right) => right.score - left.score || rankOf(left) - rankOf(right))
}

/** Of one article in several versions only the newest, unless the old one stands for itself under another number. */
function newestFirst(ranked: readonly Ranked[], titles: TitleIndex): Ranked[] {
  const newest = new Map<string, string>()
  const versions = ranked.map(({ document }) => {
    const titled = titles.byId.get(document.text)
    if (titled === undefined || titled.alone) return undefined
    const key = `${titled.key}\0${document.address}`
    const version = titled.text.version ?? ''
    if (version >= (newest.get(key) ?? '')) newest.set(key, version)
    return { key, version }
  })
  return ranked.filter((_, at) => {
    const own = versions[at]
    return own === undefined || own.version === newest.get(own.key)
  })
}

function wordsOf({ concepts }: Analysis, phrases: readonly string[]): string[] {
  const words = new Set<string>(phrases)
  for (const { variants } of concepts) {
    for (const { text } of variants) if (text.length > 1 || variants.length === 1) words.add(text)
  }
  return [...words]
}

function hitOf(document: ClauseDocument, score: number, titles: TitleIndex, words: readonly string[]): Hit {
  const titled = titles.byId.get(document.text)
  return {
    instrument: titled?.text.title ?? '',
    ...(titled?.text.version !== undefined && { version: titled.text.version }),
    text: document.text,
    address: document.address,
    number: document.label,
    headings: document.headings,
    ...(document.line !== undefined && { line: document.line }),
    score: Math.round(score * 1000) / 1000,
    snippet: snippetOf(document, words),
    ...(titled !== undefined && !titled.current && { outdated: true as const })
  }
}
