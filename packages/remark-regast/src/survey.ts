import { type ClauseNumber, formatNumeral } from 'regast'
import type { VFileMessage } from 'vfile-message'
import { endsSentence, withoutBlanks } from './characters.js'
import { bareContentsEnd, contentsEnd } from './contents.js'
import { looksLikeNote, looksLikeTitle } from './headers.js'
import { isHeading, type Line, lineText, runsText } from './lines.js'
import { canonicalNumber, type Marker, type OrdinalMarker, readMarker } from './markers.js'
import { makeMessage } from './messages.js'
import { linePosition } from './phrasing.js'
import { prepareLines } from './prepare.js'
import { QuotationTracker } from './quotations.js'
import { follows, runsOn } from './sequence.js'
import { announcementEnd, markSignatures } from './signatures.js'

/** Which kind of number counts the articles: 第X条, or where there is none 一、 or 1. */
export type ArticleStyle = 'ordinal' | 'comma' | 'arabic' | 'none'

/** The lines of a document, each knowing what it is for the whole. */
export interface Survey {
  lines: Line[]
  /** Style of the articles in the body, then in each attachment. */
  styles: ArticleStyle[]
}

/** Recognises what each line opens with, in the light of the lines before it: title, notes, quotations, running text. */
export function survey(lines: Line[], source: string, messages: VFileMessage[]): Survey {
  return new Surveyor(prepareLines(lines, source, messages), source, messages).run()
}

/** Whether two markers open the same clause; where they stand does not matter. */
function sameMarker(one: Marker | undefined, other: Marker | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  if (one.kind === 'ordinal')
    return other.kind === 'ordinal' && one.unit === other.unit && sameNumber(one.number, other.number)
  if (one.kind === 'item')
    return other.kind === 'item' && one.style === other.style && sameNumber(one.number, other.number)
  return one.kind === other.kind
}

function sameNumber(one: ClauseNumber, other: ClauseNumber): boolean {
  return one.value === other.value && one.insert === other.insert
}

/** What counts articles in the body or in one attachment. */
class Scope {
  last: ClauseNumber | undefined
  lastComma = 0
  ordinals = 0
  commas = 0
  private arabic = 0
  private running = true

  addArabic(value: number): void {
    this.arabic += 1
    if (value !== this.arabic) this.running = false
  }

  get style(): ArticleStyle {
    if (this.ordinals > 0) return 'ordinal'
    // Arabic numbers that run on under the headings 一、二、 count the provisions; where they restart they are items.
    if (this.running && this.arabic > 2 && this.commas > 1) return 'arabic'
    return this.commas > 0 ? 'comma' : 'none'
  }
}

class Surveyor {
  private readonly quotations: QuotationTracker
  private readonly scopes: Scope[]
  private scope = new Scope()
  /** Text inserted by an amendment that quotes without quotation marks. */
  private inserted = false
  private previous: Line | undefined
  private titled = false
  private header = true
  private contentsSeen = false
  private structured = false
  /** The line lists the attachments that follow. */
  private announcing = false
  private readonly headerEnd: number

  constructor(
    private readonly lines: Line[],
    private readonly source: string,
    private readonly messages: VFileMessage[]
  ) {
    this.quotations = new QuotationTracker(source)
    this.scopes = [this.scope]
    this.headerEnd = lines.findIndex((line) => line.kind === 'comment' && line.value === 'INFO END')
  }

  run(): Survey {
    const { lines, source } = this
    let announced = 0
    for (let index = 0; index < lines.length; index++) {
      const line = lines[index]!
      const { marker: before, role, quoted, surveyed } = line
      line.changed = !surveyed
      line.surveyed = true
      if (line.kind !== 'text') continue
      if (index < announced) continue
      line.role = 'body'
      line.quoted = false
      this.recognise(line, index)
      if (surveyed) line.changed = role !== line.role || quoted !== line.quoted || !sameMarker(before, line.marker)
      this.previous = line
      const { marker } = line
      if (this.announcing) {
        this.announcing = false
        announced = announcementEnd(lines, index, source)
        for (let at = index; at < announced; at++) {
          lines[at]!.role = 'signature'
          lines[at]!.marker = undefined
        }
        continue
      }
      let end = index
      if (marker?.kind === 'contents') end = contentsEnd(lines, index, source)
      else if (marker?.kind === 'ordinal' && marker.unit !== 'article' && !this.structured) {
        this.structured = true
        end = bareContentsEnd(lines, index, source)
      }
      if (end > index) {
        this.markContents(index, end)
        index = end - 1
      }
    }
    markSignatures(lines, source)
    // 一、 in an attachment numbers its parts and items; only 条 are articles there.
    const styles = this.scopes.map(({ style }, index) => (index === 0 || style === 'ordinal' ? style : 'none'))
    return { lines, styles }
  }

