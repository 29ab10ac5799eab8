import { rmSync, statSync } from 'node:fs'
import type { Candidate, CandidateRequest, ClauseDocument, ClauseIndex, IndexedText, TextClauses } from '@tiaoli/search'
import { grams } from '@tiaoli/search'
import Database from 'libsql'
import { schema, schemaVersion } from './schema.js'

/** A clause index in one file. */
export interface SqliteIndex extends ClauseIndex {
  /** What `add` was told of each text, by id, to find out what has changed. */
  stamps(): Map<string, string>
  /** Notes of a text what will tell whether it has changed. */
  stamp(id: string, value: string): void
  /** Joins what many changes left in pieces; worth it after a large one. */
  optimize(): void
}

type ClauseNumber = NonNullable<ClauseDocument['number']>
type Row = unknown[]

/** Clauses that are asked for before a filter of many texts is applied. */
const filteredProposals = 6000
/** Texts up to which each is asked by itself. */
const fewTexts = 48
const textsPerTransaction = 200

/** Opens the index in a file, which is made where it is absent, of another version, or damaged. */
export function openSqliteIndex(file: string): SqliteIndex {
  try {
    return new DiskIndex(file, open(file))
  } catch (error) {
    if (!isDamage(error)) throw error
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
    return new DiskIndex(file, open(file))
  }
}

class Damaged extends Error {}

function isDamage(error: unknown): boolean {
  return (
    error instanceof Damaged ||
    /SQLITE_(?:CORRUPT|NOTADB)|not a database|malformed/.test(`${(error as { code?: string }).code} ${error}`)
  )
}

