import type { GraphDocument, GraphReference, LinkTarget } from '@tiaoli/library'
import { citedBy, clauseDocuments, countCitations, createScanIndex, createSearcher } from '@tiaoli/search'
import { parseRegulation } from 'remark-regast'
import { expect, test } from 'vitest'

const place = {
  in: 'art_1',
  kind: 'external',
  role: 'mention',
  text: '',
  line: 1,
  column: 1
} as unknown as GraphReference

function citing(title: string, instrument: string | null, from: string | null, status = 'resolved'): GraphDocument {
  return { title, references: [{ ...place, targets: [{ instrument, from, status } as LinkTarget] }] }
}

test('an article counts once for each other text that means it with certainty', () => {
  const counts = countCitations([
    citing('码头办法', '灯塔条例', 'art_2__para_1'),
    citing('码头办法', '灯塔条例', 'art_2'),
    citing('渡口办法', '灯塔条例', 'art_2'),
    citing('航标办法', '灯塔条例', 'art_2', 'ambiguous'),
    citing('航标办法', '灯塔条例', null),
    citing('灯塔条例', '灯塔条例', 'art_2'),
    citing('航标办法', null, 'art_2')
  ])
  const cited = citedBy(counts)
  expect(cited({ id: 'a', title: '灯塔条例' }, 'art_2')).toBe(2)
  expect(cited({ id: 'a', title: '灯塔条例' }, 'art_3')).toBe(0)
  expect(cited({ id: 'a', title: 'constructor' }, 'art_2')).toBe(0)
})

test('of clauses that answer alike the one most referred to comes first, and no better answer is passed over', async () => {
  const text = (title: string, source: string) => ({
    text: { id: title, title },
    clauses: clauseDocuments(parseRegulation(`# ${title}\n\n${source}\n`).tree, title)
  })
  const index = createScanIndex()
  await index.add([
    text('甲港办法', '第一条　灯塔应当每日检修。\n\n第二条　灯塔的检修记录由值守人员保管。'),
    text('乙港办法', '第一条　灯塔应当每日检修。'),
    text('丙港办法', '第一条　灯塔应当每日检修。')
  ])
  const first = async (cited: (title: string, address: string) => number) => {
    const searcher = createSearcher(index, { cited: ({ title }, address) => cited(title, address) })
    return (await searcher.search('灯塔检修记录保管')).hits.map(({ instrument, number }) => instrument + number)
  }
  const alike = (list: string[]) => list.filter((name) => name.endsWith('第一条') && !name.startsWith('甲'))
  expect(alike(await first((title) => (title === '乙港办法' ? 9 : 0)))[0]).toBe('乙港办法第一条')
  expect(alike(await first((title) => (title === '丙港办法' ? 9 : 0)))[0]).toBe('丙港办法第一条')
  expect((await first((title) => (title === '丙港办法' ? 1000 : 0)))[0]).toBe('甲港办法第二条')
})
