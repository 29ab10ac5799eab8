import { documentRule } from '../rule.js'
import { partyMaking, source } from '../sources.js'

const elements: readonly { name: string; english: string; pattern: RegExp; cure: string }[] = [
  {
    name: '制定的目的和依据',
    english: 'purpose and basis (“为了……，根据……，制定本X” in article 1)',
    pattern: /为了?[^。]{1,300}(?:根据|依据)[^。]{1,300}制定/,
    cure: '在第一条写“为了……，根据……，制定本X”'
  },
  {
    name: '适用范围',
    english: 'a scope (whom it applies to, or a definition of its subject)',
    pattern: /适用于|适用本|(?:参照|依照)本[^。]{0,4}执行|所称[^。]{1,30}(?:是指|包括|指)/,
    cure: '写明适用于谁，或者定义调整的对象'
  },
  {
    name: '解释机关',
    english: 'an interpreter (“本X由……负责解释”)',
    pattern: /负责解释|解释权|由[^。；]{2,40}解释/,
    cure: '在附则写“本X由……负责解释”'
  }
]

export default documentRule({
  id: 'party-elements',
  group: 'party',
  summary: {
    zh: '党内法规写明目的和依据、适用范围、解释机关。',
    en: 'A Party regulation states purpose and basis, scope and interpreter.'
  },
  rationale: '这些是党内法规应当具备的内容；名称和施行日期由另外的规则检查。',
  sources: [source(partyMaking, 'B')],
  kinds: ['党内法规'],
  severity: 'error',
  fix: 'none',
  good: [
    '# 中共云川省委样品工作规定\n第一条　为了规范样品工作，根据党章，制定本规定。\n第二条　本规定适用于各级党委。\n第三条　本规定由省委负责解释。\n第四条　本规定自2026年7月1日起施行。',
    '# 中共云川省委样品工作规定\n第一条　为了规范样品工作，根据党章，制定本规定。\n第二条　本规定所称样品，是指矿物。\n第三条　本规定由省委组织部解释。\n第四条　本规定自2026年7月1日起施行。',
    '# 关于样品工作的若干准则\n样品应当登记。'
  ],
  bad: [
    '# ⟦中共云川省委样品工作规定⟧\n第一条　为了规范样品工作，根据党章，制定本规定。\n第二条　本规定适用于各级党委。\n第三条　样品应当登记。\n第四条　本规定自2026年7月1日起施行。',
    '# ⟦中共云川省委样品工作规定⟧\n第一条　为了规范样品工作，根据党章，制定本规定。\n第二条　样品应当登记。\n第三条　本规定由省委负责解释。\n第四条　本规定自2026年7月1日起施行。',
    '# ⟦中共云川省委样品工作规定⟧\n第一条　样品应当登记。\n第二条　本规定适用于各级党委。\n第三条　本规定由省委负责解释。\n第四条　本规定自2026年7月1日起施行。'
  ],
  check(document, report) {
    const { titleClause } = document
    if (titleClause === undefined || document.bodyArticles.length < 4 || /^(?:准则|章程)$/.test(document.titleNoun))
      return
    const text = document.bodyClauses.map((clause) => clause.text).join('\n')
    for (const { name, english, pattern, cure } of elements) {
      if (!pattern.test(text))
        report({ clause: titleClause, reason: { zh: `缺少${name}：${cure}。`, en: `It lacks ${english}.` } })
    }
  }
})
