import type { GraphDocument, Library } from '@tiaoli/library'
import { createLinkGraph, graphDocumentOf, linkDocument } from '@tiaoli/library'
import type { WorkspaceReport } from '@tiaoli/report'
import {
  buildReport,
  buildWorkspaceReport,
  renderCsv,
  workspaceHtml,
  workspaceMarkdown,
  workspaceRows,
  workspaceSheets
} from '@tiaoli/report'
import { parseRegulation } from 'remark-regast'
import { beforeAll, describe, expect, it } from 'vitest'
import { draft, exampleLibrary } from './example.js'

const second = `# 某市街心花园办法

第一条　为了管理街心花园，根据《某省园林条例》，参照《某国花园法》<注>，制定本办法。

第二条　街心花园依照《某市绿地规定》第九条和《某省园林条例》第三条管理。
`

function read(
  text: string,
  library: Library,
  stage: string
): { report: ReturnType<typeof buildReport>; references: GraphDocument } {
  const { tree } = parseRegulation(text)
  const links = linkDocument(tree, { library })
  const title = links.title ?? ''
  return {
    report: buildReport({ tree, links, library, title, stage, file: `${stage}.md` }),
    references: graphDocumentOf(links, text, { title }, library)
  }
}

describe('the report of a workspace', () => {
  let report: WorkspaceReport
  beforeAll(() => {
    const drafts = [read(draft, exampleLibrary, '讨论稿'), read(second, exampleLibrary, '送审稿')]
    const graph = createLinkGraph({ documents: drafts.map(({ references }) => references), library: exampleLibrary })
    report = buildWorkspaceReport({ drafts, library: exampleLibrary, graph })
  })

  it('sums up the drafts and what they lean on together', () => {
    const [first, other] = report.drafts.map((entry) => entry.report)
    expect(report.references).toBe(first!.references + other!.references)
    expect(report.counts.dangling).toBe(first!.counts.dangling + other!.counts.dangling)
    expect(report.instruments[0]).toMatchObject({ title: '某省园林条例', role: 'basis', drafts: ['d1', 'd2'] })
    expect(report.missing.map(({ title, references, drafts }) => [title, references, drafts])).toEqual([
      ['某国花园法', 1, ['d2']],
      ['某县花坛办法', 1, ['d1']]
    ])
    expect(report.drafts[1]!.basis.above.map(({ title }) => title)).toContain('某省园林条例')
  })

  it('prints what needs checking under the draft that it stands in', () => {
    const text = workspaceMarkdown(report)
    expect(text).toMatch(/### 某市街心花园办法（送审稿）\n\n- 【文库未收录】 第一条 （第 3 行）\*\*“《某国花园法》”/)
    expect(text).toContain('没有循环引用。')
    expect(text).toContain('- **《某市街心花园办法（送审稿）》**\n- 　← 《某省园林条例》（第一条第一款）')
  })

  it('has a row for every target in the tables', () => {
    const rows = workspaceRows(report)
    expect(rows).toHaveLength(report.targets + 1)
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([9]))
    expect(renderCsv(rows)).toContain('某市街心花园办法（送审稿）')
    const sheets = workspaceSheets(report)
    expect(sheets.map(({ name }) => name)).toEqual([
      '草案',
      '引用',
      '需要核对的引用',
      '依靠的文件',
      '文库中缺少文本的文件'
    ])
    expect(sheets[2]!.rows).toHaveLength(report.targets - report.counts.resolved + 1)
  })

  it('is a page with a picture and lists to choose from, without a script', () => {
    const page = workspaceHtml(report)
    expect(page).not.toMatch(/<script|https?:|<注>/)
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!)
    const links = [...page.matchAll(/ href="#([^"]+)"/g)].map((match) => match[1]!)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    expect(links.filter((link) => !ids.includes(link))).toEqual([])
    expect(page).toContain('<svg class="tl"')
    // What can be chosen is in the rows, and what is chosen hides the rest by a rule of its own.
    for (const [, value] of page.matchAll(/<option value="([^"]+)"/g)) {
      if (value === 'all') continue
      expect(page).toContain(`option[value="${value}"]:checked) tr.row:not(.${value})`)
      expect(page).toMatch(new RegExp(`class="[^"]*\\b${value}\\b`))
    }
  })

  it('has no table of nothing where the drafts refer to no other text', () => {
    const drafts = [read('# 某市花坛办法\n\n第一条　花坛由街道管理。\n', exampleLibrary, '讨论稿')]
    const graph = createLinkGraph({ documents: drafts.map(({ references }) => references), library: exampleLibrary })
    const alone = buildWorkspaceReport({ drafts, library: exampleLibrary, graph })
    expect(workspaceMarkdown(alone)).toContain('## 依靠的文件\n\n各份草案都没有引用其他文件。')
    expect(workspaceHtml(alone)).toMatch(
      /<section id="instruments">(?:(?!<\/section>|<table)[\s\S])*各份草案都没有引用其他文件。/
    )
  })

  it('counts a reference that names one missing text twice as one', () => {
    const drafts = [
      read('# 某市花坛办法\n\n第一条　依照《某国花园法》第二条、第五条管理花坛。\n', exampleLibrary, '讨论稿')
    ]
    const graph = createLinkGraph({ documents: drafts.map(({ references }) => references), library: exampleLibrary })
    const { missing, instruments } = buildWorkspaceReport({ drafts, library: exampleLibrary, graph })
    expect(missing.map(({ title, references }) => [title, references])).toEqual([['某国花园法', 1]])
    expect(instruments[0]!.clauses).toBe(2)
  })
})
