import type { Operation } from '@tiaoli/amend'
import { readDecision } from '@tiaoli/amend'
import { describe, expect, it } from 'vitest'

/** The operations that one item of a decision is read into. */
function operations(item: string): Operation[] {
  const { value, messages } = readDecision(`# 关于修改《某市集市管理办法》的决定\n\n一、${item}\n`)
  expect(messages.map(String)).toEqual([])
  return value.amendments.flatMap((amendment) => amendment.operations.map(({ operation }) => operation))
}

const article = (value: number, insert?: number) => ({ article: insert === undefined ? { value } : { value, insert } })
const paragraph = (of: number, value: number) => ({ article: { value: of }, paragraph: { value } })
const point = (of: number, para: number, value: number) => ({ ...paragraph(of, para), point: { value } })

describe('the patterns of amendment decisions', () => {
  const cases: [string, string, object[]][] = [
    ['1 rename', '将名称修改为“某市集市和摊区管理办法”。', [{ type: 'rename', title: '某市集市和摊区管理办法' }]],
    [
      '2 replace an article',
      '将第五条修改为：“摊主应当亮证经营。”',
      [{ type: 'replace', at: [article(5)], text: ['摊主应当亮证经营。'] }]
    ],
    ['3 renumber an article', '将第八条改为第九条。', [{ type: 'renumber', at: article(8), to: article(9) }]],
    [
      '4 renumber and replace',
      '将第八条改为第九条，修改为：“摊位不得转租。”',
      [{ type: 'replace', at: [article(8)], to: [article(9)], text: ['摊位不得转租。'] }]
    ],
    [
      '5 replace a paragraph',
      '第九条第二款修改为：“收费标准应当公示。”',
      [{ type: 'replace', at: [paragraph(9, 2)], text: ['收费标准应当公示。'] }]
    ],
    [
      '6 replace a point',
      '将第三条第一款第三项修改为：“（三）有停船的地方”。',
      [{ type: 'replace', at: [point(3, 1, 3)], text: ['（三）有停船的地方'] }]
    ],
    [
      '7 phrase',
      '将第六条第一款中的“市场局”修改为“商务局”。',
      [{ type: 'replace-phrase', at: [paragraph(6, 1)], from: '市场局', to: '商务局' }]
    ],
    [
      '8 chained phrases',
      '将第六条改为第七条，其中的“市场局”修改为“商务局”，“三日”修改为“五日”。',
      [
        { type: 'renumber', at: article(6), to: article(7) },
        { type: 'replace-phrase', at: [article(6)], from: '市场局', to: '商务局' },
        { type: 'replace-phrase', at: [article(6)], from: '三日', to: '五日' }
      ]
    ],
    [
      '9 many places',
      '将第三条、第七条第二款中的“甲”修改为“乙”。',
      [{ type: 'replace-phrase', at: [article(3), paragraph(7, 2)], from: '甲', to: '乙' }]
    ],
    [
      '10 everywhere',
      '将本办法中的“甲”统一修改为“乙”。',
      [{ type: 'replace-phrase', at: [], everywhere: true, from: '甲', to: '乙' }]
    ],
    [
      '11 insert a phrase',
      '在第六条“培训”后增加“、考核”。',
      [{ type: 'insert-phrase', at: [article(6)], side: 'after', anchor: '培训', text: '、考核' }]
    ],
    [
      '12 delete a phrase',
      '删去第六条第二款中的“书面”。',
      [{ type: 'delete-phrase', at: [paragraph(6, 2)], text: '书面' }]
    ],
    [
      '13 add an article',
      '增加一条，作为第十条：“夜市由区政府规划。”',
      [{ type: 'add', level: 'article', count: 1, to: [article(10)], text: [['夜市由区政府规划。']] }]
    ],
    [
      '14 add several articles',
      '增加二条，分别作为第十条、第十一条：“第十条　夜市由区政府规划。\n\n“第十一条　早市由街道规划。”',
      [
        {
          type: 'add',
          level: 'article',
          count: 2,
          to: [article(10), article(11)],
          text: [['第十条　夜市由区政府规划。'], ['第十一条　早市由街道规划。']]
        }
      ]
    ],
    [
      '15 add 之一',
      '在第十条后增加一条，作为第十条之一：“早市由街道规划。”',
      [
        {
          type: 'add',
          level: 'article',
          count: 1,
          after: article(10),
          to: [article(10, 1)],
          text: [['早市由街道规划。']]
        }
      ]
    ],
    [
      '16 add two paragraphs',
      '第十条增加两款，作为第二款、第三款：“摊位费应当公示。\n\n“摊位费不得预收。”',
      [
        {
          type: 'add',
          level: 'paragraph',
          count: 2,
          within: article(10),
          to: [paragraph(10, 2), paragraph(10, 3)],
          text: [['摊位费应当公示。'], ['摊位费不得预收。']]
        }
      ]
    ],
    [
      '17 add an article without a number',
      '在第十条后增加一条：“早市由街道规划。”',
      [{ type: 'add', level: 'article', count: 1, after: article(10), to: [], text: [['早市由街道规划。']] }]
    ],
    [
      '18 add a paragraph in front',
      '在第四条中增加一款，作为第一款：“集市实行登记制度。”第一款改为第二款。',
      [
        {
          type: 'add',
          level: 'paragraph',
          count: 1,
          within: article(4),
          to: [paragraph(4, 1)],
          text: [['集市实行登记制度。']]
        },
        { type: 'renumber', at: paragraph(4, 1), to: paragraph(4, 2) }
      ]
    ],
    [
      '19 add a point',
      '第七条第一款增加一项，作为第四项：“（四）有消防设施”。',
      [
        {
          type: 'add',
          level: 'point',
          count: 1,
          within: paragraph(7, 1),
          to: [point(7, 1, 4)],
          text: [['（四）有消防设施']]
        }
      ]
    ],
    [
      '20 renumber and replace a point',
      '将第七条第一款第四项改为第五项，修改为：“（五）其他条件。”',
      [{ type: 'replace', at: [point(7, 1, 4)], to: [point(7, 1, 5)], text: ['（五）其他条件。'] }]
    ],
    [
      '21 delete articles',
      '删去第十二条、第十三条。',
      [
        { type: 'delete', at: article(12) },
        { type: 'delete', at: article(13) }
      ]
    ],
    ['22 delete a paragraph', '删去第十二条第二款。', [{ type: 'delete', at: paragraph(12, 2) }]],
    [
      '23 merge',
      '将第三条、第四条合并，作为第三条，修改为：“摊主应当登记并亮证。”',
      [{ type: 'merge', at: [article(3), article(4)], to: article(3), text: ['摊主应当登记并亮证。'] }]
    ],
    [
      '24 split',
      '将第七条分为二条，作为第七条、第八条，修改为：“第七条　摊主应当登记。\n\n“第八条　摊主应当亮证。”',
      [
        {
          type: 'split',
          at: article(7),
          to: [article(7), article(8)],
          text: [['第七条　摊主应当登记。', '第八条　摊主应当亮证。']]
        }
      ]
    ],
    ['25 promote', '将第九条第三款改为第十条。', [{ type: 'renumber', at: paragraph(9, 3), to: article(10) }]],
    ['26 demote', '将第十五条改为第十六条第二款。', [{ type: 'renumber', at: article(15), to: paragraph(16, 2) }]],
    [
      '27 move',
      '将第二十条移至第一章，作为第四条。',
      [{ type: 'move', at: article(20), into: { chapter: { value: 1 } }, to: article(4) }]
    ],
    [
      '28 chapters',
      '增加一章，作为第四章“监督”；将第三章章名修改为“经营”；删去第五章；将第六章改为第七章。',
      [
        { type: 'add-structure', to: { chapter: { value: 4 } }, heading: '监督' },
        { type: 'rename-structure', at: { chapter: { value: 3 } }, heading: '经营' },
        { type: 'delete', at: { chapter: { value: 5 } } },
        { type: 'renumber', at: { chapter: { value: 6 } }, to: { chapter: { value: 7 } } }
      ]
    ],
    [
      '29 lead-in',
      '将第十条第一款引言部分修改为：“开办集市应当具备下列条件：”。',
      [{ type: 'replace-lead', at: paragraph(10, 1), text: ['开办集市应当具备下列条件：'] }]
    ],
    [
      '30 annex',
      '将附件一修改为：“登记表。”',
      [{ type: 'replace-attachment', at: { attachment: { value: 1 } }, text: ['登记表。'] }]
    ]
  ]
  it.each(cases)('%s', (_, item, expected) => {
    expect(operations(item)).toEqual(expected)
  })

  const said: [string, object[]][] = [
    ['将本办法名称修改为《某市摊区管理办法》。', [{ type: 'rename', title: '某市摊区管理办法' }]],
    ['将第六条中的“书面”删去。', [{ type: 'delete-phrase', at: [article(6)], text: '书面' }]],
    ['第十二条予以删除。', [{ type: 'delete', at: article(12) }]],
    [
      '将第六条中的“甲”改为“乙”，删去“丙”。',
      [
        { type: 'replace-phrase', at: [article(6)], from: '甲', to: '乙' },
        { type: 'delete-phrase', at: [article(6)], text: '丙' }
      ]
    ],
    ['将条文中的“甲”均修改为“乙”。', [{ type: 'replace-phrase', at: [], everywhere: true, from: '甲', to: '乙' }]],
    [
      '第六条第（三）项修改为：“（三）灯具；”',
      [{ type: 'replace', at: [{ ...article(6), point: { value: 3 } }], text: ['（三）灯具；'] }]
    ],
    [
      '将第三条、第四条合并为一条，作为第三条，修改为：“亮证经营。”',
      [{ type: 'merge', at: [article(3), article(4)], to: article(3), text: ['亮证经营。'] }]
    ],
    ['将第九条第三款单列一条，作为第十条。', [{ type: 'renumber', at: paragraph(9, 3), to: article(10) }]],
    ['将第二十条移至第三条之后，作为第四条。', [{ type: 'renumber', at: article(20), to: article(4) }]],
    [
      '将第二十条调整至第一章，作为第四条。',
      [{ type: 'move', at: article(20), into: { chapter: { value: 1 } }, to: article(4) }]
    ],
    [
      '增加一章，作为第四章，章名为“监督”。',
      [{ type: 'add-structure', to: { chapter: { value: 4 } }, heading: '监督' }]
    ]
  ]
  it.each(said)('read what is said otherwise: %s', (item, expected) => {
    expect(operations(item)).toEqual(expected)
  })

  it('31 consequence, 33 close', () => {
    const { value, messages } = readDecision(
      '# 关于修改《某市集市管理办法》的决定\n\n一、删去第三条。\n\n此外，对条文顺序作相应调整。\n\n本决定自2027年5月1日起施行。\n\n《某市集市管理办法》根据本决定作相应修改，重新公布。\n'
    )
    expect(messages).toEqual([])
    expect(value.effective).toBe('2027年5月1日')
    expect(value.amendments[0]!.operations.map(({ operation }) => operation.type)).toEqual(['delete', 'renumber-rest'])
  })

  it('32 several instruments in one decision', () => {
    const { value } = readDecision(
      '# 关于修改部分规章的决定\n\n一、对《某市集市管理办法》作出修改\n\n（一）删去第三条。\n\n（二）将第五条修改为：“摊主应当亮证。”\n\n二、废止《某市早市规定》。\n'
    )
    expect(value.amendments.map(({ title, repealed, operations: found }) => [title, repealed, found.length])).toEqual([
      ['某市集市管理办法', undefined, 2],
      ['某市早市规定', true, 0]
    ])
  })
})

