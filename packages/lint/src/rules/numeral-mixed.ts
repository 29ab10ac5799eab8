import type { ClauseText } from 'regast'
import { formatNumeral, parseNumeral } from 'regast'
import { isQuoted, quotedStretches } from '../quotations.js'
import { documentRule } from '../rule.js'
import { numbers, source } from '../sources.js'

const limits =
  /(?<![第每\d.年月至\-—〇零一二三四五六七八九十百千])(\d{1,4}|[一二两三四五六七八九十百]{1,5})(个工作日|工作日|个月|日|年)(?=以?内|以上|以下|前|后)/g

interface Limit {
  clause: ClauseText
  start: number
  end: number
  value: number
  unit: string
}

export default documentRule({
  id: 'numeral-mixed',
  group: 'signs',
  summary: { zh: '同一类数量用同一种数字。', en: 'One class of quantity, one form of numeral.' },
  rationale: '期限要么都用汉字，要么都用阿拉伯数字；按少数服从多数提示改哪些。年月日和“一年”“三分之二”一类词语不算。',
  inPractice: '规章的样本很小；阿拉伯数字的文本常把“三个月”“两年”留作汉字。',
  sources: [source(numbers, 'A')],
  kinds: 'all',
  severity: 'warning',
  fix: 'offer',
  good: [
    '应当在三十日内答复，十五日内办结。',
    '应当在30日内答复，三分之二以上成员同意。',
    '自2026年7月1日起三十日内办结。'
  ],
  bad: [
    { text: '应当在三十日内答复，十日内公示，⟦15日⟧内办结。', fixed: '应当在三十日内答复，十日内公示，十五日内办结。' },
    {
      text: '第一条　应当在30日内答复。\n第二条　应当在5日内公示。\n第三条　应当在⟦十日⟧内办结。',
      fixed: '第一条　应当在30日内答复。\n第二条　应当在5日内公示。\n第三条　应当在10日内办结。'
    },
    { text: '保存2年以上，公示6个月以内，⟦三年⟧后销毁。', fixed: '保存2年以上，公示6个月以内，3年后销毁。' }
  ],
  *check(document, report) {
    const found: Record<'arabic' | 'chinese', Limit[]> = { arabic: [], chinese: [] }
    for (const clause of document.bodyClauses) {
      yield
      const quoted = quotedStretches(clause.text)
      for (const match of clause.text.matchAll(limits)) {
        const end = match.index + match[0].length
        const value = parseNumeral(match[1]!)
        if (value === undefined || isQuoted(quoted, match.index, end)) continue
        const arabic = /\d/.test(match[1]!)
        // 一年内 stands for a word in many drafts that count in Arabic numerals.
        if (!arabic && /^[一百]$/.test(match[1]!)) continue
        found[arabic ? 'arabic' : 'chinese'].push({ clause, start: match.index, end, value, unit: match[2]! })
      }
    }
    const { arabic, chinese } = found
    if (arabic.length === 0 || chinese.length === 0) return
    const fewer = arabic.length < chinese.length ? arabic : chinese
    const other = fewer === arabic ? chinese : arabic
    for (const { clause, start, end, value, unit } of fewer) {
      report({
        clause,
        start,
        end,
        reason: {
          zh: `本稿期限多用${fewer === arabic ? '汉字' : '阿拉伯'}数字（${other.length}处），这里不一致。`,
          en: `Most time limits of this draft are ${fewer === arabic ? 'Chinese' : 'Arabic'} numerals (${other.length}); this one differs.`
        },
        replace: `${fewer === arabic ? formatNumeral(value) : value}${unit}`,
        related: [
          {
            clause: other[0]!.clause,
            start: other[0]!.start,
            end: other[0]!.end,
            reason: { zh: '例如这一处', en: 'for example here' }
          }
        ]
      })
    }
  }
})
