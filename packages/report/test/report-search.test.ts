import { linkDocument } from '@tiaoli/library'
import { buildReport, renderHtml, renderMarkdown, reportSheets } from '@tiaoli/report'
import { parseRegulation } from 'remark-regast'
import { describe, expect, it } from 'vitest'
import { draft, exampleLibrary as library, reportOf } from './example.js'

const { tree } = parseRegulation(draft)
const report = buildReport({
  tree,
  links: linkDocument(tree, { library }),
  library,
  searches: [
    {
      query: '公开<账目>',
      hits: [
        {
          address: 'art_4',
          snippet: {
            text: '…应当每季度公开账目。',
            highlights: [
              [6, 8],
              [8, 10]
            ],
            address: 'art_4__para_1'
          }
        },
        { address: 'art_4', snippet: { text: '账本', highlights: [[0, 2]], address: 'art_4__para_1' } },
        { address: '', snippet: { text: '讨论稿', highlights: [], address: '' } }
      ]
    },
    { query: '火箭', hits: [] }
  ]
})

describe('what was looked for', () => {
  it('stands in the report with the labels that a drafter writes', () => {
    expect(report.searches![0]!.hits[0]).toEqual({
      address: 'art_4__para_1',
      label: '第四条第一款',
      segments: [
        { text: '…应当每季度', found: false },
        { text: '公开', found: true },
        { text: '账目', found: true },
        { text: '。', found: false }
      ]
    })
    expect(reportOf().searches).toBeUndefined()
  })

  it('is printed with its words marked, and what has no answer says so', () => {
    const printed = renderMarkdown(report)
    expect(printed).toContain(
      '## 查找“公开\\<账目\\>”\n\n- 第四条第一款：…应当每季度**公开****账目**。\n- 第四条第一款（只有意思相近的词）：**账本**\n- 题注：讨论稿'
    )
    expect(printed).toContain('## 查找“火箭”\n\n没有条文回答这一查找。')
    expect(renderMarkdown(reportOf())).not.toContain('查找')
  })

  it('leads to the clauses on the page', () => {
    const page = renderHtml(report)
    expect(page).toContain('<a class="where" href="#art_4__para_1">第四条第一款</a>')
    expect(page).toContain('id="art_4__para_1"')
    expect(page).toContain('<mark>公开</mark>')
    expect(page).not.toContain('<账目>')
    expect(page).toContain('href="#search-2"')
  })

  it('has a sheet for each query', () => {
    expect(reportSheets(report).at(-2)).toEqual({
      name: '查找“公开<账目>”',
      rows: [
        ['条文', '内容'],
        ['第四条第一款', '…应当每季度公开账目。'],
        ['第四条第一款（只有意思相近的词）', '账本'],
        ['', '讨论稿']
      ]
    })
  })
})
