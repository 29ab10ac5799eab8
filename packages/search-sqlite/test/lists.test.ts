import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TextClauses } from '@tiaoli/search'
import type { SqliteIndex } from '@tiaoli/search-sqlite'
import { openSqliteIndex } from '@tiaoli/search-sqlite'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { text } from '../../search/test/library.js'
import { packRows, unpackRows } from '../src/row-lists.js'
import { RowWeights } from '../src/row-weights.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tiaoli-lists-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
function open(): SqliteIndex {
  files += 1
  return openSqliteIndex(join(folder, `${files}.db`))
}

const ascending = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 2 ** 30 })), { minLength: 1 })
  .map((rows) => rows.sort((left, right) => left - right))

describe('lists of rows', () => {
  it('give back what was packed', () => {
    fc.assert(
      fc.property(ascending, (rows) => {
        const packed = packRows(rows.join(','))
        const found = new Int32Array(packed.length)
        const size = unpackRows(packed, found)
        expect([...found.subarray(0, size)]).toEqual(rows)
      })
    )
    expect(packRows(null)).toHaveLength(0)
  })

  it('weigh like listed rows, those outside of the mask or beyond the last left out', () => {
    const weights = new RowWeights()
    for (const way of ['listed', 'packed']) {
      weights.begin(9)
      const mask = Uint8Array.of(0, 1, 1, 1, 0, 1, 1, 1, 1, 1)
      for (const [rows, weight] of [
        ['1,4,5', 2],
        ['5,7', 3]
      ] as const) {
        if (way === 'listed') weights.addListed(rows, weight, mask)
        else weights.addPacked(packRows(rows), weight, 6, mask)
      }
      const all =
        way === 'listed'
          ? [[5, 5] as const, [7, 3] as const, [1, 2] as const]
          : [
              [5, 5],
              [1, 2]
            ]
      expect(weights.best(10)).toEqual(all)
      expect(weights.best(1)).toEqual([[5, 5]])
      expect(weights.best(10, 3)).toEqual(all.filter(([, sum]) => sum! >= 3))
    }
  })

  it('keep the best of many rows', () => {
    const weights = new RowWeights()
    const sums = Array.from({ length: 500 }, (_, at) => (at * 7919) % 101)
    weights.begin(500)
    for (const [at, sum] of sums.entries()) if (sum > 0) weights.addListed(String(at), sum / 3)
    const expected = [...sums.entries()]
      .filter(([, sum]) => sum > 0)
      .sort((left, right) => right[1] - left[1] || left[0] - right[0])
      .slice(0, 20)
      .map(([at]) => at)
    expect(weights.best(20).map(([row]) => row)).toEqual(expected)
  })
})

type Step = { add: number; words: number } | { remove: number } | 'optimize'

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ add: fc.nat(5), words: fc.nat(6) }) },
  { weight: 2, arbitrary: fc.record({ remove: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.constant('optimize' as const) }
)

/** A text of many short articles, whose terms are in all of them, in every third, or in one. */
function madeUp(id: number, words: number): TextClauses {
  const articles = Array.from({ length: 24 }, (_, at) => {
    const often = at % 3 === words % 3 ? '隔日浇水。' : ''
    return `第${at + 1}条　花圃由居民照看。${often}${at === words ? '门口挂牌。' : ''}`
  })
  return text(`${id}.md`, { title: `花圃照看办法${id}`, version: `20${10 + words}-01-01` }, articles.join('\n\n'))
}

describe('an index that is optimized now and then', () => {
  it('answers like one that was made at once and never optimized', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 9 }), async (steps) => {
        const index = open()
        const other = open()
        const held = new Map<number, number>()
        try {
          for (const one of steps) {
            if (one === 'optimize') index.optimize()
            else if ('remove' in one) {
              await index.remove([`${one.remove}.md`])
              held.delete(one.remove)
            } else {
              await index.add([madeUp(one.add, one.words)])
              held.set(one.add, one.words)
            }
          }
          await other.add([...held].map(([id, words]) => madeUp(id, words)))
          for (const texts of [undefined, ['1.md', '2.md'], ['0.md', '1.md', '2.md', '3.md', '4.md']])
            expect(await answers(index, texts)).toEqual(await answers(other, texts))
          expect(await index.stats()).toMatchObject({ texts: held.size, clauses: held.size * 24 })
        } finally {
          await index.close()
          await other.close()
        }
      }),
      {
        numRuns: 25,
        examples: [
          [[...[0, 1, 2, 3, 4].map((add) => ({ add, words: 0 })), 'optimize', { remove: 4 }, { add: 4, words: 1 }]],
          [[...[0, 1, 2, 3, 4].map((add) => ({ add, words: 0 })), 'optimize', { add: 1, words: 2 }, 'optimize']]
        ]
      }
    )
  })

  async function answers(index: SqliteIndex, texts: string[] | undefined): Promise<string[]> {
    const terms = [
      { term: '花圃', weight: 1 },
      { term: '浇水', weight: 3 },
      { term: '挂牌', weight: 9 },
      { term: '门', weight: 2 }
    ]
    const found = await Promise.all(
      [{}, { phrases: ['隔日浇水'] }].map((asked) =>
        index.candidates({ terms, limit: 1000, ...asked, ...(texts !== undefined && { texts }) })
      )
    )
    return found
      .flatMap((candidates, at) =>
        candidates.map(({ document, score }) => `${at} ${score} ${document.text} ${document.address} ${document.body}`)
      )
      .sort()
  }

  it('has lists of what is frequent', async () => {
    const index = open()
    const reader = openSqliteIndex(join(folder, `${files}.db`))
    try {
      await index.add([madeUp(1, 0), madeUp(2, 0)])
      const before = reader.revision
      expect(await reader.candidates({ terms: [{ term: '花圃', weight: 1 }], limit: 100 })).toHaveLength(48)
      index.optimize()
      await index.remove(['1.md'])
      // What another process changed is noticed, and what it removed takes no place in the answer.
      expect(await reader.candidates({ terms: [{ term: '花圃', weight: 1 }], limit: 24 })).toHaveLength(24)
      expect(reader.revision).toBeGreaterThan(before)
      expect(await index.frequencies(['花圃', '挂牌', '没有'])).toEqual([48, 1, 0])
    } finally {
      await index.close()
      await reader.close()
    }
  })
})
