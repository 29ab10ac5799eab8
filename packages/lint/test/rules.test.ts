import type { LintInput, Rule } from '@tiaoli/lint'
import { applyFixes, createLinter, exampleOf, prepareExample, rules } from '@tiaoli/lint'
import { parseRegulation } from 'remark-regast'
import { describe, expect, test } from 'vitest'
import { inputOf, libraryOf, only } from './check.js'

type Given = Rule['good'][number]

/** Checks the draft of an example with its rule alone. */
function run(rule: Rule, given: Given, source = prepareExample(rule, given).source) {
  const prepared = prepareExample(rule, given)
  const { example, kind } = prepared
  const linter = createLinter({ rules: { ...only(rule.id), [rule.id]: ['on', example.options ?? {}] } })
  const more: Partial<LintInput> = { library: libraryOf(prepared) }
  if (kind !== undefined) more.kind = kind
  if (example.previous !== undefined) {
    more.previous = parseRegulation(prepareExample(rule, { text: example.previous }).source).tree
  }
  // What the parser has to say of an example beside is no finding of the rule.
  return linter.lint(inputOf(source, more)).filter(({ ruleId }) => ruleId === rule.id)
}

const spokenOf =
  /“[^”]*”|《[^》]*》|〈〉|（一）|准则|条例|规定|办法|规则|细则|党章|组织|领导|自身建设|监督保障|[款项目条节章编]/g

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test('has three good and three bad examples, a rationale and a source', () => {
    expect(rule.good.length).toBeGreaterThanOrEqual(3)
    expect(rule.bad.length).toBeGreaterThanOrEqual(3)
    expect(rule.rationale.length).toBeGreaterThan(10)
    expect(rule.sources.length).toBeGreaterThan(0)
  })

  test.each(rule.good.map((given) => [exampleOf(given).text, given] as const))('passes %j', (_text, given) => {
    expect(run(rule, given).map(({ reason, actual }) => ({ reason, actual }))).toEqual([])
  })

  test.each(rule.bad.map((given) => [exampleOf(given).text, given] as const))('finds %j', (_text, given) => {
    const { source, marks } = prepareExample(rule, given)
    const found = run(rule, given).map(({ position }) => source.slice(position.start.offset, position.end.offset))
    expect(found).toEqual(marks.map(({ start, end }) => source.slice(start, end)))
    expect(run(rule, given).map(({ position }) => position.start.offset)).toEqual(marks.map(({ start }) => start))
  })

  test('says what it finds in two languages', () => {
    for (const given of rule.bad) {
      for (const finding of run(rule, given)) {
        for (const { reason, english } of [finding, ...(finding.related ?? [])]) {
          expect(reason).toMatch(/[\u4e00-\u9fff]/)
          // Chinese stands in English only as the words that are spoken of, and as the names of levels and kinds.
          const bare = english.replace(spokenOf, '')
          expect(bare, english).not.toMatch(/[\u4e00-\u9fff]/)
          expect(bare, english).toMatch(/[a-z]{2}/)
        }
      }
    }
  })

  const mended = rule.bad.filter((given) => exampleOf(given).fixed !== undefined)
  if (rule.fix !== 'none') {
    test('has an example of its fix', () => expect(mended.length).toBeGreaterThan(0))
  }
  test.each(mended.map((given) => [exampleOf(given).text, given] as const))('mends %j, once', (_text, given) => {
    const { source, fixed } = prepareExample(rule, given)
    const first = applyFixes(source, run(rule, given), { offers: true })
    expect(first.text).toBe(fixed)
    expect(run(rule, given, first.text)).toEqual([])
  })
})
