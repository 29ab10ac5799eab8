import { parseNumeral } from 'regast'

/** A day that a text states, with where it stands. */
export interface StatedDay {
  start: number
  end: number
  /** ISO day. */
  day: string
}

const pattern =
  /(\d{4}|[〇○零一二三四五六七八九]{4})\s*年\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*日/g

/** The days that a text states. */
export function daysIn(text: string): StatedDay[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [year, month, day] = [match[1]!, match[2]!, match[3]!].map(parseNumeral)
    if (year === undefined || !month || !day || month > 12 || day > 31) return []
    const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    return [{ start: match.index, end: match.index + match[0].length, day: iso }]
  })
}

/** The day from which a clause says that its instrument applies. */
export function commencementIn(text: string): StatedDay | undefined {
  const lead = /本(?:法|条例|规定|办法|规则|细则|准则|章程|解释)[^。；]{0,20}?自/.exec(text)
  if (lead === null) return undefined
  const from = lead.index + lead[0].length
  return daysIn(text).find(
    ({ start, end }) => start >= from && start - from < 3 && /^\s*(?:起|开始)/.test(text.slice(end, end + 4))
  )
}

/** Days from one ISO day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
