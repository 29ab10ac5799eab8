import { statSync } from 'node:fs'
import type {
  Candidate,
  CandidateRequest,
  ClauseDocument,
  ClauseIndex,
  HeldText,
  IndexedText,
  IndexStats,
  TextClauses
} from '@tiaoli/search'
import { grams, isTerm } from '@tiaoli/search'
import type Database from 'libsql'
import { contentOf, documentsOf } from './clause-rows.js'
import { openDatabase } from './open-database.js'
import { packRows } from './row-lists.js'
import type { RowMask } from './row-weights.js'
import { RowWeights } from './row-weights.js'
import { countedFrom, listedFrom } from './schema.js'
import type { Statements } from './statements.js'
import { prepareStatements } from './statements.js'

/** A clause index in one file. */
export interface SqliteIndex extends ClauseIndex {
  /** What was noted of texts to tell whether they have changed, by id. */
  stamps(): Map<string, string>
  /** Notes what will tell whether texts have changed: ids with their stamps. */
  stampAll(stamps: readonly [id: string, stamp: string][]): void
  /** How many clauses came after the last `optimize`, which makes finding anything take longer. */
  unlisted(): number
  /** Joins what many changes left in pieces and counts terms anew; worth it after a large change. */
  optimize(): void
}

type ClauseNumber = NonNullable<ClauseDocument['number']>

/** First and last row of a text. */
type Range = readonly [first: number, last: number]

/** What is kept of the tables until they change. */
interface Known {
  ranges: Map<string, Range>
  /** The last row that a text has or that a list may have. */
  last: number
  /** The row up to which there are lists of rows. */
  listed: number
  /** Rows that have a clause, where the lists may have others. */
  alive?: RowMask
}

const textsPerTransaction = 50

/** Opens the index in a file, which is made where it is absent, of another version, or damaged. */
export function openSqliteIndex(file: string): SqliteIndex {
  return new DiskIndex(file, openDatabase(file))
}

class DiskIndex implements SqliteIndex {
  readonly traits = { updates: 'in-place' as const }
  revision = 0
  private known: Known | undefined
  private version = 0
  private statements: Statements
  private readonly weights = new RowWeights()

  constructor(
    private readonly file: string,
    private readonly database: Database.Database
  ) {
    this.statements = prepareStatements(database)
    this.noticeChanges()
  }

  async add(texts: Iterable<TextClauses> | AsyncIterable<TextClauses>): Promise<void> {
    let pending: TextClauses[] = []
    for await (const text of texts) {
      pending.push(text)
      if (pending.length < textsPerTransaction) continue
      this.write(pending)
      pending = []
    }
    this.write(pending)
  }

  async remove(ids: Iterable<string>): Promise<void> {
    this.transaction(() => {
      for (const id of ids) this.drop(id)
    })
  }

  async texts(): Promise<HeldText[]> {
    const rows = this.statements.texts.all() as [string, number][]
    return rows.map(([facts, clauses]) => ({ ...(JSON.parse(facts) as IndexedText), clauses }))
  }

  async frequencies(terms: readonly string[]): Promise<number[]> {
    const [counts] = this.statements.frequencies.get(JSON.stringify(terms)) as [string]
    return JSON.parse(counts) as number[]
  }

  async candidates(request: CandidateRequest): Promise<Candidate[]> {
    try {
      return this.propose(request)
    } catch (error) {
      this.prepareAnew()
      throw error
    }
  }

  async articles(texts: readonly string[], number?: ClauseNumber): Promise<ClauseDocument[]> {
    const { ranges } = this.tables()
    const { clausesBetween, clausesNumbered } = this.statements
    return texts.flatMap((id) => {
      const range = ranges.get(id)
      if (range === undefined) return []
      const rows =
        number === undefined
          ? clausesBetween.get(...range)
          : clausesNumbered.get(...range, number.value, number.insert ?? null)
      return documentsOf((rows as [Buffer | null])[0]).map(([, document]) => document)
    })
  }

  async stats(): Promise<IndexStats> {
    const [texts, clauses] = this.statements.stats.get() as [number, number]
    const sizes = ['', '-wal'].map((end) => statSync(this.file + end, { throwIfNoEntry: false })?.size ?? 0)
    return { engine: 'sqlite', texts, clauses, bytes: sizes.reduce((sum, size) => sum + size, 0) }
  }

  stamps(): Map<string, string> {
    return new Map(this.statements.stamps.all() as [string, string][])
  }

  stampAll(stamps: readonly [string, string][]): void {
    if (stamps.length === 0) return
    this.transaction(() => {
      for (const [id, stamp] of stamps) this.statements.stamp.run(stamp, id)
    })
  }

  unlisted(): number {
    const { ranges, listed } = this.tables()
    let count = 0
    for (const [first, last] of ranges.values()) if (first > listed) count += last - first + 1
    return count
  }

  optimize(): void {
    this.transaction(() => {
      const { common, rows, deleteLists, insertList, list, lastRow } = this.statements
      this.database.exec(`
        INSERT INTO grams(grams) VALUES ('optimize');
        DELETE FROM counts;
        INSERT INTO counts SELECT term, doc FROM vocabulary WHERE doc >= ${countedFrom};
      `)
      deleteLists.run()
      for (const [term] of common.all(listedFrom) as [string][])
        insertList.run(term, packRows((rows.get(matching(term)) as [string | null])[0]))
      list.run(Math.max(...(lastRow.get() as [number, number])))
    })
    this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  }

  async close(): Promise<void> {
    this.database.close()
  }

