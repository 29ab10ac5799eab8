import { clauseRule, eachMatch } from '../rule.js'
import { counted, source } from '../sources.js'

const numeral = '[一二三四五六七八九十百千零〇\\d]{1,8}'
const lists = new RegExp(
  `第(${numeral}(?:(?:、|和|或者|及|以及|或)第?${numeral})+)(条|款|项|章|节)(?![件例约程式能日])`,
  'g'
)

export default clauseRule({
  id: 'ref-list-repeat-unit',
  group: 'citation',
  summary: { zh: '并列引用时，每一处都写明单位。', en: 'A list of clauses repeats the unit.' },
  rationale: '写“第二款、第三款”，不写“第二、三款”，读者和检索都不会漏掉中间的条文。',
  sources: [source(`${counted}：法律中没有省略单位的写法`, 'A')],
  kinds: 'all',
  severity: 'warning',
  fix: 'safe',
  good: [
    '依照第二款、第三款的规定办理。',
    '第一、第二样品库由市样品局管理。',
    '第三条、第五条和第七条另有规定的除外。'
  ],
  bad: [
    { text: '依照⟦第二、三款⟧的规定办理。', fixed: '依照第二款、第三款的规定办理。' },
    { text: '⟦第三、五和七条⟧另有规定的除外。', fixed: '第三条、第五条和第七条另有规定的除外。' },
    { text: '符合前款⟦第一、第二项⟧条件的，予以登记。', fixed: '符合前款第一项、第二项条件的，予以登记。' }
  ],
  check(clause, report) {
    eachMatch(clause, lists, report, (match) => {
      const [, members, unit] = match
      const written = members!.replace(new RegExp(`第?(${numeral})`, 'g'), `第$1${unit}`)
      return {
        reason: { zh: `并列引用时，每一处都写明“${unit}”。`, en: `In a list of clauses each one says “${unit}”.` },
        replace: written
      }
    })
  }
})
