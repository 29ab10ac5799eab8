import { clauseRule, eachMatch } from '../rule.js'
import { source, technique1 } from '../sources.js'

const free = /缴纳(?=[^，。；、]{0,6}?(?:捐款|党费|团费|学费|物业费|押金|订金|定金))/g
const compulsory = /交纳(?=[^，。；、]{0,4}?(?:税款|税金|罚款|罚金|滞纳金|社会保险费|关税))/g

export default clauseRule({
  id: 'pay-word',
  group: 'words',
  summary: { zh: '一般付款用“交纳”，带强制性的用“缴纳”。', en: '交纳 in general, 缴纳 where it is compulsory.' },
  rationale: '税款、罚款、社会保险费等依法必须付的，用“缴纳”；党费、学费、押金等用“交纳”。',
  sources: [source(technique1, 'B')],
  kinds: 'all',
  severity: 'info',
  fix: 'offer',
  good: ['会员应当按时交纳会费。', '用人单位应当依法缴纳社会保险费。', '逾期不缴纳罚款的，加收滞纳金。'],
  bad: [
    { text: '党员应当按月⟦缴纳⟧党费。', fixed: '党员应当按月交纳党费。' },
    { text: '纳税人应当⟦交纳⟧税款。', fixed: '纳税人应当缴纳税款。' },
    {
      text: '借用样品的，应当⟦缴纳⟧押金；逾期归还的，⟦交纳⟧滞纳金。',
      fixed: '借用样品的，应当交纳押金；逾期归还的，缴纳滞纳金。'
    }
  ],
  check(clause, report) {
    eachMatch(clause, free, report, () => ({
      reason: { zh: '一般付款用“交纳”。', en: 'An ordinary payment is “交纳”.' },
      replace: '交纳'
    }))
    eachMatch(clause, compulsory, report, () => ({
      reason: { zh: '依法必须付的款项用“缴纳”。', en: 'A compulsory payment is “缴纳”.' },
      replace: '缴纳'
    }))
  }
})
