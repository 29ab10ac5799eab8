import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { definitionsIn, scanClause, toReference } from '../src/index.js'
import { names } from './notation.js'

const pieces = [
  ...'第一二十条款项目章节编之至和、或，。；（）()《》〈〉“”本前上该同各其以下如附件号令称指0１×法例',
  '本条例',
  '前款',
  '以下简称',
  '园林法',
  '〔2020〕',
  '\n'
]
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''))
)

describe('hostile text', () => {
  it('never throws; mentions stand in order, apart from each other and inside the text', () => {
    fc.assert(
      fc.property(text, (input) => {
        const { mentions } = scanClause(input, names)
        let end = 0
        for (const mention of mentions) {
          expect(mention.start).toBeGreaterThanOrEqual(end)
          expect(mention.end).toBeGreaterThan(mention.start)
          end = mention.end
          for (const { steps } of toReference(mention).targets) expect(steps.length).toBeGreaterThan(0)
        }
        expect(end).toBeLessThanOrEqual(input.length)
        for (const { name, start, end: stop } of definitionsIn(input)) expect(input.slice(start, stop)).toBe(name)
      }),
      { numRuns: 2000 }
    )
  })

  // A cost that grew with the square of the length would run into the time limit of the runner.
  it.each([
    '第',
    '第一、',
    '（一）、',
    '（',
    '《',
    '《甲',
    '前',
    '本条',
    '第一条、',
    '号',
    '称',
    '以下简称',
    '第一至',
    '“',
    '中华人民共和国',
    '依照法',
    '本条例所称'
  ])(
    'comes to an end on a long run of %s',
    (piece) => {
      const long = piece.repeat(200_000 / piece.length)
      expect(scanClause(long, names).mentions.every(({ start, end }) => start < end && end <= long.length)).toBe(true)
      expect(definitionsIn(long).every(({ start, end }) => start < end && end <= long.length)).toBe(true)
    },
    20_000
  )
})
