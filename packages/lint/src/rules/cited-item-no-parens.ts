import { clauseRule, eachMatch } from '../rule.js'
import { counted, source, technique1 } from '../sources.js'

const bracketed =
  /第[（(]([一二三四五六七八九十百零〇\d]{1,5})[）)](?=项(?!目)|目)|(?<=款)[（(]([一二三四五六七八九十]{1,3})[）)](?=项)/g

export default clauseRule({
  id: 'cited-item-no-parens',
  group: 'citation',
  summary: { zh: '引用项时，序号不加括号。', en: 'No brackets round the number of a cited 项.' },
  rationale: '正文中项的序号加括号，引用时写“第三项”。旧法规中带括号的引用不少，所以对行政法规和规章只作提醒。',
  inPractice: '带括号的引用多见于2009年以前的法律和不少地方性法规，新起草的不再这样写。',
  sources: [
    source(technique1, 'B'),
    source(`${counted}：法律四百六十四处比九十七处，行政法规二百二十七处比三百二十处`, 'A')
  ],
  kinds: 'all',
  severity: 'error',
  severityIn: { 行政法规: 'warning', 规章: 'warning' },
  fix: 'safe',
  good: ['依照第二款第三项的规定处理。', '前款第一项、第二项规定的样品除外。', '样品（三）号由专人保管。'],
  bad: [
    { text: '依照第二款第⟦（三）⟧项的规定处理。', fixed: '依照第二款第三项的规定处理。' },
    { text: '前款第⟦(一)⟧项、第⟦(二)⟧项规定的样品除外。', fixed: '前款第一项、第二项规定的样品除外。' },
    { text: '依照第三条第一款⟦（四）⟧项办理。', fixed: '依照第三条第一款第四项办理。' }
  ],
  check(clause, report) {
    eachMatch(clause, bracketed, report, (match) => {
      const [whole, marked, bare] = match
      const lead = marked === undefined ? 0 : 1
      return {
        start: match.index + lead,
        end: match.index + whole.length,
        reason: { zh: '引用项时，序号不加括号。', en: 'The number of a cited 项 takes no brackets.' },
        replace: marked ?? `第${bare}`
      }
    })
  }
})
