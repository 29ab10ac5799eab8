import type { ClauseNumber } from 'regast'
import { parseNumeral } from 'regast'
import { fold } from '../analysis/characters.js'

/** A span of ISO days, both ends included. */
export interface DaySpan {
  from?: string
  to?: string
}

/** What to leave out of the answer. */
export interface QueryFilters {
  kinds?: string[]
  /** Words that the title must have. */
  titles?: string[]
  status?: 'in-force' | 'repealed' | 'superseded' | 'any'
  /** Days of adoption or last amendment. */
  dates?: DaySpan
}

/** A query taken apart. */
export interface ParsedQuery {
  /** Folded text with operators blanked out; what is left to look for. */
  text: string
  /** Folded phrases that a clause must have letter for letter. */
  phrases: string[]
  /** Titles in 《》, which say where to look. */
  titles: string[]
  /** Article number that was asked for. */
  number?: ClauseNumber
  /** Where the number begins in the text; a title stands before it. */
  numberAt?: number
  filters: QueryFilters
  /** What was passed over, in Chinese sentences. */
  messages: string[]
}

/** Characters of a query that are read; a query is a clause at most. */
export const longestQuery = 2000
/** Length from which a query is a clause, in which 《》 and numbers are words like others. */
const clauseLength = 80

const operators: Record<string, keyof typeof readers> = {
  kind: 'kind',
  种类: 'kind',
  in: 'in',
  范围: 'in',
  status: 'status',
  状态: 'status',
  date: 'date',
  日期: 'date'
}

const statuses: Record<string, NonNullable<QueryFilters['status']>> = {
  现行: 'in-force',
  现行有效: 'in-force',
  有效: 'in-force',
  'in-force': 'in-force',
  废止: 'repealed',
  已废止: 'repealed',
  repealed: 'repealed',
  旧版: 'superseded',
  已修改: 'superseded',
  superseded: 'superseded',
  全部: 'any',
  any: 'any'
}

const readers = {
  kind: (value: string, filters: QueryFilters): string | undefined => {
    filters.kinds = [...(filters.kinds ?? []), ...value.split(/[,、|]/).filter((kind) => kind !== '')]
    return undefined
  },
  in: (value: string, filters: QueryFilters): string | undefined => {
    filters.titles = [...(filters.titles ?? []), value.replace(/[《》]/g, '')]
    return undefined
  },
  status: (value: string, filters: QueryFilters): string | undefined => {
    const status = statuses[value]
    if (status === undefined) return `不认识的状态“${value}”，没有按它筛选；可以写：现行、已废止、旧版、全部。`
    filters.status = status
    return undefined
  },
  date: (value: string, filters: QueryFilters): string | undefined => {
    const span = daySpan(value)
    if (span === undefined)
      return `看不懂日期“${value}”，没有按它筛选；可以写：2018、2018-05、2018-05-01、2015..2020、>=2018。`
    filters.dates = span
    return undefined
  }
}

/** Takes a query apart; never throws, whatever the text. */
export function parseQuery(query: string): ParsedQuery {
  const messages: string[] = []
  const filters: QueryFilters = {}
  const phrases: string[] = []
  const titles: string[] = []
  let text = fold(query.slice(0, longestQuery)).replace(/\p{Cc}/gu, ' ')
  if (query.length > longestQuery) messages.push(`查询太长，只用了前 ${longestQuery} 个字。`)
  text = text.replace(
    /(?<=^|\s)(kind|in|status|date|种类|范围|状态|日期):("[^"]*"|《[^》]*》|[^\s]+)/g,
    (whole, name: string, value: string) => {
      const message = readers[operators[name]!](value.replace(/^"|"$/g, ''), filters)
      if (message !== undefined) messages.push(message)
      return ' '.repeat(whole.length)
    }
  )
  const clause = text.trim().length >= clauseLength
  text = text.replace(/"([^"]*)"|“([^“”]*)”/g, (whole, straight?: string, curly?: string) => {
    const phrase = (straight ?? curly ?? '').trim()
    // Quoted words of a whole clause are part of it, not a condition.
    if (phrase === '' || clause) return whole
    phrases.push(phrase)
    return ` ${phrase} `.padEnd(whole.length)
  })
  if (!clause) {
    text = text.replace(/《([^《》]*(?:《[^《》]*》[^《》]*)*)》/g, (whole, title: string) => {
      if (title.trim() !== '') titles.push(title.trim())
      return ' '.repeat(whole.length)
    })
  }
  const parsed: ParsedQuery = { text, phrases, titles, filters, messages }
  if (!clause) takeNumber(parsed)
  return parsed
}

const numeral = '[0-9零一二三四五六七八九十百千两]+'
const articleNumber = new RegExp(
  `第\\s*(${numeral})\\s*条(?:\\s*之\\s*(${numeral}))?(?:\\s*第\\s*${numeral}\\s*款)?(?:\\s*第\\s*\\(?${numeral}\\)?\\s*项)?|(?<![0-9])([0-9]{1,4}|[一二三四五六七八九十百千]{2,})\\s*条(?:之(${numeral}))?`
)

function takeNumber(parsed: ParsedQuery): void {
  const match = articleNumber.exec(parsed.text)
  if (match === null) return
  const value = parseNumeral(match[1] ?? match[3]!)
  const insertText = match[2] ?? match[4]
  const insert = insertText === undefined ? undefined : parseNumeral(insertText)
  if (value === undefined || value === 0) return
  parsed.number = { value, ...(insert !== undefined && { insert }) }
  parsed.numberAt = match.index
  parsed.text =
    parsed.text.slice(0, match.index) + ' '.repeat(match[0].length) + parsed.text.slice(match.index + match[0].length)
}

/** The days that a year, month or day, a range of them, or a comparison means. */
function daySpan(value: string): DaySpan | undefined {
  const range = /^(.*?)(?:\.\.|~|至)(.*)$/.exec(value)
  if (range !== null) {
    const from = range[1] === '' ? undefined : firstDay(range[1]!)
    const to = range[2] === '' ? undefined : lastDay(range[2]!)
    if ((range[1] !== '' && from === undefined) || (range[2] !== '' && to === undefined)) return undefined
    return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
  }
  const compared = /^([<>]=?)(.+)$/.exec(value)
  if (compared !== null) {
    const [, sign, day] = compared
    const from = firstDay(day!)
    const to = lastDay(day!)
    if (from === undefined || to === undefined) return undefined
    if (sign === '>=') return { from }
    if (sign === '<=') return { to }
    return sign === '>' ? { from: `${to}~` } : { to: previous(from) }
  }
  const from = firstDay(value)
  const to = lastDay(value)
  return from === undefined || to === undefined ? undefined : { from, to }
}

/** A string that every earlier day is not after. */
function previous(day: string): string {
  return `${day.slice(0, -1)}${String.fromCharCode(day.charCodeAt(day.length - 1) - 1)}~`
}

const dayForm = /^(\d{4})(?:[-年./](\d{1,2})(?:[-月./](\d{1,2}))?)?[年月日]?$/

function firstDay(value: string): string | undefined {
  const match = dayForm.exec(value)
  return match === null
    ? undefined
    : `${match[1]}-${(match[2] ?? '01').padStart(2, '0')}-${(match[3] ?? '01').padStart(2, '0')}`
}

function lastDay(value: string): string | undefined {
  const match = dayForm.exec(value)
  return match === null
    ? undefined
    : `${match[1]}-${(match[2] ?? '12').padStart(2, '0')}-${(match[3] ?? '31').padStart(2, '0')}`
}