describe('quotations', () => {
  it('hold other quotations and several paragraphs', () => {
    const [operation] = operations(
      '将第五条修改为：“下列摊位称为“固定摊位”：\n\n“（一）有顶棚的；\n\n“（二）有水电的。\n\n“其他摊位不得冒称“固定摊位”。”'
    )
    expect(operation).toMatchObject({
      text: ['下列摊位称为“固定摊位”：', '（一）有顶棚的；', '（二）有水电的。', '其他摊位不得冒称“固定摊位”。']
    })
  })

  it('may begin on a line of their own, only the first paragraph marked', () => {
    const [operation] = operations('将第五条修改为：\n\n“摊主应当亮证。\n\n证件应当在有效期内。”')
    expect(operation).toMatchObject({ text: ['摊主应当亮证。', '证件应当在有效期内。'] })
  })

  it('may be left out where clauses are announced, up to the next instruction', () => {
    const { value, messages } = readDecision(
      [
        '# 关于修改《某市集市管理办法》的决定',
        '第一条 在第二章中增加一节，作为第三节“夜市”；增加二条，分别作为第九条、第十条。内容如下：',
        '第三节 夜市',
        '第九条 夜市由区政府规划。',
        '规划应当公示。',
        '第十条 夜市摊位增加照明。',
        '第三节相应改为第四节。',
        '第二条 将第五条修改为：“摊主应当亮证经营。”'
      ].join('\n\n')
    )
    expect(messages.map(String)).toEqual([])
    expect(value.amendments.flatMap((amendment) => amendment.operations.map(({ operation }) => operation))).toEqual([
      {
        type: 'add-structure',
        to: { chapter: { value: 2 }, section: { value: 3 } },
        heading: '夜市',
        covers: [article(9), article(10)],
        text: ['第九条 夜市由区政府规划。', '规划应当公示。', '第十条 夜市摊位增加照明。']
      },
      {
        type: 'renumber',
        at: { chapter: { value: 2 }, section: { value: 3 } },
        to: { chapter: { value: 2 }, section: { value: 4 } }
      },
      { type: 'replace', at: [article(5)], text: ['摊主应当亮证经营。'] }
    ])
  })

  it('that never end are reported', () => {
    const { messages } = readDecision('# 关于修改《某办法》的决定\n\n一、将第五条修改为：“摊主应当亮证。\n')
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['quotation-open'])
  })
})

describe('sentences outside the patterns', () => {
  it('are handed to a person with their line', () => {
    const { value, messages } = readDecision(
      '# 关于修改《某办法》的决定\n\n一、第五条的精神适用于其他各条。\n\n二、删去第六条。\n'
    )
    expect(messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([['sentence-not-understood', 3]])
    expect(value.amendments[0]!.operations).toHaveLength(1)
  })

  it.each(['“', '将第条修改为“”', '一、将第一条修改为', '删去', '⟦0⟧'])('are told where they break off: %s', (text) => {
    const { value, messages } = readDecision(text)
    expect(value.amendments).toEqual([])
    expect(messages[0]).toMatchObject({ ruleId: 'sentence-not-understood', line: 1 })
  })

  it.each(['', '一、'])('are none where nothing is said: “%s”', (text) => {
    expect(readDecision(text)).toEqual({ value: { title: undefined, amendments: [] }, messages: [] })
  })
})
