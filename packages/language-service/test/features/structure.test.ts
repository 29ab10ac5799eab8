import { formatNumeral } from 'regast'
import { expect, test } from 'vitest'
import type { DocumentSymbol, SelectionRange } from 'vscode-languageserver-types'
import { open, wordsAt } from '../fixture.js'

const draft = `---
stage: 初稿
---

# 码头办法

## 第一章　总则

第一条　码头由市政府管理。

第二条　管理包括：

（一）登记；

（二）检查。

## 第二章　附则

第三条　本办法自公布之日起施行；登记自下月起办理。
`

test('the outline is the tree of 章, 条 and 项', () => {
  const { service, uri } = open(draft)
  const show = (symbols: readonly DocumentSymbol[], indent = ''): string[] =>
    symbols.flatMap(({ name, detail, children = [] }) => [
      `${indent}${name}${detail ? ` · ${detail}` : ''}`,
      ...show(children, `${indent}  `)
    ])
  expect(show(service.documentSymbols(uri))).toEqual([
    '码头办法',
    '第一章 总则',
    '  第一条 · 码头由市政府管理。',
    '  第二条 · 管理包括：',
    '    （一） · 登记；',
    '    （二） · 检查。',
    '第二章 附则',
    '  第三条 · 本办法自公布之日起施行；登记自下月起办理。'
  ])
})

test('a long outline ends with the 条', () => {
  const article = (count: number) => `第${formatNumeral(count)}条　管理包括：\n\n（一）登记；\n\n（二）检查。\n`
  const drafted = (count: number) =>
    `# 码头办法\n\n${Array.from({ length: count }, (_, at) => article(at + 1)).join('\n')}`
  const { service, workspace, uri } = open(drafted(333))
  const items = () => service.documentSymbols(uri).flatMap(({ children = [] }) => children).length
  expect(items()).toBe(666)
  workspace.set(uri, drafted(334))
  expect(items()).toBe(0)
  expect(service.documentSymbols(uri)).toHaveLength(335)
  workspace.set(uri, drafted(333))
  expect(items()).toBe(666)
})

test('every symbol holds its selection and its children', () => {
  const { service, uri } = open(draft)
  const lines = (symbol: DocumentSymbol): void => {
    expect(symbol.range.start.line).toBeLessThanOrEqual(symbol.selectionRange.start.line)
    for (const child of symbol.children ?? []) {
      expect(child.range.end.line).toBeLessThanOrEqual(symbol.range.end.line)
      lines(child)
    }
  }
  const symbols = service.documentSymbols(uri)
  expect(symbols).toHaveLength(3)
  symbols.forEach(lines)
})

test('chapters, articles of several lines and front matter fold', () => {
  const { service, uri, text } = open(draft)
  const lines = text.split('\n')
  expect(service.foldingRanges(uri).map(({ startLine, endLine }) => `${lines[startLine]} … ${lines[endLine]}`)).toEqual(
    [
      '--- … ---',
      '## 第一章　总则 … （二）检查。',
      '第二条　管理包括： … （二）检查。',
      '## 第二章　附则 … 第三条　本办法自公布之日起施行；登记自下月起办理。'
    ]
  )
})

test('a selection grows from the sentence to the 款, the article, the chapter and the draft', () => {
  const { service, uri, position, text } = open(draft.replace('登记自下月', '登|记自下月'))
  const grown: string[] = []
  let range: SelectionRange | undefined = service.selectionRanges(uri, [position])[0]
  for (; range !== undefined; range = range.parent) grown.push(wordsAt(text, range.range).split('\n')[0]!)
  expect(grown).toEqual([
    '登记自下月起办理。',
    '本办法自公布之日起施行；登记自下月起办理。',
    '第三条　本办法自公布之日起施行；登记自下月起办理。',
    '第二章　附则',
    '---'
  ])
})

test('an ordinary Markdown file has no outline and no diagnostics', () => {
  const { service, uri } = open('# 会议记录\n\n- 张三：下周交稿\n\n正文。\n')
  expect(service.documentSymbols(uri)).toEqual([])
  expect(service.diagnostics(uri)).toEqual([])
})
