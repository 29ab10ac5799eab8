import type { Root } from 'mdast'
import type { Point } from 'unist'
import { boldEnd, boldLine } from './bold.js'
import { commentValue } from './inline-runs.js'
import { type Join, Line, plainLine } from './lines.js'
import { type MarkdownParser, shiftPositions } from './markdown.js'
import { linesOfMarkdown } from './markdown-lines.js'
import { frontMatterEnd, lineEnd, regionEnd } from './regions.js'

/** What a scan needs to know, and where it stopped. */
export interface Scan {
  lines: Line[]
  /** The place after the last character. */
  end: Required<Point>
  /** UTF-16 units that were left to the Markdown parser. */
  delegated: number
}

/** Where a scan can be taken up again: the start of a block, and the lines that stand before it. */
export interface Restart {
  offset: number
  line: number
  lines: number
}

/** A scan of part of a source: where to begin, what to remember, and where to stop. */
export interface PartialScan {
  from?: Restart
  restarts: Restart[]
  /** Asked at the start of every block. */
  stopAt?: (offset: number) => boolean
}

enum Special {
  no = 0,
  always = 1,
  html = 2,
  reference = 3,
  link = 4
}

/** What makes a character inside a line matter to Markdown; characters beyond ASCII never do. */
const inline = new Uint8Array(128)
for (const char of '\0\\`*_') inline[char.charCodeAt(0)] = Special.always
inline[0x3c] = Special.html // <
inline[0x26] = Special.reference // &
inline[0x5d] = Special.link // ]

/** Characters that open another construct than a paragraph at the start of a line; # and < are looked at more closely. */
const opening = new Uint8Array(128)
for (const char of '>-+=~|:') opening[char.charCodeAt(0)] = 1

/**
 * The written lines of a draft. Blocks of plain text, headings and comments are read directly; every other block is cut out
 * and left to the Markdown parser. A block is a stretch between blank lines, so that its meaning does not depend on others;
 * where it could (a definition, an open fence) the parser gets everything it could reach.
 */
export function scanSource(source: string, parse: MarkdownParser, partial?: PartialScan): Scan {
  return new Scanner(source, parse, partial).run()
}

/** Whether something in a source acts on all of it, so that no part can be read alone: definitions of links and footnotes. */
export function actsAsWhole(source: string): boolean {
  return source.includes(']:')
}

class Scanner {
  private readonly lines: Line[] = []
  private delegated = 0
  private index = 0
  private line = 1
  private lineStart = 0

  constructor(
    private readonly source: string,
    private readonly parse: MarkdownParser,
    private readonly partial: PartialScan | undefined
  ) {}

  run(): Scan {
    const { source, lines, partial } = this
    const { length } = source
    this.begin()
    let chunkIndex = -1
    let chunkLine = 0
    let chunkLineStart = 0
    let chunkLines = 0
    let join: Join = 'block'
    let trailing = false
    while (this.index < length) {
      const from = this.index
      // The first character that is no Markdown space decides what the line is.
      let first = from
      let code = source.charCodeAt(first)
      let indented = false
      while (code === 0x20 || code === 9) {
        if (code === 9) indented = true
        first += 1
        code = first < length ? source.charCodeAt(first) : 10
      }
      if (code === 10 || code === 13) {
        this.nextLine(first)
        chunkIndex = -1
        join = 'block'
        continue
      }
      if (chunkIndex === -1) {
        if (partial !== undefined) {
          if (partial.stopAt?.(from) === true) break
          partial.restarts.push({ offset: from, line: this.line, lines: lines.length })
        }
        chunkIndex = from
        chunkLine = this.line
        chunkLineStart = this.lineStart
        chunkLines = lines.length
        trailing = false
      }
      let special = indented || first - from > 3 || (join === 'soft' && trailing)
      let depth = 0
      let comment = 0
      if (!special && code < 128) {
        if (opening[code] === 1) special = true
        else if (code === 0x23) depth = headingDepth(source, first)
        else if (code === 0x3c && source.startsWith('!--', first + 1)) {
          comment = source.indexOf('-->', first + 4) + 3
        } else if (code >= 0x30 && code <= 0x39) special = opensList(source, first)
      }
      const content = first + depth
      let end = content
      let bold = -1
      if (!special) {
        if (comment > 2) end = comment
        else if (code === 0x2a && source.charCodeAt(first + 1) === 0x2a) {
          bold = boldEnd(source, first, lineEnd(source, first))
          if (bold !== -1) end = first + 2
        }
        end = plainEnd(source, end, bold)
        special = end === -1
      }
      if (!special && comment > 0) special = !this.isComment(first, comment, end)
      if (!special && depth > 0) special = closesHeading(source, content, end)
      if (special) {
        lines.length = chunkLines
        this.index = chunkIndex
        this.line = chunkLine
        this.lineStart = chunkLineStart
        this.delegate(regionEnd(source, chunkIndex))
        chunkIndex = -1
        join = 'block'
        continue
      }
      if (comment > 0) {
        const line = new Line('comment', first, comment, this.line, this.lineStart, 'block', 0)
        line.value = commentValue(source.slice(first, comment))
        lines.push(line)
        join = 'block'
      } else {
        const line: Line | undefined =
          bold === -1
            ? plainLine(source, content, end, this.line, this.lineStart, depth > 0 ? 'block' : join, depth)
            : boldLine(source, first, bold, end, this.line, this.lineStart, join, 0)
        if (line !== undefined) lines.push(line)
        join = line === undefined || depth > 0 ? 'block' : 'soft'
        const last = source.charCodeAt(end - 1)
        trailing = last === 0x20 || last === 9
      }
      this.nextLine(end)
    }
    return {
      lines,
      end: { line: this.line, column: this.index - this.lineStart + 1, offset: this.index },
      delegated: this.delegated
    }
  }

