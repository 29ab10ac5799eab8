import { type ClauseNumber, formatNumeral } from 'regast'
import type { VFileMessage } from 'vfile-message'
import { endsSentence, skipBlank, withoutBlanks } from './characters.js'
import { bareContentsEnd, contentsEnd } from './contents.js'
import { looksLikeNote, looksLikeTitle } from './headers.js'
import { boundsOf, isHeading, type Line, lineText } from './lines.js'
import {
  canonicalNumber,
  type ItemMarker,
  type Marker,
  type OrdinalMarker,
  readMarker,
  readOrdinal
} from './markers.js'
import { makeMessage } from './messages.js'
import { knownPassage, PassageRecorder, type Report } from './passages.js'
import { linePosition } from './phrasing.js'
import { prepareLines } from './prepare.js'
import { QuotationTracker } from './quotations.js'
import { follows, runsOn } from './sequence.js'
import { announcementEnd, markSignatures } from './signatures.js'
import { type ArticleStyle, SurveyState } from './survey-state.js'

/** The lines of a document, each knowing what it is for the whole. */
export interface Survey {
  lines: Line[]
  /** Style of the articles in the body, then in each attachment. */
  styles: ArticleStyle[]
}

/**
 * Recognises what each line opens with, in the light of the lines before it: title, notes, quotations, running text. With
 * `remember`, articles that are as they were in the last survey are not surveyed again.
 */
