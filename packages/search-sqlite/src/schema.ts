/** Changes with every change of the tables or of what is put into them; an index of another number is made anew. */
export const schemaVersion = 4

/** Clauses from which the frequency of a term is kept, for the full-text index counts it anew each time. */
export const frequentFrom = 60

/**
 * Clauses are found by the terms in `grams`, which keeps no text of its own; a row there has the number of its clause.
 * The clauses of one text have numbers in a row.
 */
export const schema = `
CREATE TABLE texts (
  id TEXT PRIMARY KEY,
  facts TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  stamp TEXT
) WITHOUT ROWID;
CREATE TABLE clauses (
  row INTEGER PRIMARY KEY,
  text TEXT NOT NULL,
  address TEXT NOT NULL,
  label TEXT NOT NULL,
  value INTEGER,
  inserted INTEGER,
  headings TEXT NOT NULL,
  body TEXT NOT NULL,
  lines TEXT NOT NULL,
  terms TEXT,
  line INTEGER
);
CREATE VIRTUAL TABLE grams USING fts5(terms, content='', contentless_delete=1, detail=none, tokenize='ascii');
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(grams, 'row');
CREATE TABLE frequent (term TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
PRAGMA user_version = ${schemaVersion};
`
