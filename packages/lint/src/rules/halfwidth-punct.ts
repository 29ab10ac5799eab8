import type { ClauseFinding } from '../finding.js'
import { type Clause, clauseRule, eachMatch } from '../rule.js'
import { punctuation, source } from '../sources.js'

const fullWidth: Record<string, string> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）'
}
const single = /(?<=[\u4e00-\u9fff”》）」])[,;:?!]|[,;:?!](?=[\u4e00-\u9fff“《（「])/g
const bracketed = /\(([^()（）]{0,80})\)/g

export default clauseRule({
  id: 'halfwidth-punct',
  group: 'signs',
  summary: { zh: '中文之间用全角标点。', en: 'Punctuation between Chinese characters is full-width.' },
  rationale: '半角逗号、分号、冒号和括号夹在汉字之间，排版时宽窄不一，检索时也会漏掉。数字之间的不算。',
  inPractice: '文集转换格式时把行政法规和一部分地方性法规的括号、逗号变成了半角，原文是全角。',
  sources: [source(punctuation, 'B')],
  kinds: 'all',
  severity: 'warning',
  fix: 'safe',
  good: [
    '样品、标签和记录，应当一并移交。',
    '比例尺为1:500，误差为3,000分之一。',
    '样品（以下简称甲类样品）由专人保管。'
  ],
  bad: [
    { text: '样品⟦,⟧标签一并移交。', fixed: '样品，标签一并移交。' },
    { text: '样品⟦(⟧以下简称甲类样品⟦)⟧由专人保管。', fixed: '样品（以下简称甲类样品）由专人保管。' },
    {
      text: '下列材料应当提交⟦:⟧\n（一）申请表⟦;⟧\n（二）样品清单。',
      fixed: '下列材料应当提交：\n（一）申请表；\n（二）样品清单。'
    }
  ],
  check(clause, report) {
    if (!/[,;:?!()]/.test(clause.text)) return
    eachMatch(clause, single, report, ([mark]) => ({
      reason: {
        zh: `中文之间的“${mark}”应当用全角“${fullWidth[mark!]}”。`,
        en: `“${mark}” between Chinese characters should be the full-width “${fullWidth[mark!]}”.`
      },
      replace: fullWidth[mark!]!
    }))
    brackets(clause, report)
  }
})

function brackets(clause: Clause, report: (finding: ClauseFinding) => void): void {
  for (const match of clause.text.matchAll(bracketed)) {
    const before = clause.text.charAt(match.index - 1)
    if (!/[\u4e00-\u9fff]/.test(match[1]!) && !/[\u4e00-\u9fff》”]/.test(before)) continue
    for (const at of [match.index, match.index + match[0].length - 1]) {
      const mark = clause.text.charAt(at)
      const right = fullWidth[mark]!
      report({
        start: at,
        end: at + 1,
        reason: {
          zh: `中文之间的“${mark}”应当用全角“${right}”。`,
          en: `“${mark}” between Chinese characters should be the full-width “${right}”.`
        },
        replace: right
      })
    }
  }
}
