import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeOnto } from '../src/merge-onto.js'

const base = '---\nstage: 初稿\n---\n\n# 规定\n\n\n**第一条** 甲。\n\n<!-- 落实: B-1 -->\n第二条  乙。\n'

test('what says the same keeps its source, whatever its layout', () => {
  const canonical = '---\nstage: 初稿\n---\n\n# 规定\n\n**第一条**　甲。\n\n<!-- 落实: B-1 -->\n第二条　乙。\n'
  expect(mergeOnto(base, canonical)).toBe(base)
})

test('edits, insertions and deletions come in, and nothing else', () => {
  const edited =
    '---\nstage: 初稿\n---\n\n# 规定\n\n**第一条**　甲。\n\n第一条之一　新。\n\n<!-- 落实: B-1 -->\n第二条　乙丙。\n'
  expect(mergeOnto(base, edited)).toBe(
    '---\nstage: 初稿\n---\n\n# 规定\n\n\n**第一条** 甲。\n\n第一条之一　新。\n\n<!-- 落实: B-1 -->\n第二条  乙丙。\n'
  )
  expect(mergeOnto(base, '# 规定\n\n<!-- 落实: B-1 -->\n第二条　乙。\n')).toBe(
    '# 规定\n\n\n<!-- 落实: B-1 -->\n第二条  乙。\n'
  )
})

test('line endings and a byte order mark are those of the base', () => {
  const windows = `\uFEFF${base.replaceAll('\n', '\r\n')}`
  expect(mergeOnto(windows, base.replace('甲', '丁'))).toBe(windows.replace('甲', '丁'))
})

test('an import without text leaves no text', () => {
  expect(mergeOnto('第一条　甲。\n', '\n')).toBe('\n')
})

test('a block that was edited keeps its layout around the edit', () => {
  const own =
    '# 规定\n\n第一条  居民可以\\*借阅\\*图书三册。\n\n1. 工具书；\n\n### 第一节 总则\n\n第二条 删去的一条。\n'
  const canonical =
    '# 规定\n\n第一条　居民可以\\*借阅\\*图书五册。\n\n1.工具书和报刊；\n\n## 第一节　总则\n\n完全不同的话。\n'
  expect(mergeOnto(own, canonical)).toBe(
    '# 规定\n\n第一条  居民可以\\*借阅\\*图书五册。\n\n1. 工具书和报刊；\n\n### 第一节 总则\n\n完全不同的话。\n'
  )
})

test('whatever is edited, the result says what was imported', () => {
  const words = fc.constantFrom('第一条', '居民', '可以', '借阅', '图书', '。', '\\*', '（一）')
  const blank = fc.constantFrom('', ' ', '　', '  ')
  const block = fc.array(fc.tuple(words, blank), { minLength: 1, maxLength: 8 }).map((parts) =>
    parts
      .map(([word, space]) => word + space)
      .join('')
      .trim()
  )
  const text = fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => `${blocks.join('\n\n')}\n`)
  const meaning = (source: string) => source.split(/\n{2,}/).map((part) => part.replace(/[\s\u3000\\]+/g, ''))
  fc.assert(
    fc.property(text, text, (own, imported) => {
      expect(meaning(mergeOnto(own, imported))).toEqual(meaning(imported))
    })
  )
})

test('the dashes of a table stay as many as they were', () => {
  const own = '第一条  甲。\n\n| 期限 | 册数 |\n| --- | ---: |\n| 30日 | 5 |\n'
  const canonical = '第一条　甲。\n\n| 期限 | 册数 |\n| - | -: |\n| 30日 | 5 |\n'
  expect(mergeOnto(own, canonical)).toBe(own)
  expect(mergeOnto(own, canonical.replace('5', '6'))).toBe(own.replace('5', '6'))
})
