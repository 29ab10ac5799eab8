import { isPriorParagraph, lociOf } from '../reference-loci.js'
import { documentRule } from '../rule.js'
import { counted, source } from '../sources.js'

export default documentRule({
  id: 'dangling-prior-para',
  group: 'citation',
  summary: { zh: '“前款”之前有款可指。', en: '前款 has a 款 before it.' },
  rationale: '首款里的“前款”没有所指；“前两款”之前要有两款。',
  sources: [source(`${counted}：约十三万条中有五处`, 'A')],
  kinds: 'all',
  severity: 'error',
  fix: 'none',
  needs: 'links',
  good: [
    '第一条　样品应当登记。\n前款规定的登记不收费。',
    '第一条　样品应当登记。\n登记应当公示。\n前两款规定不适用于甲类样品。',
    '第一条　样品分为：\n（一）甲类；\n（二）乙类。\n前款第一项规定的样品由专人保管。'
  ],
  bad: [
    '第一条　⟦前款⟧规定的登记不收费。',
    '第一条　样品应当登记。\n⟦前两款⟧规定不适用于甲类样品。',
    '第一条　样品应当登记。\n第二条　依照⟦前款⟧规定登记的，不收费。'
  ],
  *check(document, report) {
    for (const { reference, clause, start } of document.references) {
      yield
      for (const { locus, target } of lociOf(reference)) {
        if (target.status !== 'dangling' || !isPriorParagraph(locus)) continue
        report({
          clause,
          start: start + locus.start,
          end: start + locus.end,
          reason: {
            zh: `${target.reason ?? '前面没有款'}，改为写明条款的引用。`,
            en: 'Not that many 款 stand before it: cite the clause by its number.'
          }
        })
      }
    }
  }
})
