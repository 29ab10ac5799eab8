import { type ClauseNumber, parseNumeral, type StructureUnit } from 'regast'
import { isBlank, skipBlank } from './characters.js'

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

/** What a line opens with; 目录 and 序言 are the whole line. */
export type Marker = OrdinalMarker | ItemMarker | AttachmentMarker | { kind: 'contents' | 'preamble'; end: number }

const numerals = new Set('〇零○一二两三四五六七八九十百千万廿卅0123456789０１２３４５６７８９'.split(''))
// Dashes are typed for 一; whether they are read as one depends on the unit that follows.
const mistaken = new Set('－—–-'.split(''))

/** Reads what a line opens with; `undefined` for running text. */
export function readMarker(text: string, start: number, end: number): Marker | undefined {
  switch (text.charCodeAt(start)) {
    case 0x7b2c: // 第
      return readOrdinal(text, start, end)
    case 0xff08: // （
    case 0x28: // (
      return readBracket(text, start, end)
    case 0x9644: // 附
      return readAttachment(text, start, end)
    case 0x76ee: // 目
      return readWords(text, start, end, ['目录', '目次'], 'contents')
    case 0x5e8f: // 序
    case 0x603b: // 总
    case 0x524d: // 前
    case 0x5f15: // 引
    case 0x5bfc: // 导
      return readWords(text, start, end, ['序言', '总纲', '前言', '引言', '导言', '序'], 'preamble')
    default:
      return readItem(text, start, end)
  }
}

/** Reads 第…条, 第…章 and their like. */
export function readOrdinal(text: string, start: number, end: number): OrdinalMarker | undefined {
  let index = start + 1
  let malformed = false
  let numeral = ''
  while (index < end && numeral.length <= 12) {
    const char = text.charAt(index)
    if (numerals.has(char)) numeral += char
    else if (mistaken.has(char) && numeral !== '') {
      numeral += '一'
      malformed = true
    } else if (isBlank(text.charCodeAt(index))) {
      // 第 三 条: blanks may stand inside a number, but only before another part of it.
      const next = skipBlank(text, index, end)
      const following = text.charAt(next)
      if (next >= end || !(numerals.has(following) || (numeral !== '' && '编分章节条'.includes(following)))) return undefined
      malformed = true
      index = next
      continue
    } else break
    index += 1
  }
  const value = parseNumeral(numeral)
  if (value === undefined) return undefined
  const unit = readUnit(text, index, end)
  if (unit === undefined) return undefined
  let after = index + unit.length
  const number: ClauseNumber = { value }
  if (unit.unit === 'article' && text.charAt(after) === '之') {
    const insert = readInsert(text, after + 1, end)
    if (insert === undefined) return undefined
    number.insert = insert.value
    after = insert.end
  }
  const content = skipBlank(text, after, end)
  return {
    kind: 'ordinal',
    unit: unit.unit,
    number,
    end: after,
    content,
    spaced: content > after || after === end,
    malformed
  }
}

function readUnit(
  text: string,
  index: number,
  end: number
): { unit: StructureUnit | 'article' | 'division'; length: number } | undefined {
  if (index >= end) return undefined
  switch (text.charAt(index)) {
    case '条':
      return { unit: 'article', length: 1 }
    case '章':
      return { unit: 'chapter', length: 1 }
    case '节':
      return { unit: 'section', length: 1 }
    case '编':
      return { unit: 'book', length: 1 }
    case '分':
      return text.charAt(index + 1) === '编' ? { unit: 'part', length: 2 } : undefined
    case '部':
      return text.charAt(index + 1) === '分' ? { unit: 'division', length: 2 } : undefined
    default:
      return undefined
  }
}

function readInsert(text: string, start: number, end: number): { value: number; end: number } | undefined {
  let index = start
  while (index < end && numerals.has(text.charAt(index))) index += 1
  const value = parseNumeral(text.slice(start, index))
  return value === undefined ? undefined : { value, end: index }
}

function readBracket(text: string, start: number, end: number): Marker | undefined {
  let index = skipBlank(text, start + 1, end)
  const from = index
  while (index < end && index - from < 8 && numerals.has(text.charAt(index))) index += 1
  const numeral = text.slice(from, index)
  const value = parseNumeral(numeral)
  if (value === undefined) return undefined
  index = skipBlank(text, index, end)
  const close = text.charCodeAt(index)
  if (index >= end || (close !== 0xff09 && close !== 0x29)) return undefined
  const arabic = numeral.charCodeAt(0) < 0x3a || numeral.charCodeAt(0) >= 0xff10
  return {
    kind: 'item',
    style: arabic ? 'arabicBracket' : 'bracket',
    number: { value },
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
      number: { value: code - 0x2460 + 1 },
      end: start + 1
    }
  }
  let index = start
  while (index < end && index - start < 8 && numerals.has(text.charAt(index))) index += 1
  if (index === start || index >= end) return undefined
  const arabic = code < 0x3a || code >= 0xff10
  const separator = text.charAt(index)
  if (arabic) {
    // 6.3 and 2024. are no items; a number of three digits at most is.
    if (index - start > 3 || !'.．、)'.includes(separator)) return undefined
    const next = text.charCodeAt(index + 1)
    if (index + 1 < end && ((next >= 0x30 && next <= 0x39) || (next >= 0xff10 && next <= 0xff19))) return undefined
  } else if (separator !== '、') return undefined
  const numeral = text.slice(start, index)
  const value = parseNumeral(numeral)
  if (value === undefined) return undefined
  return {
    kind: 'item',
    style: arabic ? 'arabic' : 'comma',
    number: { value },
    end: index + 1
  }
}

function readAttachment(text: string, start: number, end: number): Marker | undefined {
  const word = '件录表图'.includes(text.charAt(start + 1)) && start + 1 < end
  let index = start + (word ? 2 : 1)
  let number: ClauseNumber | undefined
  const from = skipBlank(text, index, end)
  let to = from
  while (to < end && to - from < 6 && numerals.has(text.charAt(to))) to += 1
  if (word && to > from) {
    const value = parseNumeral(text.slice(from, to))
    if (value !== undefined) {
      number = { value }
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
  kind: 'contents' | 'preamble'
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