function open(file: string): Database.Database {
  const database = new Database(file)
  try {
    database.exec(
      'PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000;'
    )
    const [version] = database.prepare('PRAGMA user_version').raw().get() as [number]
    if (version === 0) {
      const [tables] = database.prepare('SELECT count(*) FROM sqlite_master').raw().get() as [number]
      if (tables > 0) throw new Damaged('half made')
      database.exec(`BEGIN IMMEDIATE; ${schema} COMMIT;`)
    } else if (version !== schemaVersion) throw new Damaged('other version')
    // Whatever is wrong with the file should be known now, when it can still be made anew.
    database.prepare('SELECT count(*) FROM texts').raw().get()
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

class DiskIndex implements SqliteIndex {
  readonly traits = { updates: 'in-place' as const }
  revision = 0
  private ranges: Map<string, [number, number]> | undefined
  private readonly statements: ReturnType<typeof prepare>

  constructor(
    private readonly file: string,
    private readonly database: Database.Database
  ) {
    this.statements = prepare(database)
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

  async texts(): Promise<IndexedText[]> {
    return (this.statements.texts.all() as [string][]).map(([facts]) => JSON.parse(facts) as IndexedText)
  }

  async frequencies(terms: readonly string[]): Promise<number[]> {
    return terms.map((term) => ((this.statements.frequency.get(term) as [number] | undefined) ?? [0])[0])
  }

  async candidates({ terms, phrases = [], texts, limit }: CandidateRequest): Promise<Candidate[]> {
    const match = expression(
      terms.map(({ term }) => term),
      phrases
    )
    if (match === undefined) return []
    const rows =
      texts === undefined
        ? (this.statements.match.all(match, limit) as [number, number][])
        : this.within(match, texts, limit)
    const scores = new Map(rows.map(([row, score]) => [row, -score]))
    const found = this.statements.clauses.all(JSON.stringify([...scores.keys()])) as Row[]
    return found
      .map((row) => ({ document: documentOf(row), score: scores.get(row[0] as number)! }))
      .sort((left, right) => right.score - left.score)
  }

  async articles(texts: readonly string[], number?: ClauseNumber): Promise<ClauseDocument[]> {
    return texts.flatMap((id) => {
      const range = this.rangeOf(id)
      if (range === undefined) return []
      const rows = this.statements.articles.all(...range) as Row[]
      return rows
        .filter((row) => number === undefined || (row[4] === number.value && (row[5] ?? undefined) === number.insert))
        .map(documentOf)
    })
  }

  async stats() {
    const [texts, clauses] = this.statements.stats.get() as [number, number]
    const bytes = ['', '-wal'].reduce(
      (sum, end) => sum + (statSync(this.file + end, { throwIfNoEntry: false })?.size ?? 0),
      0
    )
    return { engine: 'sqlite', texts, clauses, bytes }
  }

  stamps(): Map<string, string> {
    return new Map(this.statements.stamps.all() as [string, string][])
  }

  stamp(id: string, value: string): void {
    this.statements.stamp.run(value, id)
  }

  optimize(): void {
    this.database.exec("INSERT INTO grams(grams) VALUES ('optimize'); PRAGMA wal_checkpoint(TRUNCATE);")
  }

  async close(): Promise<void> {
    this.database.close()
  }

  private within(match: string, texts: readonly string[], limit: number): [number, number][] {
    if (texts.length <= fewTexts) {
      const rows: [number, number][] = []
      for (const id of texts) {
        const range = this.rangeOf(id)
        if (range !== undefined)
          rows.push(...(this.statements.matchRange.all(match, ...range, limit) as [number, number][]))
      }
      return rows.sort((left, right) => left[1] - right[1]).slice(0, limit)
    }
    const ranges = texts.flatMap((id) => this.rangeOf(id) ?? [])
    const wanted = sortedRanges(ranges)
    const rows = this.statements.match.all(match, filteredProposals) as [number, number][]
    return rows.filter(([row]) => inside(row, wanted)).slice(0, limit)
  }

  private rangeOf(id: string): [number, number] | undefined {
    this.ranges ??= new Map(
      (this.statements.ranges.all() as [string, number, number][]).map(([text, first, last]) => [text, [first, last]])
    )
    return this.ranges.get(id)
  }

  private write(texts: readonly TextClauses[]): void {
    if (texts.length === 0) return
    this.transaction(() => {
      const { nextRow, insertText, insertClause, insertGrams } = this.statements
      let row = (nextRow.get() as [number])[0]
      for (const { text, clauses } of texts) {
        this.drop(text.id)
        const first = row
        const title = grams(text.title).join(' ')
        for (const { address, label, number, headings, body, lines, terms } of clauses) {
          insertClause.run(
            row,
            text.id,
            address,
            label,
            number?.value ?? null,
            number?.insert ?? null,
            JSON.stringify(headings),
            body,
            JSON.stringify(lines.map((line) => [line.address, line.index])),
            terms === undefined ? null : JSON.stringify(terms)
          )
          insertGrams.run(row, title, grams(headings.join('\n')).join(' '), grams(body).join(' '))
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
      this.database.exec('ROLLBACK')
      throw error
    } finally {
      this.ranges = undefined
      this.revision += 1
    }
  }
}

function prepare(database: Database.Database) {
  const query = (sql: string) => database.prepare(sql).raw()
  const columns = 'row, text, address, label, value, inserted, headings, body, lines, terms'
  return {
    texts: query('SELECT facts FROM texts'),
    range: query('SELECT first, last FROM texts WHERE id = ?'),
    ranges: query('SELECT id, first, last FROM texts'),
    stamps: query('SELECT id, stamp FROM texts WHERE stamp IS NOT NULL'),
    stats: query('SELECT (SELECT count(*) FROM texts), (SELECT count(*) FROM clauses)'),
    frequency: query('SELECT doc FROM frequencies WHERE term = ?'),
    match: query('SELECT rowid, rank FROM grams WHERE grams MATCH ? ORDER BY rank LIMIT ?'),
    matchRange: query(
      'SELECT rowid, rank FROM grams WHERE grams MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rank LIMIT ?'
    ),
    clauses: query(`SELECT ${columns} FROM clauses WHERE row IN (SELECT value FROM json_each(?))`),
    articles: query(`SELECT ${columns} FROM clauses WHERE row BETWEEN ? AND ? ORDER BY row`),
    nextRow: query('SELECT coalesce(max(last), 0) + 1 FROM texts'),
    stamp: database.prepare('UPDATE texts SET stamp = ? WHERE id = ?'),
    insertText: database.prepare('INSERT INTO texts (id, facts, first, last) VALUES (?, ?, ?, ?)'),
    insertClause: database.prepare(`INSERT INTO clauses (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    insertGrams: database.prepare('INSERT INTO grams (rowid, title, headings, body) VALUES (?, ?, ?, ?)'),
    deleteText: database.prepare('DELETE FROM texts WHERE id = ?'),
    deleteClauses: database.prepare('DELETE FROM clauses WHERE row BETWEEN ? AND ?'),
    deleteGrams: database.prepare('DELETE FROM grams WHERE rowid BETWEEN ? AND ?')
  }
}

/** A full-text expression; every term is quoted, so that nothing in it is an operator. */
function expression(terms: readonly string[], phrases: readonly string[]): string | undefined {
  const any = terms.map((term) => (term.length === 1 ? `${quoted(term)}*` : quoted(term))).join(' OR ')
  const all = phrases.map((phrase) => grams(phrase)).filter((list) => list.length > 0)
  const required = all.map((list) => list.map(quoted).join(' AND ')).join(' AND ')
  if (required !== '') return required
  return any === '' ? undefined : any
}

function quoted(term: string): string {
  return `"${term.replaceAll('"', '""')}"`
}

function documentOf([, text, address, label, value, inserted, headings, body, lines, terms]: Row): ClauseDocument {
  return {
    text: text as string,
    address: address as string,
    label: label as string,
    ...(value !== null && {
      number: { value: value as number, ...(inserted !== null && { insert: inserted as number }) }
    }),
    headings: JSON.parse(headings as string) as string[],
    body: body as string,
    lines: (JSON.parse(lines as string) as [string, number][]).map(([line, index]) => ({ address: line, index })),
    ...(terms !== null && { terms: JSON.parse(terms as string) as string[] })
  }
}

function sortedRanges(flat: readonly number[]): [number, number][] {
  const ranges: [number, number][] = []
  for (let index = 0; index < flat.length; index += 2) ranges.push([flat[index]!, flat[index + 1]!])
  return ranges.sort((left, right) => left[0] - right[0])
}

function inside(row: number, ranges: readonly [number, number][]): boolean {
  let low = 0
  let high = ranges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last] = ranges[middle]!
    if (row < first) high = middle - 1
    else if (row > last) low = middle + 1
    else return true
  }
  return false
}
