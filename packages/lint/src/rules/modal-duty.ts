import { clauseRule, eachMatch } from '../rule.js'
import { counted, source, technique1 } from '../sources.js'

const words = /必须(?!的|品|是)|应该|(?<![必无急仍务尚均方])须(?!知)|(?<![相适反响供对呼感顺照因效理一不策内回报有本])应(?![当该用急对付税收邀诉聘届纳变声考验答战试允季然选力承得有运激力许])/g

export default clauseRule({
  id: 'modal-duty',
  summary: { zh: '一般义务用“应当”，不用“必须”“应该”或者单字“应”“须”。', en: 'An ordinary duty is 应当.' },
  rationale:
    '“应当”是设定义务的通用词。“必须”语气更重，只在强调没有例外时用；“应该”是口语；单字“应”“须”容易与“适应”“必须”一类词相混。确需强调时可以保留“必须”，并用注释说明理由。',
  sources: [source(technique1, 'B'), source(`${counted}：法律中“应当”一万八千余处，“必须”一千余处，“应该”没有`, 'A')],
  kinds: 'all',
  severity: 'warning',
  severityIn: { 党内法规: 'info' },
  fix: 'offer',
  good: ['申请人应当提交样品清单。', '应急处置和相应措施由样品局负责。', '样品须知应当张贴；无须登记的除外。'],
  bad: [
    { text: '申请人⟦必须⟧提交样品清单。', fixed: '申请人应当提交样品清单。' },
    { text: '保管员⟦应该⟧每日检查。', fixed: '保管员应当每日检查。' },
    { text: '领取样品⟦须⟧出示证件，保管员⟦应⟧核对。', fixed: '领取样品应当出示证件，保管员应当核对。' }
  ],
  check(clause, report) {
    eachMatch(clause, words, report, ([word]) => ({
      reason: word === '必须' ? '一般义务用“应当”；“必须”只在强调没有例外时用。' : `一般义务用“应当”，不用“${word}”。`,
      replace: '应当'
    }))
  }
})
