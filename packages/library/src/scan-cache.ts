import type { ClauseMentions, NameTable } from '@tiaoli/citation'
import { scanClause, scanInto } from '@tiaoli/citation'
import { ArticleMemo } from './article-memo.js'
import type { KnownNames } from './defined-names.js'
import type { DocumentReading } from './document-reading.js'
import type { Library } from './library.js'

/** Mentions of a clause text, and the titles that were looked up to find them. */
interface Scanned {
  mentions: ClauseMentions
  asked: readonly (readonly [title: string, known: boolean])[]
  /** The set of titles for which this holds. */
  epoch: number
}

/** Mentions per clause text, valid for one set of names, and the links of each article as read last. */
export interface ScanCache {
  key: string
  byText: Map<string, Scanned>
  /** What decides whether a title is known, and how often that has changed. */
  titles: string
  library: Library | undefined
  epoch: number
  articles: ArticleMemo
  names: KnownNames
}

/** An empty cache, for one draft through all its changes. */
export function createScanCache(): ScanCache {
  return {
    key: '',
    byText: new Map(),
    titles: '',
    library: undefined,
    epoch: 0,
    articles: new ArticleMemo(),
    names: new WeakMap()
  }
}

/** How many clause texts a cache remembers: a long session of typing leaves one behind at every stroke. */
const rememberedTexts = 20_000

/** Finds the mentions of clause texts. */
export interface Scanner {
  /** The same object as long as they stay the same. */
  mentionsIn(text: string): ClauseMentions
  /** Changes with the titles that are known: what was found under another may not hold. */
  readonly epoch: number
}

/**
 * A scanner for the names of a document, which takes from a cache what it holds for the same ones. A title that comes or goes,
 * as while it is typed, only concerns the texts in which it was looked up.
 */
export function scannerOf({ names: own, self, library }: DocumentReading, cache: ScanCache | undefined): Scanner {
  const names = own.table(self)
  if (cache === undefined) return passingScanner(names)
  const key = JSON.stringify([[...names.instruments], [...names.titled], [...names.terms]])
  if (cache.key !== key || cache.byText.size > rememberedTexts) {
    cache.key = key
    cache.byText.clear()
  }
  const titles = JSON.stringify([self.key, ...[...own.titles].sort()])
  if (cache.titles !== titles || cache.library !== library) {
    cache.titles = titles
    cache.library = library
    cache.epoch += 1
  }
  const { byText, epoch } = cache
  return {
    epoch,
    mentionsIn: (text) => {
      let found = byText.get(text)
      if (found?.epoch === epoch) return found.mentions
      if (found?.asked.every(([title, known]) => names.knows(title) === known)) found.epoch = epoch
      else {
        found = scanned(text, names, epoch)
        byText.set(text, found)
      }
      return found.mentions
    }
  }
}

function scanned(text: string, names: NameTable, epoch: number): Scanned {
  const asked: [string, boolean][] = []
  const knows = (title: string): boolean => {
    const known = names.knows(title)
    asked.push([title, known])
    return known
  }
  return { mentions: scanClause(text, { ...names, knows }), asked, epoch }
}

/** A scanner whose results hold until it is asked again: most clauses mention nothing, and their empty lists would be most of its work. */
function passingScanner(names: NameTable): Scanner {
  const found: ClauseMentions = { mentions: [], documentNumbers: [], termUses: [] }
  return {
    epoch: 0,
    mentionsIn: (text) => {
      if (found.mentions.length > 0) found.mentions = []
      if (found.documentNumbers.length > 0) found.documentNumbers = []
      if (found.termUses.length > 0) found.termUses = []
      scanInto(found, text, names)
      return found
    }
  }
}
