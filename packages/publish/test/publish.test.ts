import { readFileSync } from 'node:fs'
import { Validator } from '@cfworker/json-schema'
import { everyFeature, regulationSource } from '@tiaoli/test-utils'
import fc from 'fast-check'
import { clauseTexts } from 'regast'
import { describe, expect, test } from 'vitest'
import { clauseDocument, clauseRows, type PublishedClause, renderClausesHtml, renderClausesJson } from '../src/index.js'
import { facts, linked, reading } from './example.js'

const { tree, links } = linked(reading)
const schema = JSON.parse(readFileSync(new URL('../schema/clauses.schema.json', import.meta.url), 'utf8'))

describe('JSON', () => {
  const document = JSON.parse(renderClausesJson(tree, facts, links))

  test('is what its schema says, for any draft', () => {
    const validator = new Validator(schema, '7')
    expect(validator.validate(document).errors).toEqual([])
    fc.assert(
      fc.property(regulationSource(everyFeature), (source) => {
        const draft = linked(source)
        expect(validator.validate(clauseDocument(draft.tree, facts, draft.links)).errors).toEqual([])
      }),
      { numRuns: 25 }
    )
    expect(validator.validate({ ...document, formatVersion: 2 }).valid).toBe(false)
  })

  test('clauses are nested, with address, label, number and own words', () => {
    const [chapter] = document.clauses as PublishedClause[]
    expect(chapter).toMatchObject({
      type: 'chapter',
      address: 'chp_1',
      number: '第一章',
      heading: '总则',
      comments: ['落实: B-1']
    })
    const second = chapter!.children![1]!
    expect(second).toMatchObject({ type: 'article', address: 'art_2', label: '第二条', number: '第二条' })
    expect(second.children![0]).toMatchObject({ type: 'paragraph', text: '下列图书只供室内阅读：' })
    expect(second.children![0]!.children![0]).toMatchObject({
      type: 'point',
      number: '（一）',
      text: '工具书 A&B <三级>；',
      label: '第二条第一款第一项'
    })
    expect(document.notes).toEqual(['（2021年3月5日居民会议通过）'])
    expect(document.signatures).toEqual(['枫林社区居民会议', '2024年5月6日'])
  })

  test('references stand with their clause, doubtful ones with the reason', () => {
    const article = (document.clauses as PublishedClause[])[1]!.children![0]!
    const [own, other] = article.children![0]!.references!
    expect(own!.targets.map(({ label, status }) => [label, status])).toEqual([
      ['第二条', 'resolved'],
      ['第九条', 'dangling']
    ])
    expect(own!.targets[1]!.reason).toContain('第九条')
    expect(other!.targets[0]).toMatchObject({ instrument: '湖滨街道文化活动规定', status: 'unknown-instrument' })
  })
})

describe('rows for spreadsheets', () => {
  const [head, ...rows] = clauseRows(tree, links)

  test('one row a clause, in order, with every word of the text', () => {
    expect(head).toEqual([
      '序号',
      '章节',
      '条款',
      '层级',
      '编号',
      '标题',
      '正文',
      '字数',
      '引用',
      '需要核对',
      '落实',
      '地址'
    ])
    expect(rows.map((row) => row[2])).toEqual([
      '第一章',
      '第一条第一款',
      '第二条第一款',
      '第二条第一款第一项',
      '第二条第一款第二项',
      '第二条第二款',
      '第二章',
      '第三条第一款',
      '附件一',
      '附件一第一款'
    ])
    expect(rows.map((row) => row[0])).toEqual(rows.map((_, index) => index + 1))
    const words = rows.map((row) => row[6]).join('')
    for (const { node, text } of clauseTexts(tree)) {
      if (['paragraph', 'point', 'indent'].includes(node.type)) expect(words).toContain(text)
    }
  })

  test('where a clause stands, what it answers, and what is doubtful', () => {
    const first = rows.find((row) => row[2] === '第一条第一款')!
    expect(first[1]).toBe('第一章　总则')
    expect(first[10]).toBe('B-2')
    const doubtful = rows.find((row) => row[2] === '第三条第一款')!
    expect(doubtful[8]).toBe('第二条')
    expect(doubtful[9]).toMatch(/第九条/)
  })
})

describe('HTML', () => {
  const page = renderClausesHtml(tree, facts, links)

  test('anchors are addresses, each of them once', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids).toContain('art_2__para_1__point_1')
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('sure references inside the draft are links, others are not', () => {
    expect(page).toContain('<a href="#art_2__para_1__point_1" title="第二条第一款第一项">前款第一项</a>')
    expect(page).toMatch(/<span class="reference unsure" title="[^"]*没有第九条[^"]*">/)
    const anchors = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    for (const anchor of anchors) expect(page).toContain(` id="${anchor}"`)
  })

  test('text is text, whatever it looks like', () => {
    expect(page).toContain('工具书 A&amp;B &lt;三级&gt;')
    expect(page).not.toContain('<script')
    expect(page).toContain("default-src 'none'")
  })

  test('what it is, for programs that read pages', () => {
    expect(page).toContain('itemtype="https://schema.org/Legislation"')
    expect(page).toContain('<time itemprop="legislationDateVersion" datetime="2024-05-06">')
    expect(page).toContain('<strong>标明</strong>')
    expect(page).toContain('<td>30日</td>')
  })

  test('a rough draft with the same number twice has each anchor once', () => {
    const rough = linked('第一条　甲。\n\n第一条　乙。\n')
    const ids = [...renderClausesHtml(rough.tree, facts, rough.links).matchAll(/ id="art_1"/g)]
    expect(ids.length).toBe(1)
  })

  test('attachments to come are named on the left, who issues the text stands on the right', () => {
    const draft = linked('第一条　甲。\n\n附件：1.名录\n\n2.登记表\n\n某镇人民政府\n\n2026年1月6日\n')
    const found = renderClausesHtml(draft.tree, facts, draft.links).match(
      /<p class="(?:announcement|signature).*<\/p>/g
    )
    expect(found).toEqual([
      '<p class="announcement">附件：1.名录</p>',
      '<p class="announcement more">2.登记表</p>',
      '<p class="signature">某镇人民政府</p>',
      '<p class="signature">2026年1月6日</p>'
    ])
  })

  test('a number is set off by a space, so that text copied from the page is a clause', () => {
    const draft = linked('第一条　甲包括：\n\n（一）乙。\n\n第二条　【施行】丙。\n')
    const words = renderClausesHtml(draft.tree, facts, draft.links).replace(/<[^>]+>/g, '')
    for (const line of ['第一条　甲包括：', '（一）乙。', '第二条　【施行】']) expect(words).toContain(line)
  })

  test('columns of a table stand on the side that the draft states', () => {
    const draft = linked('第一条　收费：\n\n| 类别 | 元 |\n| - | -: |\n| 成人 | 2 |\n')
    expect(renderClausesHtml(draft.tree, facts, draft.links)).toContain('<td>成人</td><td class="right">2</td>')
  })
})
