import { get } from 'node:http'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Site } from '../../src/prepare/site.js'
import { openReadingRoom } from '../../src/serve/reading-room.js'
import { buildClient } from '../client-build.js'
import { folderOf, garden, sourcesIn, writeFiles } from '../workshop.js'

beforeAll(buildClient)

/** Opens a room on the garden; `next` resolves with the site after the next change. */
async function opened() {
  const folder = folderOf(garden)
  const waiting: ((site: Site) => void)[] = []
  const sources = await sourcesIn(folder, ['brief.md'])
  const room = await openReadingRoom(
    { ...sources, briefs: [join(folder, 'brief.md')] },
    { port: 0 },
    {
      reloaded: (site) => waiting.shift()?.(site)
    }
  )
  onTestFinished(() => room.close())
  return { folder, room, next: () => new Promise<Site>((resolve) => waiting.push(resolve)) }
}

test('a draft that is saved is read again, and open pages are told', async () => {
  const { folder, room, next } = await opened()
  const told = new Promise<string>((resolve) => {
    get(`${room.url}events`, (response) => {
      response.setEncoding('utf8')
      response.on('data', (text: string) => text.includes('changed') && resolve(text))
    })
  })
  const changed = next()
  writeFiles(folder, { 'drafts/2.md': garden['drafts/2.md'].replace('第六条　', '第六条　附则之前新增一句。') })
  expect((await changed).index.works[0]!.drafts).toHaveLength(2)
  expect(await told).toContain('event: changed')
})

test('a draft that cannot be read for the moment is told, and comes back', async () => {
  const { folder, next } = await opened()
  const broken = next()
  writeFiles(folder, { 'drafts/2.md': '\u0000\u0000\u0001' })
  const { index } = await broken
  expect(index.problems).toHaveLength(1)
  expect(index.works[0]!.drafts.map(({ id }) => id)).toEqual(['drafts/1'])
  const mended = next()
  writeFiles(folder, { 'drafts/2.md': garden['drafts/2.md'] })
  expect((await mended).index.problems).toEqual([])
})

test('a new draft beside the others appears', async () => {
  const { folder, next } = await opened()
  const changed = next()
  writeFiles(folder, { 'drafts/3.md': garden['drafts/2.md'].replace('征求意见稿', '送审稿').replace('05-01', '07-01') })
  expect((await changed).index.works[0]!.drafts.map(({ name }) => name)).toEqual(['初稿', '征求意见稿', '送审稿'])
})

test('a text of the library that changed is read again', async () => {
  const { folder, room, next } = await opened()
  expect(room.site.index.works[0]!.drafts[1]!.toCheck).toBe(0)
  const changed = next()
  const law = 'laws/柳溪街道绿化条例(2020-06-01).md'
  writeFiles(folder, { [law]: garden[law].replace('第三条　损坏公共设施的，应当修复或者照价赔偿。\n', '') })
  expect((await changed).index.works[0]!.drafts[1]!.toCheck).toBe(1)
})
