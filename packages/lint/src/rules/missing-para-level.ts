import { formatNumeral } from 'regast'
import { lociOf } from '../reference-loci.js'
import { documentRule } from '../rule.js'
import { practice, source } from '../sources.js'
import { articleOf } from './redundant-first-para.js'

export default documentRule({
  id: 'missing-para-level',
  group: 'citation',
  summary: { zh: '条有数款的，引用其中的项要写明第几款。', en: 'Where a 条 has several 款, a cited 项 names its 款.' },
  rationale: '项在每款内起算。只写“第七条第三项”，一旦该条再增加列举，所指就不明确。',
  inPractice: '规章的样本很小；引用的条后来加了一款、引用没有跟着改的，最为常见。',
  sources: [source('最高人民法院1956年关于引用条款项目的通知', 'B'), source(practice, 'B')],
  kinds: 'all',
  severity: 'warning',
  fix: 'offer',
  needs: 'links',
  good: [
    '第一条　样品分为：\n（一）甲类；\n（二）乙类。\n第二条　本办法第一条第二项规定的样品除外。',
    '第一条　样品分为：\n（一）甲类；\n（二）乙类。\n样品应当登记。\n第二条　本办法第一条第一款第二项规定的样品除外。',
    '第一条　样品应当登记。\n样品分为：\n（一）甲类；\n（二）乙类。\n前款第一项规定的样品由专人保管。'
  ],
  bad: [
    {
      text: '第一条　样品分为：\n（一）甲类；\n（二）乙类。\n样品应当登记。\n第二条　⟦本办法第一条第二项⟧规定的样品除外。',
      fixed:
        '第一条　样品分为：\n（一）甲类；\n（二）乙类。\n样品应当登记。\n第二条　本办法第一条第一款第二项规定的样品除外。'
    },
    {
      text: '第一条　样品应当登记。\n样品分为：\n（一）甲类；\n（二）乙类。\n第二条　⟦本办法第一条第一项⟧规定的样品除外。',
      fixed:
        '第一条　样品应当登记。\n样品分为：\n（一）甲类；\n（二）乙类。\n第二条　本办法第一条第二款第一项规定的样品除外。'
    },
    '第一条　样品分为：\n（一）甲类；\n（二）乙类。\n来源分为：\n（一）采集；\n（二）捐赠。\n第二条　⟦本办法第一条第一项⟧规定的样品除外。'
  ],
  *check(document, report) {
    for (const { reference, clause, start } of document.references) {
      yield
      const told = new Set<string>()
      for (const read of lociOf(reference)) {
        const { locus, target } = read
        const article = locus.steps.findIndex((step) => step.unit === 'article')
        if (article === -1 || locus.steps[article + 1]?.unit !== 'point' || target.from === null) continue
        if (target.status !== 'resolved' && target.status !== 'ambiguous') continue
        const outline = articleOf(document, read)
        if ((outline?.paragraphs?.length ?? 0) < 2) continue
        // 第三条第一项、第二项 lacks the same 款 twice.
        if (told.has(outline!.address)) continue
        told.add(outline!.address)
        const text = reference.text.slice(locus.start, locus.end)
        const numeral = /__para_(\d+)/.exec(target.from)?.[1]
        const at = text.search(/第[^第]*项/)
        const level =
          target.status === 'resolved' && numeral !== undefined && at !== -1
            ? `第${formatNumeral(Number(numeral))}款`
            : undefined
        report({
          clause,
          start: start + locus.start,
          end: start + locus.end,
          reason: {
            zh: `所引的条有${outline!.paragraphs!.length}款，写明是第几款的项。`,
            en: `The cited article has ${outline!.paragraphs!.length} 款; say whose 项 is meant.`
          },
          ...(level === undefined
            ? {}
            : {
                expected: [text.slice(0, at) + level + text.slice(at)],
                edits: [{ start: start + locus.start + at, end: start + locus.start + at, text: level }]
              })
        })
      }
    }
  }
})
