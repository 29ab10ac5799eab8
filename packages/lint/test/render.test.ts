import { renderGithub, renderJson, renderJunit, renderPretty, renderSarif, tally } from '@tiaoli/lint'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { columnsOf } from '../src/render/columns.js'
import { check, only } from './check.js'

const source =
  '# 云川市社区花园管理办法\n\n第一条　花园应当登记，由其它单位养护。\n\n第二条　单位或个人不得侵占花园，依照第九条处理。\n'
const findings = check(source, { rules: only('qita', 'connectives', 'dangling-ref') })
const files = [{ file: '草案/花园, 一.md', source, findings }]
const clean = [{ file: '好.md', source: '', findings: [] }]

describe('for people', () => {
  const pretty = renderPretty(files, { width: 60, color: false })

  test('a marker stands under the Chinese text, two columns a character', () => {
    expect(pretty).toContain(
      [
        '草案/花园, 一.md:3:13  第一条  提醒 qita',
        '  3 │ 第一条　花园应当登记，由其它单位养护。',
        '    │                         ^^^^',
        '  规范用字是“其他”。 可自动更正：“其他”',
        '  说明：tiaoli check --explain qita'
      ].join('\n')
    )
  })

  test('a long line is cut around the marker', () => {
    const [, , second] = renderPretty(files, { width: 44, color: false }).split('\n\n')
    const [, text, marker] = second!.split('\n')
    expect(text).toContain('…')
    const column = marker!.indexOf('^')
    // Every full-width character before the marker takes two columns.
    let width = 0
    let at = 0
    for (; width < column; at++) width += text!.codePointAt(at)! > 0x2e80 ? 2 : 1
    expect(text!.slice(at)).toMatch(/^第九条/)
  })

  test('the last line counts', () => {
    expect(pretty.trimEnd().split('\n').at(-1)).toBe(
      '1 个文件：1 处错误，1 处提醒，1 处提示；其中 1 处可以用 --fix 自动更正。'
    )
    expect(renderPretty(clean, { width: 60, color: false })).toBe('1 个文件，没有发现问题。\n')
    expect(tally(files)).toEqual({ files: 1, errors: 1, warnings: 1, infos: 1, fixable: 1 })
  })

  test('that nothing was found does not pass for all references being right', () => {
    const some = [
      { ...clean[0]!, unverified: { 'unknown-instrument': 2, ambiguous: 1 } },
      { ...clean[0]!, unverified: { ambiguous: 1 } }
    ]
    expect(renderPretty(some, { width: 60, color: false })).toBe(
      '2 个文件，没有发现问题。\n另有 4 处引用未能核对（所引文件不在文库中 2 处，有歧义 2 处），逐处见 tiaoli report。\n'
    )
    expect(renderPretty(some, { width: 60, color: false, language: 'en' })).toBe(
      '2 file(s), nothing found.\n4 reference(s) could not be checked (2 cite what the library does not have, 2 can be read in more than one way); tiaoli report lists them.\n'
    )
    const { files: told, summary } = JSON.parse(renderJson(some))
    expect(told[1]).toEqual({ file: '好.md', findings: [], unverified: { ambiguous: 1 } })
    expect(summary.unverified).toBe(4)
  })

  test('in English where that is asked for', () => {
    const english = renderPretty(files, { width: 80, color: false, language: 'en' })
    expect(english).toContain('  The standard word is “其他”. Fixable: “其他”\n')
    expect(english).toContain('“第九条” of this draft does not exist.')
    expect(english).not.toContain('规范用字')
  })
})

describe('for machines', () => {
  test('JSON', () => {
    const { files: told, summary } = JSON.parse(renderJson(files))
    expect(told[0].findings.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual([
      'qita',
      'connectives',
      'dangling-ref'
    ])
    expect(told[0].findings[0]).toMatchObject({ severity: 'warning', label: '第一条', url: 'docs/rules/qita.md' })
    expect(summary.errors).toBe(1)
  })

  test('SARIF: regions in UTF-16 columns, fixes as replacements, paths as URIs', () => {
    const { runs } = JSON.parse(renderSarif(files))
    const [result] = runs[0].results
    expect(runs[0].tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId)
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: '%E8%8D%89%E6%A1%88/%E8%8A%B1%E5%9B%AD%2C%20%E4%B8%80.md' },
      region: { startLine: 3, startColumn: 13, endLine: 3, endColumn: 15 }
    })
    const [{ deletedRegion, insertedContent }] = result.fixes[0].artifactChanges[0].replacements
    expect(source.slice(deletedRegion.charOffset, deletedRegion.charOffset + deletedRegion.charLength)).toBe('其它')
    expect(insertedContent).toEqual({ text: '其他' })
    expect(JSON.parse(renderSarif(files, 'en')).runs[0].results[0].message.text).toBe('The standard word is “其他”.')
    expect(runs[0].results.map(({ level }: { level: string }) => level)).toEqual(['warning', 'note', 'error'])
  })

  test('GitHub annotations, with commas and colons of properties escaped', () => {
    expect(renderGithub(files).split('\n')[0]).toBe(
      '::warning file=草案/花园%2C 一.md,line=3,endLine=3,col=13,endColumn=15,title=qita::第一条：规范用字是“其他”。'
    )
    expect(renderGithub(files, 'en').split('\n')[0]).toMatch(/::第一条: The standard word is “其他”\.$/)
    expect(renderGithub(clean)).toBe('')
  })

  test('JUnit: hints pass, a clean file is one passing case', () => {
    const xml = renderJunit([...files, ...clean])
    expect(xml).toContain('<testsuite name="草案/花园, 一.md" tests="3" failures="2" errors="0" skipped="0">')
    expect(xml.match(/<failure /g)).toHaveLength(2)
    expect(renderJunit(clean, 'en')).toContain('name="nothing found"')
    expect(xml).toContain('<testcase name="没有发现问题" classname="好.md"/>')
    expect(renderJunit([{ ...files[0]!, file: 'a<&"\u0001.md' }])).toContain('classname="a&lt;&amp;&quot;.md"')
  })
})

describe('columns', () => {
  test.each([
    ['第一条　花园（甲）。', 20],
    ['abc 1-2', 7],
    ['“甲”', 4],
    ['甲…乙', 5],
    ['👨‍👩‍👧', stringWidth('👨‍👩‍👧')],
    ['ｱ', 1],
    ['한글', 4]
  ])('of %j', (text, columns) => expect(columnsOf(text)).toBe(columns))
})
