import type { ClauseMentions, NameTable } from '@tiaoli/citation'
import { scanClause, scanInto } from '@tiaoli/citation'
import { ArticleMemo } from './article-memo.js'

/** Mentions per clause text, valid for one set of names, and the links of each article as read last. */
export interface ScanCache {
  key: string
  byText: Map<string, ClauseMentions>
  articles: ArticleMemo
}

/** An empty cache, for one draft through all its changes. */
export function createScanCache(): ScanCache {
  return { key: '', byText: new Map(), articles: new ArticleMemo() }
}

/** How many clause texts a cache remembers: a long session of typing leaves one behind at every stroke. */
const rememberedTexts = 20_000

/** Finds the mentions of a clause text. */
export type Scanner = (text: string) => ClauseMentions

/** A scanner for one set of names, and of titles that the document itself writes, which takes from a cache what it holds for the same names. */
export function scannerOf(names: NameTable, titles: ReadonlySet<string>, cache: ScanCache | undefined): Scanner {
  if (cache === undefined) return passingScanner(names)
  const key = JSON.stringify([[...names.instruments], [...names.titled], [...names.terms], [...titles].sort()])
  if (cache.key !== key || cache.byText.size > rememberedTexts) {
    cache.key = key
    cache.byText.clear()
  }
  return (text) => {
    let mentions = cache.byText.get(text)
    if (mentions === undefined) {
      mentions = scanClause(text, names)
      cache.byText.set(text, mentions)
    }
    return mentions
  }
}

/** A scanner whose results hold until it is asked again: most clauses mention nothing, and their empty lists would be most of its work. */
function passingScanner(names: NameTable): Scanner {
  const found: ClauseMentions = { mentions: [], documentNumbers: [], termUses: [] }
  return (text) => {
    if (found.mentions.length > 0) found.mentions = []
    if (found.documentNumbers.length > 0) found.documentNumbers = []
    if (found.termUses.length > 0) found.termUses = []
    scanInto(found, text, names)
    return found
  }
}
