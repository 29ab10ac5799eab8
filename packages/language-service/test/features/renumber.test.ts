import fc from 'fast-check'
import { formatNumeral, parseNumeral } from 'regast'
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

test('numbers that stand close together in a line are changed by one edit, and lines are never joined', () => {
  const opened = open('# 码头办法\n\n第|一条　甲。\n\n第二条　乙依照第一条、第二条和第三条办理。\n\n第三条　丙。\n')
  const { changes } = opened.service.renumber(opened.uri, 'insertArticle', opened.position)!
  const edits = changes[opened.uri]!
  expect(edits.map(({ newText }) => newText)).toEqual(['\n\n第二条　', '三条　乙依照第一条、第三条和第四', '四'])
  expect(edits.every(({ range }) => range.start.line === range.end.line)).toBe(true)
  expect(after(opened, { changes })).toContain('第三条　乙依照第一条、第三条和第四条办理。')
})

test('an insertion that was prepared is the one that is made unprepared', () => {
  const articles = Array.from({ length: 40 }, (_, index) => {
    const number = formatNumeral(index + 1)
    return `第${number}条　事项依照第${formatNumeral(40 - index)}条和前条办理，第九十条除外。\n`
  })
  const sibling = '# 港区细则\n\n第一条　依照《码头管理办法》第七条、第三十条办理。\n'
  const drafts = { 'file:///drafts/sibling.md': sibling }
  const opened = open(`# 码头管理办法\n\n${articles.join('\n')}`, { drafts })
  const { service, workspace, uri } = opened
  const insertions = () =>
    [0, 8, 39].map((article) => service.renumber(uri, 'insertArticle', { line: 2 + 2 * article, character: 1 }))
  const before = insertions()
  for (const steps = service.prepareAnswers(uri); !steps.next().done; );
  expect(insertions()).toEqual(before)
  expect(before[1]!.changes['file:///drafts/sibling.md']).toHaveLength(1)

  workspace.change(uri, [{ range: { start: { line: 2, character: 6 }, end: { line: 2, character: 6 } }, text: '新' }])
  const steps = service.prepareAnswers(uri)
  expect(steps.next().done).toBe(false)
  workspace.change(uri, [{ range: { start: { line: 2, character: 6 }, end: { line: 2, character: 7 } }, text: '' }])
  service.quickDiagnostics(uri)
  expect(steps.next().done).toBe(true)
  expect(insertions()).toEqual(before)
  expect(service.prepareAnswers('file:///drafts/none.md').next().done).toBe(true)
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

test('a draft with open numbers is changed and numbered through at once', () => {
  const rough = '# 码头办法\n\n第一条　甲依照第三条办理。\n\n第|X条　乙。\n\n第条　丙。\n\n第三条　丁。\n'
  expect(run('insertArticle', rough).text).toBe(
    '# 码头办法\n\n第一条　甲依照第五条办理。\n\n第二条　乙。\n\n第三条　\n\n第四条　丙。\n\n第五条　丁。\n'
  )
  expect(run('moveArticleDown', rough).text).toBe(
    '# 码头办法\n\n第一条　甲依照第四条办理。\n\n第二条　丙。\n\n第三条　乙。\n\n第四条　丁。\n'
  )
  expect(run('deleteArticle', rough).text).toBe(
    '# 码头办法\n\n第一条　甲依照第三条办理。\n\n第二条　丙。\n\n第三条　丁。\n'
  )
})

test('前条 is called by its number where another article comes between, and keeps its form where none does', () => {
  const relative = '# 码头办法\n\n第|一条　甲。\n\n第二条　依照前条第一款办理。\n\n第三条　依照前条办理。\n'
  expect(run('insertArticle', relative).text).toBe(
    '# 码头办法\n\n第一条　甲。\n\n第二条　\n\n第三条　依照第一条第一款办理。\n\n第四条　依照前条办理。\n'
  )
})

test('what cannot follow a change is told', () => {
  const marked = '# 码头办法\n\n第一条　甲。\n\n第|二条　乙。\n\n第三条　依照前两条办理，适用前条第一款。\n'
  expect(run('insertArticle', marked).warnings).toEqual([
    '第 7 行：引用“前两条”有一处没有改动：所指的条文会改变，请人工核对'
  ])
  expect(run('deleteArticle', marked).warnings.join()).toContain('前条第一款')
})

test('numbers, references and the style of both in a draft with chapters and Arabic numerals', () => {
  const marked =
    '# 码头办法\n\n## 第一章　总则\n\n第1条　甲。\n\n第|2条　乙依照第3条。\n\n## 第二章　附则\n\n第3条　丙依照第二章第3条、第1条。\n'
  expect(run('insertArticle', marked).text).toBe(
    '# 码头办法\n\n## 第一章　总则\n\n第1条　甲。\n\n第2条　乙依照第4条。\n\n第3条　\n\n## 第二章　附则\n\n第4条　丙依照第二章第4条、第1条。\n'
  )
})

/** Which 事项 every 事项 of a draft relies on. */
function meanings(text: string): Map<string, string> {
  const found = [...text.matchAll(/^第(.+?)条　(事项\d+)(?:依照(前条|第.+?条))?办理/gm)]
  const byNumber = new Map(found.map(([, number, name]) => [parseNumeral(number!), name!]))
  return new Map(
    found.flatMap(([, number, name, cited]) => {
      if (cited === undefined) return []
      const value = cited === '前条' ? parseNumeral(number!)! - 1 : parseNumeral(cited.slice(1, -1))
      return [[name!, byNumber.get(value) ?? cited]]
    })
  )
}

test('in any draft every reference means the same clause before and after', () => {
  const article = fc.record({
    cites: fc.option(fc.nat()),
    before: fc.boolean(),
    chapter: fc.integer({ max: 3, min: 0 })
  })
  const commands = fc.constantFrom<RenumberCommand>(
    'insertArticle',
    'deleteArticle',
    'moveArticleUp',
    'moveArticleDown'
  )
  fc.assert(
    fc.property(fc.array(article, { minLength: 3, maxLength: 12 }), commands, fc.nat(), (articles, command, nth) => {
      const at = nth % articles.length
      let chapters = 0
      let draft = '# 码头办法\n'
      for (const [index, { cites, before, chapter }] of articles.entries()) {
        if (chapter === 0) draft += `\n## 第${formatNumeral(++chapters)}章　事项\n`
        const target =
          cites === null
            ? ''
            : before && index > 0
              ? '依照前条'
              : `依照第${formatNumeral((cites % articles.length) + 1)}条`
        draft += `\n第${at === index ? '|' : ''}${formatNumeral(index + 1)}条　事项${index}${target}办理。\n`
      }
      const opened = open(draft)
      let done: ReturnType<Opened['service']['renumber']>
      try {
        done = opened.service.renumber(opened.uri, command, opened.position)
      } catch (error) {
        expect(error).toBeInstanceOf(RenumberError)
        return
      }
      const gone = command === 'deleteArticle' ? `事项${at}` : ''
      const now = meanings(after(opened, { changes: done!.changes }))
      for (const [name, cited] of meanings(opened.text)) {
        if (name === gone || cited === name) continue
        // A reference to what is gone is left open; 前条 has no number to leave open, and is told.
        if (cited === gone) expect(now.get(name) === '第×条' || done!.warnings.join().includes('前条')).toBe(true)
        else expect(now.get(name)).toBe(cited)
      }
    }),
    { numRuns: 200 }
  )
})
