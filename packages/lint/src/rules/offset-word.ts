import { clauseRule, eachMatch } from '../rule.js'
import { counted, source, technique1 } from '../sources.js'

export default clauseRule({
  id: 'offset-word',
  group: 'words',
  summary: { zh: '债务相抵写“抵销”。', en: 'Debts are set off by 抵销.' },
  rationale: '“抵销”是消灭债务的法律行为，“抵消”指作用互相消除。',
  sources: [source(technique1, 'B'), source(`${counted}：法律中十八处比一处`, 'A')],
  kinds: 'all',
  severity: 'warning',
  fix: 'offer',
  good: ['双方互负债务的，可以抵销。', '两种作用互相抵消。', '债权人主张抵销的，应当通知对方。'],
  bad: [
    { text: '双方互负债务的，可以⟦抵消⟧。', fixed: '双方互负债务的，可以抵销。' },
    { text: '保证金可以⟦抵消⟧到期债务。', fixed: '保证金可以抵销到期债务。' },
    { text: '应付款与应收款可以⟦抵消⟧。', fixed: '应付款与应收款可以抵销。' },
    { text: '债权不得⟦抵消⟧的情形由合同约定。', fixed: '债权不得抵销的情形由合同约定。' }
  ],
  check(clause, report) {
    if (!/债[务权]|欠款|应[付收](?:账|货|工程|款|的?款项)/.test(clause.text)) return
    eachMatch(clause, /抵消/g, report, () => ({
      reason: { zh: '债务相抵写“抵销”。', en: 'Debts are set off by “抵销”.' },
      replace: '抵销'
    }))
  }
})
