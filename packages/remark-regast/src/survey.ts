import type { VFileMessage } from 'vfile-message'
import { type ClauseNumber, formatNumeral } from 'regast'
import { endsSentence, isBlank, trimBlank, withoutBlanks } from './characters.js'
import { contentsEnd } from './contents.js'
import { type Line, lineText, runsText, sliceLine } from './lines.js'
import { type Marker, readMarker, readOrdinal } from './markers.js'
import { makeMessage } from './messages.js'
import { linePosition } from './phrasing.js'
import { QuotationTracker } from './quotations.js'
import { markSignatures } from './signatures.js'

/** Which kind of number counts the articles of a document: 第X条, or where there is none 一、 or 1. */
export type ArticleStyle = 'ordinal' | 'comma' | 'arabic' | 'none'

/** The lines of a document, each knowing what it is for the whole. */
export interface Survey {
  lines: Line[]
  articles: ArticleStyle
}

/** Recognises what each line opens with, in the light of the lines before it: title, notes, quotations, running text. */
export function survey(lines: Line[], source: string, messages: VFileMessage[]): Survey {
  return new Surveyor(lines, source, messages).run()
}

const glued = /[。；！？”）][ \t\u00a0\u2000-\u200b\u3000]+第[〇零一二两三四五六七八九十百千0-9０-９]+条(?:之[一二三四五六七八九十]+)?[ \t\u00a0\u2000-\u200b\u3000]/
// After a number without a blank, these make it a reference in running text.
const runsOn = /^(?:[、，。；）)”》第至或及和与的之中内外]|规定|所|至|款|项|以及|或者|关于|对于?第|修改|改为|删|增|合并|顺序|移)/

class Surveyor {
  private readonly out: Line[] = []
  private readonly quotations: QuotationTracker
  private last: ClauseNumber | undefined
  private lastComma = 0
  private previous: Line | undefined
  private titled = false
  private header = true
  private ordinals = 0
  private commas = 0
  private readonly arabic: number[] = []
  private readonly gluedSomewhere: boolean
  private readonly headerEnd: number

  constructor(
    private readonly lines: Line[],
    private readonly source: string,
    private readonly messages: VFileMessage[]
  ) {
    this.quotations = new QuotationTracker(source)
    this.gluedSomewhere = glued.test(source)
    const mark = lines.findIndex((line) => line.kind === 'comment' && line.value === 'INFO END')
    this.headerEnd = mark
  }

  run(): Survey {
    const { lines } = this
    for (let index = 0; index < lines.length; index++) {
      const line = lines[index]!
      if (line.kind !== 'text') {
        this.out.push(line)
        continue
      }
      if (this.gluedSomewhere) {
        const parts = this.splitGlued(line)
        if (parts.length > 1) lines.splice(index, 1, ...parts)
      }
      const current = lines[index]!
      this.recognise(current, index)
      this.out.push(current)
      if (current.marker?.kind === 'contents') {
        const end = contentsEnd(lines, index, this.source)
        for (let at = index + 1; at < end; at++) {
          const item = lines[at]!
          if (item.kind === 'text') {
            item.role = 'contents'
            item.marker = readLine(item, this.source)
          }
          this.out.push(item)
        }
        current.role = 'contents'
        index = end - 1
        this.previous = undefined
      }
    }
    markSignatures(this.out, this.source)
    return { lines: this.out, articles: this.articleStyle() }
  }

  private articleStyle(): ArticleStyle {
    if (this.ordinals > 0) return 'ordinal'
    const { arabic } = this
    const running = arabic.length > 2 && arabic.every((value, index) => value === index + 1)
    if (running && this.commas > 1) return 'arabic'
    return this.commas > 0 ? 'comma' : 'none'
  }

  private recognise(line: Line, index: number): void {
    const { source, quotations } = this
    let marker = readLine(line, source)
    if (quotations.depth > 0) {
      if (this.closesQuotation(line, marker)) {
        this.messages.push(
          makeMessage('quotation-open', '此前的引号“没有对应的后引号”，自本行起按正文处理。', linePosition(line), ['”'])
        )
        quotations.depth = 0
      } else {
        line.quoted = true
        // Whatever opens inside a quotation but an item is text of the clause that quotes.
        if (marker?.kind !== 'item') marker = this.quotedItem(line)
      }
    } else if (this.opensQuotation(line)) {
      line.quoted = true
      marker = this.quotedItem(line)
    }
    if (!line.quoted && marker !== undefined) marker = this.accept(line, marker)
    line.marker = marker
    this.placeInHeader(line, index)
    quotations.read(line)
    if (line.quoted && quotations.depth === 0 && !line.quoted) line.quoted = false
    this.previous = line
  }

