import { describe, expect, test } from 'vitest'
import type { ComparisonView } from '../../src/model/comparison-view.js'
import type { CoverageView } from '../../src/model/coverage-view.js'
import type { FindingsView } from '../../src/model/findings-view.js'
import type { LinkGraph } from '../../src/model/link-graph.js'
import type { ReadingText } from '../../src/model/reading-text.js'
import type { SearchData } from '../../src/model/search-data.js'
import type { LibraryView } from '../../src/model/site.js'
import { prepareSite, type Site } from '../../src/prepare/site.js'
import { folderOf, garden, sourcesIn } from '../workshop.js'

async function siteOf(files: Record<string, string>, briefs: string[] = []): Promise<Site> {
  return prepareSite(await sourcesIn(folderOf(files), briefs))
}

const titled = '柳溪街道绿化条例'

describe('the index of a site', () => {
  test('lists the drafts of a regulation with what is to be looked at', async () => {
    const { index } = await siteOf(garden, ['brief.md'])
    expect(index.problems).toEqual([])
    const [work] = index.works
    expect(work!.drafts.map(({ id, name, articles, toCheck }) => ({ id, name, articles, toCheck }))).toEqual([
      { id: 'drafts/1', name: '初稿', articles: 5, toCheck: 1 },
      { id: 'drafts/2', name: '征求意见稿', articles: 6, toCheck: 0 }
    ])
    expect(work!.comparisons.map(({ drafts }) => drafts)).toEqual([['drafts/1', 'drafts/2']])
    expect(work!.drafts[0]!.covered).toEqual({ covered: 0, total: 1 })
    expect(index.library).toEqual({ instruments: 1, texts: 1 })
  })
  test('says which draft could not be read, and shows the others', async () => {
    const { index } = await siteOf({ ...garden, 'drafts/3.md': '\u0000\u0001\u0002\u0000' })
    expect(index.works.flatMap(({ drafts }) => drafts.map(({ id }) => id))).toEqual(['drafts/1', 'drafts/2'])
    expect(index.problems).toHaveLength(1)
    expect(index.problems[0]).toMatch(/^drafts\/3\.md：/)
  })
  test('says that a brief is about no draft', async () => {
    const brief = garden['brief.md'].replace('法规名称：柳溪街道社区花园管理办法', '法规名称：东岭村水井管理办法')
    const { index } = await siteOf({ ...garden, 'brief.md': brief }, ['brief.md'])
    expect(index.problems).toEqual([
      '任务书《社区花园管理办法起草任务书》所写的法规《东岭村水井管理办法》没有对应的草案。'
    ])
    expect(index.works[0]!.drafts[0]!.coverageKey).toBeUndefined()
  })
  test('pairs no more than neighbours where there are many drafts', async () => {
    const text = garden['drafts/1.md']
    const many = Object.fromEntries(
      Array.from({ length: 8 }, (_, at) => [`drafts/${at + 1}.md`, text.replace('03-01', `03-0${at + 1}`)])
    )
    const { index } = await siteOf({ ...garden, ...many })
    const pairs = index.works[0]!.comparisons.filter(({ drafts }) => drafts.length === 2)
    expect(pairs).toHaveLength(7 + 1)
  })
})

