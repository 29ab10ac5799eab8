import {
  changedRows,
  compareDrafts,
  comparisonTable,
  renderComparisonCsv,
  renderComparisonHtml,
  renderComparisonMarkdown,
  renderComparisonTerminal
} from '@tiaoli/diff'
import { parseRegulation } from 'remark-regast'
import { describe, expect, it } from 'vitest'
import { draftOf, shipped } from './drafts.js'

const stages = ['1-initial.md', '2-consultation.md', '3-submission.md']

function tableOf(names: string[]) {
  const trees = names.map(shipped)
  const comparisons = trees.slice(1).map((tree, index) => compareDrafts({ tree: trees[index]! }, { tree }))
  return {
    trees,
    table: comparisonTable(
      trees.map((tree, index) => ({ name: `第${index + 1}稿`, tree })),
      comparisons
    )
  }
}

describe('a comparison table', () => {
  for (const names of [stages.slice(0, 2), stages]) {
    it(`has every article of ${names.length} drafts exactly once, with its text`, () => {
      const { trees, table } = tableOf(names)
      for (const [column, tree] of trees.entries()) {
        const expected = JSON.stringify(tree).match(/"address":"art_\d+"/g)!
        const cells = table.rows.flatMap((row) => (row.type === 'article' ? row.cells[column]!.articles : []))
        const articles = cells
          .filter(({ address }) => /^art_\d+$/.test(address))
          .map(({ address }) => `"address":"${address}"`)
        expect(articles.sort()).toEqual(expected.sort())
        for (const { lines } of cells) {
          for (const { text, marks } of lines)
            for (const { start, end } of marks) expect(text.slice(start, end)).not.toBe('')
        }
      }
    })
  }

  it('has a row over all columns for each chapter, in order', () => {
    const { table } = tableOf(stages)
    const headings = table.rows.flatMap((row) => (row.type === 'heading' && row.level === 1 ? [row.cells.at(-1)] : []))
    expect(headings.map((text) => text!.slice(0, 3)).slice(0, 8)).toEqual([
      '第一章',
      '第二章',
      '第三章',
      '第四章',
      '第五章',
      '第六章',
      '第七章',
      '第八章'
    ])
  })

  it('keeps the headings above what changed when the rest is left out', () => {
    const { table } = tableOf(stages.slice(0, 2))
    const rows = changedRows(table.rows)
    expect(rows.length).toBeLessThan(table.rows.length)
    expect(rows[0]).toMatchObject({ type: 'heading' })
    expect(rows.some((row) => row.type === 'article' && row.kind === 'unchanged')).toBe(false)
  })
})

const old = draftOf('第一条　厨房应当<每日>清洁 | 灶台。', '第二条　=记录保存一个月。')
const next = draftOf(
  '第一条　厨房应当<每周>清洁 | 灶台。',
  '第二条　新增的公示要求由区食品部门公布。',
  '第三条　=记录保存一个月。'
)
const comparison = compareDrafts({ tree: old }, { tree: next })
const table = comparisonTable(
  [
    { name: '初稿', tree: old },
    { name: '送审稿', tree: next }
  ],
  [comparison]
)

describe('renderings', () => {
  it('mark new words bold and old words struck through in Markdown, and read nothing as Markdown', () => {
    const text = renderComparisonMarkdown(table)
    expect(text).toContain('| 初稿 | 送审稿 | 修改情况 |')
    expect(text).toMatch(/厨房应当\\<每~~日~~|厨房应当\\<~~每日~~/)
    expect(text).toContain('\\|')
    expect(text).toContain('（新增）')
  })

  it('are HTML without scripts in which nothing of the text is markup', () => {
    const page = renderComparisonHtml(table)
    expect(page).toContain('&lt;')
    expect(page).not.toContain('<每')
    expect(page).toContain("default-src 'none'")
    expect(page).toContain('<td class="gap">（新增）</td>')
  })

  it('are CSV that spreadsheets open, formulas disarmed', () => {
    const csv = renderComparisonCsv(table)
    expect(csv.startsWith('\uFEFF类别,初稿条号,初稿条文,送审稿条号,送审稿条文,修改情况\r\n')).toBe(true)
    expect(csv).toContain("'=记录保存一个月。")
  })

  it('show a terminal what changed, with marks where there are no colours', () => {
    const text = renderComparisonTerminal(comparison, { color: false })
    expect(text.split('\n')[0]).toBe('某市共享厨房管理办法：新增1条，修改1条，仅条号变动1条')
    expect(text).toContain('第二条　新增')
    expect(text).toContain('{+')
    expect(text).not.toContain('\u001B')
    expect(renderComparisonTerminal(comparison, { color: true })).toContain('\u001B[')
  })
  it('say that the name has changed, but not the stage alone', () => {
    const named = (name: string) => parseRegulation(`# ${name}\n\n第一条　厨房应当登记。\n`).tree
    const first = (old: string, next: string) =>
      renderComparisonTerminal(compareDrafts({ tree: named(old) }, { tree: named(next) }), { color: false }).split(
        '\n'
      )[0]
    expect(first('共享厨房管理办法（草案）', '共享厨房条例（送审稿）')).toBe(
      '共享厨房条例（送审稿）：名称由《共享厨房管理办法》改为《共享厨房条例》，未变1条'
    )
    expect(first('共享厨房条例（草案）', '共享厨房条例（送审稿）')).toBe('共享厨房条例（送审稿）：未变1条')
  })
})

it('a comment in a cell of a table is no text of a comparison', () => {
  const fees = (comment: string) => draftOf('第一条　收费如下：', `| 种类 | 收费${comment} |\n| - | - |\n| 大 | 8 |`)
  const trees = [fees(' <!-- 落实: A-1 -->'), fees('')]
  const comparison = compareDrafts({ tree: trees[0]! }, { tree: trees[1]! })
  const columns = trees.map((tree, index) => ({ name: `第${index + 1}稿`, tree }))
  const page = renderComparisonHtml(comparisonTable(columns, [comparison]))
  expect(page).toContain('收费')
  expect(page).not.toContain('A-1')
})
