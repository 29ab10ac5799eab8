import type { ClauseNumber } from 'regast'
import { formatNumeral, parseNumeral } from 'regast'

const fullWidthDigits = '０１２３４５６７８９'
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

/** A number in the style of the numeral that it takes the place of: 十二, 12, １２, ⑫. */
export function inStyleOf(numeral: string, value: number): string {
  if (/^[0-9]+$/.test(numeral)) return String(value)
  if (/^[０-９]+$/.test(numeral)) return [...String(value)].map((digit) => fullWidthDigits[Number(digit)]).join('')
  if (circled.includes(numeral.charAt(0)) && value >= 1 && value <= circled.length) return circled.charAt(value - 1)
  return formatNumeral(value)
}

/** 之一 behind a number that has it; empty for others. */
export function insertSuffix(number: ClauseNumber): string {
  return number.insert === undefined ? '' : `之${formatNumeral(number.insert)}`
}

/** The value of a numeral, read once: each number of a draft stands over its clause and in what refers to it. */
export function numeralValue(numeral: string): number | undefined {
  let value = values.get(numeral)
  if (value === undefined && !values.has(numeral)) {
    value = parseNumeral(numeral)
    if (values.size >= rememberedValues) values.clear()
    values.set(numeral, value)
  }
  return value
}

const values = new Map<string, number | undefined>()
const rememberedValues = 16_384
