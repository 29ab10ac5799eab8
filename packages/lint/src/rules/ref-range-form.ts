import { clauseRule, eachMatch } from '../rule.js'
import { counted, source } from '../sources.js'

const ranges =
  /第([一二三四五六七八九十百千零〇\d]{1,8})(?:至|到|—|－|-|～)(?:第)?([一二三四五六七八九十百千零〇\d]{1,8})(条|款|项|章|节|目)|第([一二三四五六七八九十百千零〇\d]{1,8})([条款项章节])(?:到|—|－|-|～)第?([一二三四五六七八九十百千零〇\d]{1,8})\5/g

export default clauseRule({
  id: 'ref-range-form',
  group: 'citation',
  summary: {
    zh: '条文范围写“第三条至第五条”，两端都写单位。',
    en: 'A range of clauses names the unit at both ends, joined by 至.'
  },
  rationale: '两端写明单位，才能确定范围包括哪些条文，也便于机器核对。',
  sources: [source(`${counted}：法律中没有省略单位的写法`, 'A')],
  kinds: 'all',
  severity: 'warning',
  fix: 'safe',
  good: ['依照第三条至第五条的规定办理。', '第一至第三季度分别盘点。', '第二款第一项至第四项规定的样品除外。'],
  bad: [
    { text: '依照⟦第三至五条⟧的规定办理。', fixed: '依照第三条至第五条的规定办理。' },
    { text: '⟦第二到四款⟧规定的样品除外。', fixed: '第二款至第四款规定的样品除外。' },
    { text: '适用⟦第三条—第五条⟧。', fixed: '适用第三条至第五条。' }
  ],
  check(clause, report) {
    eachMatch(clause, ranges, report, (match) => {
      const [, first, last, unit, from, same, upTo] = match
      const name = unit ?? same!
      if (/^(?:件|例|约|程|项|式|目标|能|日)/.test(clause.text.slice(match.index + match[0].length))) return undefined
      return {
        reason: {
          zh: `条文范围的两端都写明“${name}”，用“至”连接。`,
          en: `Both ends of a range say “${name}”, joined by “至”.`
        },
        replace: `第${first ?? from}${name}至第${last ?? upTo}${name}`
      }
    })
  }
})