  private markContents(start: number, end: number): void {
    this.contentsSeen = true
    this.previous = undefined
    for (let index = start; index < end; index++) {
      const line = this.lines[index]!
      line.role = 'contents'
      line.quoted = false
      if (line.kind === 'text') line.marker = readLine(line, this.source)
    }
  }

  private recognise(line: Line, index: number): void {
    const { quotations } = this
    let marker = readLine(line, this.source)
    if (quotations.depth > 0 || this.inserted) {
      if (this.closesQuotation(line, marker)) {
        if (quotations.depth > 0)
          this.report('quotation-open', '此前的引号“没有对应的后引号”，自本行起按正文处理。', line, ['”'])
        quotations.depth = 0
        this.inserted = false
      } else line.quoted = true
    } else line.quoted = this.opensQuotation(line)
    if (line.quoted) marker = quotedItem(line, this.source, marker)
    else if (marker !== undefined) marker = this.accept(line, marker, index)
    line.marker = marker
    if (this.header) this.placeInHeader(line, index)
    quotations.read(line)
  }

  /** A whole line in quotation marks, or one whose quotation goes on in the next line, quotes other text. */
  private opensQuotation(line: Line): boolean {
    const [text, from, to] = bounds(line, this.source)
    if (text.charCodeAt(from) !== 0x201c) return false
    let depth = 0
    for (let index = from; index < to; index++) {
      const code = text.charCodeAt(index)
      if (code === 0x201c) depth += 1
      else if (code === 0x201d && --depth === 0) return to - index <= 2 && index - from > 20
    }
    return true
  }

  private closesQuotation(line: Line, marker: Marker | undefined): boolean {
    if (line.depth > 0) return true
    const { scope } = this
    if (marker?.kind === 'ordinal' && marker.unit === 'article') {
      return scope.last !== undefined && marker.spaced && follows(scope.last, marker.number)
    }
    return (
      marker?.kind === 'item' &&
      marker.style === 'comma' &&
      scope.ordinals === 0 &&
      scope.lastComma > 0 &&
      marker.number.value === scope.lastComma + 1
    )
  }

  /** Drops a marker that only looks like one; counts the others. */
  private accept(line: Line, marker: Marker, index: number): Marker | undefined {
    const { scope } = this
    switch (marker.kind) {
      case 'ordinal':
        return marker.unit === 'article' ? this.acceptArticle(line, marker) : this.acceptStructure(line, marker)
      case 'item':
        if (marker.style === 'comma') {
          scope.commas += 1
          scope.lastComma = marker.number.value
        } else if (marker.style === 'arabic') scope.addArabic(marker.number.value)
        return marker
      case 'attachment':
        return this.acceptAttachment(line, marker, index)
      case 'contents':
        if (scope.ordinals > 0 || this.contentsSeen) return undefined
        this.contentsSeen = true
        return marker
      case 'preamble':
        return line.depth > 0 || scope.ordinals === 0 ? marker : undefined
    }
  }

