import type { Outline } from '@tiaoli/library'
import type { ListItem, PrintBlock, Span } from './blocks.js'
import { span } from './blocks.js'
import { clauseLabel } from './labels.js'
import type { Report, ReportHit, ReportSearch } from './model.js'
import type { ReportWording } from './wording.js'

/** The answer to one query, as `createSearcher` of `@tiaoli/search` gives it. */
export interface SearchAnswer {
  query: string
  hits: readonly {
    /** The article. */
    address: string
    /** A stretch of it with the places of words that were looked for, and the 款, 项 or 目 that it begins in. */
    snippet: { text: string; highlights: readonly (readonly [number, number])[]; address: string }
  }[]
}

/** An answer with the labels that a drafter writes. */
export function reportSearch({ query, hits }: SearchAnswer, outline: Outline): ReportSearch {
  return {
    query,
    hits: hits.map(({ address, snippet }): ReportHit => {
      const place = snippet.address || address
      const segments = cut(snippet)
      return {
        address: place,
        label: place === '' ? '' : clauseLabel(place, undefined, outline),
        segments,
        ...(onlyOtherWords(query, segments) && { otherWords: true as const })
      }
    })
  }
}

/** Whether words were found and none of them has two characters together that the query has. */
function onlyOtherWords(query: string, segments: ReportHit['segments']): boolean {
  const found = segments.filter((segment) => segment.found)
  return found.length > 0 && found.every(({ text }) => !sharesPair(text, query))
}

function sharesPair(text: string, query: string): boolean {
  if (text.length < 2 || query.trim().length < 2) return query.includes(text) || text.includes(query.trim())
  for (let at = 0; at + 1 < text.length; at++) if (query.includes(text.slice(at, at + 2))) return true
  return false
}

function cut({ text, highlights }: SearchAnswer['hits'][number]['snippet']): ReportHit['segments'] {
  const segments: ReportHit['segments'] = []
  let at = 0
  for (const [start, end] of highlights) {
    if (start > at) segments.push({ text: text.slice(at, start), found: false })
    segments.push({ text: text.slice(start, end), found: true })
    at = end
  }
  if (at < text.length) segments.push({ text: text.slice(at), found: false })
  return segments
}

/** What was looked for, as blocks of a printed report. */
export function searchBlocks({ searches = [] }: Report, words: ReportWording): PrintBlock[] {
  return searches.flatMap(({ query, hits }): PrintBlock[] => [
    { type: 'heading', level: 2, spans: [span(words.search(query))] },
    hits.length === 0
      ? { type: 'paragraph', spans: [span(words.nothingFound)] }
      : { type: 'list', items: hits.map((hit) => hitItem(hit, words)) }
  ])
}

function hitItem({ label, segments, otherWords }: ReportHit, words: ReportWording): ListItem {
  const text = segments.map(({ text: part, found }): Span => span(part, found ? 'strong' : 'plain'))
  const place = `${label || words.frontMatter}${otherWords ? words.otherWords : ''}`
  return { spans: [span(`${place}${words.colon}`), ...text], items: [] }
}
