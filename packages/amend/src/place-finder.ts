import type { ClauseNumber } from 'regast'
import { compareNumbers } from 'regast'
import type { AmendmentPlan } from './amendment-plan.js'
import { attachmentOf } from './amendment-plan.js'
import type { ArticleState, ClauseState } from './clause-states.js'
import type { LawStructure } from './law-text.js'
import type { AmendedPlace } from './operation.js'
import { deepestLevel, formatPlace } from './places.js'

/** Finds the clauses of the old text that a decision names; what is not there is told to `fail`. */
export class PlaceFinder {
  private readonly byNumber = new Map<string, ArticleState>()

  constructor(
    private readonly plan: AmendmentPlan,
    private readonly fail: (reason: string) => undefined
  ) {
    for (const state of plan.articles) {
      const key = articleKey(state.item.number!, attachmentOf(state.item))
      if (!this.byNumber.has(key)) this.byNumber.set(key, state)
    }
  }

  articleAt(place: AmendedPlace): ArticleState | undefined {
    if (place.preamble) return this.preamble(place) ?? this.fail('原文没有引言或者序言')
    if (place.article === undefined) return this.fail(`没有写明是哪一条：${formatPlace(place)}`)
    const state = this.byNumber.get(articleKey(place.article, place.attachment))
    return (
      state ??
      this.fail(
        `原文没有${formatPlace({ article: place.article, ...(place.attachment && { attachment: place.attachment }) })}`
      )
    )
  }

  /** The words in front of the articles, or at the head of the structure that a place names. */
  preamble(place: AmendedPlace = {}): ArticleState | undefined {
    const isNamed = deepestLevel(place) === 'chapter' || deepestLevel(place) === 'section'
    for (const [item, state] of this.plan.passages) {
      const { holder } = item
      if (
        isNamed
          ? holder !== undefined && matchesStructure(holder, place)
          : holder === undefined || holder.unit === 'preamble'
      ) {
        return state
      }
    }
    return undefined
  }

  /** The 款, 项 or 目 that a place names; an article with one 款 need not name it. */
  clauseAt(place: AmendedPlace): { article: ArticleState; path: ClauseState[] } | undefined {
    const article = this.articleAt(place)
    if (article === undefined) return undefined
    const path: ClauseState[] = []
    if (place.paragraph !== undefined) {
      const paragraph = paragraphsIn(article.clauses)[place.paragraph.value - 1]
      if (paragraph === undefined)
        return this.fail(`原文没有${formatPlace({ ...place, point: undefined, indent: undefined } as AmendedPlace)}`)
      path.push(paragraph)
    }
    if (place.point !== undefined) {
      const holder =
        path.at(-1) ?? article.clauses.find(({ children }) => children.some(({ clause }) => clause.level === 'point'))
      const points = holder?.children.filter(({ clause }) => clause.level === 'point') ?? []
      const point = points[place.point.value - 1]
      if (holder === undefined || point === undefined)
        return this.fail(`原文没有${formatPlace({ ...place, indent: undefined } as AmendedPlace)}`)
      if (path.length === 0) path.push(holder)
      path.push(point)
    }
    if (place.indent !== undefined) {
      const indent = path.at(-1)?.children.filter(({ clause }) => clause.level === 'indent')[place.indent.value - 1]
      if (indent === undefined) return this.fail(`原文没有${formatPlace(place)}`)
      path.push(indent)
    }
    return { article, path }
  }

  structureAt(place: AmendedPlace): LawStructure | undefined {
    const found = this.plan.law.structures.find((structure) => matchesStructure(structure, place))
    return found ?? this.fail(`原文没有${formatPlace(place)}`)
  }

  newStructureAt(place: AmendedPlace): LawStructure | undefined {
    const structures = this.plan.law.structures.filter((structure) => !this.plan.removed.has(structure))
    const byNew = structures.find((structure) => matchesStructure(structure, place, this.plan.newNumbers))
    return byNew ?? this.fail(`没有${formatPlace(place)}`)
  }
}

function articleKey(number: ClauseNumber, attachment: ClauseNumber | undefined): string {
  return `${attachment?.value ?? ''}/${number.value}-${number.insert ?? ''}`
}

function matchesStructure(
  structure: LawStructure,
  place: AmendedPlace,
  newNumbers?: ReadonlyMap<LawStructure, ClauseNumber>
): boolean {
  const level = deepestLevel(place)
  if (level === undefined || structure.unit !== level) return false
  const number = newNumbers?.get(structure) ?? structure.number
  if (number === undefined || compareNumbers(number, place[level]!) !== 0) return false
  if (level !== 'section' || place.chapter === undefined) return true
  const parent = structure.parent
  const parentNumber = parent && (newNumbers?.get(parent) ?? parent.number)
  return parentNumber !== undefined && compareNumbers(parentNumber, place.chapter) === 0
}

function paragraphsIn(states: readonly ClauseState[]): ClauseState[] {
  return states.filter(({ clause }) => clause.level === 'paragraph')
}
