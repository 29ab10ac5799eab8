import { clauseRule, eachMatch } from '../rule.js'
import { practice, source } from '../sources.js'

const open = /第[×xX✕╳＊*＿_□■？?○Ｏ…]{1,4}(?:条|款|项|章|节)|第[ \u3000]+(?:条|款|项|章)|第(?:条|款)(?=的?规定|第)/g

export default clauseRule({
  id: 'ref-placeholder',
  group: 'citation',
  summary: { zh: '引用的序号没有填写。', en: 'A reference whose number was left open.' },
  rationale: '起草中留下的“第×条”必须在送审以前填实。',
  sources: [source(practice, 'A')],
  kinds: 'all',
  severity: 'error',
  fix: 'none',
  good: ['依照第八条的规定办理。', '样品编号为第×号的，单独存放。', '逐条核对引用。'],
  bad: ['依照⟦第×条⟧的规定办理。', '⟦第××条⟧第一款规定的样品除外。', '依照第三条⟦第*项⟧办理，并适用⟦第□款⟧。'],
  check(clause, report) {
    eachMatch(clause, open, report, ([text]) => ({
      reason: { zh: `“${text}”的序号没有填写。`, en: `The number of “${text}” was left open.` }
    }))
  }
})
