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
import type { ClauseRow } from './clause-rows.js'
import { documentOf, rowOf } from './clause-rows.js'
import { openDatabase } from './open-database.js'
import type { Range } from './row-weights.js'
import { RowWeights } from './row-weights.js'
import { frequentFrom } from './schema.js'
import type { Statements } from './statements.js'
import { prepareStatements } from './statements.js'

/** A clause index in one file. */
export interface SqliteIndex extends ClauseIndex {
  /** What was noted of texts to tell whether they have changed, by id. */
  stamps(): Map<string, string>
  /** Notes what will tell whether texts have changed: ids with their stamps. */
  stampAll(stamps: readonly [id: string, stamp: string][]): void
  /** Joins what many changes left in pieces and counts terms anew; worth it after a large change. */
  optimize(): void
}

type ClauseNumber = NonNullable<ClauseDocument['number']>

/** Texts up to which the terms of each are looked up by themselves. */
const fewTexts = 3
const textsPerTransaction = 50

/** Opens the index in a file, which is made where it is absent, of another version, or damaged. */
export function openSqliteIndex(file: string): SqliteIndex {
  return new DiskIndex(file, openDatabase(file))
}

class DiskIndex implements SqliteIndex {
  readonly traits = { updates: 'in-place' as const }
  revision = 0
  private ranges: Map<string, Range> | undefined
  private last: number | undefined
  private statements: Statements
  private readonly weights = new RowWeights()

  constructor(
    private readonly file: string,
    private readonly database: Database.Database
  ) {
    this.statements = prepareStatements(database)
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
    return texts.flatMap((id) => {
      const range = this.rangeOf(id)
      if (range === undefined) return []
      const [rows] = this.statements.clausesBetween.get(...range) as [string]
      return (JSON.parse(rows) as ClauseRow[])
        .filter((row) => number === undefined || (row[4] === number.value && (row[5] ?? undefined) === number.insert))
        .map(documentOf)
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

  optimize(): void {
    this.transaction(() => {
      this.database.exec(`
        INSERT INTO grams(grams) VALUES ('optimize');
        DELETE FROM frequent;
        INSERT INTO frequent SELECT term, doc FROM vocabulary WHERE doc >= ${frequentFrom};
      `)
    })
    this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  }

  async close(): Promise<void> {
    this.database.close()
  }

  private propose({ terms, phrases = [], texts, limit }: CandidateRequest): Candidate[] {
    const ranges = texts
      ?.map((id) => this.rangeOf(id))
      .filter((range) => range !== undefined)
      .sort((left, right) => left[0] - right[0])
    this.weights.begin(this.lastRow())
    const required = phrases
      .flatMap((phrase) => grams(phrase))
      .map(matching)
      .join(' AND ')
    let least = 0
    if (required !== '') {
      // More than all the terms together, so that what has the phrases can be told from what has not.
      least = 1 + terms.reduce((sum, { weight }) => sum + weight, 0)
      this.weigh(required, least, ranges)
    }
    for (const { term, weight } of terms) if (isTerm(term)) this.weigh(matching(term), weight, ranges)
    const best = this.weights.best(limit, least)
    const documents = new Map(this.read(best.map(([row]) => row)))
    return best.map(([row, score]) => ({ document: documents.get(row)!, score: score - least }))
  }

  /** A statement that has failed repeats its error for ever. */
  private prepareAnew(): void {
    this.statements = prepareStatements(this.database)
  }

  /**
   * Adds a weight to the rows that match. SQLite hands them over as one text, which is many times as fast as row by row
   * or as its own ranking.
   */
  private weigh(match: string, weight: number, ranges: readonly Range[] | undefined): void {
    const { rows, rowsBetween } = this.statements
    if (ranges === undefined || ranges.length > fewTexts) {
      this.weights.add((rows.get(match) as [string | null])[0], weight, ranges)
      return
    }
    for (const range of ranges) this.weights.add((rowsBetween.get(match, ...range) as [string | null])[0], weight)
  }

  private read(rows: readonly number[]): [number, ClauseDocument][] {
    const [found] = this.statements.clauses.get(JSON.stringify(rows)) as [string]
    return (JSON.parse(found) as ClauseRow[]).map((row) => [row[0], documentOf(row)])
  }

  private lastRow(): number {
    this.last ??= (this.statements.lastRow.get() as [number])[0]
    return this.last
  }

  private rangeOf(id: string): Range | undefined {
    if (this.ranges === undefined) {
      const rows = this.statements.ranges.all() as [string, number, number][]
      this.ranges = new Map(rows.map(([text, first, last]) => [text, [first, last]]))
    }
    return this.ranges.get(id)
  }

  private write(texts: readonly TextClauses[]): void {
    if (texts.length === 0) return
    this.transaction(() => {
      const { insertText, insertClause, insertGrams } = this.statements
      let row = (this.statements.lastRow.get() as [number])[0] + 1
      for (const { text, clauses } of texts) {
        this.drop(text.id)
        const first = row
        const title = grams(text.title)
        for (const clause of clauses) {
          insertClause.run(...rowOf(row, clause))
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
      this.ranges = undefined
      this.last = undefined
      this.revision += 1
    }
  }
}

/** A full-text expression for a term; one character begins terms. */
function matching(term: string): string {
  return term.length === 1 ? `"${term}"*` : `"${term}"`
}
