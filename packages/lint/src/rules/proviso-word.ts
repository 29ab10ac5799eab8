import { clauseRule, eachMatch } from '../rule.js'
import { source, technique1 } from '../sources.js'

export default clauseRule({
  id: 'proviso-word',
  group: 'words',
  summary: { zh: '但书以“但是”开头。', en: 'A proviso opens with 但是.' },
  rationale:
    '引出例外的分句写“但是，……”或者“但是……”，不写单字“但”；只检查“除外”“另有规定”一类但书，不检查一般的转折。现行文本中两种写法都有，新起草的用“但是”。',
  inPractice: '“但”与“但是”并存，所以只作提示。',
  sources: [source(technique1, 'B'), source('公开法律文本的统计：两种写法并存', 'A')],
  kinds: 'all',
  severity: 'info',
  fix: 'offer',
  good: ['样品应当返还，但是已经灭失的除外。', '不但登记，而且公示。', '样品应当返还；但是，另有约定的，从其约定。'],
  bad: [
    { text: '样品应当返还，⟦但⟧已经灭失的除外。', fixed: '样品应当返还，但是已经灭失的除外。' },
    { text: '可以延长一次；⟦但⟧延长的期限不得超过十日。', fixed: '可以延长一次；但是延长的期限不得超过十日。' },
    { text: '样品库对公众开放。⟦但⟧闭库期间除外。', fixed: '样品库对公众开放。但是闭库期间除外。' }
  ],
  check(clause, report) {
    eachMatch(
      clause,
      /(?<=[，；。])但(?!是|书|凡)(?=[^。；]{0,60}(?:除外|另有规定|另有约定|不在此限|不得超过|从其约定|从其规定))/g,
      report,
      () => ({ reason: { zh: '但书以“但是”开头。', en: 'A proviso opens with “但是”.' }, replace: '但是' })
    )
  }
})
