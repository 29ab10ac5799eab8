import { everyFeature, plainTree, regulationSource } from '@tiaoli/test-utils'
import fc from 'fast-check'
import { compileRegulation, parseRegulation } from 'remark-regast'
import { expect, test } from 'vitest'
import { exportAkn, importAkn } from '../src/index.js'
import { exported, reading } from './example.js'

function roundTrip(source: string) {
  const { tree } = parseRegulation(source)
  const { value } = importAkn(exportAkn(tree, { facts: { title: '无' } }).value)
  return { before: plainTree(tree), after: plainTree(value!.tree), tree: value!.tree }
}

test('a draft with references comes back as the same clause tree', () => {
  const { value, messages } = importAkn(exported(reading))
  expect(messages).toEqual([])
  expect(plainTree(value!.tree)).toEqual(plainTree(parseRegulation(reading).tree))
  expect(value!.facts).toEqual({
    title: '枫林社区图书室管理办法',
    date: '2024-05-06',
    kind: '办法',
    version: '征求意见稿'
  })
})

test('Markdown → Akoma Ntoso → Markdown is the canonical Markdown of the draft', () => {
  const canonical = compileRegulation(parseRegulation(reading).tree)
  expect(compileRegulation(importAkn(exported(reading)).value!.tree)).toBe(canonical)
})

test.each([
  [
    'a preamble with a list',
    '# 社区公约\n\n序言\n\n居民约定下列事项：\n\n（一）按时开门；\n\n（二）爱护图书。\n\n第一条　本公约自通过之日起施行。\n'
  ],
  [
    'a table of contents',
    '# 规定\n\n目录\n\n第一章　总则\n\n第二章　附则\n\n第一章　总则\n\n第一条　甲。\n\n第二章　附则\n\n第二条　乙。\n'
  ],
  [
    'a decision that quotes',
    '# 关于修改《借阅规定》的决定\n\n一、将第三条修改为：\n\n“第三条　图书可以借阅：\n\n“（一）成人三册；\n\n“（二）儿童二册。”\n\n二、本决定自公布之日起施行。\n'
  ],
  ['a comment with two hyphens', '第一条　甲。\n\n<!-- 待定 -- 见 a\\b -->\n\n第二条　乙。\n'],
  [
    'links, pictures and quotations',
    '第一条　见[公告](https://example.org "题")与![图](a.png)。\n\n> 引文\n\n第二条　乙。\n'
  ],
  ['numbers that repeat', '第一条　甲。\n\n第一条　乙：\n\n（一）丙；\n\n（一）丁。\n']
])('%s comes back', (_, source) => {
  const { before, after } = roundTrip(source)
  expect(after).toEqual(before)
})

test('any decision comes back, whatever it quotes', () => {
  const number = fc.constantFrom('一', '二', '三', '十', '十二')
  const words = fc.constantFrom('图书可以外借', '居民应当登记', '馆长负责解释')
  const quoted = fc.oneof(
    fc.tuple(number, words).map(([at, text]) => `“第${at}条　${text}。`),
    fc.tuple(number, words).map(([at, text]) => `“第${at}章　${text}`),
    fc.tuple(number, words).map(([at, text]) => `“（${at}）${text}；`),
    words.map((text) => `“${text}。`)
  )
  const change = fc.oneof(
    fc.tuple(number, words).map(([at, text]) => [`将第${at}条修改为：“${text}。”`]),
    fc
      .tuple(number, fc.array(quoted, { minLength: 1, maxLength: 6 }))
      .map(([at, lines]) => [`将第${at}条修改为：`, ...lines.slice(0, -1), `${lines.at(-1)}”`]),
    fc
      .tuple(words, fc.array(quoted, { minLength: 1, maxLength: 4 }))
      .map(([text, lines]) => [`第三条增加一款，作为第二款：“${text}：`, ...lines.slice(0, -1), `${lines.at(-1)}”`]),
    number.map((at) => [`删去第${at}条。`])
  )
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
      const title = '关于修改《借阅规定》的决定'
      const body = changes.map(([first, ...rest], index) => [`${'一二三四五'[index]}、${first}`, ...rest].join('\n\n'))
      const { tree } = parseRegulation(`# ${title}\n\n${body.join('\n\n')}\n`)
      const xml = exportAkn(tree, { facts: { title } }).value
      expect(plainTree(importAkn(xml).value!.tree)).toEqual(plainTree(tree))
    }),
    { numRuns: 150 }
  )
})

test('any draft comes back', () => {
  fc.assert(
    fc.property(regulationSource(everyFeature), (source) => {
      const { before, after } = roundTrip(source)
      expect(after).toEqual(before)
    }),
    { numRuns: 150 }
  )
})
