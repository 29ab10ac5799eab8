import { isHeading, type Line, lineText } from './lines.js'
import type { ArticleStyle } from './survey-state.js'

/**
 * Whether a line that is numbered like an item heads the articles below it: a Markdown heading, or a short line without
 * punctuation that stands after a finished article and is followed by the next one.
 */
export function divisionOpens(
  lines: Line[],
  index: number,
  source: string,
  style: ArticleStyle,
  open: { type: string; position?: { start: { offset?: number } } }
): boolean {
  const line = lines[index]!
  const { marker } = line
  if (line.depth > 0) return true
  if (marker?.kind !== 'item' || (marker.style !== 'comma' && marker.style !== 'bracket')) return false
  if (line.runs === undefined && line.end - line.start > 30) return false
  const text = lineText(line, source)
  if (text.length > 30 || /[，。；：？]/.test(text)) return false
  const before = textBefore(lines, index)
  const underDivision = open.type === 'division' && open.position?.start.offset === before?.start
  if (before !== undefined && !isHeading(before) && !underDivision && !/[。”）]$/.test(lineText(before, source)))
    return false
  for (let at = index + 1; at < lines.length; at++) {
    const next = lines[at]!
    if (next.kind !== 'text') continue
    if (next.marker?.kind === 'ordinal') return next.marker.unit === 'article'
    if (next.marker?.kind !== 'item') return false
    if (style === 'arabic' && next.marker.style === 'arabic') return true
    // 一、 may be followed by its own （一） and that by the article.
    return marker.style === 'comma' && next.marker.style === 'bracket' && startsGroup(lines, at, source)
  }
  return false
}

function startsGroup(lines: Line[], index: number, source: string): boolean {
  const text = lineText(lines[index]!, source)
  if (text.length > 30 || /[，。；：？]/.test(text)) return false
  const next = lines.slice(index + 1, index + 4).find((line) => line.kind === 'text')
  return next?.marker?.kind === 'ordinal' && next.marker.unit === 'article'
}

function textBefore(lines: Line[], index: number): Line | undefined {
  for (let at = index - 1; at >= 0; at--) {
    const line = lines[at]!
    if (line.kind === 'text') return line.role === 'body' ? line : undefined
  }
  return undefined
}
