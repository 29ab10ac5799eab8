import type { Article, RegastNode } from 'regast'
import type { Point as Place, Position } from 'unist'
import type { Line } from './lines.js'
import type { ArticleStyle } from './survey-state.js'

/** An article, the index of its first line, and what its address and its items depend on. */
export interface OpenedArticle {
  index: number
  node: Article
  style: ArticleStyle
  prefix: string
}

/** An article built earlier, and what has to be as it was for it to be used again. */
export interface CachedArticle {
  node: Article
  /** Lines it was built from, comments in front of the next clause left out. */
  count: number
  /** What the next line of text opens: the unit of its number, or the end of the document. */
  boundary: string
  style: ArticleStyle
  prefix: string
  /** Where its first line stood. */
  start: number
  line: number
}

/** Remembers the articles that were built anew on their first lines; `opened` are the indices of those lines. */
export function rememberArticles(lines: Line[], opened: OpenedArticle[]): void {
  for (const { index, node, style, prefix } of opened) {
    const first = lines[index]!
    first.article = undefined
    const range = rangeOf(lines, index)
    if (range === undefined) continue
    // Only where nothing of the range went elsewhere, such as into a heading that looks like an item.
    const last = lines[index + range.count - 1]!
    if (last.end !== node.position!.end.offset) continue
    first.article = { node, style, prefix, start: first.start, line: first.line, ...range }
  }
}

/** The article that was built from these very lines, moved to where they stand now; `undefined` where anything has changed. */
export function reuseArticle(lines: Line[], index: number, style: ArticleStyle): CachedArticle | undefined {
  const first = lines[index]!
  const cached = first.article
  if (cached === undefined || cached.style !== style || index + cached.count > lines.length) return undefined
  for (let at = index; at < index + cached.count; at++) if (lines[at]!.changed) return undefined
  const range = rangeOf(lines, index)
  if (range === undefined || range.count !== cached.count || range.boundary !== cached.boundary) return undefined
  const delta = first.start - cached.start
  const lineDelta = first.line - cached.line
  if (delta !== 0 || lineDelta !== 0) move(cached.node, delta, lineDelta)
  cached.start = first.start
  cached.line = first.line
  return cached
}

/** The lines up to the next number of an article or heading; `undefined` where something else ends the article. */
function rangeOf(lines: Line[], index: number): { count: number; boundary: string } | undefined {
  let last = index
  for (let at = index + 1; at < lines.length; at++) {
    const line = lines[at]!
    if (line.kind === 'comment') continue
    if (line.kind === 'text') {
      if (line.role !== 'body') return undefined
      if (line.join === 'soft') return undefined
      const { marker } = line
      if (marker?.kind === 'ordinal') return { count: last - index + 1, boundary: marker.unit }
      if (marker !== undefined && marker.kind !== 'item') return undefined
    }
    last = at
  }
  return { count: last - index + 1, boundary: 'end' }
}

function move(node: RegastNode, delta: number, lineDelta: number, parent?: Position, before?: Position): void {
  const { position } = node
  // A first or last child may share a place with its parent, and a node one with that before it, which have been moved.
  if (position!.start !== parent?.start && position!.start !== before?.end) movePlace(position!.start, delta, lineDelta)
  if (position!.end !== parent?.end) movePlace(position!.end, delta, lineDelta)
  if (!('children' in node)) return
  let last: Position | undefined
  for (const child of node.children) {
    move(child as RegastNode, delta, lineDelta, position, last)
    last = child.position
  }
}

function movePlace(place: Place, delta: number, lineDelta: number): void {
  place.offset! += delta
  place.line += lineDelta
}
