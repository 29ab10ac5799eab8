import { documentRule } from '../rule.js'
import { counted, partyMaking, source } from '../sources.js'
import { purposeClause } from './purpose-article.js'

export default documentRule({
  id: 'superior-basis',
  group: 'clauses',
  summary: { zh: '下位文件在第一条写明上位依据。', en: 'Subordinate text names its basis in article 1.' },
  rationale: '规章、地方性法规和党内法规根据上位规定制定，第一条写“根据……”。行政法规写明依据的不到一半，所以不检查。',
  sources: [
    source(`${counted}：地方性法规一千八百七十二件中有一千八百零四件，行政法规百分之四十五`, 'A'),
    source(partyMaking, 'B')
  ],
  kinds: ['规章', '地方性法规', '党内法规'],
  severity: 'warning',
  fix: 'none',
  good: [
    '为了规范样品管理，根据《样品管理条例》，制定本办法。',
    '为了规范样品管理，依据有关法律、法规，结合本市实际，制定本办法。',
    '样品应当登记。',
    '为了保障《样品管理条例》的实施，制定本办法。'
  ],
  bad: [
    '⟦为了规范样品管理，制定本办法。⟧',
    '⟦为了规范样品管理，结合本市实际，制定本办法。⟧',
    { text: '⟦为了加强党对样品工作的领导，制定本规定。⟧', kind: '党内法规' }
  ],
  check(document, report) {
    const clause = purposeClause(document)
    if (
      clause === undefined ||
      /根据|依据|依照|按照|遵照|(?:实施|贯彻|执行)\s*《|(?:保障|保证)《[^。]{1,80}》[^。]{0,20}(?:实施|施行|执行)/.test(
        clause.text
      )
    )
      return
    report({ clause, reason: { zh: '第一条没有写明制定的依据。', en: 'Article 1 does not name the basis.' } })
  }
})
