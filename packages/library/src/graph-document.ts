import type { LinkedDocument, LinkTarget, ReferenceKind } from './linked.js'
import type { ReferenceRole } from './reference-role.js'
import { referenceRole } from './reference-role.js'

/** One reference as the link graph keeps it. */
export interface GraphReference {
  /** Address of the clause that it stands in. */
  in: string
  kind: ReferenceKind
  role: ReferenceRole
  text: string
  /** Line and column from 1. */
  line: number
  column: number
  targets: LinkTarget[]
}

/** The references of one text. */
export interface GraphDocument {
  title: string
  /** ISO day of the version that the text is. */
  date?: string
  file?: string
  references: GraphReference[]
}

/** What the link graph keeps of a linked document; 本条例 by itself and 下列 are left out, for they tie nothing together. */
export function graphDocumentOf(
  linked: LinkedDocument,
  source: string,
  facts: { title?: string; date?: string; file?: string }
): GraphDocument {
  const { title = linked.title ?? '', ...others } = facts
  const references: GraphReference[] = []
  for (const { text, start, end, in: clause, kind, targets } of linked.references) {
    if (targets.every(({ instrument, from }) => instrument === null && (from === null || within(clause, from))))
      continue
    const role = referenceRole(source, start.offset, end.offset, clause)
    references.push({ in: clause, kind, role, text, line: start.line, column: start.column, targets })
  }
  return { ...others, title, references }
}

/** Whether one of two clauses lies in the other. */
function within(left: string, right: string): boolean {
  return left === right || left.startsWith(`${right}__`) || right.startsWith(`${left}__`)
}
