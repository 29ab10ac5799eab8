import { applyFixes, createLinter, kindOf, rules } from '@tiaoli/lint'
import { describe, expect, test } from 'vitest'
import { check, inputOf, marksOf, only } from './check.js'

const regulation = (...articles: string[]): string =>
  `# 云川市社区花园管理办法\n\n${articles.map((article, index) => `第${'一二三四五六'[index]}条　${article}`).join('\n\n')}\n`
const ids = (source: string, config = {}, more = {}): string[] =>
  check(source, config, more).map(({ ruleId }) => ruleId)

describe('what a finding says', () => {
  const source = regulation('社区花园应当登记。\n\n登记的花园由其它单位养护。')
  const [finding] = check(source, { rules: only('qita') })

  test('the clause, the place and both texts', () => {
    expect(finding).toMatchObject({
      ruleId: 'qita',
      severity: 'warning',
      address: 'art_1__para_2',
      label: '第一条第二款',
      actual: '其它',
      expected: ['其他'],
      position: { start: { line: 5, column: 7 }, end: { line: 5, column: 9 } }
    })
    expect(marksOf(source, [finding!])).toEqual(['其它'])
  })

  test('an only 款 is called by its 条', () => {
    expect(check(regulation('由其它单位养护。'), { rules: only('qita') })[0]!.label).toBe('第一条')
  })
})

describe('the kind of a draft', () => {
  test.each([
    ['党内法规', { kind: '党内法规', title: '花园规定' }],
    ['党内法规', { title: '中国共产党花园工作条例（研究稿）' }],
    ['法律', { title: '中华人民共和国花园法' }],
    ['行政法规', { title: '花园条例', notes: '2026年1月1日国务院令第1号公布' }],
    ['地方性法规', { title: '云川省花园条例' }],
    ['规章', { title: '云川省花园办法', notes: '2026年1月1日云川省人民政府令第1号' }],
    ['公文', { title: '关于花园登记的通知' }],
    [undefined, { title: '花园' }]
  ])('%s', (kind, facts) => expect(kindOf(facts)).toBe(kind))

  test('decides which rules run', () => {
    const duty = regulation('花园应当在30日内登记。')
    expect(ids(duty, { preset: '法律' })).toContain('numeral-by-genre')
    expect(ids(duty, { preset: '规章' })).not.toContain('numeral-by-genre')
  })

  test('decides how much a finding weighs', () => {
    const duty = regulation('花园必须登记。')
    const weight = (preset: '规章' | '党内法规') =>
      check(duty, { preset }).find(({ ruleId }) => ruleId === 'modal-duty')?.severity
    expect([weight('规章'), weight('党内法规')]).toEqual(['warning', 'info'])
  })
})

describe('the configuration', () => {
  const source = regulation('花园由其它单位养护，单位或个人不得侵占。')

  test('switches a rule off, or gives it another weight', () => {
    expect(ids(source, { rules: { qita: 'off' } })).not.toContain('qita')
    expect(check(source, { rules: { qita: 'error' } }).find(({ ruleId }) => ruleId === 'qita')?.severity).toBe('error')
  })

  test('switches a rule on that is off by default, with options', () => {
    const two = regulation('花园应当登记。', '登记不收费。', '本办法适用于社区花园。')
    expect(ids(two, { preset: '规章' })).not.toContain('scope-clause')
    expect(ids(two, { preset: '规章', rules: { 'scope-clause': 'on' } })).not.toContain('scope-clause')
    expect(ids(two, { preset: '规章', rules: { 'scope-clause': ['on', { within: 2 }] } })).toContain('scope-clause')
  })

  test('brings a house dictionary', () => {
    const found = check(source, { dictionary: { avoid: [{ term: '侵占', reason: '用“占用”' }] } })
    expect(found.find(({ ruleId }) => ruleId === 'house-terms')?.reason).toBe('词表中不用“侵占”（用“占用”）。')
  })
})

