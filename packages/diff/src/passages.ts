import { gramSpace, similarityOf } from './grams.js'
import type { StructureAlignment } from './headings.js'
import type { ArticleGroup } from './match-drafts.js'
import type { DraftUnits, Unit } from './units.js'

/** Pairs the text outside articles by the structures that hold it, in the order of the new draft, what is gone at the end. */
export function matchPassages(olds: DraftUnits, news: DraftUnits, structures: StructureAlignment): ArticleGroup[] {
  const before = new Map(olds.passages.map((unit) => [unit.address, unit]))
  const groups: ArticleGroup[] = news.passages.map((unit) => {
    const address = unit.address === '' ? '' : structures.toOld.get(unit.address)
    const old = address === undefined ? undefined : before.get(address)
    if (old === undefined) return { old: [], new: [unit], similarity: 0, moved: false }
    before.delete(old.address)
    return { old: [old], new: [unit], similarity: likeness(old, unit), moved: false }
  })
  for (const unit of before.values()) groups.push({ old: [unit], new: [], similarity: 0, moved: false })
  return groups
}

function likeness(old: Unit, next: Unit): number {
  if (old.masked === next.masked) return 1
  const space = gramSpace([old.masked, next.masked])
  return Math.min(0.999, similarityOf(space.profileOf(0), space.profileOf(1), space.weightOf))
}
