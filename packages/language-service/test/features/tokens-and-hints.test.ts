import { expect, test } from 'vitest'
import type { Position } from 'vscode-languageserver-types'
import { tokensLegend } from '../../src/index.js'
import { open, wordsAt } from '../fixture.js'
import { fishingUri, sea } from '../regulations.js'

const draft = `# 码头办法

第一条　市港口管理机构（以下简称港口机构）应当依照岛章第二条登记。

第二条　港口机构不得违反第九条和《海湾渔业管理条例》第二条第二款。
`

test('numbers, references, terms and modal words are told apart', () => {
  const { service, uri, text } = open(draft, sea)
  const lines = text.split('\n')
  const { data } = service.semanticTokens(uri)
  const shown: string[] = []
  let line = 0
  let character = 0
  for (let at = 0; at < data.length; at += 5) {
    const [lines_, characters, length, type, modifiers] = data.slice(at, at + 5) as [
      number,
      number,
      number,
      number,
      number
    ]
    character = lines_ === 0 ? character + characters : characters
    line += lines_
    const names = tokensLegend.tokenModifiers.filter((_, index) => modifiers & (1 << index))
    shown.push([tokensLegend.tokenTypes[type], ...names, lines[line]!.slice(character, character + length)].join(' '))
  }
  expect(shown).toEqual([
    'number 第一条',
    'type declaration 港口机构',
    'keyword 应当',
    'function readonly 岛章第二条',
    'number 第二条',
    'type 港口机构',
    'keyword 不得',
    'function deprecated 第九条',
    'function readonly 《海湾渔业管理条例》第二条第二款'
  ])
})

test('tokens of a part are those of its lines', () => {
  const { service, uri } = open(draft, sea)
  const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 5 } }
  expect(service.semanticTokens(uri, range).data.slice(0, 2)).toEqual([4, 0])
  expect(service.semanticTokens(uri, range).data).toHaveLength(5 * 5)
})

test('hints say what the cited article is about, or how it begins', () => {
  const { service, uri, text } = open(draft, sea)
  const end = { line: text.split('\n').length, character: 0 }
  const hints = service.inlayHints(uri, { start: { line: 0, character: 0 }, end })
  const shown = hints.map(({ position, label }) => {
    const before = { start: { line: position.line, character: position.character - 3 }, end: position }
    return `${wordsAt(text, before)}${label as string}`
  })
  expect(shown).toEqual(['第二条〔岛民义务〕', '第二款〔捕捞许可每三年换发一次〕'])
})

test('lenses count who cites an article and name the requirements that it answers', () => {
  const { service, uri } = open(
    '# 码头办法\n\n<!-- 落实: B-1.1, B-2（部分） -->\n\n第一条　甲。\n\n第二条　依照第一条和第一条至第三条办理。\n\n第三条　丙。\n',
    { drafts: { 'file:///drafts/sibling.md': '# 细则\n\n第一条　依照《码头办法》第一条办理。\n' } }
  )
  const lenses = () => service.codeLenses(uri).map((lens) => service.resolveCodeLens(lens))
  const titles = () => lenses().map(({ range, command }) => `${range.start.line + 1} ${command!.title}`)
  expect(titles()).toEqual(['5 被引用 1 处', '5 落实 B-1.1、B-2', '9 被引用 1 处'])
  service.prepare('file:///drafts/sibling.md')
  expect(titles()).toEqual(['5 被引用 2 处', '5 落实 B-1.1、B-2', '9 被引用 1 处'])
  // What a lens counts is what the references at its place are.
  for (const { command } of lenses()) {
    if (command!.command === '') continue
    const [, position] = command!.arguments as [string, Position]
    expect(command!.title).toBe(`被引用 ${service.references(uri, position, false).length} 处`)
  }
})

test('references to texts that a reader can open are links, those to registers are not', () => {
  const { service, uri, text } = open(draft, sea)
  const links = service.documentLinks(uri).map(({ range, target }) => `${wordsAt(text, range)} ${target}`)
  expect(links).toEqual([`《海湾渔业管理条例》第二条第二款 ${fishingUri}#L9,1`])
})
