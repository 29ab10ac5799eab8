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
})
