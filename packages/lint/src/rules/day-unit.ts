import { clauseRule, eachMatch } from '../rule.js'
import { practice, source, technique1 } from '../sources.js'

const amount = '((?:\\d+|[一二两三四五六七八九十百]+)个?(?:工作)?)天'
const days = new RegExp(
  `(?<![第每\\d.]|(?:每[周月年]|会期)[^，。；]{0,16})(?:${amount}(?=以?内|之内|以上|以下|前|后|期满|(?<=超过[^，。；天]{1,8}天)(?:未|仍|不|没有))|(?<=(?:期限?|时限|延长|延期)[^。；天]{0,24}(?:不少于|不得少于|不超过|不得超过|超过|最长)|至少提前|提前|期限[为是]|(?:公示|公告|答复|办理|审查|保管|试用)期[为是])${amount}(?![产假工]|的(?![，。；])))`,
  'g'
)

export default clauseRule({
  id: 'day-unit',
  group: 'words',
  summary: { zh: '期限的单位用“日”，不用“天”。', en: 'Time limits are counted in 日, not 天.' },
  rationale:
    '期限用“日”计算；产假、工时、培训一类持续的天数不算期限。限制人身自由或者关系重大权利的期限不用“工作日”，这一点要由人判断，本规则不作检查。',
  sources: [source(practice, 'B'), source(technique1, 'B')],
  kinds: 'all',
  severity: 'warning',
  fix: 'offer',
  good: [
    '应当在7日内答复。',
    '自收到之日起三十日内办结。',
    '保管员每天检查样品两次，每周工作五天。',
    '培训累计不得少于五天。'
  ],
  bad: [
    { text: '应当在⟦7天⟧内答复。', fixed: '应当在7日内答复。' },
    { text: '公示期为⟦5天⟧，超过⟦10天⟧未领取的，视为放弃。', fixed: '公示期为5日，超过10日未领取的，视为放弃。' },
    { text: '公示期不少于⟦五个工作天⟧。', fixed: '公示期不少于五个工作日。' },
    { text: '⟦三十天⟧以内不领取的，延长期限不得超过⟦90天⟧。', fixed: '三十日以内不领取的，延长期限不得超过90日。' }
  ],
  check(clause, report) {
    eachMatch(clause, days, report, (match) => ({
      reason: { zh: '期限的单位用“日”，不用“天”。', en: 'Time limits are counted in “日”, not “天”.' },
      replace: `${match[1] ?? match[2]}日`
    }))
  }
})
