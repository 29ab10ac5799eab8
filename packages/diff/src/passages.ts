import { likeness } from './grams.js'
import type { StructureAlignment } from './headings.js'
import type { ArticleGroup } from './match-drafts.js'
import type { DraftUnits } from './units.js'

/** Pairs the text outside articles by the structures that hold it, in the order of the new draft, what is gone at the end. */
export function matchPassages(olds: DraftUnits, news: DraftUnits, structures: StructureAlignment): ArticleGroup[] {
  const before = new Map(olds.passages.map((unit) => [unit.address, unit]))
  const groups: ArticleGroup[] = news.passages.map((unit) => {
    const address = unit.address === '' ? '' : structures.toOld.get(unit.address)
    const old = address === undefined ? undefined : before.get(address)
    if (old === undefined) return { old: [], new: [unit], similarity: 0, moved: false }
    before.delete(old.address)
    return {
      old: [old],
      new: [unit],
      similarity: old.masked === unit.masked ? 1 : likeness(old.masked, unit.masked),
      moved: false
    }
  })
  for (const unit of before.values()) groups.push({ old: [unit], new: [], similarity: 0, moved: false })
  return groups
}
