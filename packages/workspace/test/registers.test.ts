import { join } from 'node:path'
import { formatInputError, InputError, loadRegister, loadShippedRegisters } from '@tiaoli/workspace'
import { describe, expect, it } from 'vitest'
import { folderWith } from './temporary.js'

const register = `instruments:
  - title: 某市社区花园管理办法
    shortNames: [花园办法]
    kind: 办法
    status: in-force
    versions:
      - date: "2020-03-01"
        action: adopted
        articles: 12
`

describe('loadRegister', () => {
  it('reads a register of one’s own', async () => {
    const [instrument] = await loadRegister(join(folderWith({ 'a.yaml': register }), 'a.yaml'))
    expect(instrument).toMatchObject({ title: '某市社区花园管理办法', shortNames: ['花园办法'] })
    expect(instrument!.versions[0]!.outline!.articles.has('art_12')).toBe(true)
    expect(instrument!.versions[0]!.outline!.articles.has('art_13')).toBe(false)
  })

  it.each([
    ['a field that is not known', register.replace('shortNames', 'shortName'), ':3:5：不认识的配置项“shortName”'],
    ['a kind that is none', register.replace('kind: 办法', 'kind: 法子'), ':4:11：“instruments[0].kind”的值“法子”'],
    ['a missing title', register.replace('- title: 某市社区花园管理办法\n    short', '- short'), '缺少“title”'],
    ['a day that is none', register.replace('2020-03-01', '2020年3月'), '“instruments[0].versions[0].date”'],
    ['broken YAML', 'instruments: [', '不是合法的 YAML']
  ])('names file, line and field of %s', async (_what, text, message) => {
    const file = join(folderWith({ 'a.yaml': text }), 'a.yaml')
    const error: unknown = await loadRegister(file).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(InputError)
    expect(formatInputError(error as InputError, 'zh')).toContain(message)
  })
})

describe('loadShippedRegisters', () => {
  it('knows the Party Constitution to its last article', async () => {
    const instruments = await loadShippedRegisters()
    const constitution = instruments.find(({ title }) => title === '中国共产党章程')!
    const current = constitution.versions.at(-1)!
    expect(current.date).toBe('2022-10-22')
    expect(current.outline!.articles.size).toBe(55)
    expect(current.outline!.structures.get('preamble')?.heading).toBe('总纲')
    expect([...current.outline!.articles.values()].every(({ topic, paragraphs }) => topic && paragraphs)).toBe(true)
  })

  it('has no two instruments of one title', async () => {
    const titles = (await loadShippedRegisters()).map(({ title }) => title)
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
  })
})
