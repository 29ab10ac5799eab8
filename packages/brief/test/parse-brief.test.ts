import { flattenRequirements, hasErrors, parseBrief } from '@tiaoli/brief'
import { describe, expect, it } from 'vitest'
import { garden, gardenBrief } from './garden.js'

describe('a brief', () => {
  it('is a tree of requirements by their ids', () => {
    const brief = garden()
    expect(brief).toMatchObject({
      title: '《某市社区花园管理办法》起草任务书',
      regulation: '某市社区花园管理办法',
      prefix: 'B'
    })
    expect(brief.introduction).toBe('社区花园越来越多，要有规矩。')
    expect(brief.requirements.map(({ id }) => id)).toEqual(['B-1', 'B-2'])
    expect(flattenRequirements(brief.requirements).map(({ id }) => id)).toEqual([
      'B-1',
      'B-1.1',
      'B-1.2',
      'B-1.2.1',
      'B-1.2.2',
      'B-1.3',
      'B-1.4',
      'B-2',
      'B-2.1',
      'B-2.2'
    ])
  })

  it('has no message where all is well', () => {
    expect(parseBrief(gardenBrief).messages.map(String)).toEqual([])
  })

  it('says strength, kind and what has to be cited', () => {
    const [first] = garden().requirements
    expect(first!.children[0]).toMatchObject({
      name: '目的和依据',
      statement: '根据园林条例制定。',
      strength: 'must',
      kind: 'basis',
      linkages: [{ title: '某省园林条例', clause: 'art_6', relation: 'refines' }]
    })
    expect(first!.children[2]).toMatchObject({
      strength: 'must-not',
      forbidden: ['收取…费', '押金'],
      exceptions: ['不得']
    })
  })

  it('hands chapter and sources down', () => {
    const [general, care] = garden().requirements
    expect(general!.children[1]!.children[0]).toMatchObject({
      chapter: '总则',
      sources: [{ kind: 'meeting', text: '2026年3月4日专题会议' }]
    })
    expect(care!.children[0]!.sources).toEqual([
      { kind: 'document', text: '居民座谈会记录' },
      { kind: 'instrument', text: '《某市绿地规定》第三条', title: '某市绿地规定', clause: '第三条' }
    ])
  })

  it('reads headings as word processors leave them: full-width spaces, bold, one depth', () => {
    const { value, messages } = parseBrief(
      '# 《甲办法》任务书\n\n## **C-1**　总则\n\n写目的。\n\n* 强度：必备\n* 来源：会议\n\n## C-1.1　目的\n\n写清\n目的。\n\n- 强度: 选备\n'
    )
    expect(messages.map(String)).toEqual([])
    expect(value.prefix).toBe('C')
    expect(value.requirements[0]!.children[0]).toMatchObject({
      id: 'C-1.1',
      name: '目的',
      statement: '写清目的。',
      strength: 'may'
    })
  })
})

const head = '# 《甲办法》起草任务书\n\n'

describe('a slip in a brief', () => {
  it.each([
    ['## 总则\n\n写目的。\n\n- 强度：必备\n', 'requirement-id', 3, '标题“总则”没有编号'],
    ['## B-1 总则\n\n- 强度：必备\n- 来源：会议\n', 'requirement-statement', 3, '“B-1”只有标题'],
    ['## B-1 总则\n\n写目的。\n\n- 来源：会议\n', 'field-missing', 3, '“B-1”没有写强度'],
    ['## B-1 总则\n\n写目的。\n\n- 强度：应当\n- 来源：会议\n', 'field-value', 7, '只能写必备、宜备、选备、禁止'],
    ['## B-1 总则\n\n写目的。\n\n- 强渡：必备\n- 强度：必备\n- 来源：会议\n', 'field-unknown', 7, '是不是想写“强度”'],
    ['## B-1 总则\n\n写目的。\n\n- 强度：必备\n- 强度：宜备\n- 来源：会议\n', 'field-repeated', 8, '写了两次'],
    ['## B-1 总则\n\n写目的。\n\n- 强度：必备\n- 类别：杂项\n- 来源：会议\n', 'field-value', 8, '类别“杂项”不认识'],
    [
      '## B-1 总则\n\n写目的。\n\n- 强度：必备\n- 来源：会议\n- 衔接：园林条例\n',
      'field-value',
      9,
      '没有写成“《文件名称》”'
    ],
    [
      '## B-1 总则\n\n写目的。\n\n- 强度：必备\n- 来源：会议\n- 衔接：《园林条例》（抄写）\n',
      'field-value',
      9,
      '请写承接、细化、留给之一'
    ],
    ['## B-1 总则\n\n写目的。\n\n- 强度：必备\n- 来源：会议\n- 衔接：《园林条例》六\n', 'field-value', 9, '不是条号'],
    [
      '## B-1 总则\n\n写目的。\n\n- 强度：必备\n- 来源：会议\n\n## B-1 附则\n\n写日期。\n\n- 强度：必备\n',
      'requirement-duplicate',
      10,
      '第一次在第3行'
    ],
    ['## B-2.1 目的\n\n写目的。\n\n- 强度：必备\n', 'requirement-parent', 3, '上一级“B-2”不在它前面'],
    [
      '## B-1 总则\n\n写目的。\n\n- 强度：必备\n- 来源：会议\n\n## C-2 附则\n\n写日期。\n\n- 强度：必备\n',
      'requirement-id',
      10,
      '前缀应当是“B”'
    ],
    ['没有一项要求。\n', 'brief-empty', 1, '没有一项要求']
  ])('%j is reported as %s', (text, ruleId, line, reason) => {
    const { messages } = parseBrief(head + text)
    const found = messages.find((message) => message.ruleId === ruleId)
    expect(found, messages.map(String).join('\n')).toBeDefined()
    expect(found!.reason).toContain(reason)
    expect(found!.line).toBe(line)
    expect(hasErrors(messages)).toBe(true)
  })

  it.each([
    [
      '## B-2 总则\n\n写目的。\n\n- 强度：必备\n- 来源：会议\n\n## B-1 附则\n\n写日期。\n\n- 强度：必备\n- 来源：会议\n',
      'requirement-order'
    ],
    ['## B-1 总则\n\n写目的。\n\n- 强度：必备\n', 'requirement-source'],
    ['## B-1 总则\n\n写目的。\n\n- 强度：必备\n- 来源：会议\n- 禁用语：押金\n', 'forbidden-terms']
  ])('%j is advice: %s', (text, ruleId) => {
    const { messages } = parseBrief(head + text)
    expect(messages.map((message) => message.ruleId)).toEqual([ruleId])
    expect(hasErrors(messages)).toBe(false)
  })

  it('never makes the parser throw', () => {
    for (const text of [
      '',
      '\uFEFF',
      '#',
      '## B-1',
      '- 强度：',
      '> 引文\n',
      '```\n代码',
      '| 表 |\n',
      '## B-99999999999999999999.1 甲\n'
    ]) {
      expect(parseBrief(text).messages.length, JSON.stringify(text)).toBeGreaterThan(0)
    }
  })
})
