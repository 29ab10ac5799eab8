import { clauseRule, eachMatch } from '../rule.js'
import { source, technique1 } from '../sources.js'

const words =
  /(?<!者|、)不准(?![许予确时其]|出境|入境|上诉|撤诉)(?![^，。；：]{0,60}的[，；：])|严禁|(?<!声明)不许(?!可)/g

export default clauseRule({
  id: 'prohibition-word',
  group: 'words',
  summary: {
    zh: '禁止性规范用“不得”（有主语）或者“禁止”（无主语）。',
    en: 'Prohibitions say 不得 with a subject, 禁止 without.'
  },
  rationale:
    '“不准”“严禁”“不许”是口语或者标语用词；“不准出境”一类法定措施的名称除外。“不能”“不应”多指没有能力或者不当，与禁止相区别，由人判断，本规则不检查。',
  inPractice: '“严禁”在安全、环保类法规中仍常见，“不准”多见于旧法规。',
  sources: [source(technique1, 'B')],
  kinds: 'all',
  severity: 'warning',
  severityIn: { 党内法规: 'info' },
  fix: 'offer',
  good: ['任何个人不得转让样品。', '禁止携带火种进入样品库。', '裁定不准许撤回申请。'],
  bad: [
    { text: '任何个人⟦严禁⟧转让样品。', fixed: '任何个人不得转让样品。' },
    { text: '⟦严禁⟧携带火种进入样品库。', fixed: '禁止携带火种进入样品库。' },
    { text: '保管员⟦不准⟧擅自开封，参观人员⟦不许⟧触摸。', fixed: '保管员不得擅自开封，参观人员不得触摸。' }
  ],
  check(clause, report) {
    eachMatch(clause, words, report, (match) => {
      const bare = match.index === 0 || /[，。；：]/.test(clause.text[match.index - 1]!)
      const right = match[0] === '严禁' && bare ? '禁止' : '不得'
      return {
        reason: {
          zh: `禁止性规范用“${right}”，不用“${match[0]}”。`,
          en: `A prohibition is “${right}”, not “${match[0]}”.`
        },
        replace: right
      }
    })
  }
})
