import { withoutBlanks } from './characters.js'
import { type Line, lineText } from './lines.js'
import { type Marker, readMarker } from './markers.js'

/**
 * Index of the line after a table of contents that begins at `start` with its 目录 line. The table ends where its first
 * entry stands again as a heading of the body, or at the first article or sentence. Where the headings right in front of
 * that article are those that it stands under (第一编, 第一章, 第一节), the table is empty.
 */
export function contentsEnd(lines: Line[], start: number, source: string): number {
  let first: string | undefined
  let firstDepth = 0
  // Depth in the order of units of the last heading, as long as each was the first under the one before.
  let opening: number | undefined = -1
  const ended = (index: number): number => (opening === undefined || opening < 0 ? index : start + 1)
  for (let index = start + 1; index < lines.length; index++) {
    const line = lines[index]!
    if (line.kind === 'comment') continue
    if (line.kind !== 'text') return index
    const text = lineText(line, source)
    const marker = readMarker(text, 0, text.length)
    if (text.length > 60 || /[，。；：！？]/.test(text)) return isArticle(marker) ? ended(index) : index
    if (isArticle(marker)) return ended(index)
    opening = opensUnder(opening, marker)
    const key = entryKey(text, marker)
    if (first === undefined) {
      first = key
      firstDepth = line.depth
    } else if (key === first || (firstDepth === 0 && line.depth > 0)) return index
  }
  return lines.length
}

function isArticle(marker: Marker | undefined): boolean {
  return marker?.kind === 'ordinal' && marker.unit === 'article'
}

const units = ['book', 'part', 'chapter', 'section']

/** The order of a unit that is the first under one of that order; `undefined` where it is not. */
function opensUnder(above: number | undefined, marker: Marker | undefined): number | undefined {
  if (above === undefined || marker?.kind !== 'ordinal' || marker.number.value !== 1) return undefined
  const order = units.indexOf(marker.unit)
  return order > above ? order : undefined
}

/**
 * Index of the line after headings that only repeat what stands further on, a table of contents that does not say so;
 * `start` where the headings are the document's own.
 */
export function bareContentsEnd(lines: Line[], start: number, source: string): number {
  const listed = new Set<string>()
  let end = start
  for (; end < lines.length; end++) {
    const line = lines[end]!
    if (line.kind !== 'text') break
    const key = headingKey(line, source)
    if (key === undefined) break
    if (listed.has(key)) return listed.size > 2 ? end : start
    listed.add(key)
  }
  if (listed.size < 3) return start
  for (let index = end; index < lines.length; index++) {
    const line = lines[index]!
    if (line.kind !== 'text') continue
    const key = headingKey(line, source)
    if (key !== undefined && listed.has(key)) return end
  }
  return start
}

/** Unit, number and words of a line that reads 第…编章节; `undefined` for any other. */
function headingKey(line: Line, source: string): string | undefined {
  if (line.end - line.start > 60) return undefined
  const text = lineText(line, source)
  if (text.charCodeAt(0) !== 0x7b2c) return undefined
  const marker = readMarker(text, 0, text.length)
  if (marker?.kind !== 'ordinal' || marker.unit === 'article') return undefined
  return `${marker.unit} ${marker.number.value} ${entryWords(text.slice(marker.end))}`
}

function entryKey(text: string, marker: Marker | undefined): string {
  if (marker?.kind === 'ordinal') return `${marker.unit} ${marker.number.value}`
  return entryWords(text)
}

/** Words of an entry or heading for comparison: no blanks, no leader dots and page number at the end. */
export function entryWords(text: string): string {
  return withoutBlanks(text).replace(/(?:[.．·…—]{2,}|\.)?[（(]?\d*[）)]?$/, '')
}
