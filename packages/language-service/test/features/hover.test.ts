import { expect, test } from 'vitest'
import { open } from '../fixture.js'
import { sea, seaWithPart } from '../regulations.js'

function hoverText(marked: string, contents = sea): string {
  const { service, uri, position } = open(marked, contents)
  const hover = service.hover(uri, position)
  return hover === undefined ? '' : (hover.contents as { value: string }).value
}

test('a reference inside the draft shows the 项 that it cites, not the whole article', () => {
  const { service, uri, position, ranges } = open(`
# 码头办法

第一条　码头管理包括：

（一）登记；

（二）检查。

第二条　依照本办法第一条第|二项检查的，应当记录。
            ^^^^^^^^^^^^^^^^^^
`)
  const hover = service.hover(uri, position)!
  expect(hover.range).toEqual(ranges[0])
  expect((hover.contents as { value: string }).value).toBe('**第一条第二项**\n\n> （二）检查。\n\n被引用 1 处：第二条')
})

test('a clause of another instrument shows its words, its version and who else cites it', () => {
  const text = hoverText(`
# 码头办法

第一条　依照《海湾渔业管理条例》第二条第|二款换发许可。

第二条　《海湾渔业管理条例》第二条规定的许可由市政府发放。
`)
  expect(text).toBe(
    '**《海湾渔业管理条例》第二条第二款** · 2021-05-08 的文本\n\n> 捕捞许可每三年换发一次。\n\n被引用 2 处：第一条、第二条'
  )
})

test('an instrument known by a register shows the topic and says that there is no text', () => {
  const text = hoverText('# 码头办法\n\n第一条　岛民依照岛章第|二条承担义务。\n')
  expect(text).toContain('**《海岛保护章程》第二条** · 2019-03-01 的版本 · 现行有效')
  expect(text).toContain('主题：岛民义务')
  expect(text).toContain('文库中只有登记信息，没有条文原文。')
})

test('a reference that leads nowhere says why', () => {
  expect(hoverText('# 码头办法\n\n第一条　依照第|九条办理。\n')).toContain('⚠ 条款不存在：本文件没有第九条')
})

test('of a list the place under the cursor is shown', () => {
  const text = hoverText('# 码头办法\n\n第一条　甲。\n\n第二条　乙。\n\n第三条　依照第一条、第|二条办理。\n')
  expect(text).toContain('**第二条**')
  expect(text).toContain('> 第二条　乙。')
})

test('a defined term shows the clause that defines it', () => {
  const text = hoverText(
    '# 码头办法\n\n第一条　市港口管理机构（以下简称港口机构）负责。\n\n第二条　港口|机构应当检查。\n'
  )
  expect(text).toContain('**港口机构** · 本文件定义的用语，使用 1 次')
  expect(text).toContain('第一条：')
})

test('the number of an article shows who cites it and what it cites', () => {
  const text = hoverText('# 码头办法\n\n第|一条　依照岛章第一条制定。\n\n第二条　依照第一条办理。\n')
  expect(text).toBe('**第一条**\n\n被引用 1 处：第二条\n\n引用：《海岛保护章程》第一条')
})

test('plain words show nothing', () => {
  expect(hoverText('# 码头办法\n\n第一条　码|头由市政府管理。\n')).toBe('')
})

test('an article that a register counts shows its words where a part of the text has them', () => {
  const hover = (article: string) => hoverText(`# 码头办法\n\n第一条　依照岛章${article}处理。\n`, seaWithPart)
  expect(hover('第|二条')).toContain('> （二）护滩。')
  expect(hover('第|三条')).toContain('文库中只有登记信息，没有条文原文。')
  expect(hover('第|四条')).toContain('没有第四条')
})
