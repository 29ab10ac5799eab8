import type { Instrument } from '@tiaoli/library'
import { boardOf, createLibrary, kindOf, libraryAsOf, libraryTree, precedence, standingOn } from '@tiaoli/library'
import { describe, expect, it } from 'vitest'

const source = { kind: 'text' as const, file: 'a.md' }
const gardens: Instrument = {
  title: '某市花园条例',
  kind: '地方性法规',
  issuer: ['某市人民代表大会常务委员会'],
  shortNames: [],
  versions: [
    { date: '2010-03-01', effective: '2010-05-01', source },
    { date: '2020-03-01', effective: '2020-06-01', source }
  ],
  history: [
    { date: '2010-03-01', action: 'adopted' },
    { date: '2015-01-01', action: 'amended' },
    { date: '2020-03-01', action: 'revised' }
  ]
}

describe('an instrument on a day', () => {
  it('has the version that applied then', () => {
    expect(standingOn(gardens, '2012-01-01')).toMatchObject({ state: 'in-force', version: { date: '2010-03-01' } })
    expect(standingOn(gardens, '2020-05-31').version?.date).toBe('2010-03-01')
    expect(standingOn(gardens, '2020-06-01').version?.date).toBe('2020-03-01')
    expect(standingOn(gardens, '2009-12-31').state).toBe('not-yet')
    expect(standingOn(gardens, '2010-04-30')).toMatchObject({
      state: 'not-yet',
      reason: '《某市花园条例》2010-05-01起才施行'
    })
  })

  it('says where the library lacks the text that applied', () => {
    expect(standingOn(gardens, '2016-01-01').reason).toContain('2015-01-01曾经修改')
    expect(standingOn(gardens, '2016-01-01').version?.date).toBe('2010-03-01')
    expect(standingOn({ ...gardens, versions: [], history: [] }, '2016-01-01').state).toBe('unknown')
  })

  it('is repealed from that day on', () => {
    const repealed = { ...gardens, history: [{ date: '2023-01-01', action: 'repealed' as const }] }
    expect(standingOn(repealed, '2022-12-31').state).toBe('in-force')
    expect(standingOn(repealed, '2023-01-01').state).toBe('repealed')
  })
})

describe('a library on a day', () => {
  const old: Instrument = {
    ...gardens,
    title: '某市绿地条例',
    status: 'repealed',
    replacedBy: '某市花园条例',
    versions: [{ date: '2001-01-01', source }],
    history: []
  }
  const whole = createLibrary([gardens, old])
  const on = (day: string, title: string) => libraryAsOf(whole, day).find(title).instruments[0]!

  it('has the versions that applied by then', () => {
    expect(on('2020-05-31', '某市花园条例').versions.map(({ date }) => date)).toEqual(['2010-03-01'])
    expect(on('2020-06-01', '某市花园条例').versions).toHaveLength(2)
    expect(on('2001-01-01', '某市花园条例').versions.map(({ date }) => date)).toEqual(['2010-03-01'])
  })

  it('does not know yet what was repealed or replaced later', () => {
    expect(on('2010-04-30', '某市绿地条例')).not.toHaveProperty('replacedBy')
    expect(on('2010-04-30', '某市绿地条例')).not.toHaveProperty('status')
    expect(on('2010-05-01', '某市绿地条例')).toMatchObject({ status: 'repealed', replacedBy: '某市花园条例' })
    // Where the day of its end is not known, it is not taken for in force.
    const { replacedBy: _, ...lone } = old
    const [alone] = libraryAsOf(createLibrary([lone]), '2005-01-01').instruments
    expect(alone!.status).toBe('repealed')
  })
})

describe('kinds', () => {
  it('are certain by what a file states or a title alone can be', () => {
    expect(kindOf({ title: '中华人民共和国绿化法' })).toMatchObject({ kind: '法律', sure: true })
    expect(kindOf({ title: '中国共产党花园工作条例（试行）' })).toMatchObject({ kind: '条例', sure: true })
    expect(kindOf({ title: '花园条例', stated: '行政法规' })).toMatchObject({ kind: '行政法规', sure: true })
  })

  it('are guessed by folder and issuer, with the reason', () => {
    expect(kindOf({ title: '花园条例', folders: ['library', '行政法规'] })).toEqual({
      kind: '行政法规',
      sure: false,
      reason: '所在文件夹“行政法规”'
    })
    expect(kindOf({ title: '某市花园条例', issuer: ['某市人民代表大会常务委员会'] })?.kind).toBe('地方性法规')
    expect(kindOf({ title: '某镇绿道规定', issuer: ['某镇人民政府'] })).toBeUndefined()
    expect(kindOf({ title: '花园条例' })).toBeUndefined()
  })
})

describe('precedence', () => {
  const law: Instrument = { title: '绿化法', kind: '法律', shortNames: [], versions: [] }
  const party: Instrument = { title: '某条例', kind: '条例', shortNames: [], versions: [] }
  const newer: Instrument = { ...gardens, title: '某市公园条例', versions: [{ date: '2022-01-01', source }] }

  it('is of the higher, then of the newer of one issuer', () => {
    expect(precedence(law, gardens).prevails).toBe('first')
    expect(precedence(gardens, newer)).toMatchObject({ prevails: 'second', reason: expect.stringContaining('较新') })
    expect(precedence(gardens, { ...newer, issuer: ['别处'] }).prevails).toBe('neither')
  })

  it('is open between the Party and the state, and where a kind is not known', () => {
    expect(precedence(law, party).prevails).toBe('unknown')
    expect(precedence(law, { title: '某文', shortNames: [], versions: [] }).reason).toContain('《某文》的种类')
  })
})

describe('the framework of Party regulations', () => {
  it('places a title by what it says, as a guess', () => {
    expect(boardOf({ title: '中国共产党花园系统巡视工作规定', kind: '规定' })).toMatchObject({
      board: '监督保障',
      sure: false
    })
    expect(boardOf({ title: '某条例', kind: '条例', board: '组织' })).toMatchObject({ board: '组织', sure: true })
    expect(boardOf({ title: '某市花园条例', kind: '地方性法规' })).toBeUndefined()
  })

  it('shows where a draft would stand', () => {
    const tree = libraryTree(
      [gardens, { title: '中国共产党章程', kind: '党章', board: '党章', shortNames: [], versions: [] }],
      {
        title: '中国共产党社区支部工作办法',
        kind: '办法'
      }
    )
    expect(tree.map(({ name, groups }) => [name, groups.map((group) => group.name)])).toEqual([
      ['党内法规', ['党章', '组织']],
      ['国家法律法规', ['地方性法规']]
    ])
    expect(tree[0]!.groups[1]!.entries).toMatchObject([{ title: '中国共产党社区支部工作办法', draft: true }])
  })
})
