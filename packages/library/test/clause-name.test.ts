import { parseRegulation } from 'remark-regast'
import { describe, expect, it } from 'vitest'
import { nameOfClause, outlineOfTree } from '../src/index.js'
import { link } from './linked.js'

const annexes = ['附件1　标准', '附表1　格式', '附表1　格式之二', '附图2　位置', '附录　目录']
const text = `# 苗圃办法\n\n第一条　依照附表1第九条、附图2第二条第三款办理。\n\n${annexes.map((annex) => `${annex}\n\n第一条　浇水。\n\n第二条　除草。\n\n`).join('')}`
const outline = outlineOfTree(parseRegulation(text).tree)

describe('the name of a clause', () => {
  it.each([
    ['att_1', '附件一'],
    ['att_1-2', '附表一'],
    ['att_1-3__art_2', '附表一之三第二条'],
    ['att_2__art_1__para_1', '附图二第一条第一款'],
    ['att_3', '附录三'],
    ['att_9__art_1', '附件九第一条'],
    ['art_3-1', '第三条之一']
  ])('%s is %s', (address, name) => {
    expect(nameOfClause(address, outline)).toBe(name)
  })

  it('is told by the address alone where nothing is known of the text', () => {
    expect(nameOfClause('att_1-2__art_2', undefined)).toBe('附件一之二第二条')
  })

  it('is that of the annex, and its last article, where a reason tells of them', () => {
    const one =
      '# 苗圃办法\n\n第一条　依照附表1第九条、第八条办理。\n\n第二条　依照第七条办理。\n\n附表1　格式\n\n第一条　浇水。\n'
    const reasons = link(one).references.flatMap(({ targets }) => targets.map(({ reason }) => reason))
    expect(reasons[0]).toBe('本文件没有附表一第九条（末条是第一条）')
    expect(reasons.at(-1)).toBe('本文件没有第七条（末条是第二条）')
  })

  it('stands in reasons', () => {
    const one =
      '# 苗圃办法\n\n第一条　依照附表1第九条、附图2第二条第三款办理。\n\n附表1　格式\n\n第一条　浇水。\n\n附图2　位置\n\n第一条　浇水。\n\n第二条　除草。\n'
    const reasons = link(one).references.flatMap(({ targets }) => targets.map(({ reason }) => reason))
    expect(reasons).toEqual([expect.stringContaining('本文件没有附表一第九条'), '本文件附图二第二条只有一款'])
  })
})
