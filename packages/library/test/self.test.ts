import { createLibrary, linkDocument } from '@tiaoli/library'
import { parseRegulation } from 'remark-regast'
import { describe, expect, it } from 'vitest'

function selfReferences(title: string, body: string) {
  const { tree } = parseRegulation(`# ${title}\n\n第一条　测试。\n\n第二条　${body}\n`)
  return linkDocument(tree, { library: createLibrary([]) }).references.map(({ text, targets }) => [
    text,
    targets[0]!.status
  ])
}

describe('a name that a document gives itself', () => {
  it('is doubtful where it is of another kind than the title', () => {
    expect(selfReferences('某市花园条例', '违反本法第一条的，责令改正。')).toEqual([['本法第一条', 'ambiguous']])
    expect(selfReferences('某市花园条例', '依照本章程第一条办理。')).toEqual([['本章程第一条', 'ambiguous']])
    expect(selfReferences('某市花园办法', '适用本法。')).toEqual([['本法', 'ambiguous']])
  })

  it('is certain where it agrees, in short or in full', () => {
    expect(selfReferences('某市花园条例', '违反本条例第一条的，责令改正。')).toEqual([['本条例第一条', 'resolved']])
    expect(selfReferences('某市花园条例（试行）', '违反本条例第一条的，责令改正。')).toEqual([
      ['本条例第一条', 'resolved']
    ])
    expect(selfReferences('某市花园管理实施细则', '违反本实施细则第一条的，责令改正。')).toEqual([
      ['本实施细则第一条', 'resolved']
    ])
    expect(selfReferences('某国花园法典', '违反本法第一条的，责令改正。')).toEqual([['本法第一条', 'resolved']])
  })
})
