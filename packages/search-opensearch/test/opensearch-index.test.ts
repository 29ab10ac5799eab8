import { createSearcher } from '@tiaoli/search'
import { openOpenSearchIndex, SearchServerError } from '@tiaoli/search-opensearch'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeIndex } from '../../search/test/index-contract.js'
import { library } from '../../search/test/library.js'
import type { TestCluster } from './cluster.js'
import { canStart, cluster } from './cluster.js'

describe.runIf(canStart())('with a server', () => {
  let server: TestCluster
  let count = 0
  beforeAll(async () => {
    server = await cluster(1)
  }, 200_000)
  afterAll(() => server?.stop())

  const open = (name = `test-${++count}`) =>
    openOpenSearchIndex({ client: { nodes: server.urls }, name, replicas: 0, patience: 10_000 })

  describeIndex('OpenSearch', () => open())

  describe('an index on the server', () => {
    it('is there for the next who opens it', async () => {
      const first = await open('shared')
      await first.add(library())
      await first.close()
      const second = await open('shared')
      expect(await second.stats()).toMatchObject({ engine: 'opensearch', texts: 4, clauses: 16 })
      expect((await createSearcher(second).search('党费')).hits[0]).toMatchObject({ text: '组织.md', address: 'art_3' })
      await second.close()
    })

    it('answers while it is made anew, and then holds the new texts alone', async () => {
      const index = await open('anew')
      await index.add(library())
      let answered = 0
      async function* slowly() {
        for (const text of library().slice(0, 1)) {
          const found = await index.candidates({ terms: [{ term: '党费', weight: 1 }], limit: 1 })
          answered += found.length
          yield text
        }
      }
      await index.rebuild(slowly())
      expect(answered).toBe(1)
      expect(await index.stats()).toMatchObject({ texts: 1, clauses: 6 })
      const names = (await (await fetch(`${server.urls[0]}/_cat/indices/anew-*?h=index`)).text()).trim().split('\n')
      expect(names).toHaveLength(1)
      await index.close()
    })

    it('holds more texts than fit on one page, with ids of any length', async () => {
      const index = await open()
      const [one] = library()
      const many = Array.from({ length: 1203 }, (_, at) => ({
        text: { ...one!.text, id: `${'很长的文件夹名/'.repeat(60)}${at}.md` },
        clauses: one!.clauses
          .slice(0, 1)
          .map((clause) => ({ ...clause, text: `${'很长的文件夹名/'.repeat(60)}${at}.md` }))
      }))
      await index.add(many)
      expect(await index.texts()).toHaveLength(1203)
      expect(await index.articles(many.slice(0, 1100).map(({ text }) => text.id))).toHaveLength(1100)
      await index.close()
    })
  })
})

describe('without a server', () => {
  it('says in Chinese that none can be reached', async () => {
    const opening = openOpenSearchIndex({
      client: { node: 'http://127.0.0.1:9', maxRetries: 0 },
      name: 'x',
      patience: 300
    })
    await expect(opening).rejects.toThrow(SearchServerError)
    await expect(opening).rejects.toThrow('OpenSearch 没有完成“打开索引”')
  })
})
