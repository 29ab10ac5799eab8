import { expect, test } from 'vitest'
import { open, show } from '../fixture.js'
import { sea } from '../regulations.js'

const sibling = {
  'file:///drafts/sibling.md': '# 港区细则\n\n第一条　依照《码头办法》第二条第一款和岛章第一条办理。\n'
}

function places(marked: string, declaration = false): string[] {
  const { service, uri, position, workspace } = open(marked, { ...sea, drafts: sibling })
  return show(service.references(uri, position, declaration), workspace)
}

test('a clause is cited from its own draft, by ranges around it, and from other drafts', () => {
  expect(
    places('# 码头办法\n\n第一条　甲。\n\n第|二条　乙。\n\n第三条　丙依照第二条、第一条至第三条办理。\n', true)
  ).toEqual(['draft.md:5 第二条', 'draft.md:7 第二条、第一条至第三条', 'sibling.md:3 《码头办法》第二条第一款'])
})

test('whoever else cites a clause of another instrument', () => {
  expect(places('# 码头办法\n\n第一条　岛民依照岛章第|一条办理。\n')).toEqual([
    'draft.md:3 岛章第一条',
    'sibling.md:3 岛章第一条'
  ])
})

test('a term is found where it is used, and where it is defined if that is asked', () => {
  const marked =
    '# 码头办法\n\n第一条　市港口管理机构（以下简称港口机构）负责。\n\n第二条　港口|机构应当检查港口机构的船。\n'
  expect(places(marked)).toEqual(['draft.md:5 港口机构', 'draft.md:5 港口机构'])
  expect(places(marked, true)).toHaveLength(3)
})

test('the title is found where other drafts name it', () => {
  expect(places('# 码头|办法\n\n第一条　甲。\n\n第二条　乙。\n')).toEqual(['sibling.md:3 《码头办法》第二条第一款'])
})

test('highlights are the places in this draft alone', () => {
  const { service, uri, position, text } = open('# 码头办法\n\n第|一条　甲。\n\n第二条　依照第一条办理。\n', {
    drafts: sibling
  })
  const lines = service.documentHighlights(uri, position).map(({ range }) => text.split('\n')[range.start.line])
  expect(lines).toEqual(['第一条　甲。', '第二条　依照第一条办理。'])
})
