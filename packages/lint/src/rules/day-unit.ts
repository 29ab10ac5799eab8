import { clauseRule, eachMatch } from '../rule.js'
import { practice, source, technique1 } from '../sources.js'

const days = /(?<![第一每\d.])((?:\d+|[一二两三四五六七八九十百]+|数)个?(?:工作)?)天(?!然|文|气|花|津|山|线|平|窗|主|生|车|井|桥|敌|赋|性|下)/g

export default clauseRule({
  id: 'day-unit',
  summary: { zh: '期限的单位用“日”，不用“天”。', en: 'Time limits are counted in 日, not 天.' },
  rationale:
    '期限用“日”计算。限制人身自由或者关系重大权利的期限不用“工作日”，这一点要由人判断，本规则不作检查。',
  sources: [source(practice, 'B'), source(technique1, 'B')],
  kinds: 'all',
  severity: 'warning',
  fix: 'offer',
  good: ['应当在7日内答复。', '自收到之日起三十日内办结。', '保管员每天检查样品两次。'],
  bad: [
    { text: '应当在⟦7天⟧内答复。', fixed: '应当在7日内答复。' },
    { text: '公示期不少于⟦五个工作天⟧。', fixed: '公示期不少于五个工作日。' },
    { text: '样品保存⟦三十天⟧，特殊样品保存⟦90天⟧。', fixed: '样品保存三十日，特殊样品保存90日。' }
  ],
  check(clause, report) {
    eachMatch(clause, days, report, (match) => ({
      reason: '期限的单位用“日”，不用“天”。',
      replace: `${match[1]}日`
    }))
  }
})
