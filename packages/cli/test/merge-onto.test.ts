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
    '---\nstage: 初稿\n---\n\n# 规定\n\n\n**第一条** 甲。\n\n第一条之一　新。\n\n<!-- 落实: B-1 -->\n第二条　乙丙。\n'
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
