import type { ApplicationWork } from './application-work.js'
import { spread } from './apply-clauses.js'
import type { ArticleState, ClauseState } from './clause-states.js'
import { articlesOf, itemsOf, paragraphsOf } from './content.js'
import type { AmendedPlace, Operation } from './operation.js'
import { deepestLevel, formatPlace } from './places.js'
import { splitArticles } from './split-articles.js'

/** Puts in articles, 款, 项 or 目. */
export function addClauses(work: ApplicationWork, operation: Extract<Operation, { type: 'add' }>): undefined {
  if (operation.text.length === 0) return work.fail('没有写出增加的内容')
  if (operation.level === 'article') return addArticles(work, operation)
  const level = operation.level
  const within = operation.within ?? operation.after ?? operation.before ?? operation.to[0]
  if (within === undefined) return work.fail('没有写明在哪一条中增加')
  const contents =
    level === 'paragraph'
      ? operation.text.flatMap(paragraphsOf)
      : operation.text.flatMap((text) => itemsOf(text, level))
  const list = listFor(work, level, within, operation.to[0])
  if (list === undefined) return
  const anchor = operation.after === undefined ? undefined : work.find.clauseAt(operation.after)?.path.at(-1)
  for (const [index, clause] of contents.entries()) {
    const to =
      operation.to[index]?.[level]?.value ??
      (operation.to.length === 1 && index > 0 ? operation.to[0]![level]!.value + index : undefined)
    list.push({ clause, ...(to !== undefined && { to }), ...(anchor && { after: anchor }) })
  }
}

/** Where 款 of an article, 项 of a 款 or 目 of a 项 are added. */
function listFor(
  work: ApplicationWork,
  level: 'paragraph' | 'point' | 'indent',
  within: AmendedPlace,
  to: AmendedPlace | undefined
): ClauseState['added'] | undefined {
  const article = work.find.articleAt(within.article !== undefined || within.preamble ? within : (to ?? within))
  if (article === undefined) return undefined
  if (level === 'paragraph') return article.added
  const paragraph = within.paragraph ?? to?.paragraph
  const point = level === 'indent' ? (within.point ?? to?.point) : undefined
  const holders = article.clauses.filter(({ children }) => children.length > 0)
  if (paragraph === undefined && point === undefined) {
    const holder = holders.length === 1 ? holders[0] : article.clauses.length === 1 ? article.clauses[0] : undefined
    return holder?.added ?? work.fail(`没有写明在${formatPlace(within)}的哪一款中增加`)
  }
  const found = work.find.clauseAt({
    ...(within.attachment && { attachment: within.attachment }),
    article: within.article ?? to!.article!,
    ...(paragraph && { paragraph }),
    ...(point && { point })
  })
  return found?.path.at(-1)?.added
}

function addArticles(
  work: ApplicationWork,
  { to, text, after, before, within, count }: Extract<Operation, { type: 'add' }>
): undefined {
  if (text.length !== count && text.length !== 1) return work.fail(`说是增加${count}条，引文有${text.length}条`)
  const contents = articlesOf(text)
  if (contents.length !== count) return work.fail(`说是增加${count}条，引文有${contents.length}条`)
  const anchor = after === undefined ? undefined : work.find.articleAt(after)
  const next = before === undefined ? undefined : work.find.articleAt(before)
  const holder = within === undefined ? undefined : work.find.structureAt(within)
  if ((after && !anchor) || (before && !next) || (within && !holder)) return
  for (const [index, clauses] of contents.entries()) {
    const number = to[index]?.article
    work.plan.added.push({
      clauses,
      ...(number && { to: number }),
      ...(anchor && { after: anchor }),
      ...(next && { before: next }),
      ...(holder && { holder })
    })
  }
}

/** Makes one of several articles or clauses. */
export function mergeClauses(
  work: ApplicationWork,
  { at, to, text }: Extract<Operation, { type: 'merge' }>
): undefined {
  if (deepestLevel(at[0]!) !== 'article') {
    const targets = at.map((place) => work.find.clauseAt(place))
    if (targets.some((target) => target === undefined)) return
    const clauses = deepestLevel(at[0]!) === 'paragraph' ? paragraphsOf(text) : itemsOf(text, 'point')
    return spread(
      targets.map((target) => ({ state: target!.path.at(-1)!, article: target!.article })),
      clauses
    )
  }
  const states = at.map((place) => work.find.articleAt(place))
  if (states.some((state) => state === undefined)) return
  const [first, ...others] = states as ArticleState[]
  first!.replacement = paragraphsOf(text)
  if (to?.article !== undefined) first!.to = to.article
  for (const other of others) {
    other.deleted = true
    other.mergedInto = first!
  }
}

/** Makes several articles of one. */
export function splitArticle(
  work: ApplicationWork,
  { at, to, text }: Extract<Operation, { type: 'split' }>
): undefined {
  const state = work.find.articleAt(at)
  if (state === undefined) return
  const lines = text.length === 1 ? splitArticles(text[0]!) : text
  const contents = articlesOf(lines)
  state.replacement = contents[0] ?? []
  if (to[0]?.article !== undefined) state.to = to[0].article
  for (const [index, clauses] of contents.slice(1).entries()) {
    const number = to[index + 1]?.article
    work.plan.added.push({ clauses, ...(number && { to: number }), after: state })
  }
}

/** Puts an article into another chapter or section. */
export function moveArticle(
  work: ApplicationWork,
  { at, into, to, text }: Extract<Operation, { type: 'move' }>
): undefined {
  const state = work.find.articleAt(at)
  const structure = work.find.structureAt(into)
  if (state === undefined || structure === undefined) return
  state.into = structure
  if (to?.article !== undefined) state.to = to.article
  if (text !== undefined) state.replacement = paragraphsOf(text)
}