  private propose({ terms, phrases = [], texts, limit }: CandidateRequest): Candidate[] {
    const known = this.tables()
    const ranges = texts?.map((id) => known.ranges.get(id)).filter((range) => range !== undefined)
    const mask = ranges === undefined ? known.alive : maskOf(ranges, known.last)
    this.weights.begin(known.last)
    const required = phrases
      .flatMap((phrase) => grams(phrase))
      .map(matching)
      .join(' AND ')
    let least = 0
    if (required !== '') {
      // More than all the terms together, so that what has the phrases can be told from what has not.
      least = 1 + terms.reduce((sum, { weight }) => sum + weight, 0)
      this.weigh(required, least, mask)
    }
    const asked = terms.filter(({ term }) => isTerm(term))
    const lists = known.listed === 0 ? new Map<string, Uint8Array>() : this.lists(asked.map(({ term }) => term))
    for (const { term, weight } of asked) {
      const list = lists.get(term)
      if (list === undefined) this.weigh(matching(term), weight, mask)
      else {
        this.weights.addPacked(list, weight, known.listed, mask)
        if (known.listed < known.last) this.weigh(matching(term), weight, mask, known.listed)
      }
    }
    const best = this.weights.best(limit, least)
    const documents = this.read(best.map(([row]) => row))
    return best.flatMap(([row, score]) => {
      const document = documents.get(row)
      // Another process may have removed it since.
      return document === undefined ? [] : [{ document, score: score - least }]
    })
  }

  /** The rows of those terms of which there are lists. */
  private lists(terms: readonly string[]): Map<string, Uint8Array> {
    const lists = new Map<string, Uint8Array>()
    const [found, sizes, bytes] = this.statements.lists.get(JSON.stringify(terms)) as [string, string, Buffer | null]
    if (bytes === null) return lists
    const lengths = JSON.parse(sizes) as number[]
    let from = 0
    for (const [at, term] of (JSON.parse(found) as string[]).entries()) {
      lists.set(term, bytes.subarray(from, from + lengths[at]!))
      from += lengths[at]!
    }
    return lists
  }

  /** A statement that has failed repeats its error for ever. */
  private prepareAnew(): void {
    this.statements = prepareStatements(this.database)
  }

  /**
   * Adds a weight to the rows that match. SQLite hands them over as one text, which is many times as fast as row by row
   * or as its own ranking.
   */
  private weigh(match: string, weight: number, mask: RowMask | undefined, after?: number): void {
    const { rows, rowsAfter } = this.statements
    const [listed] = (after === undefined ? rows.get(match) : rowsAfter.get(match, after)) as [string | null]
    this.weights.addListed(listed, weight, mask)
  }

  private read(rows: readonly number[]): Map<number, ClauseDocument> {
    return new Map(documentsOf((this.statements.clauses.get(JSON.stringify(rows)) as [Buffer | null])[0]))
  }

  /** What is kept of the tables, read anew after a change. */
  private tables(): Known {
    this.noticeChanges()
    if (this.known === undefined) {
      const rows = this.statements.ranges.all() as [string, number, number][]
      const ranges = new Map(rows.map(([text, first, last]): [string, Range] => [text, [first, last]]))
      const [lastOfTexts, listed] = this.statements.lastRow.get() as [number, number]
      const last = Math.max(lastOfTexts, listed)
      const alive = [...ranges.values()].reduce((sum, [from, to]) => sum + to - from + 1, 0)
      this.known = { ranges, last, listed, ...(alive < last && { alive: maskOf(ranges.values(), last) }) }
    }
    return this.known
  }

  /** Notices what another process has changed. */
  private noticeChanges(): void {
    const [version] = this.statements.version.get() as [number]
    if (version === this.version) return
    if (this.version !== 0) this.changed()
    this.version = version
  }

  private changed(): void {
    this.known = undefined
    this.revision += 1
  }

  private write(texts: readonly TextClauses[]): void {
    if (texts.length === 0) return
    this.transaction(() => {
      const { insertText, insertClause, insertGrams } = this.statements
      let row = Math.max(...(this.statements.lastRow.get() as [number, number])) + 1
      for (const { text, clauses } of texts) {
        this.drop(text.id)
        const first = row
        const title = grams(text.title)
        for (const clause of clauses) {
          insertClause.run(row, clause.number?.value ?? null, clause.number?.insert ?? null, contentOf(row, clause))
          const terms = new Set([...title, ...clause.headings.flatMap(grams), ...grams(clause.body)])
          insertGrams.run(row, [...terms].join(' '))
          row += 1
        }
        insertText.run(text.id, JSON.stringify(text), first, row - 1)
      }
    })
  }

  private drop(id: string): void {
    const range = this.statements.range.get(id) as [number, number] | undefined
    if (range === undefined) return
    this.statements.deleteGrams.run(...range)
    this.statements.deleteClauses.run(...range)
    this.statements.deleteText.run(id)
  }

  private transaction(work: () => void): void {
    this.database.exec('BEGIN IMMEDIATE')
    try {
      work()
      this.database.exec('COMMIT')
    } catch (error) {
      this.prepareAnew()
      this.database.exec('ROLLBACK')
      throw error
    } finally {
      this.changed()
    }
  }
}

/** The rows of ranges up to `last`. */
function maskOf(ranges: Iterable<Range>, last: number): RowMask {
  const mask = new Uint8Array(last + 1)
  for (const [from, to] of ranges) mask.fill(1, from, to + 1)
  return mask
}

/** A full-text expression for a term; one character begins terms. */
function matching(term: string): string {
  return term.length === 1 ? `"${term}"*` : `"${term}"`
}
