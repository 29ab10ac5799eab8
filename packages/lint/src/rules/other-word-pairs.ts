import type { Said } from '../finding.js'
import { clauseRule, eachMatch } from '../rule.js'
import { source, technique1, technique2 } from '../sources.js'

interface Pair {
  pattern: RegExp
  replace: string
  reason: Said
}

const pairs: readonly Pair[] = [
  {
    pattern: /外(?=的)(?<=除[^，。；：除外]{1,24}外)(?<![以之境海国内对额室户意例]外)/g,
    replace: '以外',
    reason: { zh: '作定语时写“除……以外的”。', en: 'Before a noun it is “除……以外的”.' }
  },
  {
    pattern: /谋取(?=暴利)/g,
    replace: '牟取',
    reason: { zh: '谋求暴利写“牟取”。', en: 'Excessive profit is “牟取”.' }
  },
  {
    pattern: /牟取(?=(?:合法|正当)(?:利益|权益))/g,
    replace: '谋取',
    reason: { zh: '中性的“求得”写“谋取”。', en: 'In the neutral sense it is “谋取”.' }
  },
  {
    pattern: /依据(?=《[^。]{0,60}制[定订]本)(?<=^为[^。]{0,80}依据)/g,
    replace: '根据',
    reason: { zh: '说明制定依据用“根据”。', en: 'The basis of an instrument is named with “根据”.' }
  },
  {
    pattern: /制订(?=本(?:法|条例|规定|办法|规则|细则))/g,
    replace: '制定',
    reason: { zh: '确定法规文本用“制定”。', en: 'An instrument is made by “制定”.' }
  }
]

export default clauseRule({
  id: 'other-word-pairs',
  group: 'words',
  summary: {
    zh: '容易混用的词：除……以外的、牟取与谋取、根据与依据、制定与制订。',
    en: 'Pairs of words that are easily confused.'
  },
  rationale:
    '只检查能够由上下文确定的几组。会同与商、违法与非法、批准与核准、注销与吊销与撤销、执业与从业，取舍取决于权限和性质，由人判断，本规则不检查。',
  sources: [source(technique1, 'B'), source(technique2, 'B')],
  kinds: 'all',
  severity: 'info',
  fix: 'offer',
  good: [
    '除甲类样品以外的样品，由区样品局保管。',
    '除法律另有规定外，适用本办法。',
    '为了规范样品管理，根据《样品管理条例》，制定本办法。'
  ],
  bad: [
    { text: '除甲类样品⟦外⟧的样品，由区样品局保管。', fixed: '除甲类样品以外的样品，由区样品局保管。' },
    { text: '不得利用样品⟦谋取⟧暴利。', fixed: '不得利用样品牟取暴利。' },
    {
      text: '为了规范样品管理，⟦依据⟧《样品管理条例》，⟦制订⟧本办法。',
      fixed: '为了规范样品管理，根据《样品管理条例》，制定本办法。'
    }
  ],
  check(clause, report) {
    for (const { pattern, replace, reason } of pairs) eachMatch(clause, pattern, report, () => ({ reason, replace }))
  }
})
