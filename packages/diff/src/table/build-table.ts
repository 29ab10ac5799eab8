import type { Root } from 'regast'
import type { ArticleChange, DraftComparison } from '../model.js'
import { changeKinds } from '../model.js'
import type { DraftUnits, Unit } from '../units.js'
import { unitsOf } from '../units.js'
import { changeNote, summaryOfDrafts } from '../wording.js'
import { chainArticles } from './chain.js'
import { headingRows } from './heading-rows.js'
import { markedLines, markSource } from './marked-lines.js'
import type { ComparisonTable, TableArticle, TableCell, TableRow } from './model.js'

/** One draft of a table. */
export interface TableDraft {
  /** Its name over the column, such as 征求意见稿. */
  name: string
  tree: Root
}

/**
 * The table of two or more successive drafts; `comparisons` has one entry for each pair of neighbours. Every article of
 * every draft stands in it exactly once.
 */
export function comparisonTable(
  drafts: readonly TableDraft[],
  comparisons: readonly DraftComparison[]
): ComparisonTable {
  const units = drafts.map((draft) => unitsOf(draft.tree))
  const before = comparisons.map((comparison) => markSource(comparison, 'new'))
  const after = comparisons.map((comparison) => markSource(comparison, 'old'))
  const articles = units.map((draft, column) => {
    const sources = [before[column - 1], after[column]].filter((source) => source !== undefined)
    return new Map(
      [...draft.articles, ...draft.passages].map((unit) => [unit, { unit, lines: markedLines(unit, sources) }])
    )
  })
  const chains = [
    ...chainArticles(
      units.map((draft) => draft.articles),
      comparisons.map((comparison) => comparison.articles)
    ),
    ...chainArticles(
      units.map((draft) => draft.passages),
      comparisons.map((comparison) => comparison.passages)
    )
  ]
  const rows = chains.map((chain): Extract<TableRow, { type: 'article' }> & { units: Unit[][] } => {
    const cells = chain.units.map((cell, column) => ({
      articles: cell.map((unit) =>
        tableArticle(unit, articles[column]!.get(unit)!.lines, chain.changes[column - 1], chain.changes[column])
      )
    }))
    const notes = chain.changes.flatMap((change, index) =>
      change === undefined || change.kind === 'unchanged'
        ? []
        : [{ kind: change.kind, text: changeNote(change), column: index + 1 }]
    )
    return {
      type: 'article',
      kind: changeKinds.find((kind) => notes.some((note) => note.kind === kind)) ?? 'unchanged',
      cells: cells.map((cell, column) => withGap(cell, cells, column)),
      notes,
      units: chain.units
    }
  })
  const title = units.at(-1)!.title || units[0]!.title
  return {
    title,
    columns: drafts.map((draft) => draft.name),
    summaries: comparisons.map((comparison) => summaryOfDrafts(comparison)),
    rows: withHeadings(rows, units, comparisons)
  }
}

function tableArticle(
  unit: Unit,
  lines: TableArticle['lines'],
  before: ArticleChange | undefined,
  after: ArticleChange | undefined
): TableArticle {
  const article: TableArticle = { address: unit.address, label: unit.printed, lines }
  if (before !== undefined && !before.old.includes(unit.address)) article.labelMark = 'inserted'
  else if (after?.kind === 'deleted') article.labelMark = 'deleted'
  return article
}

function withGap(cell: TableCell, cells: readonly TableCell[], column: number): TableCell {
  if (cell.articles.length > 0) return cell
  const first = cells.findIndex((other) => other.articles.length > 0)
  const isBefore = column < first
  if (isBefore) return { articles: [], gap: column === first - 1 ? '（新增）' : '（无）' }
  const goneBefore = cells[column - 1]?.articles.length === 0
  return { articles: [], gap: goneBefore ? '（无）' : '（删去）' }
}

function withHeadings(
  rows: (Extract<TableRow, { type: 'article' }> & { units: Unit[][] })[],
  units: readonly DraftUnits[],
  comparisons: readonly DraftComparison[]
): TableRow[] {
  const headings = headingRows(units, comparisons)
  const result: TableRow[] = []
  for (const { units: cells, ...row } of rows) {
    result.push(...headings.before(cells))
    result.push(row)
  }
  result.push(...headings.rest())
  return result
}
