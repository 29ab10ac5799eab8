import { clauseRule, eachMatch } from '../rule.js'
import { counted, source, technique2 } from '../sources.js'

export default clauseRule({
  id: 'publish-verb',
  group: 'words',
  summary: { zh: '法律、法规、规章用“公布”，不用“颁布”。', en: 'Norms are 公布, not 颁布.' },
  rationale:
    '公布法规和结果用“公布”（引述过去颁布的文件照旧），发布命令、消息用“发布”，周知事项用“公告”。党内法规用“发布”，不在此列。',
  sources: [source(technique2, 'B'), source(`${counted}：法律中“颁布”十五处`, 'A')],
  kinds: ['法律', '行政法规', '规章', '地方性法规'],
  severity: 'info',
  fix: 'offer',
  good: [
    '本法公布后，旧规定同时废止。',
    '气象部门发布预警消息。',
    '招标公告应当载明样品名称。',
    '本法施行前颁布的样品规定继续有效。'
  ],
  bad: [
    { text: '本法⟦颁布⟧后，旧规定同时废止。', fixed: '本法公布后，旧规定同时废止。' },
    { text: '样品标准由国务院样品主管部门⟦颁布⟧。', fixed: '样品标准由国务院样品主管部门公布。' },
    { text: '法规⟦颁布⟧前登记的样品，继续有效。', kind: '规章', fixed: '法规公布前登记的样品，继续有效。' }
  ],
  check(clause, report) {
    eachMatch(
      clause,
      /(?<!(?:施行|实施|公布|发布)[以之]?前[^，。；]{0,4}|过去|此前|以前|原[^，。；]{0,10}|曾经?|已经?)颁布(?!的《)/g,
      report,
      () => ({ reason: { zh: '法律、法规、规章用“公布”。', en: 'Norms are “公布”.' }, replace: '公布' })
    )
  }
})
