import type { ClauseIndex } from '@tiaoli/search'
import { createSearcher, grams } from '@tiaoli/search'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { library, text } from './library.js'

/** What every engine has to do; `open` gives an empty index. */
export function describeIndex(name: string, open: () => Promise<ClauseIndex>): void {
  describe(`${name} as a clause index`, () => {
    let index: ClauseIndex
    beforeAll(async () => {
      index = await open()
      await index.add(library())
    })
    afterAll(() => index.close())

    const found = async (words: string, options: { texts?: string[]; phrases?: string[]; limit?: number } = {}) => {
      const terms = grams(words).map((term) => ({ term, weight: 1 }))
      const candidates = await index.candidates({ terms, limit: 20, ...options })
      return candidates.map(({ document }) => `${document.text} ${document.address}`)
    }

    it('knows its texts and how large it is', async () => {
      const texts = await index.texts()
      expect(texts.map(({ id, clauses }) => [id, clauses]).sort()).toEqual([
        ['年假.md', 3],
        ['组织.md', 4],
        ['花园.md', 6],
        ['花园旧.md', 3]
      ])
      expect(texts.find(({ id }) => id === '组织.md')).toMatchObject({
        title: '中国共产党村级组织活动规则',
        version: '2020-08-10',
        kind: '规则',
        shortNames: ['村规则']
      })
      expect(await index.stats()).toMatchObject({ texts: 4, clauses: 16 })
    })

    it('counts the clauses of a term', async () => {
      expect(await index.frequencies(['党费', '账目', '没有', '"'])).toEqual([1, 3, 0, 0])
    })

    it('proposes clauses with any of the terms, those with most of them first', async () => {
      expect((await found('组织生活会'))[0]).toBe('组织.md art_1')
      expect(await found('党费')).toEqual(['组织.md art_3'])
      expect(await found('火箭')).toEqual([])
      expect(await index.candidates({ terms: [], limit: 5 })).toEqual([])
    })

    it('weighs terms', async () => {
      const weighted = async (fees: number, fireworks: number) =>
        (
          await index.candidates({
            terms: [
              { term: '党费', weight: fees },
              { term: '烟花', weight: fireworks }
            ],
            limit: 2
          })
        ).map(({ document }) => document.text)
      expect(await weighted(9, 1)).toEqual(['组织.md', '花园.md'])
      expect(await weighted(1, 9)).toEqual(['花园.md', '组织.md'])
    })

    it('finds terms of titles and headings', async () => {
      expect(await found('法律责任')).toContain('花园.md art_6')
      expect((await found('村级组织')).length).toBe(4)
    })

    it('keeps to texts and to the limit', async () => {
      expect((await found('账目', { texts: ['花园旧.md'] })).sort(byCode)).toEqual([
        '花园旧.md art_2',
        '花园旧.md art_3'
      ])
      expect(await found('账目', { texts: ['年假.md'] })).toEqual([])
      expect(await found('账目', { texts: [] })).toEqual([])
      expect(await found('账目', { limit: 1 })).toHaveLength(1)
      expect(await found('账目', { texts: ['花园.md', '花园旧.md', '年假.md', '组织.md'] })).toHaveLength(3)
    })

    it('wants every term of a phrase', async () => {
      expect((await found('', { phrases: ['公开账目'] })).sort(byCode)).toEqual(['花园.md art_3', '花园旧.md art_3'])
      expect(await found('季度', { phrases: ['公开账目'] })).toContain('花园.md art_3')
      expect(await found('', { phrases: ['没有的话'] })).toEqual([])
    })

    it('looks a single character up at the beginning of terms', async () => {
      expect(await index.candidates({ terms: [{ term: '犬', weight: 1 }], limit: 5 })).toMatchObject([
        { document: { text: '花园.md', address: 'art_4' } }
      ])
    })

    it('gives articles by number, and all of a text in order', async () => {
      const numbers = async (number?: { value: number; insert?: number }) =>
        (await index.articles(['组织.md'], number)).map(({ label }) => label)
      expect(await numbers()).toEqual(['第一条', '第二条', '第二条之一', '第三条'])
      expect(await numbers({ value: 2 })).toEqual(['第二条'])
      expect(await numbers({ value: 2, insert: 1 })).toEqual(['第二条之一'])
      expect(await index.articles(['没有.md'])).toEqual([])
    })

    it('keeps a clause as it was, its lines included', async () => {
      const [original] = library().flatMap(({ clauses }) => clauses.filter(({ address }) => address === 'art_4'))
      const [kept] = await index.articles(['花园.md'], { value: 4 })
      expect({ ...plain(kept!) }).toEqual(plain(original!))
      expect(kept!.lines.map(({ address }) => address)).toEqual([
        'art_4__para_1',
        'art_4__para_1__point_1',
        'art_4__para_1__point_2',
        'art_4__para_1__point_3'
      ])
    })

    it('takes whatever is asked as words', async () => {
      for (const term of ['"', '*', 'OR', '(', "'; DROP TABLE texts; --", '\ud83c', '\u0000a', '^', '~1', '-x']) {
        await expect(index.candidates({ terms: [{ term, weight: 1 }], limit: 3 })).resolves.toEqual([])
      }
      expect(await index.stats()).toMatchObject({ texts: 4 })
    })

    it('answers a searcher', async () => {
      const searcher = createSearcher(index)
      const first = async (query: string) => {
        const [hit] = (await searcher.search(query)).hits
        return hit && `${hit.instrument} ${hit.number}`
      }
      expect(await first('社区花园管理办法第五条')).toBe('临江市社区花园管理办法 第五条')
      expect(await first('遛狗不捡粪便')).toBe('临江市社区花园管理办法 第四条')
      expect(await first('拖欠年休假工资')).toBe('远山省职工年休假条例 第三条')
    })
  })

  describe(`${name} when texts change`, () => {
    it('replaces, removes and adds', async () => {
      const index = await open()
      try {
        await index.add(library())
        const before = index.revision
        await index.add([
          text(
            '花园.md',
            { title: '临江市社区花园管理办法', version: '2024-01-01' },
            '# 临江市社区花园管理办法\n\n第一条　花园归居民共有。\n'
          )
        ])
        expect(index.revision).toBeGreaterThan(before)
        expect(await index.stats()).toMatchObject({ texts: 4, clauses: 11 })
        expect(await index.candidates({ terms: [{ term: '烟花', weight: 1 }], limit: 5 })).toEqual([])
        expect(await index.articles(['花园.md'])).toMatchObject([{ body: '花园归居民共有。' }])
        await index.remove(['花园.md', '没有.md'])
        expect(await index.stats()).toMatchObject({ texts: 3, clauses: 10 })
        expect(await index.candidates({ terms: [{ term: '共有', weight: 1 }], limit: 5 })).toEqual([])
        await index.add(library().slice(0, 1))
        expect(await index.candidates({ terms: [{ term: '烟花', weight: 1 }], limit: 5 })).toHaveLength(1)
      } finally {
        await index.close()
      }
    })

    it('reads texts as they come', async () => {
      const index = await open()
      try {
        async function* later() {
          for (const one of library()) yield one
        }
        await index.add(later())
        expect(await index.stats()).toMatchObject({ texts: 4, clauses: 16 })
        const searcher = createSearcher(index)
        expect((await searcher.search('党费')).hits).toHaveLength(1)
        await index.remove(['组织.md'])
        expect((await searcher.search('党费')).hits).toEqual([])
      } finally {
        await index.close()
      }
    })

    it('is empty at first', async () => {
      const index = await open()
      try {
        expect(await index.texts()).toEqual([])
        expect(await index.stats()).toMatchObject({ texts: 0, clauses: 0 })
        expect((await createSearcher(index).search('党费 第三条')).hits).toEqual([])
      } finally {
        await index.close()
      }
    })
  })
}

function plain({
  text,
  address,
  label,
  number,
  headings,
  body,
  lines,
  terms,
  line
}: Awaited<ReturnType<ClauseIndex['articles']>>[number]) {
  return { text, address, label, number, headings, body, lines, terms, line }
}

function byCode(left: string, right: string): number {
  return left < right ? -1 : 1
}
