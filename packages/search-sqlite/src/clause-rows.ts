import type { ClauseDocument } from '@tiaoli/search'

/** Columns of a clause, in the order in which rows are written and read. */
export const clauseColumns = 'row, text, address, label, value, inserted, headings, body, lines, terms, line'

/** A clause as its row. */
export type ClauseRow = [
  row: number,
  text: string,
  address: string,
  label: string,
  value: number | null,
  inserted: number | null,
  headings: string,
  body: string,
  lines: string,
  terms: string | null,
  line: number | null
]

/** The row of a clause. */
export function rowOf(row: number, clause: ClauseDocument): ClauseRow {
  const { text, address, label, number, headings, body, lines, terms, line } = clause
  return [
    row,
    text,
    address,
    label,
    number?.value ?? null,
    number?.insert ?? null,
    headings.join('\n'),
    body,
    lines.map((line) => `${line.index} ${line.address}`).join('\n'),
    terms?.join('\n') ?? null,
    line ?? null
  ]
}

/** The clause of a row; its lines are read when they are asked for, which few clauses are. */
export function documentOf(row: ClauseRow): ClauseDocument {
  return new RowDocument(row)
}

class RowDocument implements ClauseDocument {
  readonly text: string
  readonly address: string
  readonly label: string
  readonly number?: NonNullable<ClauseDocument['number']>
  readonly headings: string[]
  readonly body: string
  readonly terms?: string[]
  readonly line?: number

  constructor(private readonly row: ClauseRow) {
    const [, text, address, label, value, inserted, headings, body, , terms, line] = row
    this.text = text
    this.address = address
    this.label = label
    if (value !== null) this.number = { value, ...(inserted !== null && { insert: inserted }) }
    this.headings = headings === '' ? [] : headings.split('\n')
    this.body = body
    if (terms !== null) this.terms = terms.split('\n')
    if (line !== null) this.line = line
  }

  get lines(): { address: string; index: number }[] {
    const lines = this.row[8]
    if (lines === '') return []
    return lines.split('\n').map((line) => {
      const space = line.indexOf(' ')
      return { index: Number(line.slice(0, space)), address: line.slice(space + 1) }
    })
  }
}
