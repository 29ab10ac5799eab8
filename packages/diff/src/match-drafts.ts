import type { AlignmentUnit } from './align-sequence.js'
import type { AlignedGroup } from './aligned-group.js'
import { alignGroups } from './groups.js'
import type { StructureAlignment } from './headings.js'
import { alignStructures } from './headings.js'
import { heaviestIncreasing } from './increasing.js'
import { normaliseText } from './normalise.js'
import type { DraftUnits, Unit } from './units.js'

/** Articles of two drafts that belong together. */
export interface ArticleGroup {
  old: Unit[]
  new: Unit[]
  similarity: number
  /** Went to another chapter, or out of the order of its neighbours. */
  moved: boolean
}

/** Which article of the old draft is which in the new one, and the same for structures. */
export interface DraftMatch {
  articles: ArticleGroup[]
  structures: StructureAlignment
}

/** Aligns the articles and the structures of two drafts; texts are read once, no pair of drafts is compared completely. */
export function matchDrafts(olds: DraftUnits, news: DraftUnits): DraftMatch {
  const groups = alignGroups(alignmentUnits(olds), alignmentUnits(news))
  const primaries = groups.flatMap(({ primary }) =>
    primary === undefined ? [] : [{ old: olds.articles[primary.old]!, new: news.articles[primary.new]! }]
  )
  const structures = alignStructures(olds.structures, news.structures, primaries, {
    old: olds.articles,
    new: news.articles
  })
  const kept = keptInOrder(groups, olds, news)
  const articles = groups.map((group): ArticleGroup => {
    const oldUnits = group.old.map((index) => olds.articles[index]!)
    const newUnits = group.new.map((index) => news.articles[index]!)
    const moved =
      group.primary !== undefined &&
      (!kept.has(group) ||
        changedChapter(olds.articles[group.primary.old]!, news.articles[group.primary.new]!, structures))
    return { old: oldUnits, new: newUnits, similarity: group.similarity, moved }
  })
  return { articles, structures }
}

const takesEffect = /自.{2,24}(?:施行|实施|生效)/

function alignmentUnits({ articles, structures }: DraftUnits): AlignmentUnit[] {
  const headings = new Map(structures.map((fact) => [fact.address, normaliseText(fact.heading)]))
  let closing = articles.length - 1
  while (closing >= 0 && !takesEffect.test(articles[closing]!.key)) closing -= 1
  return articles.map((unit, index) => {
    const context = headings.get(unit.path.at(-1) ?? '')
    return {
      key: unit.key,
      get text() {
        return unit.masked
      },
      ...(context === undefined ? {} : { context }),
      ...(index === closing ? { role: 'closing' } : {})
    }
  })
}

/**
 * Groups in the largest set that keeps its order: the others were moved past them. Where two sets are equally large,
 * the one whose texts are more alike, or keep their number, counts as the one that stayed.
 */
function keptInOrder(groups: readonly AlignedGroup[], olds: DraftUnits, news: DraftUnits): Set<AlignedGroup> {
  const placed = groups.filter((group) => group.primary !== undefined)
  const chosen = heaviestIncreasing(
    placed.map((group) => group.primary!),
    (index) => {
      const { primary, similarity } = placed[index]!
      const sameNumber = olds.articles[primary!.old]!.printed === news.articles[primary!.new]!.printed
      return 1 + 0.01 * similarity + (sameNumber ? 0.02 : 0)
    }
  )
  return new Set(chosen.map((index) => placed[index]!))
}

/**
 * Whether an article stands in another 章 than before. A chapter that is new or gone does not count: there the
 * articles stayed and the headings moved.
 */
function changedChapter(before: Unit, after: Unit, structures: StructureAlignment): boolean {
  const from = chapterOf(before.path)
  const to = chapterOf(after.path)
  if (from === undefined || to === undefined) return false
  const counterpart = structures.toNew.get(from)
  const origin = structures.toOld.get(to)
  return counterpart !== undefined && origin !== undefined && counterpart !== to
}

function chapterOf(path: readonly string[]): string | undefined {
  return path.find((address) => /(?:^|__)chp_[\d-]+$/.test(address)) ?? path.at(-1)
}
