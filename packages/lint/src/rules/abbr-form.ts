import { clauseRule, eachMatch } from '../rule.js'
import { counted, source } from '../sources.js'

export default clauseRule({
  id: 'abbr-form',
  group: 'clauses',
  summary: { zh: '“以下简称”后面的简称不加引号。', en: 'No quotation marks round an abbreviation after 以下简称.' },
  rationale: '法律、行政法规的写法是（以下简称X），不加引号；公文的习惯不同，不检查。',
  sources: [source(`${counted}：法律中不加引号的一百零一处，加引号的没有`, 'A')],
  kinds: ['法律', '行政法规'],
  severity: 'info',
  fix: 'safe',
  insideQuotations: true,
  good: [
    '样品登记机关（以下简称登记机关）负责登记。',
    '甲类、乙类样品（以下统称样品）应当登记。',
    '国务院样品主管部门（以下简称主管部门）制定标准。'
  ],
  bad: [
    { text: '样品登记机关（以下简称⟦“登记机关”⟧）负责登记。', fixed: '样品登记机关（以下简称登记机关）负责登记。' },
    { text: '甲类、乙类样品（以下统称⟦“样品”⟧）应当登记。', fixed: '甲类、乙类样品（以下统称样品）应当登记。' },
    {
      text: '国务院样品主管部门（以下简称⟦"主管部门"⟧）制定标准。',
      fixed: '国务院样品主管部门（以下简称主管部门）制定标准。'
    }
  ],
  check(clause, report) {
    eachMatch(clause, /以下(?:简称|统称|合称)为?([“"])([^“”"]{1,30})[”"]/g, report, (match) => {
      const start = match.index + match[0].indexOf(match[1]!)
      return {
        start,
        end: match.index + match[0].length,
        reason: { zh: '简称不加引号。', en: 'An abbreviation takes no quotation marks.' },
        replace: match[2]!
      }
    })
  }
})
