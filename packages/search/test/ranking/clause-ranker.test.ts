import { createClauseRanker, createSynonyms } from '@tiaoli/search'
import { describe, expect, it } from 'vitest'
import { library } from '../library.js'

const clauses = library().flatMap((text) => text.clauses)
const places = (text: string, ranker = createClauseRanker(clauses)) =>
  ranker.counterparts(text).map(({ document }) => `${document.text} ${document.address}`)

describe('a ranker of clauses at hand', () => {
  it('puts the clause first that speaks of the same', () => {
    expect(places('党费怎么收缴')[0]).toBe('组织.md art_3')
    expect(places('花园的账目每季度公开一次')[0]).toBe('花园.md art_3')
  })

  it('knows what everyday words stand for, and takes other synonyms instead', () => {
    expect(places('遛狗')).toContain('花园.md art_4')
    expect(places('遛狗', createClauseRanker(clauses, { synonyms: createSynonyms([]) }))).toEqual([])
  })

  it('says which words both have', () => {
    const [best] = createClauseRanker(clauses).counterparts('公开账目')
    expect(best!.shared).toContain('账目')
    expect(best!.score).toBeGreaterThan(0)
  })

  it('leaves out what has nothing in common', () => {
    expect(places('火箭')).toEqual([])
    expect(places('')).toEqual([])
  })
})
