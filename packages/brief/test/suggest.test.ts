import { createSuggester } from '@tiaoli/brief'
import { createLibrary, linkDocument } from '@tiaoli/library'
import { parseRegulation } from 'remark-regast'
import { describe, expect, it } from 'vitest'
import { fullDraft, garden } from './garden.js'

const { tree } = parseRegulation(fullDraft.replace(/<!--[\s\S]*?-->\n\n/g, ''))
const linked = linkDocument(tree, { library: createLibrary([]) })

describe('a suggestion', () => {
  it('finds the requirement of an article, and says why', () => {
    const [first] = createSuggester(garden(), tree).requirementsFor('art_3')
    expect(first).toMatchObject({ requirement: 'B-2.1', address: 'art_3', label: '第三条' })
    expect(first!.reason).toMatch(/“居民委员会”.*任务书要求写在“养护和公开”一章/)
  })

  it('finds the article of a requirement', () => {
    const suggester = createSuggester(garden(), tree)
    expect(suggester.articlesFor('B-2.1')[0]).toMatchObject({ address: 'art_3' })
    expect(suggester.articlesFor('B-1.2.1')[0]).toMatchObject({ address: 'art_2' })
  })

  it('takes a citation that the requirement asks for as a reason', () => {
    const plain = createSuggester(garden(), tree).articlesFor('B-1.1')[0]!
    const [withLinks] = createSuggester(garden(), tree, { linked }).articlesFor('B-1.1')
    expect(withLinks!.reason).toContain('条文引用了要求衔接的《某省园林条例》第六条')
    expect(withLinks!.score).toBeGreaterThan(plain.score)
  })

  it('offers nothing for what must not be in a draft, for a whole chapter, or for what is not there', () => {
    const suggester = createSuggester(garden(), tree)
    expect(suggester.articlesFor('B-1.3')).toEqual([])
    expect(suggester.articlesFor('B-1')).toEqual([])
    expect(suggester.requirementsFor('art_99')).toEqual([])
    const offered = ['art_1', 'art_2', 'art_3']
      .flatMap((address) => suggester.requirementsFor(address, 10))
      .map(({ requirement }) => requirement)
    expect(offered).not.toContain('B-1.3')
    expect(offered).not.toContain('B-1')
  })

  it('always has a reason', () => {
    const suggester = createSuggester(garden(), tree)
    const found = ['art_1', 'art_2', 'art_3', 'art_4', 'art_5'].flatMap((address) =>
      suggester.requirementsFor(address, 10)
    )
    expect(found.length).toBeGreaterThan(5)
    expect(found.filter(({ reason }) => !/“|引用/.test(reason))).toEqual([])
  })

  it('keeps to the number asked for, the best first', () => {
    const found = createSuggester(garden(), tree).requirementsFor('art_3', 2)
    expect(found).toHaveLength(2)
    expect(found[0]!.score).toBeGreaterThanOrEqual(found[1]!.score)
  })
})
