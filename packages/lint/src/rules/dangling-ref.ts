import type { Locus, LocusStep } from '@tiaoli/citation'
import type { LinkTarget } from '@tiaoli/library'
import { daysBetween, daysIn } from '../dates.js'
import type { DocumentView } from '../document-view.js'
import { isPriorParagraph, lociOf, nameOfTarget } from '../reference-loci.js'
import { documentRule } from '../rule.js'
import { counted, source } from '../sources.js'

type PlacedReference = DocumentView['references'][number]

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
    '第一条　样品应当登记。\n登记不收费。\n第二条　本办法第一条第二款不适用于甲类样品。',
    '第一条　样品目录见附件一。'
  ],
  bad: [
    '第一条　样品应当登记。\n第二条　登记依照⟦本办法第九条⟧办理。',
    '第一条　样品分为：\n（一）甲类；\n（二）乙类。\n第二条　⟦本办法第一条第三项⟧规定的样品除外。',
    '第一条　样品应当登记。\n第二条　本办法第一条、⟦第二十条⟧不适用于甲类样品。'
  ],
  check(document, report) {
    // An amending decision and a case cite the articles of other texts as their own.
    if (document.bodyArticles.length === 0 || /修改|修正/.test(document.title)) return
    if (document.clauses.slice(0, 12).some(({ text }) => /作(?:出)?如下(?:修改|修正)/.test(text))) return
    for (const { reference, clause, start, end } of document.references) {
      if (reference.targets.every(({ status }) => status !== 'dangling')) continue
      const loci = lociOf(reference)
      for (const [index, target] of reference.targets.entries()) {
        if (target.status !== 'dangling' || unanchored.test(target.reason ?? '')) continue
        const locus = loci[index]?.locus
        if (locus !== undefined && isPriorParagraph(locus)) continue
        if (isElsewhere(document, { reference, clause, start, end }, locus, target)) continue
        // ref-placeholder says so.
        if (locus?.steps.some((step) => step.placeholder)) continue
        report({
          clause,
          start: locus === undefined ? start : start + locus.start,
          end: locus === undefined ? end : start + locus.end,
          reason: { zh: `${target.reason ?? '所引的条文不存在'}。`, en: `${nameOfTarget(target)} does not exist.` }
        })
      }
    }
  }
})

/** Whether a place may well stand elsewhere, or the words are no reference at all; then nothing is said of it. */
function isElsewhere(
  document: DocumentView,
  place: PlacedReference,
  locus: Locus | undefined,
  target: LinkTarget
): boolean {
  const { reference, clause, start } = place
  const first = locus?.steps[0]
  // 第三项 and 上述第三项 alone may go on from an article that the sentence named before.
  if (first?.unit === 'point' && first.relative === undefined) return true
  // 刑法第二百三十六第三款 lost its 条.
  if (/[一二三四五六七八九十百千零〇]/.test(clause.text[start - 1] ?? '')) return true
  if (target.instrument !== null) return isTooFresh(document, target)
  if (/^(?:本[\u4e00-\u9fff]{1,4})?附[件录表图]/.test(reference.text)) return document.nodes('attachment').length === 0
  if (first?.unit === 'book' && document.nodes('book').length === 0) return true
  return isHeading(place, first)
}

/** A law that was passed within a year before the text was often not in force yet: the text means the one before it. */
function isTooFresh(document: DocumentView, { version }: LinkTarget): boolean {
  const dated = document.notes.flatMap(({ text }) => daysIn(text)).at(-1)?.day
  if (dated === undefined || version === undefined) return false
  const days = daysBetween(version, dated)
  return days >= 0 && days < 366
}

/** The number of the next article or chapter whose line break was lost: …办法。第四十二条本办法自公布之日起施行。 */
function isHeading({ clause, start, end }: PlacedReference, first: LocusStep | undefined): boolean {
  if (first?.number === undefined || !/^(?:article|chapter|section)$/.test(first.unit)) return false
  if (!/^(?:$|[。；])/.test(clause.text[start - 1] ?? '') && !/[\u4e00-\u9fff]/.test(clause.text[start - 1] ?? ''))
    return false
  const behind = clause.text.slice(end)
  if (/^(?:$|的|规定|所|和|与|或|至|[，。；：、）])/.test(behind)) return behind === '' && start > 0
  if (first.unit !== 'article') return true
  const own = /^art_(\d+)/.exec(clause.address)?.[1]
  return own !== undefined && first.number.value === Number(own) + 1
}