export function survey(lines: Line[], source: string, messages: VFileMessage[], remember = false): Survey {
  return new Surveyor(prepareLines(lines, source, messages), source, remember).run(messages)
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

class Surveyor {
  private readonly state = new SurveyState()
  private readonly quotations: QuotationTracker
  /** Styles of the articles in the parts of the document before the one that is being read. */
  private readonly styles: ArticleStyle[] = []
  private readonly reports: Report[] = []
  private readonly passages: PassageRecorder | undefined
  private readonly headerEnd: number

  constructor(
    private readonly lines: Line[],
    private readonly source: string,
    remember: boolean
  ) {
    this.quotations = new QuotationTracker(source)
    if (remember) this.passages = new PassageRecorder(lines, this.reports)
    this.headerEnd = lines.findIndex((line) => line.kind === 'comment' && line.value === 'INFO END')
  }

  run(messages: VFileMessage[]): Survey {
    const { lines, source, state, styles, reports, passages } = this
    let announced = 0
    for (let index = 0; index < lines.length; index++) {
      const line = lines[index]!
      if (passages !== undefined && index >= announced) {
        const count = this.skip(index)
        if (count > 0) {
          index += count - 1
          continue
        }
        line.passage = undefined
      }
      const { marker: before, role, quoted } = line
      const surveyed = passages !== undefined && line.surveyed
      if (passages !== undefined) {
        line.changed = !surveyed
        line.surveyed = true
      }
      if (line.kind !== 'text') continue
      if (index < announced) continue
      line.role = 'body'
      line.quoted = false
      const stood = passages !== undefined && mayOpen(line, source) ? state.copy() : undefined
      const reported = reports.length
      this.recognise(line, index)
      if (surveyed) line.changed = role !== line.role || quoted !== line.quoted || !sameMarker(before, line.marker)
      state.previous = line
      const { marker } = line
      if (stood !== undefined && ((marker !== undefined && marker.kind !== 'item') || line.role !== 'body')) {
        passages!.end(index, stood, reported)
        if (marker?.kind === 'ordinal' && marker.unit === 'article') passages!.begin(index, stood, reported)
      }
      if (state.announcing) {
        state.announcing = false
        announced = announcementEnd(lines, index, source)
        for (let at = index; at < announced; at++) {
          lines[at]!.role = 'signature'
          lines[at]!.marker = undefined
        }
        continue
      }
      let end = index
      if (marker?.kind === 'contents') end = contentsEnd(lines, index, source)
      else if (marker?.kind === 'ordinal' && marker.unit !== 'article' && !state.structured) {
        state.structured = true
        end = bareContentsEnd(lines, index, source)
      }
      if (end > index) {
        this.markContents(index, end)
        index = end - 1
      }
    }
    passages?.end(lines.length, state.copy())
    markSignatures(lines, source)
    styles.push(state.style)
    for (const { rule, reason, line, expected } of reports) {
      messages.push(makeMessage(rule, reason, linePosition(line), expected))
    }
    // 一、 in an attachment numbers its parts and items; only 条 are articles there.
    return { lines, styles: styles.map((style, index) => (index === 0 || style === 'ordinal' ? style : 'none')) }
  }

  /** Passes over an article that the last survey met in the same state and that is as it was; returns how many lines it has. */
  private skip(index: number): number {
    const { lines, state, reports } = this
    const passage = knownPassage(lines, index, state)
    if (passage === undefined) return 0
    this.passages!.end(index, passage.before)
    state.assign(passage.after)
    for (const report of passage.reports) reports.push(report)
    return passage.lines.length
  }

  private markContents(start: number, end: number): void {
    this.state.contentsSeen = true
    this.state.previous = undefined
    for (let index = start; index < end; index++) {
      const line = this.lines[index]!
      line.role = 'contents'
      line.quoted = false
      if (line.kind === 'text') line.marker = readLine(line, this.source)
    }
  }

  private recognise(line: Line, index: number): void {
    const { quotations, state } = this
    let marker = readLine(line, this.source)
    if (state.depth > 0 || state.inserted) {
      if (this.closesQuotation(line, marker)) {
        if (state.depth > 0)
          this.report('quotation-open', '此前的引号“没有对应的后引号”，自本行起按正文处理。', line, ['”'])
        state.depth = 0
        state.inserted = false
      } else line.quoted = true
    } else line.quoted = this.opensQuotation(line)
    if (line.quoted) marker = quotedItem(line, this.source, marker)
    else if (marker !== undefined) marker = this.accept(line, marker, index)
    line.marker = marker
    if (state.header) this.placeInHeader(line, index)
    state.depth = quotations.read(line, state.depth)
  }

  /** A whole line in quotation marks, or one whose quotation goes on in the next line, quotes other text. */
  private opensQuotation(line: Line): boolean {
    const { text, from, to } = boundsOf(line, this.source)
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
    const { state } = this
    if (marker?.kind === 'ordinal' && marker.unit === 'article') {
      return state.last !== undefined && marker.spaced && follows(state.last, marker.number)
    }
    return (
      marker?.kind === 'item' &&
      marker.style === 'comma' &&
      !state.ordinals &&
      state.lastComma > 0 &&
      marker.number.value === state.lastComma + 1
    )
  }

  /** Drops a marker that only looks like one; counts the others. */
  private accept(line: Line, marker: Marker, index: number): Marker | undefined {
    const { state } = this
    switch (marker.kind) {
      case 'ordinal':
        return marker.unit === 'article' ? this.acceptArticle(line, marker) : this.acceptStructure(line, marker)
      case 'item':
        if (marker.style === 'arabic' && line.nesting > 0) {
          const article = this.listedArticle(line, marker)
          if (article !== undefined) return this.opened(article)
        }
        if (marker.style === 'comma') state.addComma(marker.number.value)
        else if (marker.style === 'arabic') state.addArabic(marker.number.value)
        return marker
      case 'attachment':
        return this.acceptAttachment(line, marker, index)
      case 'contents':
        if (state.ordinals || state.contentsSeen) return undefined
        state.contentsSeen = true
        return marker
      case 'preamble':
        return line.depth > 0 || !state.ordinals ? marker : undefined
      case 'unnumbered':
        // In Markdown's way it is a heading as any other.
        return line.depth > 0 || line.bullet ? undefined : marker
    }
  }

  /** 1. 第五条　…: the next article as an item of a Markdown list, as word processors write it. */
  private listedArticle(line: Line, marker: ItemMarker): OrdinalMarker | undefined {
    const { text, to } = boundsOf(line, this.source)
    const start = skipBlank(text, marker.end, to)
    if (text.charCodeAt(start) !== 0x7b2c) return undefined
    const article = readOrdinal(text, start, to)
    if (article?.unit !== 'article' || !article.spaced || article.malformed) return undefined
    const { last } = this.state
    const next = last === undefined ? article.number.value === 1 : follows(last, article.number)
    if (!next || runsOn.test(text.slice(article.content, article.content + 6))) return undefined
    article.start = start
    return article
  }

  private acceptArticle(line: Line, marker: OrdinalMarker): Marker | undefined {
    const { state } = this
    const next = state.last === undefined ? marker.number.value === 1 : follows(state.last, marker.number)
    if (!next && this.insertsWithoutMarks(line, marker)) return undefined
    // Nearly every article is in order and looks as it should.
    if (next && marker.spaced && !marker.malformed) return this.opened(marker)
    const { text, from } = boundsOf(line, this.source)
    const rest = text.slice(marker.content, marker.content + 6)
    const printed = text.slice(from, marker.end)
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
    return this.opened(marker)
  }

  private opened(marker: OrdinalMarker): Marker {
    const { state } = this
    state.last = marker.number
    state.ordinals = true
    return marker
  }

  /** Whether a number that does not continue the sequence is more likely a reference than an article. */
  private isFar(number: ClauseNumber, line: Line, rest: string): boolean {
    const last = this.state.last?.value ?? 0
    return line.join !== 'block' || runsOn.test(rest) || number.value <= last || number.value > last + 3
  }

  /** Whether an amendment announces new text before this line without opening a quotation, and the line does not belong to it. */
  private insertsWithoutMarks(line: Line, marker: OrdinalMarker): boolean {
    const { previous, last } = this.state
    if (previous === undefined || line.depth > 0 || last === undefined) return false
    const said = lineText(previous, this.source)
    if (!/[：:]$/.test(said) || !/增加|修改为|改为|作为/.test(said)) return false
    if (marker.unit === 'article' && Math.abs(marker.number.value - last.value) <= 3) return false
    this.report('quotation-open', '此处引用的条文没有加引号，按被引用的文字处理。', line, ['“'])
    this.state.inserted = true
    line.quoted = true
    return true
  }

  private acceptStructure(line: Line, marker: OrdinalMarker): Marker | undefined {
    if (line.depth > 0) return marker
    const text = lineText(line, this.source)
    if (text.length > 50 || /[，。；：]/.test(text)) return undefined
    if (!marker.spaced) {
      const { text: whole } = boundsOf(line, this.source)
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
    // What follows decides, so that nothing around this line can be told without it.
    this.passages?.drop()
    if (line.depth === 0 && marker.number === undefined && announcementEnd(this.lines, index, this.source) > index) {
      this.state.announcing = true
      return undefined
    }
    this.styles.push(this.state.style)
    this.state.restart()
    return marker
  }

  /** Whether the line before stops in the middle of a sentence. */
  private continuesSentence(): boolean {
    const { previous } = this.state
    if (previous === undefined || previous.role !== 'body' || isHeading(previous)) return false
    const { text, from, to } = boundsOf(previous, this.source)
    return /[\u4e00-\u9fff，、]/.test(text.charAt(to - 1)) && !endsSentence(text, from, to) && to - from > 12
  }

  /** Title and notes; the first line that is neither ends the header. */
  private placeInHeader(line: Line, index: number): void {
    const text = lineText(line, this.source)
    const { state } = this
    const { marker } = line
    if (index < this.headerEnd) {
      this.mark(line, state.titled ? 'note' : 'title')
      return
    }
    const structural = marker !== undefined && !(line.depth === 1 && !state.titled && marker.kind !== 'ordinal')
    if (structural && marker.kind !== 'attachment') {
      state.titled = true
      if (marker.kind !== 'contents') state.header = false
    } else if (line.depth === 1 || (!state.titled && line.depth === 0 && looksLikeTitle(text))) this.mark(line, 'title')
    else if (line.depth === 0 && looksLikeNote(text)) this.mark(line, 'note')
    else state.header = false
  }

  private mark(line: Line, role: 'title' | 'note'): void {
    line.role = role
    line.marker = undefined
    line.quoted = false
    this.state.titled = true
    this.state.depth = 0
  }

  private report(rule: Parameters<typeof makeMessage>[0], reason: string, line: Line, expected?: string[]): void {
    this.reports.push({ rule, reason, line, expected })
  }
}

/** Whether a line may open with a number of 条, 章 and the like, or with one of the words that open a part of a document. */
function mayOpen(line: Line, source: string): boolean {
  return (
    line.runs !== undefined ||
    line.depth > 0 ||
    line.nesting > 0 ||
    '第附分目序总前引导'.includes(source.charAt(line.start))
  )
}

function readLine(line: Line, source: string): Marker | undefined {
  const { text, from, to } = boundsOf(line, source)
  return readMarker(text, from, to)
}

/** The item that a quoted line opens, after its quotation mark if it has one; whatever else opens there is text. */
function quotedItem(line: Line, source: string, marker: Marker | undefined): Marker | undefined {
  if (marker?.kind === 'item') return marker
  const { text, from, to } = boundsOf(line, source)
  if (text.charCodeAt(from) !== 0x201c || line.runs?.some((run) => run.kind === 'comment')) return undefined
  const inner = readMarker(text, from + 1, to)
  const item = inner?.kind === 'item' && (inner.style === 'bracket' || inner.style === 'arabicBracket')
  return item ? inner : undefined
}
