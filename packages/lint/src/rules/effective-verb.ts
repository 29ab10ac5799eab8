import { clauseRule, eachMatch } from '../rule.js'
import { counted, source } from '../sources.js'

const commencement =
  /本(?:法|条例|规定|办法|规则|细则|准则|章程|解释|决定)[^，。；]{0,30}?起(?:正式|开始)?(实施|执行|生效)(?=[。，；]|$)/g

export default clauseRule({
  id: 'effective-verb',
  group: 'clauses',
  summary: { zh: '生效日期条款用“施行”。', en: 'The commencement clause says 施行.' },
  rationale: '“施行”专指法规开始发生效力；“实施”指贯彻，“执行”指办理，“生效”多用于合同和决定。',
  inPractice: '规章的样本很小，其中的旧文本有写“起实施”“起执行”的。',
  sources: [source(`${counted}：法律和行政法规中“起施行”八百三十四处，其他说法两处`, 'A')],
  kinds: 'all',
  severity: 'warning',
  fix: 'safe',
  good: ['本办法自2026年7月1日起施行。', '合同自双方签字之日起生效。', '本办法自公布之日起施行，由市样品局组织实施。'],
  bad: [
    { text: '本办法自2026年7月1日起⟦实施⟧。', fixed: '本办法自2026年7月1日起施行。' },
    { text: '本办法自公布之日起⟦执行⟧。', fixed: '本办法自公布之日起施行。' },
    { text: '本办法自2026年7月1日起正式⟦生效⟧。', fixed: '本办法自2026年7月1日起正式施行。' }
  ],
  check(clause, report) {
    eachMatch(clause, commencement, report, (match) => {
      const end = match.index + match[0].length
      return {
        start: end - 2,
        end,
        reason: { zh: '生效日期条款用“施行”。', en: 'The commencement clause says “施行”.' },
        replace: '施行'
      }
    })
  }
})
