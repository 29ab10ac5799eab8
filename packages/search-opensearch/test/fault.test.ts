import type { ClauseDocument, TextClauses } from '@tiaoli/search'
import { createSearcher } from '@tiaoli/search'
import type { OpenSearchIndex } from '@tiaoli/search-opensearch'
import { openOpenSearchIndex } from '@tiaoli/search-opensearch'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestCluster } from './cluster.js'
import { canStart, cluster } from './cluster.js'

function regulation(at: number): TextClauses {
  const id = `第${at}号.md`
  const clauses = Array.from({ length: 20 }, (_, number): ClauseDocument => {
    const address = `art_${number + 1}`
    return {
      text: id,
      address,
      label: `第${number + 1}条`,
      number: { value: number + 1 },
      headings: [],
      body: `编号${at}的社区花园应当公开账目。`,
      lines: [{ address: `${address}__para_1`, index: 0 }]
    }
  })
  return { text: { id, title: `某市第${at}号社区花园办法` }, clauses }
}

const longest = 400_000

describe.runIf(canStart())('on three nodes', () => {
  let nodes: TestCluster
  let index: OpenSearchIndex
  beforeAll(async () => {
    nodes = await cluster(3)
    index = await openOpenSearchIndex({
      client: { nodes: nodes.urls },
      name: 'fault',
      shards: 2,
      replicas: 1,
      patience: 90_000
    })
    await everyNodeAndCopy(nodes.urls[0]!)
  }, longest)
  afterAll(async () => {
    await index?.close()
    await nodes?.stop()
  })

  it(
    'the managing node dies while texts are indexed, and nothing is lost that was acknowledged',
    async () => {
      const manager = await managerOf(nodes)
      const acknowledged: string[] = []
      let killed: Promise<void> | undefined
      for (let from = 0; from < 60; from += 10) {
        const texts = Array.from({ length: 10 }, (_, at) => regulation(from + at))
        const writing = index.add(texts)
        if (from === 20) killed = nodes.kill(manager)
        await writing
        acknowledged.push(...texts.map(({ text }) => text.id))
      }
      await killed
      const held = new Set((await index.texts()).map(({ id }) => id))
      expect(acknowledged.filter((id) => !held.has(id))).toEqual([])
      expect(await index.stats()).toMatchObject({ texts: 60, clauses: 1200 })
      expect((await index.articles(acknowledged)).length).toBe(1200)
      await nodes.restart(manager)
      await everyNodeAndCopy(nodes.urls[manager]!)
      expect(await index.stats()).toMatchObject({ texts: 60, clauses: 1200 })
    },
    longest
  )

  it(
    'queries go on when a node dies',
    async () => {
      await index.add(Array.from({ length: 40 }, (_, at) => regulation(at)))
      const searcher = createSearcher(index)
      let dying: Promise<void> | undefined
      for (let at = 0; at < 40; at++) {
        if (at === 10) dying = nodes.kill(1)
        const { hits } = await searcher.search(`某市第${at}号社区花园办法第三条`)
        expect(hits[0], `query ${at}`).toMatchObject({ text: `第${at}号.md`, address: 'art_3' })
      }
      await dying
    },
    longest
  )
})

/** Waits until all nodes are there and every shard has its copy. */
async function everyNodeAndCopy(url: string): Promise<void> {
  const answer = await fetch(`${url}/_cluster/health?wait_for_nodes=3&wait_for_status=green&timeout=120s`)
  expect(await answer.json()).toMatchObject({ status: 'green', number_of_nodes: 3 })
}

/** Position of the node that the others have chosen to manage the cluster. */
async function managerOf(nodes: TestCluster): Promise<number> {
  const answer = await fetch(`${nodes.urls[0]}/_cat/cluster_manager?h=node`)
  const name = (await answer.text()).trim()
  const position = /^node-(\d)$/.exec(name)?.[1]
  expect(position, name).toBeDefined()
  return Number(position)
}
