import { expect, test } from 'vitest'
import { edited, open } from '../fixture.js'

const notes = 'file:///drafts/notes.md'

test('links between drafts follow a file that is renamed, in the form in which they are written', () => {
  const other = '# 附则办法\n\n第一条　见[码头](./draft.md#art_1)、[码头](<draft.md>)、[外面](https://draft.md)。\n'
  const { service, uri } = open('# 码头办法\n\n第一条　甲。\n', { drafts: { [notes]: other } })
  const { changes } = service.renameFiles([{ oldUri: uri, newUri: 'file:///drafts/old/码头 办法.md' }])
  expect(edited(other, changes![notes]!)).toBe(
    '# 附则办法\n\n第一条　见[码头](./old/码头%20办法.md#art_1)、[码头](<old/码头 办法.md>)、[外面](https://draft.md)。\n'
  )
})

test('a draft that moves with its folder keeps its links to what stays', () => {
  const text = '# 码头办法\n\n第一条　见[会议](notes.md)。\n'
  const { service, uri } = open(text, { drafts: { [notes]: '# 会议办法\n\n第一条　乙。\n' } })
  const moved = service.renameFiles([{ oldUri: uri, newUri: 'file:///archive/draft.md' }])
  expect(edited(text, moved.changes![uri]!)).toContain('(../drafts/notes.md)')
  expect(service.renameFiles([{ oldUri: 'file:///drafts', newUri: 'file:///archive' }]).changes).toEqual({})
})

test('where only the file gives a draft its title, 《title》 follows; where the text does, it stays', () => {
  const citing = '# 附则办法\n\n第一条　依照《码头办法》第一条办理。\n'
  const named = 'file:///drafts/%E7%A0%81%E5%A4%B4%E5%8A%9E%E6%B3%95.md'
  const bare = open('', { drafts: { [named]: '第一条　甲。\n', [notes]: citing } })
  const newUri = 'file:///drafts/%E6%B8%AF%E5%8F%A3%E5%8A%9E%E6%B3%95.md'
  expect(edited(citing, bare.service.renameFiles([{ oldUri: named, newUri }]).changes![notes]!)).toContain(
    '《港口办法》'
  )
  const titled = open('', { drafts: { [named]: '# 码头办法\n\n第一条　甲。\n', [notes]: citing } })
  expect(titled.service.renameFiles([{ oldUri: named, newUri }]).changes).toEqual({})
})

test('a configuration that names a file names it by its new name', () => {
  const config = '{ "drafts": ["drafts/draft.md", "drafts/*.md"], "rules": { "qita": "off" } }'
  const uri = 'file:///tiaoli.config.json'
  const { service, uri: draft } = open('# 码头办法\n\n第一条　甲。\n', { configs: { [uri]: config } })
  const { changes } = service.renameFiles([{ oldUri: draft, newUri: 'file:///drafts/second.md' }])
  expect(edited(config, changes![uri]!)).toBe(config.replace('draft.md', 'second.md'))
})
