import { coverageById, coverDraft, parseBrief } from '@tiaoli/brief'
import { createLibrary } from '@tiaoli/library'
import { parseRegulation } from 'remark-regast'
import { describe, expect, it } from 'vitest'
import { coverGarden, fullDraft, garden } from './garden.js'

const title = '# 某市社区花园管理办法（草案）\n\n'

describe('coverage', () => {
  it('of a draft that answers every must', () => {
    const { coverage, row } = coverGarden(fullDraft)
    expect(coverage.requirements.map(({ requirement, status }) => `${requirement.id} ${status}`)).toEqual([
      'B-1 covered',
      'B-1.1 covered',
      'B-1.2 covered',
      'B-1.2.1 covered',
      'B-1.2.2 not-covered',
      'B-1.3 respected',
      'B-1.4 unchecked',
      'B-2 covered',
      'B-2.1 covered',
      'B-2.2 not-covered'
    ])
    expect(row('B-1.2.1').answers).toMatchObject([
      { address: 'art_2__para_1__point_1', label: '第二条第一项', extent: 'full', chapter: 'chp_1' }
    ])
    expect(coverage.messages).toEqual([])
    expect(coverage.requirements.flatMap(({ uncited }) => uncited)).toEqual([])
  })

  it('counts only requirements with none below them', () => {
    const { coverage } = coverGarden(fullDraft)
    expect(coverage.total.must).toMatchObject({ total: 3, covered: 3, partly: 0, 'not-covered': 0 })
    expect(coverage.total.should).toMatchObject({ total: 1, 'not-covered': 1 })
    expect(coverage.total.mustNot).toMatchObject({ total: 2, respected: 1, unchecked: 1, contradicted: 0 })
    expect(coverage.chapters.map(({ id, must }) => [id, must.covered, must.total])).toEqual([
      ['B-1', 2, 2],
      ['B-2', 1, 1]
    ])
  })

  it('tells articles that answer nothing, and those for which somebody said so', () => {
    const { coverage } = coverGarden(fullDraft)
    expect(coverage.untraced.map(({ label, explanation }) => [label, explanation])).toEqual([
      ['第四条', '起草组增加：工具存放'],
      ['第五条', undefined]
    ])
    expect(coverage.draftChapters).toMatchObject([
      { heading: '总则', articles: 2, traced: 2, explained: 0 },
      { heading: '养护和公开', articles: 3, traced: 1, explained: 1 }
    ])
  })

  it('is partly where a must below is missing, and names it', () => {
    const { row } = coverGarden(
      `${title}<!-- 落实: B-1, B-1.1 -->\n\n第一条　根据《某省园林条例》第六条，制定本办法。\n`
    )
    expect(row('B-1')).toMatchObject({ status: 'partly', reason: '其中B-1.2没有完全落实。' })
    expect(row('B-1.2')).toMatchObject({ status: 'not-covered', reason: '没有条文声明落实。' })
    expect(row('B-2').status).toBe('not-covered')
  })

  it('is partly where a clause says so', () => {
    const { row } = coverGarden(`${title}<!-- 部分落实: B-2.1 -->\n\n第一条　账目每年公开。\n`)
    expect(row('B-2.1')).toMatchObject({ status: 'partly', reason: '条文只声明部分落实。' })
    expect(row('B-2').status).toBe('partly')
  })

  it('does not count a clause that is still to be written', () => {
    const { row, coverage } = coverGarden(
      `${title}<!-- 落实: B-1.1 -->\n\n第一条　为了【待拟：目的】，制定本办法。\n\n<!-- 待落实: B-2.1 -->\n\n第二条　账目每季度公开。\n`
    )
    expect(row('B-1.1')).toMatchObject({
      status: 'not-covered',
      reason: '第一条还没有写成。',
      answers: [{ placeholder: true }]
    })
    expect(row('B-2.1')).toMatchObject({ status: 'not-covered', reason: '第二条还没有写成。' })
    expect(coverage.untraced.map(({ label }) => label)).toEqual(['第一条', '第二条'])
  })

  it('gives a comment to the chapter, article, paragraph or item behind it', () => {
    const { coverage } = coverGarden(
      `${title}<!-- 落实: B-1 -->\n\n## 第一章　总则\n\n第一条　甲。\n\n<!-- 落实: B-1.1 -->\n\n乙。<!-- 落实: B-1.2 -->\n\n丙：\n\n<!-- 落实: B-2 -->\n\n（一）丁。\n\n<!-- 落实: B-2.1 -->\n\n第二条　戊。\n`
    )
    const answers = coverage.requirements.flatMap(({ requirement, answers }) =>
      answers.map(({ address }) => `${requirement.id} ${address}`)
    )
    expect(answers).toEqual([
      'B-1 chp_1',
      'B-1.1 art_1__para_2',
      'B-1.2 art_1__para_2',
      'B-2 art_1__para_3__point_1',
      'B-2.1 art_2'
    ])
  })
})

