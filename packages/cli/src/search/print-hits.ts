import { join, relative } from 'node:path'
import type { Hit, SearchResult } from '@tiaoli/search'
import type { Context } from '../context.js'

/** An answer as one line of JSON. */
export function jsonLine({ query, hits, messages }: SearchResult): string {
  return `${JSON.stringify({
    query,
    hits: hits.map(({ instrument, version, address, number, score, snippet, text, line, headings, outdated }) => ({
      instrument,
      version: version ?? null,
      address,
      number,
      score,
      snippet: snippet.text,
      highlights: snippet.highlights,
      clause: snippet.address,
      headings,
      file: text,
      ...(line !== undefined && { line }),
      ...(outdated && { outdated })
    })),
    ...(messages.length > 0 && { messages })
  })}\n`
}

/** An answer for people; files are named as seen from the working folder. */
export function hitsText({ query, hits, messages }: SearchResult, folder: string, context: Context): string {
  const { say } = context
  const lines = messages.map((message) => `${message}\n`)
  if (hits.length === 0)
    lines.push(`${say({ zh: `没有找到“${query.trim()}”。`, en: `nothing found for “${query.trim()}”.` })}\n`)
  for (const [index, hit] of hits.entries()) lines.push(hitText(hit, index + 1, folder, context))
  return lines.join('')
}

function hitText(hit: Hit, place: number, folder: string, { color, say }: Context): string {
  const { instrument, version, number, headings, snippet, text, line, outdated } = hit
  const strong = (words: string): string => (color ? `\u001B[1m${words}\u001B[22m` : words)
  const facts = [version, outdated && say({ zh: '不是现行文本', en: 'not the current text' })].filter(Boolean)
  const head = `${place}. ${strong(`《${instrument}》${number}`)}${facts.length > 0 ? `（${facts.join('，')}）` : ''}${headings.length > 0 ? ` ${headings.join(' · ')}` : ''}`
  const file = relative(process.cwd(), join(folder, text)) + (line === undefined ? '' : `:${line}`)
  return `${head}\n   ${highlighted(snippet.text, snippet.highlights, strong)}\n   ${file}\n`
}

function highlighted(text: string, spans: readonly [number, number][], mark: (words: string) => string): string {
  let shown = ''
  let from = 0
  for (const [start, end] of spans) {
    shown += text.slice(from, start) + mark(text.slice(start, end))
    from = end
  }
  return shown + text.slice(from)
}
