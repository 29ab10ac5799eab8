import { type ClauseNumber, parseNumeral, type StructureUnit } from 'regast'
import { isBlank, skipBlank } from './characters.js'
import { clauseNumber } from './known-strings.js'

/** The way an item is numbered: （一） · 一、 · 1. · （1） · ①. */
export type ItemStyle = 'bracket' | 'comma' | 'arabic' | 'arabicBracket' | 'circle'

/** 第…条, 第…章 and their like. Indices are of the text that was read. */
export interface OrdinalMarker {
  kind: 'ordinal'
  unit: StructureUnit | 'article' | 'division'
  number: ClauseNumber
  /** End of the printed number. */
  end: number
  /** First character of what follows. */
  content: number
  /** A blank or the end of the line stands between them. */
  spaced: boolean
  /** The number was printed with blanks inside or with a character mistaken for a numeral. */
  malformed: boolean
  /** Where the number begins, if the number of a Markdown list stands in front of it. */
  start?: number
}

/** （一）, 1. and their like. */
export interface ItemMarker {
  kind: 'item'
  style: ItemStyle
  number: ClauseNumber
  end: number
}

/** 附件 with its number and colon. */
export interface AttachmentMarker {
  kind: 'attachment'
  number: ClauseNumber | undefined
  end: number
}

/** 目录, 序言, and 总则 and its like without a number: the whole line. */
interface WordMarker {
  kind: 'contents' | 'preamble' | 'unnumbered'
  end: number
}

/** What a line opens with. */
export type Marker = OrdinalMarker | ItemMarker | AttachmentMarker | WordMarker

const numeralChars = '〇零○一二两三四五六七八九十百千万廿卅0123456789０１２３４５６７８９'
/** For what numerals are written with its place among that, from 1. Looked up for every line, so by code unit. */
const numerals = new Uint8Array(0x10000)
for (const [place, char] of [...numeralChars].entries()) numerals[char.charCodeAt(0)] = place + 1
// Dashes are typed for 一; whether they are read as one depends on the unit that follows.
const dash = /[－—–-]/g

/** Values of numerals met before, by the places of their characters in `numeralChars`: the same few hundred number every regulation. */
const values = new Map<number, number | undefined>()
/** Longest numeral that is remembered: its key is a whole number of 30 bits. */
const mostRemembered = 5

/** Value of the numeral between two indices; `undefined` where it is none. */
function numeralValue(text: string, start: number, end: number): number | undefined {
  let key = 0
  if (end - start > mostRemembered) return parseNumeral(text.slice(start, end))
  for (let index = start; index < end; index++) {
    const place = numerals[text.charCodeAt(index)] ?? 0
    if (place === 0) return undefined
    key = (key << 6) | place
  }
  const known = values.get(key)
  if (known !== undefined || values.has(key)) return known
  const value = parseNumeral(text.slice(start, end))
  if (values.size < 5000) values.set(key, value)
  return value
}

/** Index after the numeral characters from `start`, at most `limit` of them. */
function skipNumerals(text: string, start: number, end: number, limit: number): number {
  const last = Math.min(end, start + limit)
  let index = start
  while (index < last && numerals[text.charCodeAt(index)]! > 0) index += 1
  return index
}

const opening = ['序言', '总纲', '前言', '引言', '导言', '序']
const unnumbered = ['总则', '分则', '附则']

/** Reads what a line opens with; `undefined` for running text. */
export function readMarker(text: string, start: number, end: number): Marker | undefined {
  switch (text.charCodeAt(start)) {
    case 0x7b2c: // 第
      return readOrdinal(text, start, end)
    case 0xff08: // （
    case 0x28: // (
      return readBracket(text, start, end)
    case 0x9644: // 附
      return readWords(text, start, end, unnumbered, 'unnumbered') ?? readAttachment(text, start, end)
    case 0x5206: // 分
      return readWords(text, start, end, unnumbered, 'unnumbered')
    case 0x76ee: // 目
      return readWords(text, start, end, ['目录', '目次'], 'contents')
    case 0x603b: // 总
      return readWords(text, start, end, unnumbered, 'unnumbered') ?? readWords(text, start, end, opening, 'preamble')
    case 0x5e8f: // 序
    case 0x524d: // 前
    case 0x5f15: // 引
    case 0x5bfc: // 导
      return readWords(text, start, end, opening, 'preamble')
    default:
      return readItem(text, start, end)
  }
}

/** Reads 第…条, 第…章 and their like. */
export function readOrdinal(text: string, start: number, end: number): OrdinalMarker | undefined {
  let index = skipNumerals(text, start + 1, end, 12)
  let unit = readUnit(text, index, end)
  const malformed = unit === undefined || index === start + 1
  let value: number | undefined
  if (malformed) {
    const read = readMalformed(text, start + 1, end)
    if (read === undefined) return undefined
    index = read.end
    value = parseNumeral(read.numeral)
    unit = readUnit(text, index, end)
  } else value = numeralValue(text, start + 1, index)
  if (value === undefined || unit === undefined) return undefined
  let after = index + (unit === 'part' || unit === 'division' ? 2 : 1)
  let number = clauseNumber(value)
  if (unit === 'article' && text.charCodeAt(after) === 0x4e4b) {
    const last = skipNumerals(text, after + 1, end, 8)
    const insert = numeralValue(text, after + 1, last)
    if (insert === undefined) return undefined
    number = { value, insert }
    after = last
  }
  const content = skipBlank(text, after, end)
  return { kind: 'ordinal', unit, number, end: after, content, spaced: content > after || after === end, malformed }
}