  /** The item that a quoted line opens after its quotation mark. */
  private quotedItem(line: Line): Marker | undefined {
    const text = line.runs === undefined ? this.source : runsText(line.runs)
    const from = line.runs === undefined ? line.start : 0
    const to = line.runs === undefined ? line.end : text.length
    if (text.charCodeAt(from) !== 0x201c) return undefined
    const marker = readMarker(text, from + 1, to)
    return marker?.kind === 'item' && (marker.style === 'bracket' || marker.style === 'arabicBracket') ? marker : undefined
  }

  /** A whole line in quotation marks, or one whose quotation goes on in the next line, quotes other text. */
  private opensQuotation(line: Line): boolean {
    const text = line.runs === undefined ? this.source : runsText(line.runs)
    const from = line.runs === undefined ? line.start : 0
    const to = line.runs === undefined ? line.end : text.length
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
    if (marker?.kind === 'ordinal' && marker.unit === 'article') {
      return this.last !== undefined && marker.spaced && follows(this.last, marker.number)
    }
    return (
      marker?.kind === 'item' &&
      marker.style === 'comma' &&
      this.ordinals === 0 &&
      this.lastComma > 0 &&
      marker.number.value === this.lastComma + 1
    )
  }

  /** Drops a marker that only looks like one; counts the others. */
  private accept(line: Line, marker: Marker): Marker | undefined {
    switch (marker.kind) {
      case 'ordinal':
        if (marker.unit === 'article') return this.acceptArticle(line, marker)
        return this.acceptStructure(line, marker)
      case 'item':
        if (marker.style === 'comma') {
          this.commas += 1
          this.lastComma = marker.number.value
        } else if (marker.style === 'arabic') this.arabic.push(marker.number.value)
        return marker
      case 'attachment':
        return this.acceptAttachment(line, marker)
      case 'contents':
        return this.ordinals === 0 ? marker : undefined
      case 'preamble':
        return line.depth > 0 || this.ordinals === 0 ? marker : undefined
    }
  }

