import type { ClauseNumber, Mark } from 'regast'
import type { VFileMessage } from 'vfile-message'
import { isBlank, skipBlank } from './characters.js'
import { boundsOf, Line, lineText, richLine, sliceLine } from './lines.js'
import { readMarker, readOrdinal } from './markers.js'
import { makeMessage } from './messages.js'
import { linePosition } from './phrasing.js'
import { QuotationTracker } from './quotations.js'
import { type Run, textRun } from './runs.js'
import { follows, runsOn } from './sequence.js'

/**
 * Makes one line a clause: cuts lines that hold several articles or a whole table of contents, and takes `#第一章` for the
 * heading its writer meant. Lines that need nothing are handed on as they are; none is changed.
 */
export function prepareLines(lines: Line[], source: string, messages: VFileMessage[]): Line[] {
  let nextGlued = gluedFrom(source, 0, source.length)
  const glued = nextGlued !== -1
  const numberSign = source.includes('#')
  const contents = /目[ \u3000]*[录次][ \u3000]+第/.test(source)
  const emphasis = source.includes('**')
  if (!glued && !numberSign && !contents && !emphasis) return lines
  // Most texts need nothing after all: only what differs makes it a list of its own.
  let prepared: Line[] | undefined
  const quotations = new QuotationTracker(source)
  let depth = 0
  let last: ClauseNumber | undefined
  for (let index = 0; index < lines.length; index++) {
    const given = lines[index]!
    const parts = given.kind === 'text' ? partsOf(given) : undefined
    if (parts !== undefined) {
      prepared ??= lines.slice(0, index)
      for (const part of parts) prepared.push(part)
    } else prepared?.push(given)
  }
  return prepared ?? lines

  /** The lines to take in place of one; `undefined` where it needs nothing. */
  function partsOf(given: Line): Line[] | undefined {
    const line = (emphasis && opensWithStars(given, source) ? readTightEmphasis(given, source) : undefined) ?? given
    if (contents) {
      const parts = splitContents(line, source)
      if (parts.length > 1) return parts
    }
    if (numberSign) {
      const heading = readTightHeading(line, source)
      if (heading !== undefined) {
        messages.push(makeMessage('heading-space', '标题符号“#”之后缺空格。', linePosition(line), ['# ']))
        return [heading]
      }
    }
    const parts = glued ? articlesOf(line) : undefined
    return parts ?? (line === given ? undefined : [line])
  }

  /** The articles of a line that holds several. */
  function articlesOf(line: Line): Line[] | undefined {
    const { text, from, to } = boundsOf(line, source)
    if (text.charCodeAt(from) === 0x7b2c) {
      const opening = readOrdinal(text, from, to)
      if (opening?.unit === 'article') last = opening.number
    }
    let parts: Line[] | undefined
    if (depth === 0 && last !== undefined && isGlued(line, text, from, to)) {
      parts = splitArticles(line, lineText(line, source), source, last)
      for (const part of parts.slice(1)) {
        messages.push(
          makeMessage('glued-articles', '一行之内写了不止一条，已按条号分开；请另起一段。', linePosition(part))
        )
        const marker = readMarker(lineText(part, source), 0, part.end - part.start)
        if (marker?.kind === 'ordinal') last = marker.number
      }
    }
    depth = quotations.read(line, depth)
    return parts !== undefined && parts.length > 1 ? parts : undefined
  }

  function isGlued(line: Line, text: string, from: number, to: number): boolean {
    if (line.runs !== undefined) return gluedFrom(text, from + 1, to) !== -1
    // The next such place is remembered, so that the source is searched once and not once a line.
    if (nextGlued !== -1 && nextGlued <= from) nextGlued = gluedFrom(source, from + 1, source.length)
    return nextGlued !== -1 && nextGlued < to
  }
}

const stops = '。；！？”）'

/** Index from `start` of a 第 after the end of a sentence and blanks, as where two articles share a line; -1 where there is none. */
function gluedFrom(text: string, start: number, end: number): number {
  for (let at = text.indexOf('第', start); at !== -1 && at < end; at = text.indexOf('第', at + 1)) {
    if (isStop(text, at)) return at
  }
  return -1
}

function isStop(text: string, at: number): boolean {
  let index = at - 1
  while (index >= 0 && isSpace(text.charCodeAt(index))) index -= 1
  return index >= 0 && index < at - 1 && stops.includes(text.charAt(index))
}

