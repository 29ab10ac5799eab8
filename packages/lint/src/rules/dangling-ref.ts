import { isPriorParagraph, lociOf } from '../reference-loci.js'
import { documentRule } from '../rule.js'
import { counted, source } from '../sources.js'

/** Reasons that tell of a reference read in a text that is no regulation of its own. */
const unanchored = /^(?:这里不在任何|这里没有这一层级)/

export default documentRule({
  id: 'dangling-ref',
  group: 'citation',
  summary: { zh: '所引的条、款、项存在。', en: 'The cited 条, 款 or 项 exists.' },
  rationale: '引用的条文不存在，多半是增删条文之后没有跟着改。已颁行的法规中几乎没有这种差错，草案中的每一处都要改。',
  sources: [source(`${counted}：二千七百九十六处自引中有三处`, 'A')],
  kinds: 'all',
  severity: 'error',
  fix: 'none',
  needs: 'links',
  good: [
    '第一条　样品应当登记。\n第二条　登记依照第一条办理。',
    '第一条　样品分为：\n（一）甲类；\n（二）乙类。\n第二条　本办法第一条第二项规定的样品除外。',
    '第一条　样品应当登记。\n登记不收费。\n第二条　本办法第一条第二款不适用于甲类样品。'
  ],
  bad: [
    '第一条　样品应当登记。\n第二条　登记依照⟦本办法第九条⟧办理。',
    '第一条　样品分为：\n（一）甲类；\n（二）乙类。\n第二条　⟦本办法第一条第三项⟧规定的样品除外。',
    '第一条　样品应当登记。\n第二条　本办法第一条、⟦第二十条⟧不适用于甲类样品。'
  ],
  check(document, report) {
    // An amending decision and a case cite the articles of other texts as their own.
    if (document.bodyArticles.length === 0 || /修改|修正/.test(document.title)) return
    for (const { reference, clause, start, end } of document.references) {
      if (reference.targets.every(({ status }) => status !== 'dangling')) continue
      const loci = lociOf(reference)
      for (const [index, target] of reference.targets.entries()) {
        if (target.status !== 'dangling' || unanchored.test(target.reason ?? '')) continue
        const locus = loci[index]?.locus
        if (locus !== undefined && isPriorParagraph(locus)) continue
        // ref-placeholder says so.
        if (locus?.steps.some((step) => step.placeholder)) continue
        report({
          clause,
          start: locus === undefined ? start : start + locus.start,
          end: locus === undefined ? end : start + locus.end,
          reason: `${target.reason ?? '所引的条文不存在'}。`
        })
      }
    }
  }
})
