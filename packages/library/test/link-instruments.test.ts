import { describe, expect, it } from 'vitest'
import type { Instrument } from '../src/index.js'
import { garden, instrument, lines, link, old, young } from './linked.js'

describe('other instruments', () => {
  it('resolves a title, a short name and a defined abbreviation', () => {
    expect(
      lines(
        `# 公园条例

第一条　根据《中华人民共和国园林法》（以下简称园法）制定本条例。

第二条　依照园法第二条第二款、园林法第三条之一和《中华人民共和国园林法》第九条执行。
`,
        [garden]
      )
    ).toEqual([
      'art_1__para_1 《中华人民共和国园林法》 → 《中华人民共和国园林法》',
      'art_1__para_1 以下简称园法 → 《中华人民共和国园林法》',
      'art_1__para_1 本条例 → 本文件',
      'art_2__para_1 园法第二条第二款 → 《中华人民共和国园林法》art_2__para_2',
      'art_2__para_1 园林法第三条之一 → 《中华人民共和国园林法》art_3-1',
      'art_2__para_1 《中华人民共和国园林法》第九条 → 《中华人民共和国园林法》art_9 dangling'
    ])
  })

  it('keeps an unknown title as written, with the clause', () => {
    expect(lines(`# 公园条例\n\n第一条　依照《盆景规则》第五条第二项执行。\n`)).toEqual([
      'art_1__para_1 《盆景规则》第五条第二项 → 《盆景规则》art_5__para_1__point_2 unknown-instrument'
    ])
  })

  it('takes a repealed namesake for another instrument', () => {
    expect(lines(`# 公园条例\n\n第一条　本条例自2026年1月1日起施行。1998年公布的《公园条例》同时废止。\n`)).toEqual([
      'art_1__para_1 本条例 → 本文件',
      'art_1__para_1 《公园条例》 → 《公园条例》 superseded'
    ])
  })

  it('drops certificates and forms that the library does not know', () => {
    expect(
      lines(`# 公园条例\n\n第一条　申请人填写《公园登记申请表》和《游客名单表》，领取《公园经营许可证》。\n`)
    ).toEqual([])
  })

  it('reads 该法 and 其实施条例 by what was named before', () => {
    expect(
      lines(`# 公园条例\n\n第一条　依照《中华人民共和国园林法》及其实施条例执行；该法第三条另有规定的，从其规定。\n`, [
        garden
      ])
    ).toEqual([
      'art_1__para_1 《中华人民共和国园林法》 → 《中华人民共和国园林法》',
      'art_1__para_1 其实施条例 → 《中华人民共和国园林法实施条例》 unknown-instrument',
      'art_1__para_1 该法第三条 → 《中华人民共和国园林法》art_3'
    ])
  })

  it('reads the version of the day of the document, and says where the number has something else by now', () => {
    const text = `# 公园条例\n\n第一条　依照《花木条例》第二条登记。\n`
    expect(link(text, [old, young], { date: '2016-01-01' }).references[0]!.targets[0]).toMatchObject({
      version: '2015-01-01',
      status: 'superseded',
      reason: '2022-06-01的文本的第二条内容已经不同'
    })
    expect(link(text, [old, young], { date: '2023-01-01' }).references[0]!.targets[0]).toMatchObject({
      version: '2022-06-01',
      status: 'resolved'
    })
  })

  it('claims nothing where it only has a younger text than the one meant', () => {
    const { references } = link(`# 公园条例\n\n第一条　依照《花木条例》第二条登记。\n`, [young], { date: '2016-01-01' })
    expect(references[0]!.targets[0]!.status).toBe('ambiguous')
  })

  it('does not rely on a version that was made but did not yet apply', () => {
    const waiting = {
      ...young,
      versions: [{ ...young.versions[0]!, action: 'amended' as const, effective: '2022-12-01' }]
    }
    const text = `# 公园条例\n\n第一条　依照《花木条例》第一条、第二条登记。\n`
    const of = (date: string, added = '') =>
      link(text + added, [old, waiting], { date }).references[0]!.targets.map(({ version, status }) => [
        version,
        status
      ])
    // The first article is the same in both.
    expect(of('2022-07-01')).toEqual([
      ['2022-06-01', 'resolved'],
      ['2022-06-01', 'ambiguous']
    ])
    expect(of('2022-12-01').map(([, status]) => status)).toEqual(['resolved', 'resolved'])
    expect(of('2022-07-01', '\n第二条　本条例自2022年12月1日起施行。\n').map(([, status]) => status)).toEqual([
      'resolved',
      'resolved'
    ])
    // What the library knows of the document itself tells as much as its last article.
    const draft = instrument(text, { date: '2022-07-01' })
    const known = { ...draft, versions: [{ ...draft.versions[0]!, effective: '2023-01-01' }] }
    expect(
      link(text, [old, waiting, known], { date: '2022-07-01' }).references[0]!.targets.map(({ status }) => status)
    ).toEqual(['resolved', 'resolved'])
    expect(link(text, [waiting], { date: '2022-07-01' }).references[0]!.targets[1]).toMatchObject({
      status: 'ambiguous',
      reason: '《花木条例》2022-06-01的文本自2022-12-01起才施行，这里可能指此前的文本，条文序号可能不同'
    })
  })

  it('nor on a lately amended one that does not say from when it applies, unless it was made on that very day', () => {
    const amended = { ...young, versions: [{ ...young.versions[0]!, action: 'amended' as const }] }
    const text = `# 公园条例\n\n第一条　依照《花木条例》第二条登记。\n`
    const of = (date: string, instruments = [amended]) => link(text, instruments, { date }).references[0]!.targets[0]!
    expect(of('2022-07-01')).toMatchObject({
      status: 'ambiguous',
      reason: '《花木条例》2022-06-01的文本何日施行没有载明，这里可能指此前的文本，条文序号可能不同'
    })
    // Nor is a clause missing for certain that the text before it may have had.
    const missing = link(text.replace('第二条', '第九条'), [amended], { date: '2022-07-01' }).references[0]!
    expect(missing.targets[0]!.status).toBe('unknown-instrument')
    expect(of('2022-06-01').status).toBe('resolved')
    expect(of('2023-06-01').status).toBe('resolved')
    // A first text has nothing before it.
    expect(of('2022-07-01', [young]).status).toBe('resolved')
  })

  it('says where the text was changed in between, and the library has no text of that change', () => {
    const gap: Instrument = {
      ...old,
      versions: [...old.versions, ...young.versions],
      history: [
        { date: '2015-01-01', action: 'adopted' },
        { date: '2018-05-01', action: 'amended' },
        { date: '2022-06-01', action: 'amended' }
      ]
    }
    const text = `# 公园条例\n\n第一条　依照《花木条例》第一条、第二条登记。\n`
    const of = (date: string) => link(text, [gap], { date }).references[0]!.targets
    // The first article is the same before and after.
    expect(of('2019-01-01')).toMatchObject([
      { version: '2015-01-01', status: 'resolved' },
      {
        version: '2015-01-01',
        status: 'ambiguous',
        reason: '《花木条例》2018-05-01曾经修改，文库没有那次修改后的文本，条文序号可能不同'
      }
    ])
    expect(of('2016-01-01')[1]!.status).toBe('superseded')
    expect(of('2024-01-01')[1]!.status).toBe('resolved')
  })

  it('joins a bare article to the instrument of the list, and tells both readings elsewhere', () => {
    expect(
      lines(
        `# 公园条例

第一条　依照《中华人民共和国园林法》第二条所称“园林”、第三条所称“毁坏”执行。

第二条　有《中华人民共和国园林法》第一条的情形，按照第三条处理。

第三条　公园免费开放。
`,
        [garden]
      )
    ).toEqual([
      'art_1__para_1 《中华人民共和国园林法》第二条 → 《中华人民共和国园林法》art_2',
      'art_1__para_1 第三条 → 《中华人民共和国园林法》art_3',
      'art_2__para_1 《中华人民共和国园林法》第一条 → 《中华人民共和国园林法》art_1',
      'art_2__para_1 第三条 → art_3 ambiguous 或 《中华人民共和国园林法》art_3'
    ])
  })
})

