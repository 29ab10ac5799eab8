import { expect, test } from 'vitest'
import { draftUri, open, show } from '../fixture.js'
import { fishingUri, sea, seaWithPart } from '../regulations.js'

function places(marked: string, drafts: Record<string, string> = {}): string[] {
  const { service, uri, position, workspace } = open(marked, { ...sea, drafts })
  const links = service.definition(uri, position)
  return show(
    links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange })),
    workspace
  )
}

test('a reference inside the draft leads to the number of the clause', () => {
  const { service, uri, position, ranges } = open(`
# 码头办法

第一条　码头管理包括：

（一）登记；
^^^^^^
（二）检查。

第二条　依照第一条第一|项登记。
            ^^^^^^^^^^^^
`)
  expect(service.definition(uri, position)).toEqual([
    {
      targetUri: draftUri,
      targetRange: expect.anything(),
      targetSelectionRange: ranges[0],
      originSelectionRange: ranges[1]
    }
  ])
})

test('a clause of another instrument leads into its text', () => {
  expect(places('# 码头办法\n\n第一条　依照《海湾渔业管理条例》第三条第|二项处理。\n')).toEqual([
    'fishing.md:15 （二）'
  ])
})

test('the title of another instrument leads to its text', () => {
  const { service, uri, position } = open('# 码头办法\n\n第一条　适用《海湾渔业|管理条例》。\n', sea)
  expect(service.definition(uri, position)[0]?.targetUri).toBe(fishingUri)
})

test('an instrument known by a register leads to the line that records the article', () => {
  expect(places('# 码头办法\n\n第一条　依照岛章第|二条承担义务。\n')).toEqual([
    'islands.yaml:10 - { article: 2, topic: 岛民义务, paragraphs: [0, 2] }'
  ])
})

test('an article of which a part of the text is at hand leads there, the others to the register', () => {
  const lead = (article: string) => {
    const { service, uri, position, workspace } = open(`# 码头办法\n\n第一条　依照岛章${article}处理。\n`, seaWithPart)
    const links = service.definition(uri, position)
    return show(
      links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange })),
      workspace
    )
  }
  expect(lead('第二条第|二项')).toEqual(['islands-part.md:9 （二）'])
  expect(lead('第|三条')).toEqual(['islands.yaml:11 - { article: 3, topic: 生效, paragraphs: [0] }'])
})

test('the title of another draft of the workspace leads there', () => {
  const sibling = '# 港区细则\n\n第一条　甲。\n\n第二条　乙。\n'
  expect(
    places('# 码头办法\n\n第一条　依照《港区细则》第|二条办理。\n', { 'file:///drafts/sibling.md': sibling })
  ).toEqual(['sibling.md:5 第二条'])
})

test('a used term leads to its definition', () => {
  expect(
    places('# 码头办法\n\n第一条　市港口管理机构（以下简称港口机构）负责。\n\n第二条　港口|机构应当检查。\n')
  ).toEqual(['draft.md:3 港口机构'])
})

test('a reference that leads nowhere has no definition', () => {
  expect(places('# 码头办法\n\n第一条　依照第|九条办理。\n')).toEqual([])
})
