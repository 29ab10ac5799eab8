import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumeral, parseNumeral } from '../src/index.js'

describe('Chinese numerals', () => {
  it.each([
    ['〇', 0],
    ['零', 0],
    ['七', 7],
    ['两', 2],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['廿三', 23],
    ['卅', 30],
    ['一百零五', 105],
    ['一百十二', 112],
    ['一百二十八', 128],
    ['一千二百六十', 1260],
    ['一千零一', 1001],
    ['九千九百九十九', 9999],
    ['一万零一十', 10010],
    ['一千二百三十四万五千六百七十八', 12345678],
    ['二〇二六', 2026],
    ['１２', 12],
    ['305', 305],
    ['12万', 120000]
  ])('reads %s as %d', (text, value) => {
    expect(parseNumeral(text)).toBe(value)
  })

  it.each(['', '第', '百', '万', '二六百', '三十五六', '五廿', '十a', '一万二万', '三 十'])(
    'does not read “%s”',
    (text) => {
      expect(parseNumeral(text)).toBeUndefined()
    }
  )

  it('writes what it reads', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), (value) => {
        expect(parseNumeral(formatNumeral(value))).toBe(value)
      })
    )
    for (let value = 0; value <= 9999; value++) expect(parseNumeral(formatNumeral(value))).toBe(value)
  })

  it.each([
    [10, '十'],
    [15, '十五'],
    [110, '一百一十'],
    [1010, '一千零一十'],
    [20000, '二万'],
    [100500, '十万零五百']
  ])('writes %d as %s', (value, text) => {
    expect(formatNumeral(value)).toBe(text)
  })

  it('refuses what has no numeral', () => {
    for (const value of [-1, 1.5, 100_000_000, Number.NaN]) expect(() => formatNumeral(value)).toThrow(RangeError)
  })
})