  /** Goes to where the scan begins; what must be read by Markdown as a whole is. */
  private begin(): void {
    const { source, partial } = this
    if (partial?.from !== undefined) {
      this.index = partial.from.offset
      this.line = partial.from.line
      // Only a byte order mark can stand before a block on its line.
      this.lineStart = this.line === 1 ? 0 : this.index
    } else if (source.charCodeAt(0) === 0xfeff) this.index = 1
    if (actsAsWhole(source)) this.delegate(source.length)
    else if (partial?.from === undefined) {
      const matter = frontMatterEnd(source, this.index)
      if (matter > this.index) this.delegate(matter)
    }
  }

  /** Whether a comment closes on its line and nothing but blanks follows it there. */
  private isComment(start: number, close: number, end: number): boolean {
    if (close <= 2 || close > end) return false
    for (let index = start; index < end; index++) {
      const code = this.source.charCodeAt(index)
      if (code === 10 || code === 13) return false
      if (index >= close && code !== 0x20 && code !== 9) return false
    }
    return true
  }

  /** Steps over the line ending at `index`. */
  private nextLine(index: number): void {
    const { source } = this
    if (index >= source.length) {
      this.index = source.length
      return
    }
    this.index = index + (source.charCodeAt(index) === 13 && source.charCodeAt(index + 1) === 10 ? 2 : 1)
    this.line += 1
    this.lineStart = this.index
  }

  /** Leaves the source up to `end` to the Markdown parser. */
  private delegate(end: number): void {
    const { source, index: start } = this
    this.delegated += end - start
    if (this.line === 1) {
      // The parser drops a byte order mark by itself, and counts without it.
      const tree = this.parse(source.slice(0, end))
      shiftPositions(tree, start, 1, 1 + start)
      this.take(tree)
    } else {
      // A line break in front keeps what is special at the start of a document from being seen in its middle.
      const tree = this.parse(`\n${source.slice(start, end)}`)
      shiftPositions(tree, start - 1, this.line - 1, 1)
      this.take(tree)
    }
    for (let index = start; index < end; index++) {
      const code = source.charCodeAt(index)
      if (code === 10 || (code === 13 && source.charCodeAt(index + 1) !== 10)) {
        this.line += 1
        this.lineStart = index + 1
      }
    }
    this.index = end
  }

  private take(tree: Root): void {
    for (const line of linesOfMarkdown(tree, this.source)) this.lines.push(line)
  }
}

/** Whether text reads the same in Markdown wherever it stands in a paragraph, so that nothing of it has to be escaped. */
export function isPlainText(text: string): boolean {
  let lineStart = true
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 128) {
      if (lineStart) {
        if (opening[code] === 1 || code === 0x23 || code === 0x20 || code === 9) return false
        if (code >= 0x30 && code <= 0x39 && opensList(text, index)) return false
      }
      const kind = inline[code]
      if (kind === Special.always || code === 13 || code === 10) return false
      // a<b opens no tag where none is closed; at the start of a line it may open a block all the same.
      const harmless =
        kind === Special.html && !lineStart && isLetter(text.charCodeAt(index + 1)) && !text.includes('>', index)
      if (kind !== Special.no && !harmless && isSpecial(text, index, kind!)) return false
      const next = text.charCodeAt(index + 1)
      if ((code === 0x5d && next === 0x3a) || (code === 0x5b && next === 0x5e)) return false
    }
    lineStart = false
  }
  return true
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}

function isSpecial(source: string, index: number, kind: number): boolean {
  const next = source.charCodeAt(index + 1)
  const letter = isLetter(next)
  if (kind === Special.html) return letter || next === 0x21 || next === 0x2f || next === 0x3f
  if (kind === Special.reference) return letter || next === 0x23
  return next === 0x28
}

/** Whether digits at the start of a line are the marker of an ordered list. */
function opensList(source: string, start: number): boolean {
  let index = start
  let code = source.charCodeAt(index)
  while (code >= 0x30 && code <= 0x39) code = source.charCodeAt(++index)
  if (code !== 0x2e && code !== 0x29) return false
  const after = source.charCodeAt(index + 1)
  return Number.isNaN(after) || after === 0x20 || after === 9 || after === 10 || after === 13
}

/** Whether a heading ends in number signs, which Markdown may take away. */
function closesHeading(source: string, start: number, end: number): boolean {
  let index = end - 1
  while (index >= start && (source.charCodeAt(index) === 0x20 || source.charCodeAt(index) === 9)) index--
  return index >= start && source.charCodeAt(index) === 0x23
}

/** Depth of the heading that opens at an index with #; 0 where it is none. */
function headingDepth(source: string, from: number): number {
  let end = from
  while (source.charCodeAt(end) === 0x23) end += 1
  const after = end < source.length ? source.charCodeAt(end) : 10
  const isHeading = end - from <= 6 && (after === 0x20 || after === 9 || after === 10 || after === 13)
  return isHeading ? end - from : 0
}

/** Where a line ends that is plain from an index on but for a closing ** at `bold`; -1 where something in it needs Markdown. */
function plainEnd(source: string, from: number, bold: number): number {
  const { length } = source
  let end = from
  for (; end < length; end++) {
    if (end === bold) end += 2
    if (end >= length) break
    const char = source.charCodeAt(end)
    if (char >= 128) continue
    if (char === 10 || char === 13) break
    const kind = inline[char]!
    if (kind !== Special.no && (kind === Special.always || isSpecial(source, end, kind))) return -1
  }
  return end
}
