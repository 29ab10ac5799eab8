import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressStep, compareNumbers, formatAddress, joinAddress, parseAddress } from '../src/index.js'

describe('addresses', () => {
  it.each([
    ['art_12__para_2__point_3', '第十二条第二款第三项'],
    ['art_133-1', '第一百三十三条之一'],
    ['art_6__para_1__point_2__indent_1', '第六条第一款第二项第一目'],
    ['book_2__chp_1__sec_4', '第二编第一章第四节'],
    ['preamble__para_3', '序言第三款'],
    ['att_1__art_2', '附件一第二条']
  ])('%s is %s', (address, text) => {
    expect(formatAddress(address)).toBe(text)
  })

  it('leaves alone what is no address', () => {
    for (const text of ['', 'art', 'art_x', 'art_1__', 'foo_1', 'art_1-']) {
      expect(parseAddress(text)).toBeUndefined()
      expect(formatAddress(text)).toBe(text)
    }
  })

  it('are the steps they are made of', () => {
    const level = fc.constantFrom(
      'attachment',
      'book',
      'part',
      'chapter',
      'section',
      'division',
      'article',
      'paragraph',
      'point',
      'indent'
    )
    const number = fc.record(
      { value: fc.integer({ min: 0, max: 2000 }), insert: fc.integer({ min: 1, max: 9 }) },
      { requiredKeys: ['value'] }
    )
    fc.assert(
      fc.property(fc.array(fc.record({ level, number }), { minLength: 1, maxLength: 5 }), (steps) => {
        const address = steps.map((step) => addressStep(step.level, step.number)).reduce(joinAddress, '')
        expect(parseAddress(address)).toEqual(steps)
      })
    )
  })

  it('orders 第十条, 第十条之一, 第十条之二, 第十一条', () => {
    const numbers = [{ value: 11 }, { value: 10, insert: 2 }, { value: 10 }, { value: 10, insert: 1 }]
    expect(numbers.sort(compareNumbers)).toEqual([
      { value: 10 },
      { value: 10, insert: 1 },
      { value: 10, insert: 2 },
      { value: 11 }
    ])
  })
})