/** Reads a number with blanks inside, 第 三 条, or with a dash for 一. */
function readMalformed(text: string, start: number, end: number): { numeral: string; end: number } | undefined {
  let index = start
  const last = Math.min(end, start + 24)
  for (; index < last; index++) {
    const code = text.charCodeAt(index)
    if (numerals[code]! > 0 || isBlank(code)) continue
    if ('－—–-'.includes(text.charAt(index)) && index > start) continue
    break
  }
  // A number that is cut short by the limit is none.
  const printed = text.slice(start, index)
  const numeral = printed.replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, '').replace(dash, '一')
  return numeral === '' || numeral === printed ? undefined : { numeral, end: index }
}

function readUnit(text: string, index: number, end: number): OrdinalMarker['unit'] | undefined {
  if (index >= end) return undefined
  switch (text.charCodeAt(index)) {
    case 0x6761: // 条
      return 'article'
    case 0x7ae0: // 章
      return 'chapter'
    case 0x8282: // 节
      return 'section'
    case 0x7f16: // 编
      return 'book'
    case 0x5206: // 分
      return text.charCodeAt(index + 1) === 0x7f16 ? 'part' : undefined
    case 0x90e8: // 部
      return text.charCodeAt(index + 1) === 0x5206 ? 'division' : undefined
    default:
      return undefined
  }
}

function readBracket(text: string, start: number, end: number): Marker | undefined {
  let index = skipBlank(text, start + 1, end)
  const from = index
  index = skipNumerals(text, from, end, 8)
  const value = numeralValue(text, from, index)
  if (value === undefined) return undefined
  const first = text.charCodeAt(from)
  index = skipBlank(text, index, end)
  const close = text.charCodeAt(index)
  if (index >= end || (close !== 0xff09 && close !== 0x29)) return undefined
  const arabic = first < 0x3a || first >= 0xff10
  return {
    kind: 'item',
    style: arabic ? 'arabicBracket' : 'bracket',
    number: clauseNumber(value),
    end: index + 1
  }
}

function readItem(text: string, start: number, end: number): Marker | undefined {
  const code = text.charCodeAt(start)
  if (code >= 0x2460 && code <= 0x2473) {
    // ① to ⑳
    return {
      kind: 'item',
      style: 'circle',
      number: clauseNumber(code - 0x2460 + 1),
      end: start + 1
    }
  }
  const index = skipNumerals(text, start, end, 8)
  if (index === start || index >= end) return undefined
  const arabic = code < 0x3a || code >= 0xff10
  const separator = text.charAt(index)
  if (arabic) {
    // 6.3 and 2024. are no items; a number of three digits at most is.
    if (index - start > 3 || !'.．、)'.includes(separator)) return undefined
    const next = text.charCodeAt(index + 1)
    if (index + 1 < end && ((next >= 0x30 && next <= 0x39) || (next >= 0xff10 && next <= 0xff19))) return undefined
  } else if (separator !== '、') return undefined
  const value = numeralValue(text, start, index)
  if (value === undefined) return undefined
  // 一、二级单位: two numerals in running text, the second the next in order; 两 begins a sentence.
  if (
    !arabic &&
    text.charCodeAt(index + 1) !== 0x4e24 &&
    numeralValue(text, index + 1, index + 2) === value + 1 &&
    /[级类等个年月日天名人次款项条期档种]/.test(text.charAt(index + 2))
  ) {
    return undefined
  }
  return {
    kind: 'item',
    style: arabic ? 'arabic' : 'comma',
    number: clauseNumber(value),
    end: index + 1
  }
}

function readAttachment(text: string, start: number, end: number): Marker | undefined {
  const word = '件录表图'.includes(text.charAt(start + 1)) && start + 1 < end
  let index = start + (word ? 2 : 1)
  let number: ClauseNumber | undefined
  const from = skipBlank(text, index, end)
  const to = skipNumerals(text, from, end, 6)
  if (word && to > from) {
    const value = numeralValue(text, from, to)
    if (value !== undefined) {
      number = clauseNumber(value)
      index = to
    }
  }
  const separator = text.charCodeAt(index)
  const colon = index < end && (separator === 0xff1a || separator === 0x3a)
  if (colon) index += 1
  const content = skipBlank(text, index, end)
  if (!colon && content === index && content < end) return undefined
  if (!word && !colon) return undefined
  return { kind: 'attachment', number, end: index }
}

function readWords(
  text: string,
  start: number,
  end: number,
  words: string[],
  kind: WordMarker['kind']
): Marker | undefined {
  if (end - start > 12) return undefined
  let squeezed = ''
  for (let index = start; index < end; index++) {
    if (!isBlank(text.charCodeAt(index))) squeezed += text.charAt(index)
  }
  return words.includes(squeezed) ? { kind, end } : undefined
}

/** A printed number in the form the compiler writes: no blanks inside, no dash for 一. */
export function canonicalNumber(printed: string): string {
  const marker = printed.startsWith('第') ? readOrdinal(printed, 0, printed.length) : undefined
  if (marker?.malformed === true) {
    const tail = printed.slice(0, marker.end).replace(/[\s\u200b]+/g, '')
    return tail.replace(/[－—–-]/g, '一') + printed.slice(marker.end).trim()
  }
  return printed
}
