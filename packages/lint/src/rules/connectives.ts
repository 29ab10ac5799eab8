import { clauseRule, eachMatch } from '../rule.js'
import { source, technique1 } from '../sources.js'

export default clauseRule({
  id: 'connectives',
  group: 'words',
  summary: { zh: '表示选择用“或者”，不用单字“或”。', en: 'A choice is 或者, not 或.' },
  rationale: '“和”连接并列成分，“以及”之前是主要的、之后是次要的，这两条要由人判断；“或者”表示选择，可以检查。',
  inPractice: '单字“或”在旧法规和党章中常见，所以只作提示。',
  sources: [source(technique1, 'A'), source('单字“或”的禁用见通行的起草要求', 'B')],
  kinds: 'all',
  severity: 'info',
  fix: 'offer',
  good: ['单位或者个人可以申请。', '由甲、乙或者丙方办理。', '或许出现的争议由市样品局处理。'],
  bad: [
    { text: '单位⟦或⟧个人可以申请。', fixed: '单位或者个人可以申请。' },
    { text: '申请书以书面⟦或⟧电子形式提交。', fixed: '申请书以书面或者电子形式提交。' },
    { text: '丢失⟦或⟧损毁样品的，应当赔偿⟦或⟧重新采集。', fixed: '丢失或者损毁样品的，应当赔偿或者重新采集。' }
  ],
  check(clause, report) {
    eachMatch(clause, /(?<![抑间即和/])或(?![者许是多缺然有/])(?!少)/g, report, () => ({
      reason: { zh: '表示选择用“或者”。', en: 'A choice is “或者”.' },
      replace: '或者'
    }))
  }
})
