import type Database from 'libsql'

/** A statement that answers with rows, each a list of values. */
export interface Query {
  get(...values: unknown[]): unknown
  all(...values: unknown[]): unknown
}

/** A statement that changes something. */
export interface Change {
  run(...values: unknown[]): unknown
}

/** Everything that is asked of the database. */
export type Statements = ReturnType<typeof prepareStatements>

/** Contents one after the other as one value, which is handed over several times as fast as row by row. */
const joined = `CAST(group_concat(CAST(content AS TEXT), '') AS BLOB)`

/** The same of lists, with their terms and how many bytes each takes. */
const joinedLists = `json_group_array(term), json_group_array(length(rows)), CAST(group_concat(CAST(rows AS TEXT), '') AS BLOB)`

/** Prepares the statements of an index. */
export function prepareStatements(database: Database.Database) {
  const query = (sql: string): Query => database.prepare(sql).raw()
  const change = (sql: string): Change => database.prepare(sql)
  return {
    texts: query('SELECT facts, last - first + 1 FROM texts ORDER BY first'),
    range: query('SELECT first, last FROM texts WHERE id = ?'),
    ranges: query('SELECT id, first, last FROM texts'),
    lastRow: query('SELECT coalesce(max(last), 0), (SELECT row FROM listed) FROM texts'),
    version: query('PRAGMA data_version'),
    stats: query('SELECT count(*), coalesce(sum(last - first + 1), 0) FROM texts'),
    stamps: query('SELECT id, stamp FROM texts WHERE stamp IS NOT NULL'),
    frequencies: query(`
      SELECT json_group_array(coalesce(
        (SELECT count FROM counts WHERE term = value),
        (SELECT doc FROM vocabulary WHERE term = value), 0))
      FROM json_each(?)`),
    lists: query(`SELECT ${joinedLists} FROM lists WHERE term IN (SELECT value FROM json_each(?))`),
    rows: query('SELECT group_concat(rowid) FROM grams WHERE grams MATCH ?'),
    rowsAfter: query('SELECT group_concat(rowid) FROM grams WHERE grams MATCH ? AND rowid > ?'),
    common: query('SELECT term FROM counts WHERE count >= ?'),
    clauses: query(`SELECT ${joined} FROM clauses WHERE row IN (SELECT value FROM json_each(?))`),
    clausesBetween: query(`SELECT ${joined} FROM (SELECT content FROM clauses WHERE row BETWEEN ? AND ? ORDER BY row)`),
    clausesNumbered: query(`
      SELECT ${joined} FROM (
        SELECT content FROM clauses WHERE row BETWEEN ? AND ? AND value = ? AND inserted IS ? ORDER BY row)`),
    stamp: change('UPDATE texts SET stamp = ? WHERE id = ?'),
    insertText: change('INSERT INTO texts (id, facts, first, last) VALUES (?, ?, ?, ?)'),
    insertClause: change('INSERT INTO clauses (row, value, inserted, content) VALUES (?, ?, ?, ?)'),
    insertGrams: change('INSERT INTO grams (rowid, terms) VALUES (?, ?)'),
    insertList: change('INSERT INTO lists (term, rows) VALUES (?, ?)'),
    list: change('UPDATE listed SET row = ?'),
    deleteText: change('DELETE FROM texts WHERE id = ?'),
    deleteClauses: change('DELETE FROM clauses WHERE row BETWEEN ? AND ?'),
    deleteGrams: change('DELETE FROM grams WHERE rowid BETWEEN ? AND ?'),
    deleteLists: change('DELETE FROM lists')
  }
}
