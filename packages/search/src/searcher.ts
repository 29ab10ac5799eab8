import { fold } from './analysis/characters.js'
import { grams } from './analysis/grams.js'
import { splitWords, Vocabulary } from './analysis/words.js'
import type { ClauseDocument } from './clause-document.js'
import type { ClauseIndex, WeightedTerm } from './clause-index.js'
import type { Analysis } from './query/concepts.js'
import { analyse } from './query/concepts.js'
import type { ParsedQuery } from './query/parse-query.js'
import { parseQuery } from './query/parse-query.js'
import type { Ranked } from './ranking/rank.js'
import { rank } from './ranking/rank.js'
import type { Snippet } from './ranking/snippet.js'
import { snippetOf } from './ranking/snippet.js'
import type { Weights } from './ranking/weights.js'
import { defaultSynonyms } from './synonyms/default-synonyms.js'
import type { Synonyms } from './synonyms/synonyms.js'
import type { TitledText, TitleMention } from './titles/title-index.js'
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

/** Clauses that an engine is asked for; ranking chooses among them. */
const proposals = 200
/** Sum of the frequencies of the terms that an engine is asked for: the price of a query. */
const termBudget = 7000
const mostTerms = 32
const fewestTerms = 4
/** Texts looked into because of their titles. */
const titledTexts = 6

/** A searcher over an index. */
export function createSearcher(index: ClauseIndex, options: { synonyms?: Synonyms; weights?: Weights } = {}): Searcher {
  const synonyms = options.synonyms ?? defaultSynonyms()
  const vocabulary = new Vocabulary(synonyms.words())
  let known: { revision: number; titles: TitleIndex; clauses: number } | undefined
  return { search }

  async function search(query: string, { limit = 10 }: { limit?: number } = {}): Promise<SearchResult> {
    if (known?.revision !== index.revision) {
      const [texts, stats] = await Promise.all([index.texts(), index.stats()])
      known = { revision: index.revision, titles: new TitleIndex(texts), clauses: stats.clauses }
    }
    const { titles, clauses } = known
    const parsed = parseQuery(query)
    const place = placeOf(parsed, titles)
    const analysis = analyse(place.words, vocabulary, synonyms)
    const frequencies = await frequenciesOf(analysis, parsed.phrases)
    const documents = await collect(parsed, place, analysis, frequencies, titles)
    const regions = regionsIn(parsed.text, titles)
    const ranked = rank(documents.values(), {
      analysis,
      frequency: (term) => frequencies.get(term) ?? 0,
      clauses,
      titled: (id) => titles.byId.get(id),
      named: place.named,
      ...(parsed.number !== undefined && { number: parsed.number }),
      regions,
      scoped: place.scope !== undefined || parsed.filters.status !== undefined || parsed.filters.dates !== undefined,
      ...(options.weights !== undefined && { weights: options.weights })
    })
    const exact = numbered(ranked, parsed, place)
    const rest = ranked.filter(({ document, score }) => score > 0 && hasPhrases(document, parsed.phrases))
    const chosen = newestFirst([...exact, ...rest.filter((entry) => !exact.includes(entry))], titles).slice(0, limit)
    const words = wordsOf(analysis, parsed.phrases)
    return {
      query,
      hits: chosen.map(({ document, score }) => hitOf(document, score, titles, words)),
      messages: [...parsed.messages, ...place.messages]
    }
  }

  async function frequenciesOf(analysis: Analysis, phrases: readonly string[]): Promise<Map<string, number>> {
    const terms = new Set<string>(analysis.joints)
    for (const { variants } of analysis.concepts)
      for (const { grams } of variants) for (const term of grams) terms.add(term)
    for (const phrase of phrases) for (const term of grams(phrase)) terms.add(term)
    const list = [...terms]
    const counts = await index.frequencies(list)
    return new Map(list.map((term, at) => [term, counts[at]!]))
  }

  async function collect(
    parsed: ParsedQuery,
    place: Place,
    analysis: Analysis,
    frequencies: ReadonlyMap<string, number>,
    titles: TitleIndex
  ): Promise<Map<string, ClauseDocument>> {
    const documents = new Map<string, ClauseDocument>()
    const take = (document: ClauseDocument): void => {
      documents.set(`${document.text}\0${document.address}`, document)
    }
    const allowed = allowedTexts(parsed, place, titles)
    const near = [...place.named].filter((id) => allowed === undefined || allowed.has(id))
    if (parsed.number !== undefined && (near.length > 0 || place.scope !== undefined)) {
      const texts = place.scope === undefined ? near : [...allowed!]
      for (const document of await index.articles(texts.slice(0, 40), parsed.number)) take(document)
    }
    const terms = termsFor(analysis, frequencies)
    const phrases = parsed.phrases.filter((phrase) => grams(phrase).length > 0)
    if (terms.length > 0 || phrases.length > 0) {
      const found = await index.candidates({
        terms,
        ...(phrases.length > 0 && { phrases }),
        ...(allowed !== undefined && { texts: [...allowed] }),
        limit: proposals
      })
      for (const { document } of found) take(document)
    }
    const weights = titleTerms(analysis)
    const likely = [...titles.score(weights)]
      .filter(([id]) => allowed === undefined || allowed.has(id))
      .sort((left, right) => right[1] - left[1])
      .slice(0, titledTexts)
      .map(([id]) => id)
    const all = [...new Set([...near.slice(0, 4), ...likely])]
    const every = everyTerm(analysis, frequencies)
    if (all.length > 0 && every.length > 0) {
      const found = await index.candidates({
        terms: every,
        texts: all,
        limit: proposals,
        ...(phrases.length > 0 && { phrases })
      })
      for (const { document } of found) take(document)
    } else if (place.scope !== undefined && documents.size === 0) {
      for (const document of await index.articles([...(allowed ?? [])].slice(0, 4))) take(document)
    }
    return documents
  }
}

