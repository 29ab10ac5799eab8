import type { ClientOptions } from '@opensearch-project/opensearch'
import { Client } from '@opensearch-project/opensearch'
import type {
  Candidate,
  CandidateRequest,
  ClauseDocument,
  ClauseIndex,
  HeldText,
  IndexStats,
  TextClauses
} from '@tiaoli/search'
import { grams, isTerm } from '@tiaoli/search'
import { BulkWriter } from './bulk-writer.js'
import { documentId, documentsOf, idsOf } from './documents.js'
import { indexBody } from './mapping.js'
import type { Patience } from './retry.js'
import { Refused, withPatience } from './retry.js'
import { SearchServerError } from './search-server-error.js'

/** How to reach the server and what to call the index. */
export interface OpenSearchOptions {
  /** Addresses of nodes and how to sign in, as the official client takes them. */
  client: ClientOptions
  /** Name of the index, which is an alias: behind it stands an index with a time in its name. */
  name: string
  shards?: number
  /** Copies beside the first; with at least one, the loss of a node loses nothing. */
  replicas?: number
  /** Milliseconds for which a request is tried again while nodes are gone or overloaded. */
  patience?: number
}

/** A clause index on a cluster. */
export interface OpenSearchIndex extends ClauseIndex {
  /** Indexes all texts anew beside what is there, which answers until the new index takes its place in one step. */
  rebuild(texts: Iterable<TextClauses> | AsyncIterable<TextClauses>): Promise<void>
}

type ClauseNumber = NonNullable<ClauseDocument['number']>
type Query = Record<string, unknown>
interface ServerHit {
  _score: number | null
  _source: { content: unknown }
  sort?: unknown[]
}

const page = 1000
/** Texts whose changes are made visible together. */
const textsPerRound = 50

/** Opens the index of a name on a cluster, which is made where it is absent. */
export async function openOpenSearchIndex(options: OpenSearchOptions): Promise<OpenSearchIndex> {
  const index = new ClusterIndex(options)
  await index.open()
  return index
}

class ClusterIndex implements OpenSearchIndex {
  readonly traits = { updates: 'in-place' as const }
  revision = 0
  private readonly client: Client
  private readonly patience: Patience
  private readonly writer: BulkWriter

  constructor(private readonly options: OpenSearchOptions) {
    this.client = new Client({ requestTimeout: 30_000, maxRetries: 3, ...options.client })
    this.patience = { longest: options.patience ?? 60_000 }
    this.writer = new BulkWriter(this.client, this.patience)
  }

  async open(): Promise<void> {
    const { name } = this.options
    await this.patiently('打开索引', async () => {
      const { body: exists } = await this.client.indices.existsAlias({ name })
      if (!exists) await this.create(this.freshName(), true)
    })
  }

  async add(texts: Iterable<TextClauses> | AsyncIterable<TextClauses>): Promise<void> {
    await this.write(this.options.name, texts)
    this.revision += 1
  }

  async remove(ids: Iterable<string>): Promise<void> {
    const held = await this.held([...ids])
    await this.writer.remove(
      this.options.name,
      held.flatMap((text) => idsOf(text))
    )
    await this.refresh(this.options.name)
    this.revision += 1
  }

  async rebuild(texts: Iterable<TextClauses> | AsyncIterable<TextClauses>): Promise<void> {
    const { name } = this.options
    const fresh = this.freshName()
    await this.patiently('新建索引', () => this.create(fresh, false))
    await this.write(fresh, texts)
    await this.patiently('换上新索引', async () => {
      const { body } = await this.client.indices.getAlias({ name })
      const old = Object.keys(body).filter((index) => index !== fresh)
      await this.client.indices.updateAliases({
        body: {
          actions: [...old.map((index) => ({ remove_index: { index } })), { add: { index: fresh, alias: name } }]
        }
      })
    })
    this.revision += 1
  }

  async texts(): Promise<HeldText[]> {
    return (await this.all({ term: { type: 'text' } }, ['text'])) as HeldText[]
  }

  async frequencies(terms: readonly string[]): Promise<number[]> {
    const counted = [...new Set(terms.filter(isTerm))]
    if (counted.length === 0) return terms.map(() => 0)
    const filters = Object.fromEntries(counted.map((term, at) => [`t${at}`, { term: { terms: term } }]))
    const body = await this.search({ size: 0, aggs: { terms: { filters: { filters } } } })
    const { buckets } = (body.aggregations as { terms: { buckets: Record<string, { doc_count: number }> } }).terms
    const counts = new Map(counted.map((term, at) => [term, buckets[`t${at}`]!.doc_count]))
    return terms.map((term) => counts.get(term) ?? 0)
  }

  async candidates({ terms, phrases = [], texts, limit }: CandidateRequest): Promise<Candidate[]> {
    const should = terms.filter(({ term }) => isTerm(term)).map(({ term, weight }) => weighted(term, weight))
    const must = [...new Set(phrases.flatMap((phrase) => grams(phrase)))].map((term) => ({ term: { terms: term } }))
    if (should.length === 0 && must.length === 0) return []
    const filter: Query[] = [{ term: { type: 'clause' } }, ...must]
    if (texts !== undefined) filter.push({ terms: { text: texts } })
    const body = await this.search({
      size: limit,
      track_total_hits: false,
      query: { bool: { filter, should, minimum_should_match: must.length > 0 ? 0 : 1 } },
      sort: ['_score', 'text', 'order']
    })
    return body.hits.hits.map(({ _source, _score }) => ({
      document: _source.content as ClauseDocument,
      score: _score ?? 0
    }))
  }