describe('what must not be in a draft', () => {
  it('contradicts the brief where it appears, with the words of the clause', () => {
    const { row, coverage } = coverGarden(
      `${title}第一条　居民委员会可以收取养护费，并收押金。\n\n第二条　不得收取管理费。\n`
    )
    expect(row('B-1.3')).toMatchObject({ status: 'contradicted', reason: '第一条出现禁用语。' })
    expect(row('B-1.3').hits.map(({ term, text, label }) => [term, text, label])).toEqual([
      ['收取…费', '收取养护费', '第一条'],
      ['押金', '押金', '第一条']
    ])
    expect(coverage.total.mustNot.contradicted).toBe(1)
  })

  it.each([
    ['收取的材料应当保存，养护人员不得丢失；费用公开。', 'the pieces in two sentences'],
    ['收取材料以后由居民委员会统一登记造册并向全体居民公布再行核算费用。', 'too far apart']
  ])('%s is no hit: %s', (text) => {
    expect(coverGarden(`${title}第一条　${text}\n`).row('B-1.3').hits).toEqual([])
  })

  it('cannot be answered by a clause', () => {
    const { coverage, row } = coverGarden(`${title}<!-- 落实: B-1.3 -->\n\n第一条　不收费。\n`)
    expect(coverage.messages[0]!.reason).toContain('“B-1.3”是禁止写入的内容')
    expect(row('B-1.3').answers).toEqual([])
  })
})

describe('instruments that have to be cited', () => {
  const draft = (text: string) =>
    `${title}<!-- 落实: B-1.1, B-2.1 -->\n\n第一条　${text}\n\n第二条　根据《某省园林条例》第六条、《某市村务公开办法》办理。\n`

  it('are missed where the answering clause cites neither', () => {
    const { row } = coverGarden(draft('账目公开。'))
    expect(row('B-1.1').uncited).toMatchObject([{ title: '某省园林条例', clause: 'art_6' }])
    expect(row('B-2.1').uncited).toMatchObject([{ title: '某市村务公开办法' }])
  })

  it('are missed where another article of them is cited', () => {
    expect(coverGarden(draft('根据《某省园林条例》第七条制定。')).row('B-1.1').uncited).toHaveLength(1)
    expect(coverGarden(draft('根据《某省园林条例》第六条第二款制定。')).row('B-1.1').uncited).toEqual([])
  })

  it('are cited by a range around the article', () => {
    expect(coverGarden(draft('依照《某省园林条例》第四条至第八条制定。')).row('B-1.1').uncited).toEqual([])
    expect(coverGarden(draft('依照《某省园林条例》第七条至第九条制定。')).row('B-1.1').uncited).toHaveLength(1)
  })

  it('may be trial versions, or have been replaced by what is cited', () => {
    const library = createLibrary([
      { title: '某市村务公开办法', shortNames: [], versions: [], status: 'repealed', replacedBy: '某市基层公开规定' },
      { title: '某市基层公开规定', shortNames: [], versions: [] }
    ])
    const { tree } = parseRegulation(draft('根据《某省园林条例（试行）》第六条和《某市基层公开规定》制定。'))
    const rows = coverageById(coverDraft(garden(), tree, { library }))
    expect(rows.get('B-1.1')!.uncited).toEqual([])
    expect(rows.get('B-2.1')!.uncited).toEqual([])
    expect(coverGarden(draft('根据《某市基层公开规定》制定。')).row('B-2.1').uncited).toHaveLength(1)
  })
})

describe('a tracing comment that is wrong', () => {
  it.each([
    ['<!-- 落实: B-1.9 -->', 'trace-unknown', '第一条：任务书里没有“B-1.9”这项要求。上一级“B-1”是有的'],
    ['<!-- 落实: b-1.1 -->', 'trace-unknown', '是不是“B-1.1”？'],
    ['<!-- 落实: 第一条 -->', 'trace-syntax', '“第一条”不是要求的编号'],
    ['<!-- 落实: -->', 'trace-syntax', '后面没有写编号']
  ])('%s', (comment, ruleId, reason) => {
    const { coverage } = coverGarden(`${title}${comment}\n\n第一条　甲。\n`)
    expect(coverage.messages).toHaveLength(1)
    expect(coverage.messages[0]).toMatchObject({ ruleId, line: 3 })
    expect(coverage.messages[0]!.reason).toContain(reason)
  })

  it('with no clause behind it is told', () => {
    const { coverage } = coverGarden('<!-- 落实: B-1.1 -->\n')
    expect(coverage.messages).toMatchObject([{ ruleId: 'trace-nothing' }])
  })
})

it('coverage of an empty brief or an empty draft is empty, not an error', () => {
  expect(coverGarden('').coverage).toMatchObject({
    untraced: [],
    draftChapters: [],
    total: { must: { total: 3, covered: 0 } }
  })
  expect(coverGarden(fullDraft, parseBrief('').value).coverage).toMatchObject({
    requirements: [],
    chapters: [],
    total: { must: { total: 0 } }
  })
})
