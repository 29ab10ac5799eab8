// Public search libraries as a plain user sets them up, to measure search beside them on the same clauses.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { grams } from '@tiaoli/search'
import FlexSearch from 'flexsearch'
import Database from 'libsql'
import MiniSearch from 'minisearch'

const separators = /[\s，。；：、（）《》“”,.;:()]+/

/** Peers by name: each makes an index of clauses `{title, headings, body}` and answers with their positions. */
export const peers = {
  'MiniSearch, two-character grams': (clauses) => {
    const index = new MiniSearch({
      fields: ['title', 'headings', 'body'],
      tokenize: grams,
      searchOptions: { tokenize: grams, boost: { title: 2 } }
    })
    index.addAll(clauses.map((clause, id) => ({ id, ...clause })))
    return {
      search: (query, limit) =>
        index
          .search(query)
          .slice(0, limit)
          .map(({ id }) => id)
    }
  },
  'FlexSearch, two-character grams': (clauses) => {
    const index = new FlexSearch.Index({ encode: grams, tokenize: 'strict' })
    for (const [id, { title, headings, body }] of clauses.entries()) index.add(id, `${title}\n${headings}\n${body}`)
    return { search: (query, limit) => index.search(query, { limit, suggest: true }) }
  },
  'FTS5, trigrams': (clauses) => fts(clauses, 'trigram', (text) => text, trigramQuery),
  'FTS5, two-character grams': (clauses) =>
    fts(
      clauses,
      'ascii',
      (text) => grams(text).join(' '),
      (query) =>
        grams(query)
          .map((term) => `"${term}"`)
          .join(' OR ')
    )
}

function fts(clauses, tokenizer, prepare, expression) {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-peer-'))
  const file = join(folder, 'peer.db')
  const database = new Database(file)
  database.exec(
    `PRAGMA journal_mode = WAL; CREATE VIRTUAL TABLE clauses USING fts5(title, headings, body, content='', tokenize='${tokenizer}'); BEGIN`
  )
  const insert = database.prepare('INSERT INTO clauses (rowid, title, headings, body) VALUES (?, ?, ?, ?)')
  for (const [id, { title, headings, body }] of clauses.entries())
    insert.run(id, prepare(title), prepare(headings), prepare(body))
  database.exec("COMMIT; INSERT INTO clauses(clauses) VALUES ('optimize'); PRAGMA wal_checkpoint(TRUNCATE)")
  const select = database.prepare('SELECT rowid FROM clauses WHERE clauses MATCH ? ORDER BY rank LIMIT ?').raw()
  return {
    bytes: statSync(file).size,
    search: (query, limit) => {
      const match = expression(query)
      return match === '' ? [] : select.all(match, limit).map(([row]) => row)
    },
    close: () => {
      database.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** Every three neighbouring characters, joined by OR: the whole words alone would hardly ever be found. */
function trigramQuery(query) {
  const terms = new Set()
  for (const word of query.split(separators)) {
    for (let index = 0; index + 3 <= word.length; index++)
      terms.add(`"${word.slice(index, index + 3).replaceAll('"', '')}"`)
  }
  return [...terms].filter((term) => term.length > 2).join(' OR ')
}