describe('a comment', () => {
  const base = { rules: only('qita', 'connectives', 'disable-comment') }

  test('silences a rule for the clause behind it', () => {
    const source = regulation('由其它单位养护。').replace('第一条', '<!-- 不检查 qita：上位法原文 -->\n\n第一条')
    expect(ids(source, base)).toEqual([])
  })

  test('does not reach the next article', () => {
    const source = regulation('由其它单位养护。', '由其它个人养护。').replace(
      '第一条',
      '<!-- 不检查 qita：上位法原文 -->\n\n第一条'
    )
    expect(check(source, base).map(({ address }) => address)).toEqual(['art_2__para_1'])
  })

  test('before a 项 silences that 项 alone', () => {
    const source = regulation(
      '养护包括下列内容：\n\n<!-- 不检查 qita：原文 -->\n\n（一）其它植物；\n\n（二）其它设施。'
    )
    expect(check(source, base).map(({ address }) => address)).toEqual(['art_1__para_1__point_2'])
  })

  test('silences a stretch until the rule is switched on again', () => {
    const source =
      `${regulation('由其它单位养护。', '由其它个人养护。')}\n<!-- 恢复检查 qita -->\n\n第三条　由其它组织养护。\n`.replace(
        '第一条',
        '<!-- 停止检查 qita：沿用旧文 -->\n\n第一条'
      )
    expect(check(source, base).map(({ address }) => address)).toEqual(['art_3__para_1'])
  })

  test('silences nothing without a reason, and says so', () => {
    const source = regulation('由其它单位养护。').replace('第一条', '<!-- 不检查 qita -->\n\n第一条')
    expect(ids(source, base)).toEqual(['disable-comment', 'qita'])
  })

  test('that names no rule of that name, or is no longer needed, is reported', () => {
    const misspelt = regulation('由其他单位养护。').replace('第一条', '<!-- 不检查 qta：原文 -->\n\n第一条')
    expect(check(misspelt, base)[0]).toMatchObject({ severity: 'warning', reason: '没有叫“qta”的规则。' })
    const idle = regulation('由其他单位养护。').replace('第一条', '<!-- 不检查 qita：原文 -->\n\n第一条')
    expect(check(idle, base)[0]).toMatchObject({ severity: 'info', ruleId: 'disable-comment' })
  })

  test('that traces a clause to the brief is none of them', () => {
    const source = regulation('由其他单位养护。').replace('第一条', '<!-- 落实: B-3.2 -->\n\n第一条')
    expect(ids(source, base)).toEqual([])
  })
})

describe('a quotation', () => {
  test('is not the draft’s own words', () => {
    expect(ids(regulation('告示写明“其它花园必须登记”。'), { rules: only('qita', 'modal-duty') })).toEqual([])
    expect(ids(regulation('依照《其它花园登记办法》办理。'), { rules: only('qita') })).toEqual([])
  })

  test('with titles inside it is one quotation', () => {
    const quotation = '“依照《甲》《乙》《丙》办理，其它花园必须登记”'
    expect(ids(regulation(`告示写明${quotation}，由其它单位养护。`), { rules: only('qita', 'modal-duty') })).toEqual([
      'qita'
    ])
  })

  test('over several paragraphs is left alone too', () => {
    const source = regulation('将第三条修改为：“花园必须登记。\n\n“其它花园也必须登记。”')
    expect(ids(source, { rules: only('qita', 'modal-duty') })).toEqual([])
  })

  test('is never changed by a fix', () => {
    const source = regulation('其它花园依照“其它花园”的告示养护。')
    const { text } = applyFixes(source, check(source), { offers: true })
    expect(text).toContain('其他花园依照“其它花园”的告示')
  })
})

describe('fixes', () => {
  test('are the smallest edits: everything else stays letter by letter', () => {
    const source =
      '\uFEFF---\nkind: 规章\n---\r\n\r\n# 花园办法\r\n\r\n**第一条** 由其它单位养护，&amp;由其它个人  养护。\r\n'
    const { text, applied } = applyFixes(source, check(source, { rules: only('qita') }))
    expect(applied).toBe(2)
    expect(text).toBe(source.replaceAll('其它', '其他'))
  })

  test('keep away from text that markup interrupts', () => {
    const source = regulation('由其**它**单位养护。')
    const [finding] = check(source, { rules: only('qita') })
    expect(finding).toMatchObject({ ruleId: 'qita' })
    expect(finding!.fix).toBeUndefined()
  })

  test('that overlap are applied one after the other', () => {
    let source = regulation(
      '花园应当登记。',
      '登记应当公示。',
      '养护应当公示。',
      '依照第（一）至（三）项办理，适用第1至3条。'
    )
    for (let round = 0; round < 5; round++) {
      const { text, applied } = applyFixes(source, check(source))
      if (applied === 0) break
      source = text
    }
    expect(applyFixes(source, check(source)).applied).toBe(0)
    expect(source).toContain('适用第一条至第三条')
  })
})

describe('a second look', () => {
  test('finds the same in clauses that it remembers', () => {
    const linter = createLinter()
    const source = regulation('由其它单位养护。', '花园必须登记。')
    const first = linter.lint(inputOf(source))
    expect(linter.lint(inputOf(source))).toEqual(first)
    const longer = regulation('花园的养护：', '由其它单位养护。', '花园必须登记。')
    expect(linter.lint(inputOf(longer)).map(({ ruleId, address }) => `${ruleId} ${address}`)).toEqual(
      createLinter()
        .lint(inputOf(longer))
        .map(({ ruleId, address }) => `${ruleId} ${address}`)
    )
  })
})

describe('the rules', () => {
  test('have ids of their own', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  })

  test('survive any text', () => {
    const odd = [
      '',
      '\n',
      '第',
      '“',
      '《《《',
      '第一条',
      '（一）',
      '# ',
      '---\nkind: 法律\n---',
      '第一条　\u0000\uD800必须',
      '<!-- 不检查 -->'
    ]
    for (const source of odd) {
      for (const preset of ['法律', '党内法规', '公文'] as const)
        expect(check(source, { preset })).toBeInstanceOf(Array)
    }
  })
})
