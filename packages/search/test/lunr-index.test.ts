import { createLunrIndex, createSearcher, IndexLimitError, loadLunrIndex } from '@tiaoli/search'
import { describe, expect, it } from 'vitest'
import { describeIndex } from './index-contract.js'
import { library } from './library.js'

describeIndex('lunr', async () => createLunrIndex())

describeIndex('a loaded lunr snapshot', async () =>
  loadLunrIndex(JSON.parse(JSON.stringify(createLunrIndex().snapshot())))
)

describe('a lunr snapshot', () => {
  it('answers as the index that it was made from, and can be added to', async () => {
    const index = createLunrIndex()
    await index.add(library().slice(0, 2))
    const loaded = loadLunrIndex(JSON.parse(JSON.stringify(index.snapshot())))
    const query = '公开账目'
    expect(await createSearcher(loaded).search(query)).toEqual(await createSearcher(index).search(query))
    await loaded.add(library())
    expect((await createSearcher(loaded).search('党费')).hits[0]).toMatchObject({ address: 'art_3' })
  })

  it('of another format is refused', () => {
    expect(() => loadLunrIndex({ format: 2 } as never)).toThrow('请重新生成')
  })
})

describe('a lunr index', () => {
  it('says what to do before it becomes too large', async () => {
    const index = createLunrIndex()
    const [one] = library()
    const many = Array.from({ length: 4000 }, (_, at) => ({
      text: { ...one!.text, id: `${at}` },
      clauses: one!.clauses
    }))
    await expect(index.add(many)).rejects.toThrow(IndexLimitError)
    await expect(index.add(many)).rejects.toThrow(/超过 20000 条.*磁盘索引/)
    // What fitted is there.
    expect((await index.stats()).clauses).toBeGreaterThan(19_000)
  })

  it('lets frequent terms weigh in what rare ones find, and in every clause of few texts', async () => {
    const index = createLunrIndex()
    // More clauses with each of five words than lunr is handed postings in one query; one clause with a sixth.
    const words = ['花圃', '浇水', '轮值', '挂牌', '巡查']
    const clauses = Array.from({ length: 600 }, (_, at) => ({
      text: `${at % 6}.md`,
      address: `art_${at}`,
      label: `第${at}条`,
      headings: [],
      body: `${words.join('，')}${at === 7 ? '，修枝' : at === 8 ? '，修枝，补种' : ''}。`,
      lines: []
    }))
    await index.add(
      Array.from({ length: 6 }, (_, at) => ({
        text: { id: `${at}.md`, title: `${at}号办法` },
        clauses: clauses.filter(({ text }) => text === `${at}.md`)
      }))
    )
    const terms = ['修枝', ...words, '没有'].map((term, at) => ({ term, weight: 10 - at }))
    const found = await index.candidates({ terms, limit: 600 })
    const score = new Map(found.map((candidate) => [candidate.document.address, candidate.score]))
    // All that is asked for stands in both of them, the last word in none.
    expect(score.get('art_7')).toBeCloseTo(score.get('art_8')!)
    expect(score.get('art_7')! / score.get('art_9')!).toBeCloseTo((10 + 9 + 8 + 7 + 6 + 5) / (9 + 8 + 7 + 6 + 5))
    const within = await index.candidates({
      terms: [...terms, { term: '不在', weight: 3 }],
      texts: ['3.md'],
      limit: 600
    })
    expect(within).toHaveLength(100)
    expect(new Set(within.map(({ document }) => document.text))).toEqual(new Set(['3.md']))
    expect(await index.candidates({ terms: [{ term: '修枝', weight: 1 }], texts: ['3.md'], limit: 9 })).toEqual([])
    expect(await index.candidates({ terms: [{ term: '修枝', weight: 1 }], texts: ['1.md'], limit: 9 })).toHaveLength(1)
  })
})
