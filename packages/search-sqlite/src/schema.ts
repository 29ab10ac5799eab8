/** Changes with every change of the tables or of what is put into them; an index of another number is made anew. */
export const schemaVersion = 5

/** Clauses from which the frequency of a term is kept, for the full-text index counts it anew each time. */
export const countedFrom = 8
/** Clauses from which the rows of a term are kept in a list of their own. */
export const listedFrom = 30

/**
 * Clauses are found by the terms in `grams`, which keeps no text of its own; a row there has the number of its clause.
 * The clauses of one text have numbers in a row. When an index is optimized, `counts` and `lists` repeat what `grams`
 * has of frequent terms, up to the row `listed`, in a form that is read many times as fast. Later changes leave them as
 * they are, so no number up to there is given to another clause.
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
  value INTEGER,
  inserted INTEGER,
  content BLOB NOT NULL
);
CREATE VIRTUAL TABLE grams USING fts5(terms, content='', contentless_delete=1, detail=none, tokenize='ascii');
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(grams, 'row');
CREATE TABLE counts (term TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE lists (term TEXT PRIMARY KEY, rows BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE listed (row INTEGER NOT NULL);
INSERT INTO listed VALUES (0);
PRAGMA user_version = ${schemaVersion};
`
