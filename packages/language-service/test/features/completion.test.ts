import { parseBrief } from '@tiaoli/brief'
import { expect, test } from 'vitest'
import { edited, open } from '../fixture.js'
import { sea } from '../regulations.js'

function offered(marked: string, drafts: Record<string, string> = {}): string[] {
  const { service, uri, position } = open(marked, { ...sea, drafts })
  return service.completion(uri, position).items.map(({ label }) => label)
}

/** The draft after the offer with that label was taken. */
function taken(marked: string, label: string): string {
  const { service, uri, position, text } = open(marked, sea)
  const chosen = service.completion(uri, position).items.find((item) => item.label === label)
  const edit = chosen?.textEdit
  if (edit === undefined || !('range' in edit)) throw new Error(`${label} is not offered`)
  return edited(text, [edit])
}

test('titles of the library and of other drafts after 《', () => {
  const drafts = { 'file:///drafts/sibling.md': '# 港区细则\n\n第一条　甲。\n' }
  expect(offered('# 码头办法\n\n第一条　适用《|\n', drafts)).toEqual([
    '港区细则',
    '海湾渔业管理条例',
    '海岛保护章程',
    '海岛旧章'
  ])
  expect(offered('# 码头办法\n\n第一条　适用《渔业|\n')).toEqual(['海湾渔业管理条例'])
})

test('a title is closed once', () => {
  expect(taken('# 码头办法\n\n第一条　适用《渔业|》第一条。\n', '海湾渔业管理条例')).toContain(
    '适用《海湾渔业管理条例》第一条。'
  )
  expect(taken('# 码头办法\n\n第一条　适用《渔业|\n', '海湾渔业管理条例')).toContain('适用《海湾渔业管理条例》\n')
})

test('articles of the draft after 第, the neighbours first, then 款 and 项 of the own article', () => {
  const draft = '# 码头办法\n\n第一条　甲。\n\n第二条　乙。\n\n依照第|办理。\n\n第三条　丙。\n'
  expect(offered(draft)).toEqual(['第二条', '第一条', '第三条', '第一款', '第二款'])
  expect(taken(draft, '第三条')).toContain('依照第三条办理。')
})

test('articles of the instrument that is named before, with their topics', () => {
  const { service, uri, position } = open('# 码头办法\n\n第一条　依照岛章第|\n', sea)
  const items = service.completion(uri, position).items
  expect(items.map(({ label, labelDetails }) => `${label} ${labelDetails?.description}`)).toEqual([
    '第一条 立章目的',
    '第二条 岛民义务',
    '第三条 生效'
  ])
  expect(offered('# 码头办法\n\n第一条　依照《海湾渔业管理条例》第三|\n')).toEqual(['第三条'])
})

test('前款 and its kin as far as there is something before', () => {
  expect(offered('# 码头办法\n\n第一条　包括：\n\n（一）甲；\n\n（二）乙。\n\n违反前|\n')).toEqual([
    '前款',
    '前款规定',
    '前款第一项',
    '前款第二项'
  ])
  expect(offered('# 码头办法\n\n第一条　甲。\n\n第二条　依照前|\n')).toEqual(['前条'])
})

test('本 offers the kind of instrument that the draft is', () => {
  expect(offered('# 码头管理办法（草案）\n\n第一条　为了本|\n')[0]).toBe('本办法')
})

test('a defined term from its first character on', () => {
  const draft = '# 码头办法\n\n第一条　市港口管理机构（以下简称港口机构）负责。\n\n第二条　由港|\n'
  expect(offered(draft)).toEqual(['港口机构'])
  expect(taken(draft, '港口机构')).toContain('第二条　由港口机构\n')
})

test('requirements of the brief in a tracing comment', () => {
  const { service, uri, position, workspace } = open('# 码头办法\n\n<!-- 落实: B-1|\n\n第一条　甲。\n')
  const { value: brief } = parseBrief(
    '# 码头办法任务书\n\n- 法规名称：码头办法\n- 编号前缀：B\n\n## B-1 目的\n\n写明目的。\n\n- 强度：必备\n- 类别：内容\n- 来源：研究报告\n'
  )
  workspace.setBrief({ uri: 'file:///brief.md', brief: brief! })
  const items = service.completion(uri, position).items
  expect(items.map(({ label, labelDetails }) => `${label} ${labelDetails?.description}`)).toEqual(['B-1 目的'])
})
