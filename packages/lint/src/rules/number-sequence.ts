import { documentRule } from '../rule.js'
import { counted, legislationLaw65, practice, source } from '../sources.js'

export default documentRule({
  id: 'number-sequence',
  group: 'structure',
  summary: { zh: '序号连续、不重复。', en: 'Numbers run on without gaps or repetition.' },
  rationale:
    '条的序号贯穿全文；章在没有编时贯穿全文；节在每章内、项在每款内重新起算。缺号多半是删去条文后没有顺延，重号多半是插入后没有顺延。',
  inPractice: '文集中有些文本丢失了章的标题或者项的序号。',
  sources: [
    source(legislationLaw65, 'A'),
    source(`节、项重新起算：${practice}`, 'B'),
    source(`${counted}：各项连续的超过百分之九十九`, 'A')
  ],
  kinds: 'all',
  severity: 'error',
  fix: 'none',
  good: [
    '第一条　样品应当登记。\n第二条　登记应当公示。\n第三条　公示期为七日。',
    '第一条　样品应当登记。\n第一条之一　登记不收费。\n第二条　登记应当公示。',
    '第一条　应当提交：\n（一）申请表；\n（二）清单。\n有下列情形之一的，不予登记：\n（一）来源不明的；\n（二）标签损毁的。',
    '第四十条　摘录的样品规定从这里开始。\n第四十一条　登记应当公示。'
  ],
  bad: [
    '第一条　样品应当登记。\n第二条　登记应当公示。\n⟦第四条⟧　公示期为七日。',
    '第一条　样品应当登记。\n第二条　登记应当公示。\n⟦第二条⟧　公示期为七日。',
    '第一条　应当提交：\n（一）申请表；\n⟦（三）⟧清单；\n（四）样品。'
  ],
  check(document, report) {
    const partial = (document.bodyArticles[0]?.number.value ?? 1) > 3
    for (const ruleId of ['number-gap', 'number-duplicate', 'number-order', 'number-start']) {
      for (const message of document.parserMessages(ruleId)) {
        // A text that begins far behind is a part of another, not a draft that lost its beginning.
        if (ruleId === 'number-start' && partial) continue
        report(message)
      }
    }
  }
})
