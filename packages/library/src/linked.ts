/** How sure a link is. */
export type LinkStatus = 'resolved' | 'dangling' | 'unknown-instrument' | 'ambiguous' | 'superseded'

/** What kind of phrase a reference is. */
export type ReferenceKind = 'internal' | 'relative' | 'external' | 'title' | 'self' | 'alias'

/** A place in the decoded text: line and column from 1, offset from 0 in UTF-16 units. */
export interface TextPlace {
  line: number
  column: number
  offset: number
}

/** Another reading of a target. */
export interface LinkAlternative {
  instrument: string | null
  from: string | null
  to?: string
}

/** One clause, range of clauses or whole instrument that a reference points to. */
export interface LinkTarget {
  /** Title; `null` for the document itself. */
  instrument: string | null
  /** ISO day of the version that was read. */
  version?: string
  /** Address; `null` for the whole instrument. */
  from: string | null
  /** Last clause of a range. */
  to?: string
  status: LinkStatus
  /** One Chinese sentence that says why it is not resolved, or which liberty was taken. */
  reason?: string
  alternatives?: LinkAlternative[]
}

/** One mention with all its targets. */
export interface LinkedReference {
  text: string
  start: TextPlace
  end: TextPlace
  /** Address of the deepest clause that contains it. */
  in: string
  kind: ReferenceKind
  targets: LinkTarget[]
}

/** A defined term where it is defined or used. */
export interface LinkedTerm {
  text: string
  start: TextPlace
  end: TextPlace
  in: string
  role: 'definition' | 'use'
  /** Where a used term is defined. */
  definition?: TextPlace
}

/** A decree or document number, such as 国务院令第745号. */
export interface LinkedDocumentNumber {
  text: string
  start: TextPlace
  end: TextPlace
  in: string
}

/** All links of one document. */
export interface LinkedDocument {
  title: string | undefined
  references: LinkedReference[]
  /** Those of the references with a target that is not resolved. */
  unresolved: LinkedReference[]
  terms: LinkedTerm[]
  documentNumbers: LinkedDocumentNumber[]
}