/** Where a query looks, as the titles in it say. */
interface Place {
  /** Ids that the answer is limited to. */
  scope?: Set<string>
  /** Ids that come first. */
  named: Set<string>
  /** Free text without the titles that are understood. */
  words: string
  messages: string[]
}

function placeOf(parsed: ParsedQuery, titles: TitleIndex): Place {
  const messages: string[] = []
  let words = parsed.text
  let scope: Set<string> | undefined
  for (const title of parsed.titles) {
    const found = titles.find(title)
    if (found.length > 0) {
      scope = new Set([...(scope ?? []), ...idsOf(found)])
      continue
    }
    const [suggestion, ...others] = titles.suggest(title)
    if (suggestion === undefined) {
      messages.push(`没有找到《${title}》，按普通的词查找。`)
      words += ` ${title}`
    } else {
      messages.push(
        `没有找到《${title}》，是不是《${[suggestion, ...others].join('》《')}》？先按《${suggestion}》查找。`
      )
      scope = new Set([...(scope ?? []), ...idsOf(titles.find(suggestion))])
    }
  }
  if (scope !== undefined) return { scope, named: new Set(), words, messages }
  const mention = mentionIn(parsed, titles)
  if (mention === undefined) return { named: new Set(), words, messages }
  const { start, end } = mention
  return {
    named: new Set(idsOf(mention.texts)),
    // What is only like a title may be none.
    words:
      mention.exact || parsed.number !== undefined
        ? words.slice(0, start) + ' '.repeat(end - start) + words.slice(end)
        : words,
    messages
  }
}

const titleLike =
  /(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,40}?(?:法|条例|规定|办法|解释|规则|章程|准则|细则)(?![\u4e00-\u9fff])/g

function mentionIn({ text, number, numberAt }: ParsedQuery, titles: TitleIndex): TitleMention | undefined {
  const mention = titles.mention(text)
  if (mention !== undefined && endsWord(text, mention.end)) return mention
  if (number !== undefined) return titles.likely(text, numberAt!)
  for (const match of text.matchAll(titleLike)) {
    const found = titles.likely(text, match.index + match[0].length)
    if (found !== undefined) return found
  }
  return undefined
}

/** 公司法 in 公司法定代表人 is no title: the text has to have a border between words there. */
function endsWord(text: string, end: number): boolean {
  if (end >= text.length) return true
  return splitWords(text.slice(Math.max(0, end - 12), end + 8), noWords).every(({ start, text: word }) => {
    const from = start + Math.max(0, end - 12)
    return !(from < end && from + word.length > end)
  })
}

const noWords = new Vocabulary()

function idsOf(texts: readonly TitledText[]): string[] {
  return texts.map(({ text }) => text.id)
}

