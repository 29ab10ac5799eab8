import type { CoverageReport } from '@tiaoli/brief'
import {
  compareCoverage,
  coverDraft,
  createSuggester,
  linkageReport,
  parseBrief,
  renderCoverageCsv,
  renderCoverageHtml,
  renderCoverageJson,
  renderCoverageMarkdown
} from '@tiaoli/brief'
import { createLibrary, linkDocument } from '@tiaoli/library'
import { parseRegulation } from 'remark-regast'
import { describe, expect, it } from 'vitest'
import { coverGarden, fullDraft, garden } from './garden.js'

const flawed = `# <b>某市</b>社区花园管理办法

<!-- 落实: B-1.1, B-9 -->

第一条　为了管理社区花园，制定本办法。

第二条　居民参加应当交押金。
`

function reportOf(draft: string): CoverageReport {
  const brief = garden()
  const { tree } = parseRegulation(draft)
  const linked = linkDocument(tree, { library: createLibrary([]) })
  const { coverage } = coverGarden(draft)
  const older = coverGarden(fullDraft).coverage
  const suggester = createSuggester(brief, tree, { linked })
  return {
    brief,
    coverage,
    comparison: { older, changes: compareCoverage(older, coverage) },
    linkages: linkageReport(brief, tree, linked),
    suggestions: {
      requirements: { 'B-2.1': suggester.articlesFor('B-2.1') },
      articles: { art_2: suggester.requirementsFor('art_2') }
    }
  }
}

describe('a coverage report', () => {
  it('in Markdown puts what is wrong first', () => {
    const text = renderCoverageMarkdown(reportOf(flawed))
    expect(text).toContain('- 必备：共 3 项，已落实 1，未落实 2。')
    expect(text).toContain('第 3 行：第一条：任务书里没有“B-9”这项要求。')
    expect(text).toContain('| B-2.1 公开账目 | 居民委员会定期公开养护账目。 | **未落实** |  | 没有条文声明落实。 |')
    expect(text).toContain('| B-1.3 不收费 | **第二条** | 押金 | 押金 |')
    expect(text).toContain('| B-1.1 目的和依据 | 《某省园林条例》第六条 | 第一条 |')
    expect(text).toContain('下列各项没有可以机械查找的字样，要由人核对：B-1.4 不增加负担。')
    expect(text).toContain('| B-2.1 公开账目 | 已落实 | **未落实** | 第三条 |  |')
    expect(text).toContain('不计入落实')
    const order = [
      '## 落实注释中的问题',
      '## 必备要求中没有完全落实的',
      '## 禁止写入而出现的',
      '## 应当引用而没有引用的文件',
      '## 比上一稿退步的',
      '## 逐项对照'
    ]
    const places = order.map((heading) => text.indexOf(heading))
    expect(places).toEqual([...places].sort((left, right) => left - right))
    expect(places[0]).toBeGreaterThan(0)
  })

  it('says so where all is well', () => {
    const { coverage } = coverGarden(fullDraft)
    const text = renderCoverageMarkdown({ brief: garden(), coverage })
    expect(text).toContain('必备要求都已落实。')
    expect(text).toContain('没有发现禁用语。')
    expect(text).toContain('落实要求的条文都引用了要求衔接的文件。')
    const nothing = coverGarden('# 某市社区花园管理办法\n\n第一条　花园由社区管理。\n').coverage
    expect(renderCoverageMarkdown({ brief: garden(), coverage: nothing })).toContain('都还没有写好的条文，无从核对。')
    expect(text).not.toContain('比上一稿')
    expect(text).not.toContain('可能的对应')
  })

  it('in HTML is one page without scripts, with the matrix, and escapes the draft', () => {
    const page = renderCoverageHtml(reportOf(flawed))
    expect(page).toMatch(/^<!doctype html>/)
    expect(page).not.toMatch(/<script|<b>某市|src=|https?:/)
    expect(page).toContain('Content-Security-Policy')
    expect(page).toContain('<tr id="B-1.1" class="depth-2">')
    expect(page).toContain('<span>第一条</span>')
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
  })

  it('in CSV has a line a requirement and a column a chapter, for spreadsheets', () => {
    const text = renderCoverageCsv(coverGarden(fullDraft).coverage)
    const lines = text.split('\r\n')
    expect(lines[0]).toBe('\uFEFF编号,要求,内容,强度,类别,落实情况,应引未引,说明,来源,第一章 总则,第二章 养护和公开')
    expect(lines).toHaveLength(12)
    expect(lines[9]).toBe(
      'B-2.1,公开账目,居民委员会定期公开养护账目。,必备,内容,已落实,,,居民座谈会记录；《某市绿地规定》第三条,,第三条'
    )
  })

  it('in CSV lets no cell be taken for a formula, and quotes what needs it', () => {
    const brief = garden()
    brief.requirements[0]!.name = '=1+1'
    brief.requirements[0]!.statement = '甲"乙",丙'
    const [, line] = renderCoverageCsv(coverGarden(fullDraft, brief).coverage).split('\r\n')
    expect(line).toMatch(/^B-1,'=1\+1,"甲""乙"",丙",/)
  })

  it('in JSON keeps everything, flat and without the tree', () => {
    const value = JSON.parse(renderCoverageJson(reportOf(flawed)))
    expect(value.requirements.map(({ id, status }: { id: string; status: string }) => `${id} ${status}`)).toContain(
      'B-1.3 contradicted'
    )
    expect(value.requirements[0]).toMatchObject({
      id: 'B-1',
      strengthName: '必备',
      below: ['B-1.1', 'B-1.2', 'B-1.3', 'B-1.4']
    })
    expect(value.requirements[0]).not.toHaveProperty('children')
    expect(value.messages).toMatchObject([{ ruleId: 'trace-unknown' }])
    expect(value.changes.some(({ kind }: { kind: string }) => kind === 'lost')).toBe(true)
    expect(value.linkages).toHaveLength(3)
  })
})

it('says that nothing was to be linked, instead of praising the draft for it', () => {
  const { value: brief } = parseBrief(
    '# 花坛办法起草任务书\n\n- 法规名称：花坛办法\n\n## B-1 养护\n\n规定养护。\n\n- 强度：必备\n- 来源：会议纪要\n'
  )
  const { tree } = parseRegulation('# 花坛办法\n\n<!-- 落实: B-1 -->\n\n第一条　花坛每月养护。\n')
  const linked = linkDocument(tree, { library: createLibrary([]) })
  const coverage = coverDraft(brief, tree, { linked })
  const text = renderCoverageMarkdown({ brief, coverage, linkages: linkageReport(brief, tree, linked) })
  expect(text).toContain('任务书没有要求衔接哪个文件。')
  expect(text).not.toMatch(/都引用了|同有关文件的衔接/)
})
