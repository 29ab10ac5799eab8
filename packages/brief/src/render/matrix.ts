import { labels } from '../compare-coverage.js'
import type { Coverage, RequirementCoverage } from '../coverage.js'
import { linkageLabel } from '../field-values.js'
import { kindNames, strengthNames } from '../vocabulary.js'
import { statusWords } from './wording.js'

/** One row of the matrix of requirements and chapters of a draft. */
export interface MatrixRow {
  row: RequirementCoverage
  /** Per column: the clauses of that chapter that answer, as a drafter writes them. */
  cells: string[][]
}

/** Requirements down, chapters of the draft across. */
export interface Matrix {
  columns: string[]
  rows: MatrixRow[]
}

/** The matrix of a coverage; a clause that answers stands in the column of its chapter. */
export function coverageMatrix(coverage: Coverage): Matrix {
  const addresses = coverage.draftChapters.map(({ address }) => address)
  const columns = coverage.draftChapters.map(({ label, heading }) => (label === '' ? '章外' : `${label} ${heading}`))
  const rows = coverage.requirements.map((row) => {
    const cells: string[][] = columns.map(() => [])
    for (const [column, chapter] of addresses.entries()) {
      const here = <T extends { chapter: string }>(found: T[]) => found.filter((item) => item.chapter === chapter)
      cells[column] = labels({ ...row, answers: here(row.answers), hits: here(row.hits) })
    }
    return { row, cells }
  })
  return { columns, rows }
}

/** The cells in front of the chapters: id, requirement, strength, kind, status, what is not cited, reason, sources. */
export function leadingCells({ requirement, status, uncited, reason }: RequirementCoverage): string[] {
  return [
    requirement.id,
    requirement.name,
    requirement.statement.replace(/\n/g, ''),
    strengthNames[requirement.strength],
    kindNames[requirement.kind],
    statusWords[status],
    uncited.map(linkageLabel).join('、'),
    reason ?? '',
    requirement.sources.map(({ text }) => text).join('；')
  ]
}

/** Headings of those cells. */
export const leadingHeadings = ['编号', '要求', '内容', '强度', '类别', '落实情况', '应引未引', '说明', '来源']
