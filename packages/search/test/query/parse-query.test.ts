import { parseQuery } from '@tiaoli/search'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('parseQuery', () => {
  it.each([
    ['公务员法第三十二条', { value: 32 }],
    ['公务员法第３２条', { value: 32 }],
    ['刑法133条之一', { value: 133, insert: 1 }],
    ['第一百三十三条之一', { value: 133, insert: 1 }],
    ['花园办法 第12条第二款第（三）项', { value: 12 }],
    ['花园办法六十一条 押金', { value: 61 }]
  ])('reads the number of %s', (query, number) => {
    expect(parseQuery(query).number).toEqual(number)
    expect(parseQuery(query).text).not.toMatch(/条/)
  })

  it.each(['有几条规定', '一条龙服务', '条例', '第三人', '第零条'])('sees no number in %s', (query) => {
    expect(parseQuery(query).number).toBeUndefined()
  })

  it('takes phrases and titles out', () => {
    const parsed = parseQuery('“不得收取押金” 《花园管理办法》 "公开账目" 养护')
    expect(parsed).toMatchObject({ phrases: ['不得收取押金', '公开账目'], titles: ['花园管理办法'] })
    expect(parsed.text.split(/\s+/).filter(Boolean)).toEqual(['不得收取押金', '公开账目', '养护'])
  })

  it('reads filters, in Chinese or English', () => {
    expect(parseQuery('押金 kind:法律,行政法规 in:花园 status:现行 date:2018..2020').filters).toEqual({
      kinds: ['法律', '行政法规'],
      titles: ['花园'],
      status: 'in-force',
      dates: { from: '2018-01-01', to: '2020-12-31' }
    })
    expect(parseQuery('种类：法律 范围:《花园办法》 状态:已废止').filters).toEqual({
      kinds: ['法律'],
      titles: ['花园办法'],
      status: 'repealed'
    })
  })

  it.each([
    ['2019', '2018-12-31 2019-01-01 2019-12-31 2020-01-01', [false, true, true, false]],
    ['2019-02', '2019-01-31 2019-02-01 2019-03-01', [false, true, false]],
    ['>=2019-05-01', '2019-04-30 2019-05-01', [false, true]],
    ['>2019', '2019-12-31 2020-01-01', [false, true]],
    ['<2019', '2018-12-31 2019-01-01', [true, false]],
    ['<=2019', '2019-12-31 2020-01-01', [true, false]],
    ['..2019', '1990-01-01 2019-12-31 2020-01-01', [true, true, false]],
    ['2019年5月', '2019-05-31 2019-06-01', [true, false]]
  ])('date:%s', (written, days, inside) => {
    const { from = '', to = '~' } = parseQuery(`date:${written}`).filters.dates!
    expect(days.split(' ').map((day) => day >= from && day <= to)).toEqual(inside)
  })

  it('says what it passed over', () => {
    expect(parseQuery('押金 date:去年').messages[0]).toContain('看不懂日期“去年”')
    expect(parseQuery('押金 status:好').messages[0]).toContain('不认识的状态“好”')
    expect(parseQuery('字'.repeat(3000)).messages[0]).toContain('查询太长')
  })

  it('reads quotations and titles of a whole clause as part of it', () => {
    const clause = `养护人应当按照《花园管理办法》第三条公开“养护账目”，账目应当保存五年，${'并且接受居民监督，'.repeat(8)}不得涂改。`
    expect(parseQuery(clause)).toMatchObject({ phrases: [], titles: [] })
    expect(parseQuery(clause).number).toBeUndefined()
  })

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (query) => {
        expect(typeof parseQuery(query).text).toBe('string')
      })
    )
  })
})
