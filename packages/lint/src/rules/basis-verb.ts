import { clauseRule, eachMatch } from '../rule.js'
import { source, technique1 } from '../sources.js'

const norms = /按照(?=《[^》]{2,40}(?:法|条例|规定|办法|规则|细则|章程|准则)(?:（[^（）]*）)?》|本法|本条例|本规定|本办法|本规则|本细则|前[条款]|法律、|宪法|党章)/g
const bargains = /依照(?=(?:当事人|双方)?(?:的)?(?:约定|合同(?!法)|协议|计划|比例|份额))/g

export default clauseRule({
  id: 'basis-verb',
  summary: { zh: '以规范为依据用“依照”，以约定、计划、比例为依据用“按照”。', en: '依照 a norm, 按照 a contract, plan or share.' },
  rationale: '“依照”后面是法律、法规、条文；“按照”后面是约定、章程、计划、份额、比例；比照类似情形用“参照”。',
  sources: [source(technique1, 'B')],
  kinds: 'all',
  severity: 'warning',
  severityIn: { 党内法规: 'info' },
  fix: 'offer',
  good: ['依照本办法的规定处理。', '按照约定付款，按照份额承担责任。', '按照国家有关规定办理。'],
  bad: [
    { text: '⟦依照⟧约定付款。', fixed: '按照约定付款。' },
    { text: '⟦按照⟧本办法第三条的规定处理。', fixed: '依照本办法第三条的规定处理。' },
    { text: '⟦按照⟧《样品管理条例》办理，费用⟦依照⟧比例分担。', fixed: '依照《样品管理条例》办理，费用按照比例分担。' }
  ],
  check(clause, report) {
    eachMatch(clause, norms, report, () => ({ reason: '以法规或者条文为依据用“依照”。', replace: '依照' }))
    eachMatch(clause, bargains, report, () => ({ reason: '以约定、计划、比例为依据用“按照”。', replace: '按照' }))
  }
})
