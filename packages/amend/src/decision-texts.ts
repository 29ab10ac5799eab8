import type { DraftComparison } from '@tiaoli/diff'
import { compareDrafts } from '@tiaoli/diff'
import type { LawItem, LawText } from './law-text.js'
import { readFinalLaw } from './law-text.js'
import { itemsByAddress } from './same-law.js'

/** The two texts between which a decision stands. */
export interface DecisionTexts {
  old: LawText
  next: LawText
  comparison: DraftComparison
  oldByAddress: ReadonlyMap<string, LawItem>
  newByAddress: ReadonlyMap<string, LawItem>
}

/** Reads and compares both texts. */
export function readTexts(oldSource: string, newSource: string): DecisionTexts {
  const [old, next] = [readFinalLaw(oldSource), readFinalLaw(newSource)]
  return {
    old,
    next,
    comparison: compareDrafts({ tree: old.tree }, { tree: next.tree }),
    oldByAddress: itemsByAddress(old),
    newByAddress: itemsByAddress(next)
  }
}