describe('the data of a site', () => {
  test('every key has data, and no other name has', async () => {
    const site = await siteOf(garden, ['brief.md'])
    for (const key of await site.keys()) expect(await site.data(key), key).toBeDefined()
    expect(await site.data('draft-9')).toBeUndefined()
    expect(await site.data('constructor')).toBeUndefined()
  })
  test('a draft has its references once, and who refers to each article', async () => {
    const site = await siteOf(garden)
    const text = (await site.data('draft-1')) as ReadingText
    const [general] = text.sections.filter(({ heading }) => heading === '总则')
    const third = general!.units.find(({ address }) => address === 'art_3')!
    expect(third.incoming.map(({ label }) => label)).toEqual(['第五条'])
    expect(text.references.map(({ id }) => id)).toEqual(text.references.map((_, index) => index + 1))
    const words = text.references.map(({ text: written, status }) => `${written} ${status}`)
    expect(words).toContain('本办法第二条、第三条第一款 resolved')
  })
  test('an instrument says which clauses of which drafts refer to it', async () => {
    const site = await siteOf(garden)
    const { instruments } = (await site.data('library')) as LibraryView
    const entry = instruments.find(({ title }) => title === titled)!
    expect(entry.citedBy).toBe(3)
    const text = (await site.data(entry.versions[0]!.key)) as ReadingText
    expect(text.date).toBe('2020-06-01')
    const cited = text.sections.flatMap(({ units }) =>
      units.map(({ label, citedBy }) => [label, citedBy?.map(({ name, label: from }) => name + from)])
    )
    expect(cited).toEqual([
      ['第一条', undefined],
      [
        '第二条',
        ['《柳溪街道社区花园管理办法》初稿第一条第一款', '《柳溪街道社区花园管理办法》征求意见稿第一条第一款']
      ],
      ['第三条', ['《柳溪街道社区花园管理办法》征求意见稿第五条第一款']]
    ])
  })
  test('of an instrument in a register it shows the articles by their topics', async () => {
    const register = `instruments:
  - title: 东岭村水井管理办法
    kind: 规范性文件
    status: in-force
    versions:
      - date: '2019-01-01'
        action: adopted
        articles: 3
        structure:
          - { unit: chapter, number: 1, heading: 总则, from: 1, to: 2 }
        clauses:
          - { article: 1, topic: 为什么制定, paragraphs: [0] }
          - { article: 3, topic: 施行日期, paragraphs: [0] }
`
    const config = JSON.stringify({ drafts: ['drafts'], registers: ['register.yaml'], shippedRegisters: false })
    const site = await siteOf({ ...garden, 'tiaoli.config.json': config, 'register.yaml': register })
    const text = (await site.data('text-0-0')) as ReadingText
    expect(text.outlineOnly).toBe(true)
    const outline = text.sections.map(({ label, heading, units }) => [
      label,
      heading,
      units.map((unit) => `${unit.label}${unit.topic}`)
    ])
    expect(outline).toEqual([
      ['', '', ['第三条施行日期']],
      ['第一章', '总则', ['第一条为什么制定', '第二条']]
    ])
  })
  test('of an instrument in a register it shows the words of the articles that files of parts have', async () => {
    const register = `instruments:
  - title: 东岭村水井管理办法
    kind: 规范性文件
    status: in-force
    versions:
      - date: '2019-01-01'
        action: adopted
        articles: 5
        structure:
          - { unit: chapter, number: 1, heading: 总则, from: 1, to: 2 }
          - { unit: chapter, number: 2, heading: 管护, from: 3, to: 5 }
        clauses:
          - { article: 1, topic: 为什么制定, paragraphs: [0] }
`
    const config = JSON.stringify({
      drafts: ['drafts'],
      instruments: ['library'],
      registers: ['register.yaml'],
      shippedRegisters: false
    })
    const head = '# 东岭村水井管理办法\n\n（2019年1月1日通过）\n\n'
    const site = await siteOf({
      'drafts/1.md': '# 井台办法\n\n第一条　依照《东岭村水井管理办法》第五条管理井台。\n',
      'tiaoli.config.json': config,
      'register.yaml': register,
      'library/东岭村水井管理办法/2.md': `${head}第二条　水井由村管理，依照第四条清淘。\n`,
      'library/东岭村水井管理办法/4.md': `${head}第四条　水井每年清淘。\n\n第五条　依照第四条清淘的，记录在册。\n`
    })
    expect(site.index.library).toEqual({ instruments: 1, texts: 1 })
    const { instruments } = (await site.data('library')) as LibraryView
    expect(instruments[0]!.versions).toMatchObject([{ text: true, articles: 5 }])
    const text = (await site.data('text-0-0')) as ReadingText
    expect([text.outlineOnly, text.topicsOnly]).toEqual([false, 2])
    const units = text.sections.flatMap((section) => section.units.map((unit) => ({ section, unit })))
    expect(
      units.map(({ section, unit }) => [
        section.heading,
        unit.label,
        unit.clauses.flatMap(({ segments }) => segments.map((one) => one.text)).join('')
      ])
    ).toEqual([
      ['总则', '第一条', '为什么制定'],
      ['总则', '第二条', '水井由村管理，依照第四条清淘。'],
      ['管护', '第三条', ''],
      ['管护', '第四条', '水井每年清淘。'],
      ['管护', '第五条', '依照第四条清淘的，记录在册。']
    ])
    // Each reference has a number of its own, and the number leads back to its words.
    expect(text.references.map(({ id, in: at, text: words }) => [id, at, words])).toEqual([
      [1, 'art_2__para_1', '第四条'],
      [2, 'art_5__para_1', '第四条']
    ])
    const marked = units.flatMap(({ unit }) =>
      unit.clauses.flatMap(({ segments }) => segments.flatMap((one) => (one.reference === undefined ? [] : [one])))
    )
    expect(marked).toEqual([
      { text: '第四条', reference: 1 },
      { text: '第四条', reference: 2 }
    ])
    expect(units[3]!.unit.incoming.map(({ reference, from }) => [reference, from])).toEqual([[2, 'art_5__para_1']])
    expect(units[4]!.unit.citedBy?.map(({ name }) => name)).toEqual(['《井台办法》1'])
    const { texts } = (await site.data('search')) as SearchData
    const found = texts.find(({ text: one }) => one.title === '东岭村水井管理办法')!.clauses.map(({ body }) => body)
    expect(found).toEqual(expect.arrayContaining(['水井每年清淘。', '为什么制定', '水井由村管理，依照第四条清淘。']))
  })
  test('a text in parts is shown whole', async () => {
    const site = await siteOf({
      'drafts/1.md': '# 井台办法\n\n第一条　甲。\n',
      'tiaoli.config.json': JSON.stringify({ drafts: ['drafts'], instruments: ['library'], shippedRegisters: false }),
      'library/水井办法/1.md': '# 水井办法\n\n（2019年1月1日通过）\n\n## 第一章　总则\n\n第一条　水井由村管理。\n',
      'library/水井办法/2.md': '# 水井办法\n\n（2019年1月1日通过）\n\n## 第二章　管护\n\n第二条　水井每年清淘。\n'
    })
    const text = (await site.data('text-0-0')) as ReadingText
    const articles = text.sections
      .flatMap(({ units }) => units.map(({ label }) => label))
      .filter((label) => label !== '')
    expect(articles).toEqual(['第一条', '第二条'])
    expect(text.outlineOnly).toBe(false)
  })
  test('a comparison points from where an article stood to where it is', async () => {
    const site = await siteOf(garden)
    const view = (await site.data('compare-0-1')) as ComparisonView
    expect(view.drafts).toEqual(['drafts/1', 'drafts/2'])
    expect(view.counts[0]).toMatchObject({ added: 1, moved: 1 })
    const pointers = view.rows.filter((row) => row.type === 'moved-from')
    expect(pointers).toEqual([{ type: 'moved-from', label: '第三条', to: 'art_2', toLabel: '第二条' }])
  })
  test('findings name their rules', async () => {
    const site = await siteOf(garden)
    const { findings, rules } = (await site.data('findings-0')) as FindingsView
    const dangling = findings.find(({ ruleId }) => ruleId === 'dangling-ref')!
    expect(dangling).toMatchObject({ severity: 'error', label: '第四条', line: 20 })
    expect(rules.map(({ id }) => id)).toEqual(
      expect.arrayContaining(findings.map(({ ruleId }) => ruleId).filter((id) => rules.some((rule) => rule.id === id)))
    )
    expect(rules.find(({ id }) => id === 'dangling-ref')!.summary.zh).not.toBe('')
  })
  test('coverage says what of the brief is answered', async () => {
    const answered = garden['drafts/2.md'].replace('第三条　社区', '<!-- 落实: H-1.1 -->\n\n第三条　社区')
    const site = await siteOf({ ...garden, 'drafts/2.md': answered }, ['brief.md'])
    const statuses = async (key: string) =>
      ((await site.data(key)) as CoverageView).requirements.map(
        ({ requirement, status }) => `${requirement.id} ${status}`
      )
    expect(await statuses('coverage-0')).toContain('H-1.1 not-covered')
    expect(await statuses('coverage-1')).toContain('H-1.1 covered')
  })
  test('the graph ties drafts and instruments together and is the same every time', async () => {
    const [first, second] = await Promise.all([siteOf(garden), siteOf(garden)])
    const graph = (await first.data('links')) as LinkGraph
    expect(graph.nodes.map(({ kind, cites, cited }) => [kind, cites, cited])).toEqual([
      ['draft', 1, 0],
      ['instrument', 0, 3],
      ['draft', 2, 0]
    ])
    expect(await second.data('links')).toEqual(graph)
  })
  test('search covers drafts and the library', async () => {
    const site = await siteOf(garden)
    const { texts, leftOut } = (await site.data('search')) as SearchData
    expect(texts.map(({ text }) => text.id)).toEqual([
      'draft/drafts/1',
      'draft/drafts/2',
      `instrument/${titled}@2020-06-01`
    ])
    expect(leftOut).toBe(0)
  })
})
