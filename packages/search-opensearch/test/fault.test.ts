import type { ClauseDocument, TextClauses } from '@tiaoli/search'
import { createSearcher } from '@tiaoli/search'
import type { OpenSearchIndex } from '@tiaoli/search-opensearch'
import { openOpenSearchIndex } from '@tiaoli/search-opensearch'
import { expect, it } from 'vitest'
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

const possible = canStart()
const longest = 400_000

async function onThreeNodes(work: (nodes: TestCluster, index: OpenSearchIndex) => Promise<void>): Promise<void> {
  const nodes = await cluster(3)
  try {
    const index = await openOpenSearchIndex({
      client: { nodes: nodes.urls },
      name: 'fault',
      shards: 2,
      replicas: 1,
      patience: 90_000
    })
    await green(nodes.urls[0]!)
    await work(nodes, index)
    await index.close()
  } finally {
    await nodes.stop()
  }
}

it.runIf(possible)(
  'a node that dies while texts are indexed takes nothing with it that was acknowledged',
  () =>
    onThreeNodes(async (nodes, index) => {
      const acknowledged: string[] = []
      let killed: Promise<void> | undefined
      for (let from = 0; from < 60; from += 10) {
        const texts = Array.from({ length: 10 }, (_, at) => regulation(from + at))
        const writing = index.add(texts)
        if (from === 20) killed = nodes.kill(0)
        await writing
        acknowledged.push(...texts.map(({ text }) => text.id))
      }
      await killed
      const held = new Set((await index.texts()).map(({ id }) => id))
      expect(acknowledged.filter((id) => !held.has(id))).toEqual([])
      expect(await index.stats()).toMatchObject({ texts: 60, clauses: 1200 })
    }),
  longest
)

it.runIf(possible)(
  'queries go on when a node dies',
  () =>
    onThreeNodes(async (nodes, index) => {
      await index.add(Array.from({ length: 40 }, (_, at) => regulation(at)))
      const searcher = createSearcher(index)
      let dying: Promise<void> | undefined
      for (let at = 0; at < 40; at++) {
        if (at === 10) dying = nodes.kill(1)
        const { hits } = await searcher.search(`某市第${at}号社区花园办法第三条`)
        expect(hits[0], `query ${at}`).toMatchObject({ text: `第${at}号.md`, address: 'art_3' })
      }
      await dying
    }),
  longest
)

/** Waits until every shard has its copy again. */
async function green(url: string): Promise<void> {
  const answer = await fetch(`${url}/_cluster/health?wait_for_status=green&timeout=90s`)
  expect(await answer.json()).toMatchObject({ status: 'green' })
}
