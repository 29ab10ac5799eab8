import { renderMarkdown } from '@tiaoli/report'
import { expect, it } from 'vitest'
import { reportOf } from './example.js'

it('prints problems, instruments and articles in this order', () => {
  const markdown = renderMarkdown(reportOf())
  const headings = markdown.split('\n').filter((line) => line.startsWith('#'))
  expect(headings).toEqual([
    '# 《某市社区花园管理办法（草案）》引用核对报告',
    '## 需要核对的引用',
    '## 引用的文件',
    '## 逐条引用',
    '### 第一章　总则',
    '### 第二章　养护'
  ])
  expect(markdown).toContain('- 【条款不存在】 第三条 （第 15 行）**“第四条、第九条”** → 第九条')
  expect(markdown).toContain('| 《某市绿地规定》 | 规章 | 2020-01-01 | 1 | 1 | 1 | 0 | 0 |')
  expect(markdown).toContain('  - 被引用：第四条第二款、第五条')
})

it('has no table and no heading of nothing', () => {
  const markdown = renderMarkdown(reportOf('# 某市花坛办法\n\n第一条　花坛由街道管理。\n'))
  expect(markdown).not.toContain('|')
  expect(markdown).toContain('## 引用的文件\n\n没有引用任何条款或者文件。')
  expect(markdown).not.toContain('逐条引用')
})

it('counts the targets of instruments under that name, so that its columns add up', () => {
  const report = reportOf('# 某市花坛办法\n\n第一条　依照第二条、第三条办理。\n\n第二条　甲。\n\n第三条　乙。\n')
  expect([report.references, report.targets]).toEqual([1, 2])
  expect(renderMarkdown(report)).toContain('| 文件 | 类别 | 版本 | 目标 | 其中到条款 | 已对应 |')
  expect(renderMarkdown(report)).toContain('| 本文 | — | — | 2 | 2 | 2 |')
})

it('speaks English when asked', () => {
  const markdown = renderMarkdown(reportOf(), 'en')
  expect(markdown).toContain('## References to be checked')
  expect(markdown).toContain('(no such clause)')
})

it('lets nothing of the draft be read as Markdown', () => {
  const markdown = renderMarkdown(reportOf('# 某市*花坛*|办法\n\n第一条　依照\\*第九\\*条和第七条|表办理。\n'))
  expect(markdown).not.toMatch(/(?<!\\)\*花坛/)
  expect(
    markdown
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .every((line) => line.split(/(?<!\\)\|/).length > 5)
  ).toBe(true)
})

it('calls an annex by its own word', () => {
  const annex = '附表3　品种\n\n第一条　茶具依照《某市茶具规定》分类。\n'
  const markdown = renderMarkdown(reportOf(`# 某市茶摊办法\n\n第一条　品种依照附表3第一条确定。\n\n${annex}`))
  expect(markdown).toContain('引用“附表3第一条” → 附表三第一条')
  expect(markdown).toContain('【文库未收录】 附表三第一条 （第 ')
  expect(markdown).not.toContain('附件')
})