describe('titles that leave out who made the text', () => {
  const decision = instrument(`# 国务院关于草坪的决定

第一条　草坪应当养护。
`)

  it('finds 国务院《关于…》, and a paper of the same maker', () => {
    expect(lines(`# 草坪办法\n\n第一条　依照国务院《关于草坪的决定》第一条执行。\n`, [decision])).toEqual([
      'art_1__para_1 《关于草坪的决定》第一条 → 《国务院关于草坪的决定》art_1'
    ])
    expect(lines(`# 国务院关于草地的通知\n\n第一条　依照《关于草坪的决定》第一条执行。\n`, [decision])).toEqual([
      'art_1__para_1 《关于草坪的决定》第一条 → 《国务院关于草坪的决定》art_1'
    ])
  })

  it('does not look for an annex of its own in the law that it implements', () => {
    expect(lines(`# 园林法实施办法\n\n第一条　品种见附件一。\n`, [garden])).toEqual([
      'art_1__para_1 附件一 → att_1 dangling'
    ])
  })

  it('claims nothing where another one, or nobody, is named', () => {
    expect(lines(`# 草坪办法\n\n第一条　依照某市《关于草坪的决定》第一条执行。\n`, [decision])).toEqual([
      'art_1__para_1 《关于草坪的决定》第一条 → 《关于草坪的决定》art_1 unknown-instrument'
    ])
  })
})

describe('defined terms', () => {
  it('links each use to its definition', () => {
    const { terms } = link(`# 公园条例

第一条　管理公园的单位（以下简称管理单位）应当尽责。

第二条　管理单位每年报告。
`)
    expect(terms.map(({ text, role, in: where, definition }) => [text, role, where, definition?.line])).toEqual([
      ['管理单位', 'definition', 'art_1__para_1', undefined],
      ['管理单位', 'use', 'art_2__para_1', 3]
    ])
  })
})
