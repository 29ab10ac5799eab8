import { formatNumeral, parseNumeral } from 'regast'
import type { ClauseFinding } from '../finding.js'
import { type Clause, clauseRule, eachMatch } from '../rule.js'
import { counted, source, technique1 } from '../sources.js'

const arabic =
  /(?<![\d.．第〔[（(年月至\-—:：%号])(\d{1,4})(个?(?:工作日|月)|日|年|小时|万元|元|人|倍|次|周岁)(?![月\d])/g
const chinese =
  /(?<![第每十百千零〇一二三四五六七八九年月分之])([二三四五六七八九十百]{1,4}|一百[二三四五六七八九十零]{0,4}|一)(个?工作日|个月|日)(?=(?:内|以内|以上|以下|前|后))/g

export default clauseRule({
  id: 'numeral-by-genre',
  group: 'signs',
  summary: {
    zh: '法律的数量用汉字，行政法规的期限用阿拉伯数字。',
    en: 'Quantities: Chinese numerals in laws, Arabic in State Council regulations.'
  },
  rationale:
    '法律中的数量用汉字数字；行政法规近年习惯用阿拉伯数字；规章和地方性法规从本单位的习惯，可以用选项设定。年月日用阿拉伯数字。',
  inPractice: '行政法规中用汉字写期限的多是较早的文本。',
  sources: [
    source(technique1, 'A'),
    source(`${counted}：期限用汉字与用阿拉伯数字，法律九百三十五处比没有，行政法规一百一十三处比一千三百五十六处`, 'A')
  ],
  kinds: ['法律', '行政法规'],
  severity: 'warning',
  fix: 'safe',
  options: {
    numerals: {
      default: 'by-kind',
      schema: { enum: ['by-kind', 'chinese', 'arabic'] },
      description: 'by-kind：按文件种类；chinese：数量用汉字；arabic：期限用阿拉伯数字'
    }
  },
  good: ['应当在三十日内办结。', '本法自2026年7月1日起施行。', { text: '应当在30日内办结。', kind: '行政法规' }],
  bad: [
    { text: '应当在⟦30日⟧内办结。', fixed: '应当在三十日内办结。' },
    { text: '可以处⟦200元⟧以下罚款，期限不超过⟦6个月⟧。', fixed: '可以处二百元以下罚款，期限不超过六个月。' },
    { text: '应当在⟦三十日⟧内办结。', kind: '行政法规', fixed: '应当在30日内办结。' }
  ],
  check(clause, report, options) {
    const style = options.numerals === 'by-kind' ? (clause.kind === '法律' ? 'chinese' : 'arabic') : options.numerals
    if (style === 'chinese') toChinese(clause, report)
    else toArabic(clause, report)
  }
})

function toChinese(clause: Clause, report: (finding: ClauseFinding) => void): void {
  eachMatch(clause, arabic, report, (match) => {
    const value = Number(match[1])
    // 2025年, 5月 and 1日 of a date are no quantities.
    if (match[2] === '年' && value > 1000) return undefined
    return {
      reason: { zh: '法律中的数量用汉字数字。', en: 'Quantities in a law are Chinese numerals.' },
      replace: formatNumeral(value) + match[2]
    }
  })
}

function toArabic(clause: Clause, report: (finding: ClauseFinding) => void): void {
  eachMatch(clause, chinese, report, (match) => {
    const value = parseNumeral(match[1]!)
    return value === undefined
      ? undefined
      : { reason: { zh: '期限用阿拉伯数字。', en: 'Time limits are Arabic numerals.' }, replace: `${value}${match[2]}` }
  })
}
