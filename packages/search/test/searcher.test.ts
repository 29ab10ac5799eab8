import { createLunrIndex, createSearcher, createSynonyms } from '@tiaoli/search'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { library, text } from './library.js'

const index = createLunrIndex()
const searcher = createSearcher(index)
beforeAll(() => index.add(library()))

async function hits(query: string, limit?: number): Promise<string[]> {
  const result = await searcher.search(query, limit === undefined ? {} : { limit })
  return result.hits.map(({ instrument, number, version }) => `${instrument}${number} ${version}`)
}

describe('a search', () => {
  it.each([
    ['社区花园管理办法第三条', '临江市社区花园管理办法第三条 2023-05-01'],
    ['临江社区花园管理办法3条', '临江市社区花园管理办法第三条 2023-05-01'],
    ['村规则第二条之一', '中国共产党村级组织活动规则第二条之一 2020-08-10'],
    ['村级组织活动规则 第2条', '中国共产党村级组织活动规则第二条 2020-08-10'],
    ['第三条 党费', '中国共产党村级组织活动规则第三条 2020-08-10'],
    ['老板欠年假的钱', '远山省职工年休假条例第三条 2021-11-20'],
    ['什么是社区花园', '临江市社区花园管理办法第二条 2023-05-01'],
    ['社区花园放鞭炮罚多少', '临江市社区花园管理办法第五条 2023-05-01'],
    ['第二条之一', '中国共产党村级组织活动规则第二条之一 2020-08-10']
  ])('%s', async (query, first) => {
    expect((await hits(query))[0]).toBe(first)
  })

  it('shows the newest text of an article, and an old one where it is asked for', async () => {
    expect((await hits('公开账目')).slice(0, 2)).toEqual([
      '临江市社区花园管理办法第三条 2023-05-01',
      '临江市社区花园管理办法第二条 2018-03-01'
    ])
    expect(await hits('公开账目 status:旧版')).toEqual([
      '临江市社区花园管理办法第三条 2018-03-01',
      '临江市社区花园管理办法第二条 2018-03-01'
    ])
    expect(await hits('账目 date:2018')).toHaveLength(2)
    const { hits: found } = await searcher.search('每年公开一次')
    expect(found.find(({ version }) => version === '2018-03-01')).toMatchObject({ outdated: true })
  })

  it('keeps to what filters and 《》 name', async () => {
    expect(await hits('《职工年休假条例》 报酬')).toEqual([
      '远山省职工年休假条例第二条 2021-11-20',
      '远山省职工年休假条例第三条 2021-11-20'
    ])
    expect((await hits('换届 kind:规则')).every((hit) => hit.startsWith('中国共产党村级组织'))).toBe(true)
    expect(await hits('换届 kind:法律')).toEqual([])
    expect((await hits('in:年休假 应当'))[0]).toContain('年休假条例')
  })

  it('wants phrases letter for letter', async () => {
    expect(await hits('"换届选举前"')).toEqual(['中国共产党村级组织活动规则第二条之一 2020-08-10'])
    expect(await hits('“选举换届”')).toEqual([])
  })

  it('says which title it took a misspelt one for, or that there is none', async () => {
    const misspelt = await searcher.search('《职工年休暇条例》 报酬')
    expect(misspelt.messages).toEqual([
      '没有找到《职工年休暇条例》，是不是《远山省职工年休假条例》？先按《远山省职工年休假条例》查找。'
    ])
    expect(misspelt.hits[0]).toMatchObject({ instrument: '远山省职工年休假条例' })
    expect((await searcher.search('《航天器发射管理规定》 党费')).messages[0]).toContain(
      '没有找到《航天器发射管理规定》'
    )
    expect((await searcher.search('航天器发射管理规定第二条')).messages[0]).toContain(
      '文库中没有《航天器发射管理规定》'
    )
  })

  it('finds clauses like a clause', async () => {
    const clause =
      '养护单位每季度应当向居民公开养护账目，账目保存期限不少于五年，居民可以查阅；拒不公开账目的，由街道办事处责令改正，并通报批评。'
    expect((await hits(clause))[0]).toBe('临江市社区花园管理办法第三条 2023-05-01')
  })

  it('takes synonyms of one’s own', async () => {
    const own = createSearcher(index, { synonyms: createSynonyms([{ from: ['毛孩子'], to: ['犬', '遛犬'] }]) })
    expect((await own.search('毛孩子')).hits[0]).toMatchObject({ address: 'art_4' })
  })

  it('has the words in its snippets, and the clause below the article', async () => {
    const [hit] = (await searcher.search('烟花爆竹')).hits
    const { text, highlights, address } = hit!.snippet
    expect(highlights.map(([start, end]) => text.slice(start, end))).toContain('烟花爆竹')
    expect(address).toBe('art_4__para_1__point_3')
  })

  it('follows its index', async () => {
    const own = createLunrIndex()
    const following = createSearcher(own)
    expect((await following.search('石榴')).hits).toEqual([])
    await own.add([text('a', { title: '某市石榴公约' }, '# 某市石榴公约\n\n第一条　爱护石榴。\n')])
    expect((await following.search('石榴')).hits).toHaveLength(1)
  })

  it('takes a number for that of the texts that in: leaves, the title nearest to its words first', async () => {
    const own = createLunrIndex()
    const articles = (title: string) => `# ${title}\n\n第一条　为了爱护石榴。\n\n第二条　石榴归集体所有。\n`
    await own.add([
      text('a', { title: '甲市推广石榴种植办法' }, articles('甲市推广石榴种植办法')),
      text('b', { title: '石榴法' }, articles('石榴法')),
      text('c', { title: '乙市枇杷条例' }, articles('乙市枇杷条例'))
    ])
    const found = (await createSearcher(own).search('in:石榴 第二条')).hits
    expect(found.map(({ instrument, number }) => `${instrument} ${number}`)).toEqual([
      '石榴法 第二条',
      '甲市推广石榴种植办法 第二条'
    ])
  })

  it('does not take a short title for another that differs in one character', async () => {
    const own = createLunrIndex()
    await own.add([text('a', { title: '公证法' }, '# 公证法\n\n第一条　公证人员应当公正。\n')])
    const { messages, hits } = await createSearcher(own).search('《公司法》 第一条')
    expect(messages).toEqual(['没有找到《公司法》，按普通的词查找；名称相近的有《公证法》。'])
    expect(hits).toEqual([])
  })

  it('joins what segmentation leaves of a name', async () => {
    const own = createLunrIndex()
    await own.add([
      text('a', { title: '鉴湖管理办法' }, '# 鉴湖管理办法\n\n第一条　发生污染的，应当立即报告。\n'),
      text('b', { title: '污染报告办法' }, '# 污染报告办法\n\n第一条　发生污染的，应当立即报告。\n')
    ])
    expect((await createSearcher(own).search('在鉴湖有了污染怎么办')).hits[0]).toMatchObject({ text: 'a' })
  })

  it('knows what a question about purpose, scope or entry into force is after', async () => {
    const own = createLunrIndex()
    const body = [
      '第一条　为了保护石榴，根据有关法律，制定本办法。',
      '第二条　本办法适用于本市的石榴。',
      '第三条　石榴树应当每年修剪，石榴的规定由石榴协会解释。',
      '第四条　本办法自2024年1月1日起施行。'
    ]
    await own.add([text('a', { title: '某市石榴办法' }, `# 某市石榴办法\n\n${body.join('\n\n')}\n`)])
    const first = async (query: string) => (await createSearcher(own).search(query)).hits[0]!.number
    expect(await first('石榴的规定为什么要立，依据是啥')).toBe('第一条')
    expect(await first('石榴办法管哪些')).toBe('第二条')
    expect(await first('石榴办法什么时候施行')).toBe('第四条')
  })

  it('puts a repealed instrument after one in force', async () => {
    const own = createLunrIndex()
    await own.add([
      text('a', { title: '甲市石榴条例', status: 'repealed' }, '# 甲市石榴条例\n\n第一条　石榴应当定期修剪。\n'),
      text('b', { title: '乙市石榴条例' }, '# 乙市石榴条例\n\n第一条　石榴应当定期修剪。\n')
    ])
    const found = (await createSearcher(own).search('石榴定期修剪')).hits
    expect(found.map(({ instrument }) => instrument)).toEqual(['乙市石榴条例', '甲市石榴条例'])
  })
})

describe('a hostile query', () => {
  const odd = [
    '',
    '   ',
    '"',
    '“',
    '《',
    '》《',
    '""""',
    'AND OR NOT ( ) ^ ~ * + - : title:x',
    'kind: in: status: date:',
    "'; DROP TABLE clauses; --",
    '😀😀 党费 \ud83d',
    '*'.repeat(10_000),
    '党费'.repeat(5000),
    '第'.repeat(3000),
    '(((((((((((',
    '\u0000\u0001',
    '第99999999999999999999条',
    '第一百三十三条之九千九百九十九条之一'
  ]
  it.each(odd.map((query) => [query.slice(0, 30), query]))('%s', async (_, query) => {
    const result = await searcher.search(query)
    expect(Array.isArray(result.hits)).toBe(true)
    expect(result.query).toBe(query)
  })

  it('of any characters has an answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 120 }), async (query) => {
        expect((await searcher.search(`${query} 党费`)).hits.length).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 60 }
    )
  })
})
