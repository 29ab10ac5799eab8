import { clauseRule, eachMatch } from '../rule.js'
import { counted, source, technique2 } from '../sources.js'

const made =
  /做出(?=[^，。；：、]{0,10}?(?:决定|裁定|判决|决议|裁决|规定|解释|答复|处理|处罚|处分|批准|批复|说明|结论|安排|部署|判断|鉴定|评价|认定|承诺|修改|调整|意见))/g

export default clauseRule({
  id: 'zuo-chu',
  group: 'words',
  summary: { zh: '与“决定”一类名词搭配用“作出”。', en: 'Decisions are 作出, not 做出.' },
  rationale: '“作出”与决定、处理、解释等抽象行为搭配；“做出”留给贡献、成绩一类结果。',
  sources: [source(technique2, 'B'), source(`${counted}：法律中“作出”与“做出”约为一千六百余处比一百四十余处`, 'A')],
  kinds: 'all',
  severity: 'warning',
  fix: 'safe',
  good: [
    '主管部门应当自受理之日起15日内作出决定。',
    '对做出突出贡献的个人给予奖励。',
    '在样品保管中做出显著成绩的，予以表扬。'
  ],
  bad: [
    { text: '主管部门应当在15日内⟦做出⟧决定。', fixed: '主管部门应当在15日内作出决定。' },
    { text: '对复核申请应当⟦做出⟧书面答复。', fixed: '对复核申请应当作出书面答复。' },
    { text: '不服前款⟦做出⟧的处理的，可以申诉。', fixed: '不服前款作出的处理的，可以申诉。' }
  ],
  check(clause, report) {
    eachMatch(clause, made, report, () => ({
      reason: { zh: '与决定、处理一类名词搭配用“作出”。', en: 'Decisions and the like are “作出”.' },
      replace: '作出'
    }))
  }
})
