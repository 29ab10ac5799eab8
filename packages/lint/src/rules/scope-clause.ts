import { documentRule } from '../rule.js'
import { practice, source } from '../sources.js'

export default documentRule({
  id: 'scope-clause',
  group: 'clauses',
  summary: { zh: '前几条写明适用范围。', en: 'A scope clause stands near the front.' },
  rationale: '读者要先知道管什么、管谁。定义了调整对象的，可以不另写适用条款。',
  sources: [source(practice, 'B')],
  kinds: ['法律', '行政法规', '规章', '地方性法规', '党内法规'],
  severity: 'info',
  fix: 'none',
  off: { because: '相当多的好法规不写适用条款，由题名和定义即可知其范围，提示过多。' },
  options: { within: { default: 5, schema: { type: 'integer', minimum: 1 }, description: '在前几条之内找' } },
  good: [
    '第一条　为了规范样品管理，制定本办法。\n第二条　本市行政区域内的样品登记，适用本办法。',
    '第一条　为了规范样品管理，制定本办法。\n第二条　本办法适用于本市的样品登记。',
    '第一条　为了规范样品管理，制定本办法。\n第二条　本办法所称样品，是指矿物和化石。'
  ],
  bad: [
    '第一条　⟦为了规范样品管理，制定本办法。⟧\n第二条　样品应当登记。',
    '第一条　⟦为了规范样品登记，制定本办法。⟧\n第二条　市样品局负责登记。\n第三条　登记不收费。',
    {
      text: '第一条　⟦为了规范样品登记，制定本办法。⟧\n第二条　市样品局负责登记。\n第三条　本办法适用于矿物。',
      options: { within: 2 }
    }
  ],
  check(document, report, options) {
    const front = document.bodyArticles.slice(0, Number(options.within))
    const [first] = front
    const clause = first && document.textsUnder(first)[0]
    if (clause === undefined || document.bodyArticles.length < 2) return
    const text = front.flatMap((article) => document.textsUnder(article).map((each) => each.text)).join('\n')
    if (/适用|遵守本|所称[^。]*(?:是指|包括|指)/.test(text)) return
    report({
      clause,
      reason: {
        zh: `前${options.within}条没有写明适用范围。`,
        en: `The first ${options.within} articles do not state the scope.`
      }
    })
  }
})
