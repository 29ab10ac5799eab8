import tiaoliLint, { clauseRule, createLinter, eachMatch, pluginOfRule, rules } from '@tiaoli/lint'
import remarkParse from 'remark-parse'
import remarkRegast, { parseRegulation } from 'remark-regast'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'

const source = '# 云川市社区花园管理办法\n\n第一条　花园必须登记。\n\n第三条　由其它单位养护。\n'

test('the plugin puts messages on the file that any vfile reporter can print', () => {
  const file = new VFile({ path: '草案.md', value: source })
  const processor = unified().use(remarkParse).use(remarkRegast).use(tiaoliLint, { preset: '规章' })
  processor.runSync(processor.parse(file), file)
  const told = file.messages.map(({ ruleId, line, fatal, source: from }) => ({ ruleId, line, fatal, from }))
  expect(told).toContainEqual({ ruleId: 'modal-duty', line: 3, fatal: false, from: 'tiaoli-lint' })
  // What the parser said of the gap is said once, by the rule about it.
  expect(told.filter(({ line }) => line === 5).map(({ ruleId }) => ruleId)).toEqual(['number-sequence', 'qita'])
  expect(file.messages[0]!.name).toMatch(/^草案\.md:/)
  expect(file.messages.find(({ ruleId }) => ruleId === 'qita')).toMatchObject({
    actual: '其它',
    expected: ['其他'],
    url: 'docs/rules/qita.md',
    address: 'art_3__para_1'
  })
})

test('one rule runs alone as a plugin, set as rules of unified are', () => {
  const told = (id: string, ...setting: Parameters<ReturnType<typeof pluginOfRule>>) => {
    const file = new VFile(source)
    const rule = rules.find((candidate) => candidate.id === id)!
    const processor = unified()
      .use(remarkParse)
      .use(remarkRegast)
      .use(pluginOfRule(rule), ...setting)
    const tree = processor.parse(file)
    file.messages = []
    processor.runSync(tree, file)
    return file.messages.map(({ ruleId, fatal }) => `${ruleId} ${fatal}`)
  }
  expect(told('qita')).toEqual(['qita false'])
  expect(told('qita', 'error')).toEqual(['qita true'])
  expect(told('qita', false)).toEqual([])
  expect(told('qita', 'off')).toEqual([])
  expect(told('modal-duty', ['info', { must: 'never' }])).toEqual([])
  expect(told('modal-duty', [true, { must: 'always' }])).toEqual(['modal-duty false'])
})

test('a rule of one’s own runs alone as a plugin, and beside the rules that ship', () => {
  const bed = clauseRule({
    ...rules.find(({ id }) => id === 'qita')!,
    id: 'house-bed',
    check(clause, report) {
      eachMatch(clause, /花园/g, report, () => ({
        reason: { zh: '称“花坛”。', en: 'The word is “花坛”.' },
        replace: '花坛'
      }))
    }
  })
  const file = new VFile(source)
  const { tree, messages } = parseRegulation(source)
  unified().use(pluginOfRule(bed)).runSync(tree, file)
  expect(file.messages.map(({ ruleId, line, column }) => `${ruleId} ${line}:${column}`)).toEqual(['house-bed 3:5'])
  const input = { tree, source, parserMessages: messages }
  const ids = createLinter({}, [bed])
    .lint(input)
    .map(({ ruleId }) => ruleId)
  expect(ids).toEqual(expect.arrayContaining(['house-bed', 'modal-duty', 'qita']))
  const off = createLinter({ rules: { 'house-bed': 'off' } }, [bed]).lint(input)
  expect(off.map(({ ruleId }) => ruleId)).not.toContain('house-bed')
})
