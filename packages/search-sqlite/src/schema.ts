/** Changes with every change of the tables or of what is put into them; an index of another number is made anew. */
export const schemaVersion = 1

/** Clauses are found by the terms in `grams`, which keeps no text of its own; a row there has the number of its clause. */
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
  terms TEXT
);
CREATE VIRTUAL TABLE grams USING fts5(title, headings, body, content='', contentless_delete=1, tokenize='ascii');
INSERT INTO grams(grams, rank) VALUES ('rank', 'bm25(2.0, 1.5, 1.0)');
CREATE VIRTUAL TABLE frequencies USING fts5vocab(grams, 'row');
PRAGMA user_version = ${schemaVersion};
`
