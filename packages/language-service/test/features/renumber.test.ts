import { expect, test } from 'vitest'
import { type RenumberCommand, RenumberError } from '../../src/index.js'
import { after, edited, type Opened, open } from '../fixture.js'

const draft = `# 码头办法

第一条　甲依照第三条办理。

第|二条　乙。

<!-- 注 -->

第三条　丙依照第二条第一款办理。

第四条　丁适用第二条、第三条。
`

function run(command: RenumberCommand, marked = draft): { text: string; opened: Opened; warnings: string[] } {
  const opened = open(marked)
  const done = opened.service.renumber(opened.uri, command, opened.position)!
  return { text: after(opened, { changes: done.changes }), opened, warnings: done.warnings }
}

test('an article is inserted and the numbers and references after it follow', () => {
  expect(run('insertArticle').text).toBe(`# 码头办法

第一条　甲依照第四条办理。

第二条　乙。

第三条　

<!-- 注 -->

第四条　丙依照第二条第一款办理。

第五条　丁适用第二条、第四条。
`)
})

test('an article moves with its comments, and references keep meaning it', () => {
  expect(run('moveArticleDown').text).toBe(`# 码头办法

第一条　甲依照第二条办理。

<!-- 注 -->

第二条　丙依照第三条第一款办理。

第三条　乙。

第四条　丁适用第三条、第二条。
`)
  expect(run('moveArticleUp').text).toContain('第一条　乙。\n\n第二条　甲依照第三条办理。')
})

test('references to an article that is deleted are left open, so that they do not mean its successor', () => {
  expect(run('deleteArticle').text).toBe(`# 码头办法

第一条　甲依照第二条办理。

<!-- 注 -->

第二条　丙依照第×条第一款办理。

第三条　丁适用第×条、第二条。
`)
})

test('a draft with gaps is numbered through, and drafts that cite it follow', () => {
  const sibling = '# 港区细则\n\n第一条　依照《码头办法》第五条办理。\n'
  const opened = open('# 码头办法\n\n第|一条　甲。\n\n第五条　乙依照第一条办理。\n', {
    drafts: { 'file:///drafts/sibling.md': sibling }
  })
  const { changes, numbers } = opened.service.renumber(opened.uri, 'renumber', opened.position)!
  expect(after(opened, { changes })).toContain('第二条　乙')
  expect(edited(sibling, changes['file:///drafts/sibling.md']!)).toContain('《码头办法》第二条')
  expect(numbers).toBe(1)
})

test('every command leaves a draft in which each reference means what it meant', () => {
  for (const command of ['insertArticle', 'moveArticleUp', 'moveArticleDown'] as const) {
    const { text, opened } = run(command)
    opened.workspace.set(opened.uri, text)
    expect(opened.service.diagnostics(opened.uri).filter(({ code }) => code === 'dangling-ref')).toEqual([])
    expect(text).toMatch(/甲依照第.条办理/)
    const cited = /甲依照(第.条)办理/.exec(text)![1]!
    expect(text).toContain(`${cited}　丙`)
  }
})

test('the first article of a unit cannot move up', () => {
  const { service, uri, position } = open('# 码头办法\n\n第|一条　甲。\n\n第二条　乙。\n')
  expect(() => service.renumber(uri, 'moveArticleUp', position)).toThrow(RenumberError)
})
