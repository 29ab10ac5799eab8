import type { Point } from 'regast'
import { documentRule } from '../rule.js'
import { counted, source, technique1 } from '../sources.js'

/** Signs of a verb: an item without one is a noun (军人、军属), to which no 的 belongs. */
const acts =
  /未|没有|擅自|违反|拒不?|正在|已经?|使用|造成|损毁|破坏|伪造|隐瞒|侵占|挪用|泄露|超过|达成|一致|按照|依照|不(?!可抗力|动产)(?:[符能得再履服按]|具备|配合)|被|变质|搬迁|开封|丧失|届满|终止|变更|解散|撤销|死亡|破产|转让|从事/

export default documentRule({
  id: 'parallel-items',
  group: 'structure',
  summary: { zh: '“有下列情形之一的”之下，各项都以“的”收束。', en: 'Under 有下列情形之一的 every 项 ends in 的.' },
  rationale:
    '各项是同一个假设的并列成分，句式要一致。只在多数项以“的”收束、个别项没有时提示；兜底项和名词性的项（“不可抗力”）不算。',
  sources: [source(technique1, 'B'), source(`${counted}：约百分之十四的列举不一致`, 'A')],
  kinds: 'all',
  severity: 'info',
  fix: 'offer',
  good: [
    '有下列情形之一的，不予登记：\n（一）来源不明的；\n（二）标签损毁的；\n（三）法律规定的其他情形。',
    '有下列行为之一的，责令改正：\n（一）擅自开封；\n（二）伪造记录；\n（三）损毁样品。',
    '应当提交下列材料：\n（一）申请表；\n（二）清单；\n（三）样品。',
    '有下列情形之一的，可以延期：\n（一）借用人患病的；\n（二）不可抗力；\n（三）样品库搬迁的；\n（四）借用人死亡的。'
  ],
  bad: [
    {
      text: '有下列情形之一的，不予登记：\n（一）来源不明的；\n（二）标签损毁的；\n（三）⟦样品变质⟧；\n（四）其他不宜登记的情形。',
      fixed:
        '有下列情形之一的，不予登记：\n（一）来源不明的；\n（二）标签损毁的；\n（三）样品变质的；\n（四）其他不宜登记的情形。'
    },
    {
      text: '有下列行为之一的，责令改正：\n（一）⟦擅自开封⟧；\n（二）伪造记录的；\n（三）损毁样品的。',
      fixed: '有下列行为之一的，责令改正：\n（一）擅自开封的；\n（二）伪造记录的；\n（三）损毁样品的。'
    },
    {
      text: '有下列情形之一的，终止借用：\n（一）期限届满的；\n（二）⟦样品库搬迁⟧；\n（三）借用人申请的；\n（四）借用人注销的。',
      fixed:
        '有下列情形之一的，终止借用：\n（一）期限届满的；\n（二）样品库搬迁的；\n（三）借用人申请的；\n（四）借用人注销的。'
    }
  ],
  check(document, report) {
    for (const paragraph of document.paragraphs) {
      if (paragraph.quoted || !paragraph.address.startsWith('art_')) continue
      if (!/(?:情形|行为|情况)之一的/.test(document.textOf(paragraph)?.text ?? '')) continue
      const points = paragraph.children.filter((child): child is Point => child.type === 'point')
      const clauses = points
        .map((point) => document.textOf(point))
        .filter((clause) => clause !== undefined)
        .filter(({ text }) => !/(?:情形|行为|情况|情节)[；;。]?$/.test(text))
      // Items that each rule for themselves (……的，处……罚款) are no parallel hypotheses.
      if (clauses.some(({ text }) => /处[^，；。]{1,24}(?:罚款|徒刑|拘役)/.test(text))) continue
      const closed = clauses.filter(({ text }) => /的[；;。，]?$/.test(text.trimEnd()))
      if (closed.length < 2 || closed.length * 3 < clauses.length * 2) continue
      const odd = clauses.filter(
        ({ text }) => !/[的时者：][；;。，]?$/.test(text.trimEnd()) && !/其他|的|。./.test(text) && acts.test(text)
      )
      for (const clause of odd) {
        const end = clause.text.replace(/[；;。，\s]+$/, '').length
        report({
          clause,
          start: 0,
          end,
          reason: { zh: '其他各项都以“的”收束，这一项没有。', en: 'The other 项 end in “的”, this one does not.' },
          edits: [{ start: end, end, text: '的' }]
        })
      }
    }
  }
})
