import type { LinkedDocument } from '@tiaoli/library'
import type { Root } from 'regast'
import { type PublishedClause, publishedClauses } from './clause-tree.js'
import type { PublishedFacts } from './facts.js'

/** The published form of a draft; `schema/clauses.schema.json` documents it. */
export interface ClauseDocument extends PublishedFacts {
  /** Raised where a reader of the old form could misread the new one. */
  formatVersion: 1
  notes: string[]
  clauses: PublishedClause[]
  signatures: string[]
}

/** A draft as documented JSON. */
export function renderClausesJson(tree: Root, facts: PublishedFacts, links?: LinkedDocument): string {
  return `${JSON.stringify(clauseDocument(tree, facts, links), null, 2)}\n`
}

/** What `renderClausesJson` prints. */
export function clauseDocument(tree: Root, facts: PublishedFacts, links?: LinkedDocument): ClauseDocument {
  const { clauses, notes, signatures } = publishedClauses(tree, links)
  const { title, date, stage, version, kind } = facts
  return {
    formatVersion: 1,
    title,
    ...(date !== undefined && { date }),
    ...(stage !== undefined && { stage }),
    ...(version !== undefined && { version }),
    ...(kind !== undefined && { kind }),
    notes,
    clauses,
    signatures
  }
}