  private acceptArticle(line: Line, marker: Extract<Marker, { kind: 'ordinal' }>): Marker | undefined {
    const next = this.last === undefined ? marker.number.value === 1 : follows(this.last, marker.number)
    const rest = this.after(line, marker.end)
    if (marker.spaced || /^[【：:（(]/.test(rest)) {
      if (line.depth === 0 && !next && this.continuesSentence()) {
        this.messages.push(
          makeMessage(
            'article-in-sentence',
            `本行以“${this.printed(line, marker)}”开头，但上一行句子未完、序号也不相接，按正文处理。`,
            linePosition(line)
          )
        )
        return undefined
      }
    } else {
      if (!next || runsOn.test(rest)) return undefined
      this.messages.push(
        makeMessage('article-without-space', `“${this.printed(line, marker)}”之后缺空格。`, linePosition(line), [
          `${this.printed(line, marker)}　`
        ])
      )
    }
    if (marker.malformed) {
      if (!next && !marker.spaced) return undefined
      const insert = marker.number.insert === undefined ? '' : `之${formatNumeral(marker.number.insert)}`
      const expected = `第${formatNumeral(marker.number.value)}条${insert}`
      this.messages.push(
        makeMessage(
          'number-malformed',
          `条号“${this.printed(line, marker)}”书写不规范，应为“${expected}”。`,
          linePosition(line),
          [expected]
        )
      )
    }
    this.last = marker.number
    this.ordinals += 1
    return marker
  }

  private acceptStructure(line: Line, marker: Extract<Marker, { kind: 'ordinal' }>): Marker | undefined {
    if (line.depth > 0) return marker
    const text = lineText(line, this.source)
    if (text.length > 50 || endsSentence(text, 0, text.length) || /[，。；]/.test(text)) return undefined
    if (marker.spaced) return marker
    return runsOn.test(this.after(line, marker.end)) || text.length > 30 ? undefined : marker
  }

  private acceptAttachment(line: Line, marker: Extract<Marker, { kind: 'attachment' }>): Marker | undefined {
    const text = lineText(line, this.source)
    if (/^附则/.test(withoutBlanks(text.slice(0, 8)))) return undefined
    const cut = line.depth > 0 || (text.length <= 80 && !/[。；]/.test(text) && !this.continuesSentence())
    if (!cut) return undefined
    this.last = undefined
    return marker
  }

  /** Whether the line before stops in the middle of a sentence. */
  private continuesSentence(): boolean {
    const { previous, source } = this
    if (previous === undefined || previous.depth > 0 || previous.role !== 'body') return false
    const text = previous.runs === undefined ? source : runsText(previous.runs)
    const from = previous.runs === undefined ? previous.start : 0
    const to = previous.runs === undefined ? previous.end : text.length
    if (previous.marker?.kind === 'attachment') return false
    return /[\u4e00-\u9fff，、]/.test(text.charAt(to - 1)) && !endsSentence(text, from, to) && to - from > 12
  }

  private placeInHeader(line: Line, index: number): void {
    if (!this.header) return
    const text = lineText(line, this.source)
    if (index < this.headerEnd) {
      line.marker = undefined
      line.quoted = false
      this.quotations.depth = 0
      line.role = !this.titled ? 'title' : 'note'
      this.titled = true
      return
    }
    if (line.marker !== undefined && line.marker.kind !== 'attachment' && line.role === 'body') {
      if (line.depth !== 1 || this.titled || line.marker.kind === 'contents') {
        if (line.marker.kind !== 'contents') this.header = false
        this.titled = true
        return
      }
      if (line.marker.kind === 'ordinal') {
        this.header = false
        this.titled = true
        return
      }
      line.marker = undefined
    }
    if (line.depth === 1 || (!this.titled && line.depth === 0 && looksLikeTitle(text))) {
      line.role = 'title'
      line.marker = undefined
      this.titled = true
    } else if (line.depth > 0) this.header = false
    else if (looksLikeNote(text)) {
      line.role = 'note'
      line.marker = undefined
    } else this.header = false
    if (line.role !== 'body') line.quoted = false
  }

  private after(line: Line, index: number): string {
    if (line.runs !== undefined) return runsText(line.runs).slice(index, index + 6)
    return this.source.slice(index, Math.min(line.end, index + 6))
  }

  private printed(line: Line, marker: Marker): string {
    return line.runs === undefined ? this.source.slice(line.start, marker.end) : runsText(line.runs).slice(0, marker.end)
  }

  /** Cuts a line at articles that stand in its middle, where their numbers continue the sequence. */
  private splitGlued(line: Line): Line[] {
    const text = lineText(line, this.source)
    let last = this.last
    const opening = readMarker(text, 0, text.length)
    if (opening?.kind === 'ordinal' && opening.unit === 'article') last = opening.number
    const parts: Line[] = []
    let from = 0
    let join = line.join
    const pattern = new RegExp(glued.source, 'g')
    if (this.quotations.depth > 0) return [line]
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const at = text.indexOf('第', match.index)
      pattern.lastIndex = at + 1
      const marker = readOrdinal(text, at, text.length)
      if (marker?.unit !== 'article' || last === undefined || !follows(last, marker.number)) continue
      const part = sliceLine(line, this.source, from, at, join)
      if (part === undefined) continue
      parts.push(part)
      from = at
      join = 'soft'
      last = marker.number
    }
    const tail = sliceLine(line, this.source, from, trimBlank(text, from, text.length), join)
    if (tail === undefined || parts.length === 0) return [line]
    parts[0]!.bullet = line.bullet
    for (const part of [...parts.slice(1), tail]) {
      this.messages.push(
        makeMessage('glued-articles', '一行之内写了不止一条，已按条号分开；请另起一段。', linePosition(part))
      )
    }
    return [...parts, tail]
  }
}

/** Whether an article may stand next after another: 三 after 二, 二之一 after 二, 三 after 二之一. */
export function follows(last: ClauseNumber, next: ClauseNumber): boolean {
  if (next.insert === undefined) return next.value === last.value + 1
  return next.value === last.value && next.insert === (last.insert ?? 0) + 1
}

/** Reads how a line opens, whether plain or rich. */
function readLine(line: Line, source: string): Marker | undefined {
  if (line.runs === undefined) return readMarker(source, line.start, line.end)
  const text = runsText(line.runs)
  return readMarker(text, 0, text.length)
}

const titleEnd = /(?:条例|规定|规则|办法|细则|准则|法|章程|决定|决议|意见|通知|批复|解释|方案|制度|公约|标准)(?:[（(][^（）()]*[）)])?$/

function looksLikeTitle(text: string): boolean {
  return text.length <= 60 && !/[，。；：]/.test(text) && titleEnd.test(text)
}

const noteWords = /通过|公布|发布|颁布|印发|批准|修订|修正|修改|施行|实施|制定|会议|第[\d〇零一二三四五六七八九十百]+号/
const bracketed = /^[（(【].*[）)】]$/s

/** A line of promulgation or amendment: it names a date or number and is no sentence. */
function looksLikeNote(text: string): boolean {
  if (bracketed.test(text)) return true
  if (/[。；：]$/.test(text)) return false
  let blanks = 0
  for (let index = 0; index < text.length; index++) if (isBlank(text.charCodeAt(index))) blanks++
  return (
    text.length - blanks <= 200 &&
    (/\d{4}\s*年|[〇○零一二三四五六七八九]{4}年|[〔［[(（]\d{4}[〕］\])）]/.test(text) || /令|号$/.test(text)) &&
    (noteWords.test(text) || /日$/.test(text) || /号$/.test(text))
  )
}
