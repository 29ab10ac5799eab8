import type { TextEdit } from '@tiaoli/edit'
import { formatNumeral } from 'regast'
import type { LawClause, LawItem, LawStructure } from './law-text.js'
import type { Placed } from './slots.js'
import { placeInOrder } from './slots.js'

/** A clause of the old text and what is decided about it. */
export interface ClauseState {
  clause: LawClause
  deleted: boolean
  /** New place among its neighbours, from 1. */
  to?: number
  /** Its new words; what is below it comes with them. */
  replacement?: LawClause
  /** Edits of its old words. */
  edits: TextEdit[]
  children: ClauseState[]
  /** Clauses to put below it. */
  added: { clause: LawClause; to?: number; after?: ClauseState }[]
}

/** An article of the old text and what is decided about it. */
export interface ArticleState {
  item: LawItem
  deleted: boolean
  to?: { value: number; insert?: number }
  /** New words of the whole article. */
  replacement?: LawClause[]
  /** Structure of the old text that it moves to. */
  into?: LawStructure
  /** The article that it became part of. */
  mergedInto?: ArticleState
  clauses: ClauseState[]
  added: ClauseState['added']
}

export function articleState(item: LawItem): ArticleState {
  return { item, deleted: false, clauses: item.clauses.map(clauseState), added: [] }
}

function clauseState(clause: LawClause): ClauseState {
  return { clause, deleted: false, edits: [], children: clause.children.map(clauseState), added: [] }
}

/** The clauses of an article as decided. `edit` gives the words of a clause whose words were not replaced. */
export function rebuiltClauses(state: ArticleState, edit: (state: ClauseState) => string): LawClause[] {
  if (state.replacement !== undefined) return withOrigins(state.replacement, state.item.clauses)
  return rebuild(state.clauses, state.added, edit)
}

/** References to a clause keep meaning the one that stands in its place in the new words. */
function withOrigins(clauses: readonly LawClause[], olds: readonly LawClause[]): LawClause[] {
  return clauses.map((clause, index) => {
    const old = olds[index]
    if (old === undefined || old.level !== clause.level) return clause
    return {
      ...clause,
      ...(old.origin !== undefined && { origin: old.origin }),
      ...(old.comments !== undefined && { comments: old.comments }),
      children: withOrigins(clause.children, old.children)
    }
  })
}

function rebuild(
  states: readonly ClauseState[],
  added: ClauseState['added'],
  edit: (state: ClauseState) => string
): LawClause[] {
  const staying: Placed<LawClause>[] = []
  const built = new Map<ClauseState, LawClause>()
  for (const state of states) {
    if (state.deleted) continue
    const clause = rebuiltClause(state, edit)
    built.set(state, clause)
    staying.push({ item: clause, ...(state.to !== undefined && { to: state.to }) })
  }
  const more = added.map(({ clause, to, after }): Placed<LawClause> => {
    const anchor = after && built.get(after)
    return { item: clause, ...(to !== undefined && { to }), ...(anchor && { after: anchor }) }
  })
  const ordered = placeInOrder(staying, more)
  const changed =
    more.length > 0 ||
    states.some((state) => state.deleted || state.to !== undefined || state.replacement !== undefined)
  return changed ? finishList(ordered, new Set(more.map(({ item }) => item))) : ordered
}

function rebuiltClause(state: ClauseState, edit: (state: ClauseState) => string): LawClause {
  const { clause, replacement } = state
  if (replacement !== undefined) {
    const children = replacement.children.length > 0 || clause.level !== 'paragraph' ? replacement.children : []
    return {
      ...replacement,
      level: clause.level,
      ...(clause.printed !== undefined && { printed: clause.printed }),
      ...(clause.origin !== undefined && { origin: clause.origin }),
      ...(clause.comments !== undefined && { comments: clause.comments }),
      children: withOrigins(children, clause.children)
    }
  }
  return { ...clause, text: edit(state), children: rebuild(state.children, state.added, edit) }
}

/** Numbers 项 and 目 anew, and puts ； and 。 where words were quoted without a mark or a last 项 is last no more. */
function finishList(clauses: readonly LawClause[], added: ReadonlySet<LawClause>): LawClause[] {
  const level = clauses[0]?.level
  if (level !== 'point' && level !== 'indent') return [...clauses]
  return clauses.map((clause, index) => {
    if (clause.level !== level) return clause
    const last = index === clauses.length - 1
    let { text } = clause
    if (clause.children.length === 0) {
      if (!/[；。：，]$/.test(text)) text += last ? '。' : '；'
      else if (!last && text.endsWith('。') && (added.size > 0 || index < clauses.length - 1) && !/。.*。$/.test(text))
        text = `${text.slice(0, -1)}；`
      else if (last && text.endsWith('；')) text = `${text.slice(0, -1)}。`
    }
    return { ...clause, text, printed: printedNumber(clause.printed, clauses[0]!.printed, level, index + 1) }
  })
}

function printedNumber(
  own: string | undefined,
  first: string | undefined,
  level: 'point' | 'indent',
  value: number
): string {
  const model = own ?? first ?? (level === 'point' ? '（一）' : '1.')
  if (/^[（(]\d+[)）]$/.test(model)) return model.replace(/\d+/, String(value))
  if (/^\d+/.test(model)) return model.replace(/^\d+/, String(value))
  return model.replace(/[〇零一二三四五六七八九十百千]+/, formatNumeral(value))
}
