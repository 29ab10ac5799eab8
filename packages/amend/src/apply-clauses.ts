import type { ApplicationWork } from './application-work.js'
import { deleteStructure } from './apply-structures.js'
import type { ArticleState, ClauseState } from './clause-states.js'
import { itemsOf, paragraphsOf } from './content.js'
import type { LawClause } from './law-text.js'
import type { AmendedPlace, Operation } from './operation.js'
import { deepestLevel, formatPlace } from './places.js'

/** Puts new words in the places of articles, 款, 项 or 目. */
export function replaceClauses(
  work: ApplicationWork,
  { at, to, text }: Extract<Operation, { type: 'replace' }>
): undefined {
  const level = deepestLevel(at[0]!)
  if (at[0]!.preamble && at[0]!.paragraph === undefined) {
    const state = work.find.preamble(at[0])
    if (state === undefined) return work.fail('原文没有引言')
    state.replacement = paragraphsOf(text)
    return
  }
  if (level === 'article') {
    if (at.length > 1) return replaceArticles(work, at, text)
    const state = work.find.articleAt(at[0]!)
    if (state === undefined) return
    if (to !== undefined && deepestLevel(to[0]!) === 'paragraph') return demote(work, state, to[0]!, paragraphsOf(text))
    state.replacement = paragraphsOf(text)
    if (to?.[0]?.article !== undefined) state.to = to[0].article
    return
  }
  if (to !== undefined && level === 'paragraph' && deepestLevel(to[0]!) === 'article') {
    return promote(work, at[0]!, to[0]!, paragraphsOf(text))
  }
  const targets = at.map((place) => work.find.clauseAt(place))
  if (targets.some((target) => target === undefined)) return
  const clauses = level === 'paragraph' ? paragraphsOf(text) : itemsOf(text, level === 'indent' ? 'indent' : 'point')
  spread(
    targets.map((target) => ({ state: target!.path.at(-1)!, article: target!.article })),
    clauses
  )
  for (const [index, place] of (to ?? []).entries()) {
    const number = place[level as 'paragraph']
    if (number !== undefined && targets[index] !== undefined) targets[index]!.path.at(-1)!.to = number.value
  }
}

/** Puts new clauses in the places of old ones: one for one, or all of them in the place of the first. */
export function spread(targets: { state: ClauseState; article: ArticleState }[], clauses: LawClause[]): undefined {
  const first = targets[0]!
  const siblings = siblingsOf(first.state, first.article)
  for (const [index, { state }] of targets.entries()) {
    if (clauses[index] !== undefined) state.replacement = clauses[index]
    else state.deleted = true
  }
  let after = targets.at(-1)!.state
  for (const clause of clauses.slice(targets.length)) {
    siblings.push({ clause, after })
    after = targets.at(-1)!.state
  }
}

function siblingsOf(state: ClauseState, article: ArticleState): ClauseState['added'] {
  const holder = parentOf(article.clauses, state)
  return holder === undefined ? article.added : holder.added
}

function replaceArticles(work: ApplicationWork, at: readonly AmendedPlace[], text: readonly string[]): undefined {
  const starts = text.flatMap((line, index) => (/^第[〇零一二三四五六七八九十百千0-9]+条/.test(line) ? [index] : []))
  if (starts.length !== at.length) return work.fail(`引文中没有${at.length}条`)
  for (const [index, place] of at.entries()) {
    const state = work.find.articleAt(place)
    if (state !== undefined) state.replacement = paragraphsOf(text.slice(starts[index], starts[index + 1]))
  }
}

/** Puts new words before the items of a clause. */
export function replaceLead(
  work: ApplicationWork,
  { at, text }: Extract<Operation, { type: 'replace-lead' }>
): undefined {
  const found = work.find.clauseAt(at)
  if (found === undefined) return
  const state = found.path.at(-1) ?? found.article.clauses[0]
  if (state === undefined) return work.fail(`${formatPlace(at)}没有文字`)
  state.edits = [{ start: 0, end: state.clause.text.length, text: text.join('\n') }]
}

/** Gives a clause, an article or a structure another number, or another level. */
export function renumberClause(work: ApplicationWork, at: AmendedPlace, to: AmendedPlace): undefined {
  const [from, into] = [deepestLevel(at), deepestLevel(to)]
  if (from === 'paragraph' && into === 'article') return promote(work, at, to, undefined)
  if (from === 'article' && into === 'paragraph') {
    const state = work.find.articleAt(at)
    if (state !== undefined) demote(work, state, to, state.item.clauses)
    return
  }
  if (from !== into) return work.fail(`不能把${formatPlace(at)}改为${formatPlace(to)}`)
  if (from === 'article') {
    const state = work.find.articleAt(at)
    if (state !== undefined && to.article !== undefined) state.to = to.article
    return
  }
  if (from === 'book' || from === 'part' || from === 'chapter' || from === 'section') {
    const structure = work.find.structureAt(at)
    if (structure !== undefined) work.plan.newNumbers.set(structure, to[from]!)
    return
  }
  const found = work.find.clauseAt(at)
  const number = from === undefined ? undefined : to[from]
  if (found !== undefined && number !== undefined) found.path.at(-1)!.to = number.value
}

function promote(
  work: ApplicationWork,
  at: AmendedPlace,
  to: AmendedPlace,
  clauses: LawClause[] | undefined
): undefined {
  const found = work.find.clauseAt(at)
  if (found === undefined) return
  const state = found.path.at(-1)!
  state.deleted = true
  work.plan.added.push({
    clauses: clauses ?? [state.clause],
    ...(to.article && { to: to.article }),
    after: found.article
  })
}

function demote(work: ApplicationWork, state: ArticleState, to: AmendedPlace, clauses: LawClause[]): undefined {
  if (to.article === undefined) return work.fail('没有写明移入哪一条')
  state.deleted = true
  state.replacement = clauses
  work.plan.demoted.push({ state, article: to.article, paragraph: to.paragraph?.value })
}

/** Takes out what stands at a place. */
export function deletePlace(work: ApplicationWork, at: AmendedPlace): undefined {
  const level = deepestLevel(at)
  if (at.preamble && at.paragraph === undefined) {
    const state = work.find.preamble(at)
    if (state === undefined) work.fail('原文没有引言')
    else state.deleted = true
    return
  }
  if (level === 'article') {
    const state = work.find.articleAt(at)
    if (state !== undefined) state.deleted = true
  } else if (level === 'paragraph' || level === 'point' || level === 'indent') {
    const found = work.find.clauseAt(at)
    if (found !== undefined) found.path.at(-1)!.deleted = true
  } else if (level === 'attachment' && at.attachment !== undefined) {
    const structure = work.find.structureAt(at)
    if (structure !== undefined) deleteStructure(work, structure)
  } else {
    const structure = work.find.structureAt(at)
    if (structure !== undefined) deleteStructure(work, structure)
  }
}

function parentOf(states: readonly ClauseState[], wanted: ClauseState): ClauseState | undefined {
  for (const state of states) {
    if (state.children.includes(wanted)) return state
    const found = parentOf(state.children, wanted)
    if (found !== undefined) return found
  }
  return undefined
}
