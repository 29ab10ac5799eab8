import { expect, test } from 'vitest'
import { RenameError } from '../../src/index.js'
import { after, edited, open, wordsAt } from '../fixture.js'

const terms =
  '# 码头办法\n\n第一条　市港口管理机构（以下简称港口机构）负责。\n\n第二条　港口|机构应当检查；港口机构的船除外。\n'

test('a term is renamed where it is defined and used', () => {
  const opened = open(terms)
  const { service, uri, position, text } = opened
  expect(service.prepareRename(uri, position)).toEqual({ range: expect.anything(), placeholder: '港口机构' })
  expect(wordsAt(text, service.prepareRename(uri, position)!.range)).toBe('港口机构')
  expect(after(opened, service.rename(uri, position, '“港政机构”'))).toBe(text.replaceAll('港口机构', '港政机构'))
})

test('the full name that a term stands for keeps its last words', () => {
  const source = '# 码头办法\n\n第一条　市港口机构（以下简称港口机构）负责。\n\n第二条　港口|机构应当检查。\n'
  const opened = open(source)
  const { service, uri, position, text } = opened
  expect(after(opened, service.rename(uri, position, '港政机构'))).toBe(
    text.replace('简称港口机构', '简称港政机构').replace('　港口机构', '　港政机构')
  )
})

test('a title is renamed with every mention of it in other drafts', () => {
  const sibling = '# 港区细则\n\n第一条　依照《码头办法》第一条和《码头办法》办理。\n'
  const opened = open('# 码头|办法\n\n第一条　《码头办法》自公布之日起施行。\n', {
    drafts: { 'file:///drafts/sibling.md': sibling }
  })
  const edit = opened.service.rename(opened.uri, opened.position, '码头管理办法')
  expect(after(opened, edit)).toBe('# 码头管理办法\n\n第一条　《码头管理办法》自公布之日起施行。\n')
  expect(edited(sibling, edit!.changes!['file:///drafts/sibling.md']!)).toBe(
    sibling.replaceAll('码头办法', '码头管理办法')
  )
})

test('names that cannot be given are refused with the reason', () => {
  const { service, uri, position } = open(terms)
  expect(() => service.rename(uri, position, ' ')).toThrow(new RenameError('新的名称不能为空。'))
  expect(() => service.rename(uri, position, '港口，机构')).toThrow('标点')
})

test('the number of an article is not a name', () => {
  const { service, uri, position } = open('# 码头办法\n\n第|一条　甲。\n')
  expect(() => service.prepareRename(uri, position)).toThrow('重新编号')
})
