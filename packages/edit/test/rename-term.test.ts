import { createLibrary, linkDocument } from '@tiaoli/library'
import { parseRegulation } from 'remark-regast'
import { describe, expect, it } from 'vitest'
import { applyEdits, planTermRename, termNameFault } from '../src/index.js'

function renamed(source: string, from: string, to: string) {
  const links = linkDocument(parseRegulation(source).tree, { library: createLibrary([]) })
  const { edits, messages } = planTermRename({ source, links }, from, to)
  return {
    text: applyEdits(source, edits),
    told: messages.map(({ line, column, ruleId }) => `${line}:${column} ${ruleId}`)
  }
}

describe('a term under another name', () => {
  it('is written where it is defined and used, and nowhere else', () => {
    const source =
      '# 渡口办法\r\n\r\n第一条　本办法所称渡船，是指载客的船。\r\n\r\n第二条　渡船应当登记，依照《渡船规定》办理。\r\n'
    expect(renamed(source, '渡船', '客船')).toEqual({
      text: source.replace('所称渡船', '所称客船').replace('　渡船', '　客船'),
      told: ['5:15 term-left']
    })
  })

  it('is left where other marks stand in it', () => {
    const { text, told } = renamed(
      '# 渡口办法\n\n第一条　本办法所称渡船，是指船。\n\n第二条　渡**船**登记。\n',
      '渡船',
      '客船'
    )
    expect(text).toContain('渡**船**登记')
    expect(told).toEqual(['5:5 term-left'])
  })

  it('is not the end of the full name that it stands for', () => {
    const source = '# 渡口办法\n\n第一条　市渡口机构（以下简称渡口机构）负责。\n\n第二条　渡口机构登记渡船。\n'
    expect(renamed(source, '渡口机构', '渡运机构')).toEqual({
      text: source.replace('简称渡口机构', '简称渡运机构').replace('　渡口机构', '　渡运机构'),
      told: ['3:6 term-left']
    })
  })

  it('is told where its new name stands already', () => {
    const { told } = renamed('# 渡口办法\n\n第一条　本办法所称渡船，是指客船。\n', '渡船', '客船')
    expect(told).toEqual(['3:15 term-met'])
  })

  it('has no punctuation in it', () => {
    expect(['客船', ' ', '客，船', '客 船', '**客船**'].map(termNameFault)).toEqual([
      undefined,
      'empty',
      'punctuation',
      'punctuation',
      'punctuation'
    ])
  })
})
