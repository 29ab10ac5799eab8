import type { GraphDocument } from '@tiaoli/library'
import { titleKey } from '@tiaoli/library'
import type { IndexedText } from '../clause-document.js'

/** How many other texts refer to each article: by key of the title, then by address. Plain data, for a web page too. */
export type CitationCounts = Record<string, Record<string, number>>

/** Counts what the references of texts mean with certainty; a text counts once for an article, and its versions are one. */
export function countCitations(documents: Iterable<GraphDocument>): CitationCounts {
  const counts: CitationCounts = Object.create(null)
  const seen = new Set<string>()
  for (const { title, references } of documents) {
    const own = titleKey(title)
    for (const { targets } of references) {
      for (const { instrument, from, status } of targets) {
        const article = from === null ? undefined : articleOf(from)
        if (instrument === null || status !== 'resolved' || article === undefined) continue
        const key = titleKey(instrument)
        const pair = `${own}\0${key}\0${article}`
        if (key === own || seen.has(pair)) continue
        seen.add(pair)
        counts[key] ??= Object.create(null) as Record<string, number>
        counts[key][article] = (counts[key][article] ?? 0) + 1
      }
    }
  }
  return counts
}

/** What `createSearcher` asks of counts. */
export function citedBy(counts: CitationCounts): (text: IndexedText, address: string) => number {
  const keys = new Map<string, string>()
  return ({ title }, address) => {
    let key = keys.get(title)
    if (key === undefined) {
      key = titleKey(title)
      keys.set(title, key)
    }
    return (Object.hasOwn(counts, key) && counts[key]?.[address]) || 0
  }
}

function articleOf(address: string): string | undefined {
  return address.split('__').find((part) => part.startsWith('art_'))
}
