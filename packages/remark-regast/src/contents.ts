import { endsSentence, withoutBlanks } from './characters.js'
import { type Line, lineText, runsText } from './lines.js'
import { type Marker, readMarker } from './markers.js'

/**
 * Index of the line after a table of contents that begins at `start` with its 目录 line. The table ends where its first
 * entry stands again as a heading of the body, or at the first article or sentence.
 */
export function contentsEnd(lines: Line[], start: number, source: string): number {
  let first: string | undefined
  let firstDepth = 0
  for (let index = start + 1; index < lines.length; index++) {
    const line = lines[index]!
    if (line.kind === 'comment') continue
    if (line.kind !== 'text') return index
    const text = lineText(line, source)
    const marker = readMarker(text, 0, text.length)
    if (text.length > 60 || endsSentence(text, 0, text.length)) return index
    if (marker?.kind === 'ordinal' && marker.unit === 'article') return index
    const key = entryKey(text, marker)
    if (first === undefined) {
      first = key
      firstDepth = line.depth
    } else if (key === first || (firstDepth === 0 && line.depth > 0)) return index
  }
  return lines.length
}

function entryKey(text: string, marker: Marker | undefined): string {
  if (marker?.kind === 'ordinal') return `${marker.unit} ${marker.number.value}`
  return entryWords(text)
}

/** Words of an entry or heading for comparison: no blanks, no leader dots and page number at the end. */
export function entryWords(text: string): string {
  return withoutBlanks(text).replace(/(?:[.．·…—]{2,}|\.)?[（(]?\d*[）)]?$/, '')
}

/** Text of a rich or plain line from an index on that its marker counts in. */
export function textFrom(line: Line, source: string, index: number): string {
  return line.runs === undefined ? source.slice(index, line.end) : runsText(line.runs).slice(index)
}
