import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSearcher } from '@tiaoli/search'
import { openSqliteIndex, refreshIndex } from '@tiaoli/search-sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { describeIndex } from '../../search/test/index-contract.js'
import { library } from '../../search/test/library.js'

const folders: string[] = []
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function indexFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-sqlite-'))
  folders.push(folder)
  return join(folder, 'index.db')
}

describeIndex('SQLite', async () => openSqliteIndex(indexFile()))

describeIndex('SQLite opened a second time', async () => {
  const file = indexFile()
  await openSqliteIndex(file).close()
  return openSqliteIndex(file)
})

describe('an index file', () => {
  it('keeps what was added', async () => {
    const file = indexFile()
    const first = openSqliteIndex(file)
    await first.add(library())
    first.stampAll([['花园.md', '7']])
    first.optimize()
    await first.close()
    const second = openSqliteIndex(file)
    onTestFinished(() => second.close())
    expect((await createSearcher(second).search('党费')).hits[0]).toMatchObject({ text: '组织.md', address: 'art_3' })
    expect(second.stamps()).toEqual(new Map([['花园.md', '7']]))
    expect((await second.stats()).bytes).toBeGreaterThan(10_000)
  })

  it.each([
    ['no database', (file: string) => writeFileSync(file, '这不是数据库，只是一段文字。'.repeat(200))],
    [
      'damaged',
      (file: string) => {
        const bytes = readFileSync(file)
        bytes.fill(0x5a, 0, 4096)
        writeFileSync(file, bytes)
      }
    ],
    [
      'of another version',
      (file: string) => {
        const bytes = readFileSync(file)
        // Where SQLite keeps user_version.
        bytes.writeUInt32BE(bytes.readUInt32BE(60) - 1, 60)
        writeFileSync(file, bytes)
      }
    ]
  ])('that is %s is made anew', async (_, damage) => {
    const file = indexFile()
    const first = openSqliteIndex(file)
    await first.add(library())
    first.optimize()
    await first.close()
    damage(file)
    const second = openSqliteIndex(file)
    onTestFinished(() => second.close())
    expect(await second.stats()).toMatchObject({ texts: 0 })
    await second.add(library())
    expect(await second.stats()).toMatchObject({ texts: 4, clauses: 16 })
  })

  it('can be read while another process writes to it', async () => {
    const file = indexFile()
    const writer = openSqliteIndex(file)
    const reader = openSqliteIndex(file)
    onTestFinished(async () => {
      await writer.close()
      await reader.close()
    })
    await writer.add(library())
    expect(await reader.stats()).toMatchObject({ texts: 4 })
  })
})

describe('refreshIndex', () => {
  it('reads what is new or changed and removes what is gone', async () => {
    const index = openSqliteIndex(indexFile())
    onTestFinished(() => index.close())
    const read: string[] = []
    const sources = (stamps: Record<string, string>) =>
      Object.entries(stamps).map(([id, stamp]) => ({
        id,
        stamp,
        read: async () => {
          read.push(id)
          return stamp === 'broken' ? undefined : library().find(({ text }) => text.id === id)
        }
      }))
    expect(await refreshIndex(index, sources({ '花园.md': '1', '年假.md': '1' }))).toEqual({ read: 2, removed: 0 })
    expect(await refreshIndex(index, sources({ '花园.md': '1', '年假.md': '2', '组织.md': '' }))).toEqual({
      read: 2,
      removed: 0
    })
    expect(read).toEqual(['花园.md', '年假.md', '年假.md', '组织.md'])
    // An empty stamp is never trusted.
    await refreshIndex(index, sources({ '组织.md': '' }))
    expect(read.at(-1)).toBe('组织.md')
    expect((await index.texts()).map(({ id }) => id)).toEqual(['组织.md'])
    await refreshIndex(index, sources({ '组织.md': 'broken' }))
    expect(await index.texts()).toEqual([])
  })

  it('makes lists anew once small changes have added many clauses', async () => {
    const index = openSqliteIndex(indexFile())
    onTestFinished(() => index.close())
    const [one] = library()
    const clauses = Array.from({ length: 200 }, (_, at) => ({ ...one!.clauses[0]!, address: `art_${at + 1}` }))
    const sources = (count: number) =>
      Array.from({ length: count }, (_, at) => ({
        id: `${at}.md`,
        stamp: '1',
        read: async () => ({
          text: { ...one!.text, id: `${at}.md` },
          clauses: clauses.map((clause) => ({ ...clause, text: `${at}.md` }))
        })
      }))
    const unlisted: number[] = []
    for (const count of [40, 42, 43, 44, 45, 45]) {
      await refreshIndex(index, sources(count))
      unlisted.push(index.unlisted())
    }
    // Forty texts at once are worth it by themselves; then more than a tenth of all clauses have to come.
    expect(unlisted).toEqual([0, 400, 600, 800, 0, 0])
  })
})
