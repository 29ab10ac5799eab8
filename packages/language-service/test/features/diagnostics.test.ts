import { expect, test } from 'vitest'
import { DiagnosticSeverity } from 'vscode-languageserver-types'
import { after, edited, open, wordsAt } from '../fixture.js'
import { sea } from '../regulations.js'

const faulty = `# 码头管理办法

第一条　依照第九条和《海岛旧章》登记。

第二条　码头应当依照《某某规程》在7天内报告。

第四条　本办法自2027年1月1日起施行。
`

test('parser, references and drafting rules speak, each once', () => {
  const { service, uri, text } = open(faulty, sea)
  const shown = service
    .diagnostics(uri)
    .map(({ code, range, severity }) => `${severity} ${code} ${wordsAt(text, range)}`)
  expect(shown).toContain(`${DiagnosticSeverity.Error} dangling-ref 第九条`)
  expect(shown).toContain(`${DiagnosticSeverity.Hint} unknown-instrument 《某某规程》`)
  expect(shown.filter((line) => line.includes('海岛旧章'))).toHaveLength(1)
  expect(shown.filter((line) => line.includes('dangling-ref'))).toHaveLength(1)
  expect(shown.some((line) => line.includes('day-unit 7天'))).toBe(true)
})

test('before the rules have run, parser and references speak at once', () => {
  const { service, uri, text } = open(faulty, sea)
  const codes = service.quickDiagnostics(uri).map(({ code, range }) => `${code} ${wordsAt(text, range)}`)
  expect(codes).toContain('dangling-ref 第九条')
  expect(codes).toContain('stale-external-ref 《海岛旧章》')
  expect(codes.some((line) => line.startsWith('number-gap'))).toBe(true)
  expect(service.isFullyDiagnosed(uri)).toBe(false)
})

test('while somebody types, findings elsewhere stay and move along, and those in the changed words go', () => {
  const { service, uri, workspace } = open(faulty, sea)
  const before = service.diagnostics(uri)
  workspace.change(uri, [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n\n' }])
  const moved = service.quickDiagnostics(uri)
  expect(moved.map(({ code }) => code)).toEqual(before.map(({ code }) => code))
  expect(moved.map(({ range }) => range.start.line)).toEqual(before.map(({ range }) => range.start.line + 2))
  workspace.set(uri, faulty.replace('7天', '7日'))
  expect(service.quickDiagnostics(uri).map(({ code }) => code)).not.toContain('day-unit')
  expect(service.diagnostics(uri).map(({ code }) => code)).not.toContain('day-unit')
})

test('a rule that is off is silent', () => {
  const { service, uri } = open(faulty, { ...sea, lint: { rules: { 'dangling-ref': 'off', 'day-unit': 'off' } } })
  const codes = [...service.diagnostics(uri), ...service.quickDiagnostics(uri)].map(({ code }) => code)
  expect(codes).not.toContain('dangling-ref')
  expect(codes).not.toContain('day-unit')
})

function actions(marked: string): { titles: string[]; take: (title: string) => string } {
  const opened = open(marked, sea)
  const { service, uri, position } = opened
  const found = service.codeActions(uri, { start: position, end: position }, service.diagnostics(uri))
  return {
    titles: found.map(({ title }) => title),
    take: (title) => after(opened, found.find((action) => action.title === title)!.edit)
  }
}

test('a fix of a rule can be taken', () => {
  const { titles, take } = actions('# 码头管理办法\n\n第一条　码头应当在7|天内报告。\n')
  expect(titles[0]).toContain('日')
  expect(take(titles[0]!)).toContain('7日内')
})

test('a fix can be taken while the rules have not looked at the change elsewhere yet', () => {
  const opened = open('# 码头管理办法\n\n第一条　码头应当登记。\n\n第二条　码头应当在7|天内报告。\n', sea)
  const { service, uri, workspace, position } = opened
  service.diagnostics(uri)
  const start = { line: 2, character: 4 }
  workspace.change(uri, [{ range: { start, end: start }, text: '各类\n\n' }])
  const at = { line: position.line + 2, character: position.character }
  const [fix] = service.codeActions(uri, { start: at, end: at }, [])
  expect(service.isFullyDiagnosed(uri)).toBe(false)
  const text = workspace.draft(uri)!.getText()
  expect(edited(text, fix!.edit!.changes![uri]!)).toBe(text.replace('7天', '7日'))
  workspace.change(uri, [{ range: { start: at, end: at }, text: '0' }])
  expect(service.codeActions(uri, { start: at, end: at }, []).filter(({ edit }) => edit)).toEqual([])
})

test('the rules are run in small steps, and given up where the draft changes meanwhile', () => {
  const { service, uri, workspace } = open(faulty, sea)
  const whole = open(faulty, sea).service.diagnostics(uri)
  const left = service.check(uri)
  expect(left.next().done).toBe(false)
  workspace.set(uri, `${faulty}\n`)
  service.quickDiagnostics(uri)
  expect(left.next().done).toBe(true)
  expect(service.isFullyDiagnosed(uri)).toBe(false)
  workspace.set(uri, faulty)
  const steps = service.check(uri)
  while (!steps.next().done) service.quickDiagnostics(uri)
  expect(service.isFullyDiagnosed(uri)).toBe(true)
  expect(service.quickDiagnostics(uri)).toEqual(whole)
})

test('did you mean: clauses that are there, those written alike first', () => {
  const draft = [
    '# 码头管理办法',
    ...Array.from(
      { length: 14 },
      (_, index) => `第${'一二三四五六七八九十'[index] ?? ['十一', '十二', '十三', '十四'][index - 10]}条　甲。`
    )
  ].join('\n\n')
  const { titles, take } = actions(`${draft}\n\n依照第二十|二条办理。\n`)
  expect(titles[0]).toBe('是不是第十二条？')
  expect(take('是不是第十二条？')).toContain('依照第十二条办理。')
})

test('did you mean: the 款 that has the 项', () => {
  const { titles, take } = actions(
    '# 码头管理办法\n\n第一条　甲。\n\n包括：\n\n（一）乙；\n\n（二）丙。\n\n第二条　依照第一条第一款第|二项办理。\n'
  )
  expect(titles).toContain('是不是第二款？')
  expect(take('是不是第二款？')).toContain('第一条第二款第二项')
})

test('the instrument that took the place of a repealed one, and a title that is spelt almost so', () => {
  const repealed = actions('# 码头管理办法\n\n第一条　适用《海岛|旧章》。\n')
  expect(repealed.take('改引《海岛保护章程》')).toContain('适用《海岛保护章程》。')
  const misspelt = actions('# 码头管理办法\n\n第一条　适用《海湾渔业管里|条例》。\n')
  expect(misspelt.take('是不是《海湾渔业管理条例》？')).toContain('适用《海湾渔业管理条例》。')
})

test('every safe fix at once', () => {
  const opened = open('# 码头管理办法\n\n第一条　码头应当登记其它船舶，不得拒绝其它申请。\n', sea)
  const { service, uri } = opened
  const range = { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } }
  const [action] = service.codeActions(uri, range, [], ['source.fixAll'])
  const text = after(opened, action?.edit)
  expect(text).toContain('登记其他船舶，不得拒绝其他申请')
})

test('commands on an article are offered at its number', () => {
  const { titles } = actions('# 码头管理办法\n\n第|一条　甲。\n')
  expect(titles).toContain('在本条之后插入一条，条号和引用随之调整')
})
