import { describe, expect, it } from 'vitest'
import { definitionsIn } from '../src/index.js'

function defined(text: string): string[] {
  return definitionsIn(text).map(
    ({ name, title, form }) => `${form === 'definition' ? '=' : ''}${name}${title === undefined ? '' : ` ← ${title}`}`
  )
}

describe('names that a clause defines', () => {
  it.each([
    ['根据《中国共产党章程》（以下简称党章）制定本条例。', ['党章 ← 中国共产党章程']],
    ['根据《中华人民共和国园林法》（以下简称《园林法》）', ['园林法 ← 中华人民共和国园林法']],
    ['《花木条例》（市政府令第12号，以下简称《条例》）', ['条例 ← 花木条例']],
    ['《花木条例（试行）》(以下称“花木条例”)', ['花木条例 ← 花木条例（试行）']],
    ['中华人民共和国园林法（以下简称园林法）', ['园林法 ← 中华人民共和国园林法']],
    ['从事园林养护的企业、事业单位（以下统称园林单位）', ['园林单位']],
    ['甲市和乙市（以下分别简称“甲方”、“乙方”）', ['甲方', '乙方']],
    ['负责管理的部门，以下简称主管部门，应当', ['主管部门']],
    ['本条例所称古树，是指树龄在一百年以上的树木。', ['=古树']],
    ['本办法所称的盆景，包括树桩盆景和山水盆景。', ['=盆景']],
    ['苗圃，是指培育苗木的场所；', ['=苗圃']],
    ['他自称懂得园艺。', []]
  ])('%s', (text, names) => {
    expect(defined(text)).toEqual(names)
  })
})
