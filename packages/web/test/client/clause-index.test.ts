import { expect, test } from 'vitest'
import { clauseLinks } from '../../src/client/graph/clause-links.js'
import { clauseIndex } from '../../src/client/text/clause-index.js'
import type { ReadingText } from '../../src/model/reading-text.js'
import { prepareSite } from '../../src/prepare/site.js'
import { folderOf, garden, sourcesIn } from '../workshop.js'

async function textOf(key: string, files: Record<string, string> = garden): Promise<ReadingText> {
  return (await (await prepareSite(await sourcesIn(folderOf(files)))).data(key)) as ReadingText
}

test('a clause is cited as a drafter writes it', async () => {
  const index = clauseIndex(await textOf('draft-1'))
  expect(index.citation('art_3__para_2')).toBe('《柳溪街道社区花园管理办法》第三条第二款')
  // An article with one 款 is cited without it.
  expect(index.citation('art_4__para_1')).toBe('《柳溪街道社区花园管理办法》第四条')
  expect(index.label('chp_2')).toBe('第二章')
})

test('a clause that is not there is known not to be, unless nobody knows', async () => {
  const text = await textOf('draft-1')
  const index = clauseIndex(text)
  const own = text.references.flatMap(({ targets }) =>
    targets.filter(({ instrument, status }) => instrument === null && status === 'resolved')
  )
  const addresses = [...index.order, ...own.flatMap(({ from, to }) => [from, to].filter((at) => at != null))]
  expect(addresses.length).toBeGreaterThan(own.length)
  expect(addresses.filter((address) => !index.has(address))).toEqual([])
  expect(['art_99', 'art_4__para_7', 'chp_9'].filter((address) => index.has(address))).toEqual([])
  const topics = clauseIndex({ ...text, kind: 'instrument', outlineOnly: true })
  expect(['art_4__para_7', 'art_99'].map((address) => topics.has(address))).toEqual([true, false])
})

test('previews show the clause that is meant, cut where it is long', async () => {
  const index = clauseIndex(await textOf('draft-1'))
  expect(index.excerpt('art_3__para_1', 100)).toBe('社区花园由居民委员会管理。')
  expect(index.excerpt('art_3', 14)).toBe('社区花园由居民委员会管理。居…')
  expect(index.excerpt('chp_2', 100)).toBe('养护')
  expect(index.excerpt('art_99', 100)).toBe('')
})

test('of two articles with one number the first has the address', async () => {
  const doubled = garden['drafts/2.md'].replace('第五条　', '第四条　')
  const index = clauseIndex(await textOf('draft-1', { ...garden, 'drafts/2.md': doubled }))
  const fourth = index.units.filter(({ address }) => address === 'art_4')
  expect(fourth).toHaveLength(2)
  expect(fourth.map((unit) => index.isAt('art_4', unit))).toEqual([true, false])
})

test('the picture of clauses has every reference among articles', async () => {
  const { units, links, headings } = clauseLinks(await textOf('draft-1'))
  const named = links.map(({ from, to, count }) => [units[from]!.label, units[to]!.label, count])
  expect(named).toEqual([
    ['第五条', '第二条', 1],
    ['第五条', '第三条', 1]
  ])
  expect([...headings]).toEqual([
    [0, '第一章 总则'],
    [3, '第二章 养护'],
    [5, '第三章 附则']
  ])
})
