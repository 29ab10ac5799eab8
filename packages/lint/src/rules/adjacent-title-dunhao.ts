import { clauseRule, eachMatch } from '../rule.js'
import { counted, punctuation, source } from '../sources.js'

export default clauseRule({
  id: 'adjacent-title-dunhao',
  group: 'signs',
  summary: { zh: '相邻的书名号之间不用顿号。', en: 'No 、 between titles that stand side by side.' },
  rationale: '公文和党内法规从标点符号国家标准；法律、行政法规的习惯相反，所以对它们不检查。',
  sources: [source(punctuation, 'B'), source(`${counted}：法律的习惯相反，六十八处比九处`, 'A')],
  kinds: ['党内法规', '公文'],
  severity: 'info',
  fix: 'offer',
  good: [
    '依照《甲规定》《乙规定》办理。',
    '依照《甲规定》和《乙规定》办理。',
    '依照《甲规定（试行）》（以下简称甲规定）、《乙规定》办理。'
  ],
  bad: [
    { text: '依照《甲规定》⟦、⟧《乙规定》办理。', fixed: '依照《甲规定》《乙规定》办理。' },
    { text: '适用《甲规定》⟦、⟧《乙规定》⟦、⟧《丙规定》。', fixed: '适用《甲规定》《乙规定》《丙规定》。' },
    {
      text: '执行《甲规则》⟦、⟧《乙细则》的情况应当报告。',
      kind: '公文',
      fixed: '执行《甲规则》《乙细则》的情况应当报告。'
    }
  ],
  check(clause, report) {
    eachMatch(clause, /(?<=》)、(?=《)/g, report, () => ({
      reason: { zh: '相邻的书名号之间不用顿号。', en: 'No “、” between titles that stand side by side.' },
      replace: ''
    }))
  }
})