function isSpace(code: number): boolean {
  return code !== 10 && code !== 13 && isBlank(code)
}

function splitArticles(line: Line, text: string, source: string, before: ClauseNumber): Line[] {
  const parts: Line[] = []
  let last = before
  let from = 0
  let { join } = line
  for (let at = text.indexOf('第', 1); at !== -1; at = text.indexOf('第', at + 1)) {
    if (!isStop(text, at)) continue
    const marker = readOrdinal(text, at, text.length)
    if (marker?.unit !== 'article' || !follows(last, marker.number)) continue
    if (!marker.spaced && runsOn.test(text.slice(marker.end, marker.end + 6))) continue
    const part = sliceLine(line, source, from, at, join)
    if (part === undefined) continue
    parts.push(part)
    from = at
    join = 'soft'
    last = marker.number
  }
  if (parts.length === 0) return [line]
  const tail = sliceLine(line, source, from, text.length, join)
  if (tail !== undefined) parts.push(tail)
  parts[0]!.bullet = line.bullet
  return parts
}

/** 目录 and its entries on one line, such as a heading that swallowed them. */
function splitContents(line: Line, source: string): Line[] {
  const text = lineText(line, source)
  if (!/^目\s*[录次]\s+第/.test(text)) return [line]
  const parts: Line[] = []
  let from = 0
  for (let at = text.indexOf('第', 1); at !== -1; at = text.indexOf('第', at + 1)) {
    const marker = readOrdinal(text, at, text.length)
    if (!isBlank(text.charCodeAt(at - 1)) || marker === undefined || marker.unit === 'article') continue
    const part = sliceLine(line, source, from, at, 'block')
    if (part !== undefined) parts.push(part)
    from = at
  }
  const tail = sliceLine(line, source, from, text.length, 'block')
  if (tail !== undefined) parts.push(tail)
  // The entries stand in the heading by mistake; they are none themselves.
  for (const part of parts.slice(1)) part.depth = 0
  return parts
}

/**
 * A number in bold that Markdown does not take for bold, as in `**第一条　**为了` or `**（一）**坚持`: its rules for where emphasis
 * ends look for spaces that Chinese does without.
 */
function readTightEmphasis(line: Line, source: string): Line | undefined {
  const runs = line.runs ?? plainRuns(line, source)
  const [first, ...rest] = runs
  if (first?.kind !== 'text' || !first.value.startsWith('**') || first.end - first.start !== first.value.length)
    return undefined
  const close = first.value.indexOf('**', 2)
  if (close === -1) return undefined
  const marker = readMarker(first.value, 2, close)
  if (marker?.kind !== 'ordinal' && marker?.kind !== 'item') return undefined
  const piece = (from: number, to: number, marks: Mark[] | undefined) =>
    textRun(first.start + from, first.start + to, first.line, first.lineStart, first.value.slice(from, to), marks)
  const bold = piece(2, close, ['strong'])
  const after = piece(close + 2, first.value.length, first.marks)
  const read = richLine(after.value === '' ? [bold, ...rest] : [bold, after, ...rest], source, line.join, line.depth)
  if (read !== undefined) {
    read.bullet = line.bullet
    read.nesting = line.nesting
  }
  return read
}

function opensWithStars({ runs, start }: Line, source: string): boolean {
  return runs === undefined ? source.startsWith('**', start) : runs[0]!.value.startsWith('**')
}

function plainRuns(line: Line, source: string): Run[] {
  const { start, end, lineStart } = line
  return [textRun(start, end, line.line, lineStart, source.slice(start, end), undefined)]
}

function readTightHeading(line: Line, source: string): Line | undefined {
  const { start, end } = line
  if (line.runs !== undefined || line.depth > 0 || source.charCodeAt(start) !== 0x23 || end - start > 60)
    return undefined
  let index = start
  while (index < end && source.charCodeAt(index) === 0x23) index += 1
  const content = skipBlank(source, index, end)
  const code = source.charCodeAt(content)
  const word = code >= 0x4e00 && code <= 0x9fff
  if (index - start > 6 || content >= end || !word || source.charAt(end - 1) === '。') return undefined
  return new Line('text', content, end, line.line, line.lineStart, 'block', index - start)
}
