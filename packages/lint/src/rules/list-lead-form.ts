import { clauseRule, eachMatch } from '../rule.js'
import { counted, source, technique1 } from '../sources.js'

export default clauseRule({
  id: 'list-lead-form',
  group: 'words',
  summary: { zh: '列举情形写“有下列情形之一的，”。', en: 'The lead of a list is 有下列情形之一的，.' },
  rationale: '统一用“下列”，不用“以下”“如下”；情形不写“情况”；假设句以“的”收束。',
  inPractice: '“之一”之后漏写“的”的，连新近的法律也有；“情况”“以下”多见于旧文本；规章的样本很小。',
  sources: [source(technique1, 'B'), source(`${counted}：法律中“有下列”与“有以下”为四百八十处比一处`, 'A')],
  kinds: 'all',
  severity: 'warning',
  fix: 'offer',
  good: [
    '有下列情形之一的，样品应当封存：\n（一）来源不明的；\n（二）标签损毁的。',
    '有下列行为之一，情节严重的，应当调离：\n（一）擅自开封；\n（二）伪造记录。',
    '三人以下的样品库，可以合并。',
    '专管样品，是指具有下列情形之一，由专人保管的样品：\n（一）易碎的；\n（二）易燃的。'
  ],
  bad: [
    {
      text: '有⟦以下⟧情形之一的，样品应当封存：\n（一）来源不明的；\n（二）标签损毁的。',
      fixed: '有下列情形之一的，样品应当封存：\n（一）来源不明的；\n（二）标签损毁的。'
    },
    {
      text: '有下列⟦情况⟧之一的，样品应当封存：\n（一）来源不明的；\n（二）标签损毁的。',
      fixed: '有下列情形之一的，样品应当封存：\n（一）来源不明的；\n（二）标签损毁的。'
    },
    {
      text: '有下列情形⟦之一⟧，样品应当封存：\n（一）来源不明的；\n（二）标签损毁的。',
      fixed: '有下列情形之一的，样品应当封存：\n（一）来源不明的；\n（二）标签损毁的。'
    }
  ],
  check(clause, report) {
    if (!clause.text.includes('之一')) return
    eachMatch(clause, /(?<=有|具有|具备|属于|符合)(?:以下|如下)(?=(?:情形|情况|行为|条件)之一)/g, report, () => ({
      reason: { zh: '列举用“下列”。', en: 'A list is introduced by “下列”.' },
      replace: '下列'
    }))
    eachMatch(clause, /(?<=(?:下列|以下))情况(?=之一(?!时|者))/g, report, () => ({
      reason: { zh: '列举的是“情形”。', en: 'What is listed are “情形”.' },
      replace: '情形'
    }))
    eachMatch(clause, /(?<=有(?:下列|以下)(?:情形|情况|行为))之一(?=，([^：。]{0,200})：)/g, report, (match) =>
      /的(?:，|$)|时，|^[且并]/.test(match[1] ?? '') || /是指[^，。；]*$/.test(clause.text.slice(0, match.index))
        ? undefined
        : {
            reason: { zh: '假设句写“有下列情形之一的，”。', en: 'A condition reads “有下列情形之一的，”.' },
            replace: '之一的'
          }
    )
  }
})