  async articles(texts: readonly string[], number?: ClauseNumber): Promise<ClauseDocument[]> {
    if (texts.length === 0) return []
    const filter: Query[] = [{ term: { type: 'clause' } }, { terms: { text: texts } }]
    if (number !== undefined) {
      filter.push({ term: { value: number.value } }, { term: { inserted: number.insert ?? -1 } })
    }
    return (await this.all({ bool: { filter } }, ['text', 'order'])) as ClauseDocument[]
  }

  async stats(): Promise<IndexStats> {
    const { name } = this.options
    const count = async (type: string): Promise<number> => {
      const { body } = await this.client.count({ index: name, body: { query: { term: { type } } } })
      return body.count
    }
    return this.patiently('统计', async () => {
      const [texts, clauses, { body }] = await Promise.all([
        count('text'),
        count('clause'),
        this.client.indices.stats({ index: name, metric: ['store'] })
      ])
      const bytes = body._all?.primaries?.store?.size_in_bytes
      return { engine: 'opensearch', texts, clauses, ...(bytes !== undefined && { bytes: Number(bytes) }) }
    })
  }

  async close(): Promise<void> {
    await this.client.close()
  }

  /** Writes texts in rounds, so that what one takes in memory does not grow with the library. */
  private async write(index: string, texts: Iterable<TextClauses> | AsyncIterable<TextClauses>): Promise<void> {
    let round: TextClauses[] = []
    for await (const text of texts) {
      round.push(text)
      if (round.length < textsPerRound) continue
      await this.writeRound(index, round)
      round = []
    }
    await this.writeRound(index, round)
    await this.refresh(index)
  }

  private async writeRound(index: string, texts: readonly TextClauses[]): Promise<void> {
    if (texts.length === 0) return
    const old = await this.held(
      texts.map(({ text }) => text.id),
      index
    )
    await this.writer.put(index, texts.flatMap(documentsOf))
    // What a longer text had before and the new one has not.
    const sizes = new Map(texts.map(({ text, clauses }) => [text.id, clauses.length]))
    const surplus = old.filter(({ id, clauses }) => clauses > sizes.get(id)!)
    await this.writer.remove(
      index,
      surplus.flatMap((text) => idsOf(text, sizes.get(text.id)!).filter((id) => id !== documentId(text.id, -1)))
    )
  }

  /** Facts of texts as they are stored, seen or not yet. */
  private async held(ids: readonly string[], index = this.options.name): Promise<HeldText[]> {
    if (ids.length === 0) return []
    return this.patiently('查询法规', async () => {
      const { body } = await this.client.mget({
        index: await this.behind(index),
        body: { ids: ids.map((id) => documentId(id, -1)) }
      })
      return body.docs.flatMap((found) =>
        'found' in found && found.found ? [(found._source as ServerHit['_source']).content as HeldText] : []
      )
    })
  }

  /** Everything that a query finds, page by page. */
  private async all(query: Query, sort: string[]): Promise<unknown[]> {
    const found: unknown[] = []
    let after: unknown[] | undefined
    for (;;) {
      const { hits } = await this.search({
        size: page,
        track_total_hits: false,
        query,
        sort,
        ...(after && { search_after: after })
      })
      for (const { _source } of hits.hits) found.push(_source.content)
      if (hits.hits.length < page) return found
      after = hits.hits.at(-1)!.sort
    }
  }

  private async search(body: Query): Promise<{ hits: { hits: ServerHit[] }; aggregations?: unknown }> {
    return this.patiently('查询', async () => {
      const { body: answer } = await this.client.search({
        index: this.options.name,
        body,
        allow_partial_search_results: false
      })
      return answer as unknown as { hits: { hits: ServerHit[] }; aggregations?: unknown }
    })
  }

  private async refresh(index: string): Promise<void> {
    await this.patiently('刷新索引', async () => {
      const { body } = await this.client.indices.refresh({ index })
      const { failed = 0 } = body._shards ?? {}
      // Copies on a node that has just gone; the cluster will soon know.
      if (failed > 0) throw new Refused(`${failed} 个分片没有刷新`)
    })
  }

  /** The index behind the alias, for requests that take no alias of several. */
  private async behind(name: string): Promise<string> {
    if (name !== this.options.name) return name
    const { body } = await this.client.indices.getAlias({ name })
    const [index] = Object.keys(body)
    if (index === undefined) throw new SearchServerError(`OpenSearch 上没有索引 ${name}。`)
    return index
  }

  private async create(index: string, named: boolean): Promise<void> {
    const { name, shards = 1, replicas = 1 } = this.options
    const { settings, mappings } = indexBody({ shards, replicas })
    await this.client.indices.create({
      index,
      body: { settings, mappings, ...(named && { aliases: { [name]: {} } }) } as never
    })
  }

  private freshName(): string {
    return `${this.options.name}-${new Date().toISOString().replace(/\D/g, '')}-${Math.random().toString(36).slice(2, 8)}`
  }

  private patiently<T>(what: string, work: () => Promise<T>): Promise<T> {
    return withPatience(what, this.patience, work)
  }
}

/** A term whose presence adds its weight and nothing else; one character begins terms. */
function weighted(term: string, weight: number): Query {
  const filter = term.length === 1 ? { prefix: { terms: term } } : { term: { terms: term } }
  return { constant_score: { filter, boost: weight } }
}
