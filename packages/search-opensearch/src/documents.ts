import { createHash } from 'node:crypto'
import type { ClauseDocument, HeldText, TextClauses } from '@tiaoli/search'
import { grams } from '@tiaoli/search'

/** A document of the server: a clause, or the facts of a text. */
export interface ServerDocument {
  type: 'clause' | 'text'
  text: string
  order: number
  value?: number
  inserted?: number
  clauses?: number
  terms?: string[]
  content: ClauseDocument | HeldText
}

/** Position of the facts of a text, in front of its clauses. */
const factsOrder = -1

/** Id of a clause or of the facts of a text; texts have ids of any length, the server's are short. */
export function documentId(text: string, order: number): string {
  return `${createHash('sha256').update(text).digest('base64url')}-${order}`
}

/** The documents of a text, its clauses first: a text is there when its facts are. */
export function documentsOf({ text, clauses }: TextClauses): { id: string; document: ServerDocument }[] {
  const title = grams(text.title)
  const all = clauses.map((clause, order): { id: string; document: ServerDocument } => ({
    id: documentId(text.id, order),
    document: {
      type: 'clause',
      text: text.id,
      order,
      // Absent numbers are asked for as -1.
      value: clause.number?.value ?? -1,
      inserted: clause.number?.insert ?? -1,
      terms: [...new Set([...title, ...clause.headings.flatMap(grams), ...grams(clause.body)])],
      content: clause
    }
  }))
  const facts: HeldText = { ...text, clauses: clauses.length }
  all.push({
    id: documentId(text.id, factsOrder),
    document: { type: 'text', text: text.id, order: factsOrder, clauses: clauses.length, content: facts }
  })
  return all
}

/** Ids of all documents of a text. */
export function idsOf({ id, clauses }: { id: string; clauses: number }, from = 0): string[] {
  const ids = from === 0 ? [documentId(id, factsOrder)] : []
  for (let order = from; order < clauses; order++) ids.push(documentId(id, order))
  return ids
}
