import { linkageReport } from '@tiaoli/brief'
import { createLibrary, linkDocument } from '@tiaoli/library'
import { parseRegulation } from 'remark-regast'
import { describe, expect, it } from 'vitest'
import { garden } from './garden.js'

function linkages(articles: string) {
  const { tree } = parseRegulation(`# 某市社区花园管理办法\n\n${articles}`)
  return linkageReport(garden(), tree, linkDocument(tree, { library: createLibrary([]) }))
}

describe('linkage with the instruments that a brief names', () => {
  it('lists every one, with the requirements that name it', () => {
    expect(
      linkages('第一条　甲。\n').map(({ title, requirements, basisOf, expected, places }) => ({
        title,
        requirements,
        basisOf,
        expected,
        places
      }))
    ).toEqual([
      { title: '某省园林条例', requirements: ['B-1.1'], basisOf: [], expected: ['refines'], places: [] },
      { title: '某市村务公开办法', requirements: ['B-2.1'], basisOf: [], expected: ['leaves'], places: [] },
      { title: '某市绿地规定', requirements: [], basisOf: ['B-2'], expected: [], places: [] }
    ])
  })

  it.each([
    ['根据《某省园林条例》，制定本办法。', 'takes-over'],
    ['花园应当符合《某省园林条例》第三条规定的条件。', 'takes-over'],
    ['树木的砍伐依照《某省园林条例》的规定办理。', 'leaves'],
    ['砍伐树木的审批，适用《某省园林条例》的规定。', 'leaves'],
    ['花园遵守《某省园林条例》第三条的规定，并符合下列要求：\n\n（一）开放；\n\n（二）有标识。', 'refines'],
    ['《某省园林条例》已经公布。', undefined]
  ])('%s → %s', (text, relation) => {
    const [place] = linkages(`第一条　${text}\n`)[0]!.places
    expect(place).toMatchObject({ address: 'art_1__para_1', label: '第一条' })
    expect(place!.relation).toBe(relation)
    expect(place!.cue === undefined).toBe(relation === undefined)
  })

  it('looks at each of two citations in one clause', () => {
    const { places } = linkages('第一条　根据《某省园林条例》制定本办法；砍伐依照《某省园林条例》的规定办理。\n')[0]!
    expect(places.map(({ relation }) => relation)).toEqual(['takes-over', 'leaves'])
  })
})
