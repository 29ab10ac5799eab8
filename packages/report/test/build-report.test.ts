import { createLibrary, linkDocument } from '@tiaoli/library'
import { buildReport, referencesOf, unitsOf } from '@tiaoli/report'
import { parseRegulation } from 'remark-regast'
import { describe, expect, it } from 'vitest'
import { reportOf } from './example.js'

const report = reportOf()
const unit = (address: string) => unitsOf(report.sections).find((found) => found.address === address)!
const outgoing = (address: string) =>
  unit(address).outgoing.map(
    ({ text, targets }) => `${text} → ${targets.map(({ label, status }) => `${label} ${status}`).join('; ')}`
  )

describe('buildReport', () => {
  it('lists what each article points to, with the words of a drafter', () => {
    expect(outgoing('art_1').slice(0, 2)).toEqual([
      '《某省园林条例》 → 《某省园林条例》 resolved',
      '《某市绿地规定》第三条第二款 → 《某市绿地规定》第三条第二款 resolved'
    ])
    expect(outgoing('art_3')).toEqual([
      '第四条、第九条 → 第四条 resolved; 第九条 dangling',
      '《某县花坛办法》第二条 → 《某县花坛办法》第二条 unknown-instrument'
    ])
    expect(outgoing('art_4')).toEqual(['前款 → 第四条第一款 resolved', '第二条 → 第二条 resolved'])
  })

  it('keeps every clause of a list, however deep', () => {
    const { tree } = parseRegulation(
      '# 花园办法\n\n第一条　下列事项：\n\n（一）登记：\n\n1.姓名；\n\n（1）本人；\n\n（2）家属；\n\n2.住址。\n'
    )
    const library = createLibrary([])
    const { sections } = buildReport({ tree, links: linkDocument(tree, { library }), library })
    const clauses = unitsOf(sections)[0]!.clauses.map(
      ({ num, segments }) => (num ?? '') + segments.map(({ text }) => text).join('')
    )
    expect(clauses).toEqual(['下列事项：', '（一）登记：', '1.姓名；', '（1）本人；', '（2）家属；', '2.住址。'])
  })

  it('quotes the clause that is meant', () => {
    const [, regulation] = unit('art_1').outgoing
    expect(regulation!.targets[0]).toMatchObject({ excerpt: '居民可以认养 <绿地> & 花坛。', version: '2020-01-01' })
    expect(unit('art_4').outgoing[0]!.targets[0]!.excerpt).toBe('居民委员会应当每季度公开账目。')
  })

  it('lists from where each article is pointed at, a range at every article in it', () => {
    const incoming = (address: string) => unit(address).incoming.map(({ label }) => label)
    expect(incoming('art_2')).toEqual(['第四条第二款', '第五条'])
    expect(incoming('art_3')).toEqual(['第五条'])
    expect(incoming('art_4')).toEqual(['第二条第二项', '第三条', '第五条'])
    expect(incoming('art_1')).toEqual([])
  })

  it('puts what needs checking first, in the order of the text', () => {
    expect(report.problems.map(({ text, status }) => [text, status])).toEqual([
      ['第四条、第九条', 'dangling'],
      ['《某县花坛办法》第二条', 'unknown-instrument']
    ])
  })

  it('counts targets, also per instrument, the draft itself first', () => {
    const rows = report.instruments.map(({ title, counts, clauses }) => [
      title,
      counts.resolved,
      counts.dangling,
      clauses
    ])
    expect(rows[0]).toEqual([null, report.counts.resolved - 2, 1, expect.any(Number)])
    expect(rows).toContainEqual(['某市绿地规定', 1, 0, 1])
    expect(rows).toContainEqual(['某省园林条例', 1, 0, 0])
    const sum = Object.values(report.counts).reduce((left, right) => left + right)
    expect(sum).toBe(report.targets)
  })

  it('keeps 本办法 and 下列 out of the lists but counts them', () => {
    const routine = unitsOf(report.sections).flatMap(({ outgoing: all }) =>
      all.filter((reference) => reference.routine)
    )
    expect(routine.map(({ text }) => text)).toEqual(['本办法', '下列'])
  })

  it('keeps the whole text in its segments', () => {
    const text = unitsOf(report.sections).flatMap(({ clauses }) =>
      clauses.map(({ segments }) => segments.map((part) => part.text).join(''))
    )
    expect(text).toContain('违反第二条至第四条规定的，由市园林部门责令改正。')
    expect(text).toContain('依照本办法第四条公开账目。')
  })
})

it('lists references in headings', () => {
  const { sections, references } = reportOf(
    '# 某市花园办法\n\n## 第一章　第二章的适用\n\n第一条　甲。\n\n## 第二章　花园\n\n第二条　乙。\n'
  )
  expect(sections[0]!.outgoing.map(({ text }) => text)).toEqual(['第二章'])
  expect(sections[1]!.incoming.map(({ from }) => from)).toEqual(['chp_1'])
  expect(referencesOf(sections)).toHaveLength(references)
})

it('lists a reference that stands outside every clause', () => {
  const { tree } = parseRegulation('# 关于《某省园林条例》的说明\n\n第一条　甲。\n')
  const library = createLibrary([])
  const start = { line: 1, column: 5, offset: 4 }
  const target = { instrument: '某省园林条例', from: null, status: 'unknown-instrument' as const, reason: '未收录' }
  const reference = { text: '《某省园林条例》', start, end: start, in: '', kind: 'title' as const, targets: [target] }
  const links = { title: undefined, references: [reference], terms: [], documentNumbers: [] }
  const report = buildReport({ tree, links, library })
  expect(referencesOf(report.sections).map(({ text }) => text)).toEqual(['《某省园林条例》'])
})