  private acceptArticle(line: Line, marker: OrdinalMarker): Marker | undefined {
    const { scope } = this
    const next = scope.last === undefined ? marker.number.value === 1 : follows(scope.last, marker.number)
    const [text, from] = bounds(line, this.source)
    const rest = text.slice(marker.content, marker.content + 6)
    const printed = text.slice(from, marker.end)
    if (!next && this.insertsWithoutMarks(line, marker)) return undefined
    if (marker.spaced || /^[【：:（(]/.test(rest)) {
      if (!next && line.depth === 0 && this.continuesSentence() && this.isFar(marker.number, line, rest)) {
        this.report('article-in-sentence', `本行以“${printed}”开头，但上一行句子未完、条号也不相接，按正文处理。`, line)
        return undefined
      }
    } else {
      if (!next || runsOn.test(rest)) return undefined
      this.report('article-without-space', `“${printed}”之后缺空格。`, line, [`${canonicalNumber(printed)}　`])
    }
    if (marker.malformed) {
      const insert = marker.number.insert === undefined ? '' : `之${formatNumeral(marker.number.insert)}`
      const expected = `第${formatNumeral(marker.number.value)}条${insert}`
      this.report('number-malformed', `条号“${printed}”书写不规范，应为“${expected}”。`, line, [expected])
    }
    scope.last = marker.number
    scope.ordinals += 1
    return marker
  }

  /** Whether a number that does not continue the sequence is more likely a reference than an article. */
  private isFar(number: ClauseNumber, line: Line, rest: string): boolean {
    const last = this.scope.last?.value ?? 0
    return line.join !== 'block' || runsOn.test(rest) || number.value <= last || number.value > last + 3
  }

  /** Whether an amendment announces new text before this line without opening a quotation, and the line does not belong to it. */
  private insertsWithoutMarks(line: Line, marker: OrdinalMarker): boolean {
    const { previous, scope } = this
    if (previous === undefined || line.depth > 0 || scope.last === undefined) return false
    const said = lineText(previous, this.source)
    if (!/[：:]$/.test(said) || !/增加|修改为|改为|作为/.test(said)) return false
    if (marker.unit === 'article' && Math.abs(marker.number.value - scope.last.value) <= 3) return false
    this.report('quotation-open', '此处引用的条文没有加引号，按被引用的文字处理。', line, ['“'])
    this.inserted = true
    line.quoted = true
    return true
  }

  private acceptStructure(line: Line, marker: OrdinalMarker): Marker | undefined {
    if (line.depth > 0) return marker
    const text = lineText(line, this.source)
    if (text.length > 50 || /[，。；：]/.test(text)) return undefined
    if (!marker.spaced) {
      const [whole] = bounds(line, this.source)
      if (text.length > 30 || runsOn.test(whole.slice(marker.content, marker.content + 6))) return undefined
    }
    return this.insertsWithoutMarks(line, marker) ? undefined : marker
  }

  private acceptAttachment(
    line: Line,
    marker: Extract<Marker, { kind: 'attachment' }>,
    index: number
  ): Marker | undefined {
    const text = lineText(line, this.source)
    if (/^附则/.test(withoutBlanks(text.slice(0, 8)))) return undefined
    if (line.depth === 0 && (text.length > 80 || /[。；]/.test(text) || this.continuesSentence())) return undefined
    if (line.depth === 0 && marker.number === undefined && announcementEnd(this.lines, index, this.source) > index) {
      this.announcing = true
      return undefined
    }
    this.scope = new Scope()
    this.scopes.push(this.scope)
    return marker
  }

  /** Whether the line before stops in the middle of a sentence. */
  private continuesSentence(): boolean {
    const { previous } = this
    if (previous === undefined || previous.role !== 'body' || isHeading(previous)) return false
    const [text, from, to] = bounds(previous, this.source)
    return /[\u4e00-\u9fff，、]/.test(text.charAt(to - 1)) && !endsSentence(text, from, to) && to - from > 12
  }

  /** Title and notes; the first line that is neither ends the header. */
  private placeInHeader(line: Line, index: number): void {
    const text = lineText(line, this.source)
    const { marker } = line
    if (index < this.headerEnd) {
      this.mark(line, this.titled ? 'note' : 'title')
      return
    }
    const structural = marker !== undefined && !(line.depth === 1 && !this.titled && marker.kind !== 'ordinal')
    if (structural && marker.kind !== 'attachment') {
      this.titled = true
      if (marker.kind !== 'contents') this.header = false
    } else if (line.depth === 1 || (!this.titled && line.depth === 0 && looksLikeTitle(text))) this.mark(line, 'title')
    else if (line.depth === 0 && looksLikeNote(text)) this.mark(line, 'note')
    else this.header = false
  }

  private mark(line: Line, role: 'title' | 'note'): void {
    line.role = role
    line.marker = undefined
    line.quoted = false
    this.titled = true
    this.quotations.depth = 0
  }

  private report(rule: Parameters<typeof makeMessage>[0], reason: string, line: Line, expected?: string[]): void {
    this.messages.push(makeMessage(rule, reason, linePosition(line), expected))
  }
}

/** Text of a line and the indices its markers count in. */
function bounds(line: Line, source: string): [text: string, from: number, to: number] {
  if (line.runs === undefined) return [source, line.start, line.end]
  const text = runsText(line.runs)
  return [text, 0, text.length]
}

function readLine(line: Line, source: string): Marker | undefined {
  const [text, from, to] = bounds(line, source)
  return readMarker(text, from, to)
}

/** The item that a quoted line opens, after its quotation mark if it has one; whatever else opens there is text. */
function quotedItem(line: Line, source: string, marker: Marker | undefined): Marker | undefined {
  if (marker?.kind === 'item') return marker
  const [text, from, to] = bounds(line, source)
  if (text.charCodeAt(from) !== 0x201c || line.runs?.some((run) => run.kind === 'comment')) return undefined
  const inner = readMarker(text, from + 1, to)
  const item = inner?.kind === 'item' && (inner.style === 'bracket' || inner.style === 'arabicBracket')
  return item ? inner : undefined
}
