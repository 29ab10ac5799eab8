import type { ClauseNumber } from 'regast'
import { levelsByWord, parseNumeral } from 'regast'
import { unitTraps } from '../lexicon.js'
import type { LocusStep, Unit } from '../mention.js'

const numeralChars = '〇零一二两三四五六七八九十百千廿卅0123456789０１２３４５６７８９'

const placeholderChars = '×xXＸ＊*＿_…□△○?？'

// A line that was broken inside a reference goes on with it.
const blankChars = ' \u00A0\u3000\u2002\u2003\u200B\uFEFF\n\r'

export const isNumeral = table(numeralChars)

const isPlaceholder = table(placeholderChars)

const isBlank = table(blankChars)

export function table(chars: string): Uint8Array {
  const found = new Uint8Array(65536)
  for (let i = 0; i < chars.length; i++) found[chars.charCodeAt(i)] = 1
  return found
}

/** What words a pattern is made of are written with: a text that has none of it at a place need not be matched there. */
export function lettersOf(...patterns: RegExp[]): string {
  return patterns.map(({ source }) => source.replace(/[\^()?:!|+.{}\d]/g, '')).join('')
}

/** Index after blanks. */
export function skipBlanks(text: string, i: number): number {
  while (i < text.length && isBlank[text.charCodeAt(i)] === 1) i++
  return i
}

/** The units that one character names. */
export const units: Readonly<Record<string, Unit>> = Object.fromEntries(
  [...'编章节条款项目'].map((word) => [word, levelsByWord[word] as Unit])
)

const isUnit = table(Object.keys(units).join(''))

/** All that the words can begin with which make another word of a unit, and a little more. */
const opensTrap = table(lettersOf(...Object.values(unitTraps)))

/** Whether the unit before an index is part of another word: 条件, 章程, 项目. */
export function isTrapped(unit: string, text: string, i: number): boolean {
  return opensTrap[text.charCodeAt(i)] === 1 && unitTraps[unit]!.test(text.slice(i, i + 6))
}

export const depth: Readonly<Record<Unit, number>> = {
  attachment: 0,
  preamble: 0,
  book: 1,
  part: 2,
  structure: 3,
  chapter: 4,
  section: 5,
  article: 6,
  paragraph: 7,
  point: 8,
  indent: 9
}

/** How deep a unit lies; a greater number is a smaller clause. */
export function depthOf(unit: Unit): number {
  return depth[unit]
}

/** 编, 章, 节, 条, 款, 项, 目, 分编 or 自然段 at an index, unless it begins another word (条件, 章程, 项目). */
export function unitAt(text: string, i: number): { unit: Unit; end: number } | undefined {
  const char = text[i]
  if (char === undefined) return undefined
  if (char === '分' && text[i + 1] === '编') return { unit: 'part', end: i + 2 }
  if (char === '自' && text.startsWith('自然段', i)) return { unit: 'paragraph', end: i + 3 }
  const unit = isUnit[text.charCodeAt(i)] === 1 ? units[char] : undefined
  if (unit === undefined) return undefined
  // 第三项目第… does not exist, 第二款项 never counts; 第一项第二目 is read by the next step.
  if (isTrapped(char, text, i + 1)) return undefined
  return { unit, end: i + 1 }
}

/** Whether a numeral, or a number left open, can begin at an index. */
export function opensNumber(text: string, i: number): boolean {
  const code = text.charCodeAt(skipBlanks(text, i))
  return isNumeral[code] === 1 || isPlaceholder[code] === 1
}

export interface NumberToken {
  number?: ClauseNumber
  placeholder?: true
  /** 3.1.2, as the rules of exchanges and companies number their clauses. */
  decimal?: string
  bracketed: boolean
  end: number
}

/** 第三、四两条: 两 behind a digit says how many were named. */
function countsUp(text: string, start: number, at: number): boolean {
  return text[at] === '两' && at > start && !'百千'.includes(text[at - 1]!)
}

const pointed = /^[0-9０-９]{1,3}(?:[.．][0-9０-９]{1,3}){1,3}(?![0-9０-９.．])/

/** A numeral, a numeral in round brackets, or a number left open. */
export function numberAt(text: string, i: number): NumberToken | undefined {
  const open = text[i]
  const bracketed = open === '（' || open === '('
  let at = skipBlanks(text, bracketed ? i + 1 : i)
  const start = at
  while (at < text.length && at - start < 12 && isNumeral[text.charCodeAt(at)] === 1 && !countsUp(text, start, at)) at++
  let token: NumberToken
  const decimal = text[at] === '.' || text[at] === '．' ? pointed.exec(text.slice(start, start + 16))?.[0] : undefined
  if (at > start && decimal !== undefined) {
    token = { decimal, bracketed, end: start + decimal.length }
  } else if (at > start) {
    const value = parseNumeral(text.slice(start, at))
    if (value === undefined) return undefined
    token = { number: { value }, bracketed, end: at }
  } else {
    while (at < text.length && at - start < 6 && isPlaceholder[text.charCodeAt(at)] === 1) at++
    if (at === start) return undefined
    token = { placeholder: true, bracketed, end: at }
  }
  if (bracketed) {
    const close = skipBlanks(text, token.end)
    if (text[close] !== '）' && text[close] !== ')') return undefined
    token.end = close + 1
  }
  return token
}

const rangeWord = /^(?:至|到|—+|－+|-+|～|~)/

const connectorWord = /^(?:、|和|或者|或|以及|及|与|并|，以及|，和|，或者|，并|，|,|；)/

/** What range words and connectors are made of. Nearly every place has neither behind it, which a look at one unit tells. */
const opensRange = table(lettersOf(rangeWord))

const opensConnector = table(lettersOf(connectorWord))

/** Length of the range word at an index, 0 where there is none. */
export function rangeLength(text: string, i: number): number {
  return opensRange[text.charCodeAt(i)] === 1 ? lengthOf(rangeWord, text, i) : 0
}

/** Length of the connector at an index, 0 where there is none. */
export function connectorLength(text: string, i: number): number {
  return opensConnector[text.charCodeAt(i)] === 1 ? lengthOf(connectorWord, text, i) : 0
}

/** Length of a token that a pattern finds at an index. */
function lengthOf(pattern: RegExp, text: string, i: number): number {
  return pattern.exec(text.slice(i, i + 4))?.[0].length ?? 0
}

export function toStep(unit: Unit, token: NumberToken): LocusStep {
  if (token.decimal !== undefined) return { unit, decimal: token.decimal }
  return token.number === undefined ? { unit, placeholder: true } : { unit, number: token.number }
}
