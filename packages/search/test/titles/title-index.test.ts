import { describe, expect, it } from 'vitest'
import { Vocabulary } from '../../src/analysis/words.js'
import { Abbreviations } from '../../src/titles/abbreviations.js'
import { regionOf } from '../../src/titles/region.js'
import { TitleIndex } from '../../src/titles/title-index.js'

const titles = [
  ['中华人民共和国花木保护法', '2020-01-01'],
  ['中华人民共和国花木保护法', '2010-01-01'],
  ['中华人民共和国花木保护法实施条例', '2021-01-01'],
  ['临江市花木保护条例', '2019-01-01'],
  ['青山苗族自治县花木保护条例', '2019-01-01'],
  ['最高人民法院关于审理花木损害纠纷案件适用法律若干问题的解释', '2022-01-01'],
  ['花木保护法修正案（二）', '2012-01-01']
]
const index = new TitleIndex(
  titles.map(([title, version], at) => ({ id: `${at}`, title: title!, version: version!, clauses: 3 }))
)
const ids = (texts: { text: { id: string } }[]) => texts.map(({ text }) => text.id)

describe('TitleIndex', () => {
  it.each([
    ['中华人民共和国花木保护法', ['0', '1']],
    ['《花木保护法》', ['0', '1']],
    ['临江花木保护条例', ['3']],
    ['花木损害纠纷司法解释', ['5']],
    ['花木保护法条例', ['2']]
  ])('finds %s', (title, expected) => {
    expect(ids(index.find(title))).toEqual(expected)
  })

  it('does not take another kind of instrument for the one that is asked for', () => {
    expect(ids(index.find('花木保护办法'))).toEqual([])
  })

  it('suggests what a misspelt title may be', () => {
    expect(index.suggest('花木保沪法')[0]).toBe('中华人民共和国花木保护法')
    expect(index.suggest('航天器发射管理规定')).toEqual([])
  })

  it('sees titles in free text, and which text is current', () => {
    expect(index.mention('按花木保护法怎么罚')).toMatchObject({ start: 1, end: 6 })
    expect(index.mention('花木怎么养')).toBeUndefined()
    expect(index.byId.get('0')!.current).toBe(true)
    expect(index.byId.get('1')!.current).toBe(false)
  })
})

describe('regionOf', () => {
  it.each([
    ['临江市花木保护条例', '临江'],
    ['远山省实施《中华人民共和国花木保护法》办法', '远山'],
    ['青山苗族自治县花木保护条例', '青山'],
    ['上海市花木保护条例', '上海'],
    ['中华人民共和国花木保护法', undefined],
    ['城市花木保护条例', undefined],
    ['全国城市花木保护办法', undefined],
    ['关于临江市花木的决定', undefined]
  ])('%s: %s', (title, region) => {
    expect(regionOf(title)).toBe(region)
  })
})

describe('Abbreviations', () => {
  it('are learned from titles', () => {
    const abbreviations = new Abbreviations()
    const vocabulary = new Vocabulary(['水土保持', '花木', '保护'])
    abbreviations.learn('临江市水土保持条例', vocabulary)
    abbreviations.learn('花木保护法', vocabulary)
    expect(abbreviations.of('水保')).toEqual(['水土保持'])
    expect(abbreviations.of('花保')).toEqual(['花木保护'])
    expect(abbreviations.of('没有')).toEqual([])
  })
})
