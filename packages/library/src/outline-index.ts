import type { ClauseNumber } from 'regast'
import type { ArticleOutline, Outline, StructureOutline } from './outline.js'
import { placeOf } from './place.js'

/** The articles of an outline in their order, and the place of each by its address. */
export interface ArticleOrder {
  articles: readonly ArticleOutline[]
  index: ReadonlyMap<string, number>
}

const ordered = new WeakMap<Outline, ArticleOrder>()

/** The articles of an outline in their order, counted once. */
export function orderOf(outline: Outline): ArticleOrder {
  let order = ordered.get(outline)
  if (order === undefined) {
    const articles = [...outline.articles.values()]
    order = { articles, index: new Map(articles.map((article, at) => [article.address, at])) }
    ordered.set(outline, order)
  }
  return order
}

/** Levels of structures, outermost first. */
export const structureLevels = ['attachment', 'book', 'part', 'chapter', 'section'] as const

const structures = new WeakMap<Outline, Map<string, StructureOutline[]>>()
const nothing: readonly StructureOutline[] = []

/** The structures of an outline whose own number, that of their deepest level, is the given one, in their order. */
export function structuresNumbered(
  outline: Outline,
  level: (typeof structureLevels)[number],
  number: ClauseNumber | null
): readonly StructureOutline[] {
  let byNumber = structures.get(outline)
  if (byNumber === undefined) {
    byNumber = new Map()
    for (const structure of outline.structures.values()) {
      const own = placeOf(structure.address)
      const deepest = structureLevels.findLast((candidate) => own[candidate] !== undefined)
      if (deepest === undefined) continue
      const key = numberKey(deepest, own[deepest]!)
      const known = byNumber.get(key)
      if (known === undefined) byNumber.set(key, [structure])
      else known.push(structure)
    }
    structures.set(outline, byNumber)
  }
  return number === null ? nothing : (byNumber.get(numberKey(level, number)) ?? nothing)
}

function numberKey(level: string, { value, insert = 0 }: ClauseNumber): string {
  return `${level} ${value} ${insert}`
}
