import type { TextEdit } from '@tiaoli/edit'
import type { ApplicationWork } from './application-work.js'
import type { ClauseState } from './clause-states.js'
import { pathOf } from './law-text.js'
import type { AmendedPlace, Operation } from './operation.js'
import { deepestLevel, formatPlace } from './places.js'

function statesIn(
  work: ApplicationWork,
  operation: { at: AmendedPlace[]; everywhere?: true }
): ClauseState[] | undefined {
  if (operation.everywhere)
    return [...work.plan.articles, ...work.plan.passages.values()].flatMap(({ clauses }) => withBelow(clauses))
  const states: ClauseState[] = []
  for (const place of operation.at) {
    if (deepestLevel(place) === 'chapter' || deepestLevel(place) === 'section') {
      const structure = work.find.structureAt(place)
      if (structure === undefined) return undefined
      states.push(
        ...work.plan.articles
          .filter(({ item }) => pathOf(item).includes(structure))
          .flatMap(({ clauses }) => withBelow(clauses))
      )
      continue
    }
    const found = work.find.clauseAt(place)
    if (found === undefined) return undefined
    states.push(...withBelow(found.path.length === 0 ? found.article.clauses : [found.path.at(-1)!]))
  }
  return states
}

/** Edits every occurrence of words at the places that an operation names. */
export function editPhrase(
  work: ApplicationWork,
  operation: { at: AmendedPlace[]; everywhere?: true },
  phrase: string,
  edit: (found: { start: number; end: number }) => TextEdit
): undefined {
  if (phrase.includes('\n')) return work.fail('所引文字不止一款，请改为整款修改')
  const states = statesIn(work, operation)
  if (states === undefined) return
  const perPlace = operation.everywhere ? [states] : operation.at.map((place) => statesIn(work, { at: [place] }) ?? [])
  for (const [index, group] of perPlace.entries()) {
    let count = 0
    for (const state of group) {
      for (const found of occurrences(state.clause.text, phrase)) {
        addEdit(work, state, edit(found))
        count += 1
      }
    }
    if (count === 0) {
      const place = operation.everywhere ? '原文' : formatPlace(operation.at[index]!)
      work.fail(`${place}中没有“${phrase}”`)
    }
  }
}

/** Puts words beside others, or at the end of a clause. */
export function insertPhrase(
  work: ApplicationWork,
  { at, side, anchor, text }: Extract<Operation, { type: 'insert-phrase' }>
): undefined {
  if (side === 'end' || (side === 'before' && anchor === '')) {
    const found = work.find.clauseAt(at[0]!)
    if (found === undefined) return
    const state = found.path.at(-1) ?? (side === 'end' ? found.article.clauses.at(-1) : found.article.clauses[0])
    if (state === undefined) return work.fail(`${formatPlace(at[0]!)}没有文字`)
    const old = state.clause.text
    const place = side === 'before' ? 0 : /[。；]$/.test(old) && !/[。；]$/.test(text) ? old.length - 1 : old.length
    return addEdit(work, state, { start: place, end: place, text })
  }
  const states = statesIn(work, { at })
  if (states === undefined) return
  const places = states.flatMap((state) => occurrences(state.clause.text, anchor).map((found) => ({ state, found })))
  if (places.length === 0) return work.fail(`${at.map(formatPlace).join('、')}中没有“${anchor}”`)
  if (places.length > at.length) return work.fail(`“${anchor}”出现${places.length}次，不能确定在哪一处增加`)
  for (const { state, found } of places) {
    const place = side === 'after' ? found.end : found.start
    addEdit(work, state, { start: place, end: place, text })
  }
}

function addEdit(work: ApplicationWork, state: ClauseState, edit: TextEdit): undefined {
  const clash = state.edits.some((other) => edit.start < other.end && other.start < edit.end)
  if (clash) work.fail('同一处文字被修改了两次')
  else state.edits.push(edit)
}

function withBelow(states: readonly ClauseState[]): ClauseState[] {
  return states.flatMap((state) => [state, ...withBelow(state.children)])
}

function occurrences(text: string, phrase: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  if (phrase === '') return found
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + phrase.length)) {
    found.push({ start: at, end: at + phrase.length })
  }
  return found
}
