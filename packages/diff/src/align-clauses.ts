import { alignGroups } from './groups.js'
import type { Clause } from './units.js'
import { maskedTextOf } from './units.js'

/** Clauses of two drafts that belong together, with the clauses below them. */
export interface ClauseGroup {
  old: Clause[]
  new: Clause[]
  inOrder: boolean
  children: ClauseGroup[]
  /** Where a clause that left the article stands now, or stood that came from another. */
  elsewhere?: Clause
}

/** Inside an article a clause may share less with its counterpart than an article must. */
const clauseThresholds = { inOrder: 0.3, moved: 0.55 }

/** Aligns the clauses of an article (or of several that were split or merged), level by level. */
export function alignClauses(olds: readonly Clause[], news: readonly Clause[]): ClauseGroup[] {
  if (olds.length === 0 && news.length === 0) return []
  if (sameShape(olds, news)) return zip(olds, news)
  const [only, other] = [olds[0], news[0]]
  // What holds them corresponds, so the only clause of the one is that of the other, however it was rewritten.
  if (olds.length === 1 && news.length === 1 && only!.level === other!.level) {
    return [{ old: [only!], new: [other!], inOrder: true, children: alignClauses(only!.children, other!.children) }]
  }
  const groups = alignGroups(olds.map(unitOf), news.map(unitOf), clauseThresholds)
  return groups.map((group): ClauseGroup => {
    const oldClauses = group.old.map((index) => olds[index]!)
    const newClauses = group.new.map((index) => news[index]!)
    return {
      old: oldClauses,
      new: newClauses,
      inOrder: group.primary?.inOrder ?? true,
      children: alignClauses(
        oldClauses.flatMap((clause) => clause.children),
        newClauses.flatMap((clause) => clause.children)
      )
    }
  })
}

function unitOf(clause: Clause) {
  // A level only ever corresponds to the same level: a table is no 款.
  return { text: `${clause.level === 'block' ? '\u0005' : ''}${maskedTextOf(clause)}`, context: clause.level }
}

/** Whether two lists have the same clauses in the same order, texts equal up to clause numbers. */
function sameShape(olds: readonly Clause[], news: readonly Clause[]): boolean {
  return (
    olds.length === news.length &&
    olds.every((clause, index) => {
      const other = news[index]!
      return clause.level === other.level && maskedTextOf(clause) === maskedTextOf(other)
    })
  )
}

function zip(olds: readonly Clause[], news: readonly Clause[]): ClauseGroup[] {
  return olds.map((clause, index) => ({
    old: [clause],
    new: [news[index]!],
    inOrder: true,
    children: zip(clause.children, news[index]!.children)
  }))
}
