import type { VFileMessage } from 'vfile-message'
import type { ArticleChange, ClauseChange, DraftComparison } from '../model.js'

/** A change as JSON: clauses are there where something in them changed. */
export type ArticleChangeJson = Omit<ArticleChange, 'clauses'> & { clauses?: ClauseChange[] }

/** A comparison as the JSON that scripts rely on. */
export interface ComparisonJson {
  counts: DraftComparison['counts']
  title: DraftComparison['title']
  articles: ArticleChangeJson[]
  headings: DraftComparison['headings']
  passages: ArticleChangeJson[]
  /** What the change broke. */
  breaks: object[]
}

/** The data of a comparison; the clauses of an article are there where they changed. */
export function comparisonJson(comparison: DraftComparison, breaks: readonly VFileMessage[] = []): ComparisonJson {
  const { counts, title, articles, headings, passages } = comparison
  return {
    counts,
    title,
    articles: articles.map(withChangedClauses),
    headings,
    passages: passages.map(withChangedClauses),
    breaks: breaks.map(({ ruleId, source, reason, place, expected, note, fatal, actual, ...rest }) => ({
      ruleId,
      source,
      severity: fatal === false ? 'warning' : 'info',
      in: 'clause' in rest ? rest.clause : undefined,
      text: actual,
      reason,
      place,
      ...(expected && { expected }),
      ...(note && { note })
    }))
  }
}

function withChangedClauses(change: ArticleChange): ArticleChangeJson {
  const { clauses, ...facts } = change
  const changed = clauses.filter((clause) => clause.kind !== 'unchanged')
  return changed.length === 0 ? facts : { ...facts, clauses: changed }
}