/** The texts that filters leave; `undefined` for all. */
function allowedTexts({ filters }: ParsedQuery, { scope }: Place, titles: TitleIndex): Set<string> | undefined {
  const { kinds, titles: words, status, dates } = filters
  if (
    scope === undefined &&
    kinds === undefined &&
    words === undefined &&
    dates === undefined &&
    (status === undefined || status === 'any')
  ) {
    return undefined
  }
  const named = words?.map((word) => new Set(idsOf(titles.find(word))))
  const allowed = new Set<string>()
  for (const [id, { text, key, current }] of titles.byId) {
    if (scope !== undefined && !scope.has(id)) continue
    if (kinds !== undefined && !kinds.includes(text.kind ?? '')) continue
    if (words?.some((word, at) => !key.includes(fold(word)) && !named![at]!.has(id))) continue
    if (
      dates !== undefined &&
      (text.version === undefined ||
        (dates.from !== undefined && text.version < dates.from) ||
        (dates.to !== undefined && text.version > dates.to))
    )
      continue
    if (status === 'in-force' && !current) continue
    if (status === 'repealed' && text.status !== 'repealed') continue
    if (status === 'superseded' && (current || text.status === 'repealed')) continue
    allowed.add(id)
  }
  return allowed
}

function regionsIn(text: string, titles: TitleIndex): Set<string> {
  const found = new Set<string>()
  for (const region of titles.regions) if (text.includes(region)) found.add(region)
  return found
}

/** The rarest terms of a query, as many as an engine can look up quickly. */
function termsFor(analysis: Analysis, frequencies: ReadonlyMap<string, number>): WeightedTerm[] {
  const terms: WeightedTerm[] = []
  let price = 0
  for (const { term, weight } of everyTerm(analysis, frequencies)) {
    price += frequencies.get(term) ?? 0
    if (terms.length >= mostTerms || (terms.length >= fewestTerms && price > termBudget)) break
    terms.push({ term, weight })
  }
  return terms
}

/** All terms that stand anywhere, the rarest first. */
function everyTerm({ concepts }: Analysis, frequencies: ReadonlyMap<string, number>): WeightedTerm[] {
  const weights = new Map<string, number>()
  for (const { variants } of concepts) {
    for (const { grams, weight } of variants) {
      for (const term of grams) weights.set(term, Math.max(weight, weights.get(term) ?? 0))
    }
  }
  const long = [...weights].filter(([term]) => term.length > 1 && (frequencies.get(term) ?? 0) > 0)
  // A single character begins so many terms that it is looked up only where there is nothing else.
  const used = long.length > 0 ? long : [...weights]
  return used
    .map(([term, weight]) => ({ term, weight }))
    .sort((left, right) => (frequencies.get(left.term) ?? 0) - (frequencies.get(right.term) ?? 0))
    .slice(0, 64)
}

function titleTerms({ concepts }: Analysis): Map<string, number> {
  const weights = new Map<string, number>()
  for (const { variants } of concepts) {
    for (const { grams, weight } of variants)
      for (const term of grams) weights.set(term, Math.max(weight, weights.get(term) ?? 0))
  }
  return weights
}

function hasPhrases(document: ClauseDocument, phrases: readonly string[]): boolean {
  if (phrases.length === 0) return true
  const text = fold(`${document.headings.join('\n')}\n${document.body}`)
  return phrases.every((phrase) => text.includes(phrase))
}

/** The articles that a title and a number name together, newest text first. */
function numbered(ranked: readonly Ranked[], { number }: ParsedQuery, { scope, named }: Place): Ranked[] {
  if (number === undefined) return []
  return ranked.filter(
    ({ document }) =>
      (scope?.has(document.text) || named.has(document.text)) &&
      document.number?.value === number.value &&
      document.number.insert === number.insert
  )
}

/** Of one article in several versions only the newest, unless the old one stands for itself under another number. */
function newestFirst(ranked: readonly Ranked[], titles: TitleIndex): Ranked[] {
  const newest = new Map<string, string>()
  for (const { document } of ranked) {
    const titled = titles.byId.get(document.text)
    const key = `${titled?.key}\0${document.address}`
    const version = titled?.text.version ?? ''
    if (version >= (newest.get(key) ?? '')) newest.set(key, version)
  }
  const seen = new Set<string>()
  const order = ranked.filter(({ document }) => {
    const titled = titles.byId.get(document.text)
    const key = `${titled?.key}\0${document.address}`
    if ((titled?.text.version ?? '') !== newest.get(key) || seen.has(`${key}\0${document.text}`)) return false
    seen.add(`${key}\0${document.text}`)
    return true
  })
  return order
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
    score: Math.round(score * 1000) / 1000,
    snippet: snippetOf(document, words),
    ...(titled !== undefined && !titled.current && { outdated: true as const })
  }
}
