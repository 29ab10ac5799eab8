import { expect, test } from 'vitest'
import { open } from '../fixture.js'
import { sea } from '../regulations.js'

const draft = `# 码头办法

第一条　依照岛章第二条制定。

第|二条　依照第一条和《海湾渔业管理条例》第三条第二项办理。

第三条　依照第二条、第二条第一款办理。
`

test('who cites an article, and what it cites, upward through the texts of the library', () => {
  const { service, uri, position } = open(draft, sea)
  const [item] = service.prepareCallHierarchy(uri, position)
  expect(`${item!.name} ${item!.detail}`).toBe('第二条 《码头办法》依照第一条和《海湾渔业管理条例》第三条第二项办…')
  const incoming = service.incomingCalls(item!)
  expect(incoming.map(({ from, fromRanges }) => `${from.name} ${fromRanges.length}`)).toEqual(['第三条 1'])
  const outgoing = service.outgoingCalls(item!)
  expect(outgoing.map(({ to }) => `${to.detail!.slice(0, 6)} ${to.name}`)).toEqual([
    '《码头办法》 第一条',
    '《海湾渔业管 第三条第二项'
  ])
  expect(service.outgoingCalls(outgoing[0]!.to).map(({ to }) => to.name)).toEqual(['第二条'])
  const above = service.outgoingCalls(outgoing[1]!.to)
  expect(above.map(({ to }) => `${to.name} ${to.uri}`)).toEqual(['第二条第二款 file:///library/fishing.md'])
})

test('clauses are found as by the search, by words, by other words for them, and by number', async () => {
  const { service, uri, workspace } = open(draft, sea)
  const names = async (query: string) => (await service.workspaceSymbols(query)).map(({ name }) => name)
  expect(await names('岛章')).toEqual(['第一条 依照岛章第二条制定。'])
  expect((await names('3'))[0]).toBe('第三条 依照第二条、第二条第一款办理。')
  expect((await names('第三条'))[0]).toBe('第三条 依照第二条、第二条第一款办理。')
  expect((await names('码头'))[0]).toBe('码头办法')
  expect(await names('')).toEqual([])
  expect(await names('火箭')).toEqual([])
  const end = { line: 6, character: 19 }
  workspace.change(uri, [{ range: { start: end, end }, text: '火箭不得停靠。' }])
  expect(await names('火箭')).toEqual(['第三条 依照第二条、第二条第一款办理。火箭不得停靠。'])
})

test('the panel beside a draft lists what the article cites and who cites it', () => {
  const { service, uri, position } = open(draft, sea)
  const related = service.relatedClauses(uri, position)!
  expect(related.label).toBe('第二条')
  expect(related.cites.map(({ label, status, lines }) => `${label} ${status} ${lines[0]}`)).toEqual([
    '第一条 已对应 第一条　依照岛章第二条制定。',
    '《海湾渔业管理条例》第三条第二项 已对应 （二）依照第二条第二款应当换发而没有换发的。'
  ])
  expect(related.citedBy.map(({ label, written }) => `${label} ${written}`)).toEqual(['第三条 第二条、第二条第一款'])
})

test('formatting brings a draft into the canonical form', () => {
  const opened = open('# 码头办法\n第一条 甲。\n第二条 乙。\n')
  const edits = opened.service.formatting(opened.uri)
  expect(edits.length).toBe(1)
  opened.workspace.change(
    opened.uri,
    edits.map(({ range, newText }) => ({ range, text: newText }))
  )
  expect(opened.service.formatting(opened.uri)).toEqual([])
})

test('an older draft is set beside this one on a page', () => {
  const { service, uri } = open(draft, {
    drafts: { 'file:///drafts/old.md': draft.replace('|', '').replace('制定', '订立') }
  })
  const page = service.comparisonPage(uri, 'file:///drafts/old.md')!
  expect(page).toContain('新旧条文对照表')
  expect(page).toContain('订立')
  expect(service.comparisonPage(uri, 'file:///nowhere.md')).toBeUndefined()
})
