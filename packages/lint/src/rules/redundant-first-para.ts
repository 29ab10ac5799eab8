import type { ArticleOutline } from '@tiaoli/library'
import type { DocumentView } from '../document-view.js'
import { lociOf, type ReadLocus } from '../reference-loci.js'
import { documentRule } from '../rule.js'
import { counted, source } from '../sources.js'

export default documentRule({
  id: 'redundant-first-para',
  group: 'citation',
  summary: { zh: '只有一款的条，引用时不写“第一款”。', en: 'No 第一款 where the 条 has only one.' },
  rationale: '条下只有一款的，直接引到条或者项。写了“第一款”，多半是第二款删去之后没有改。',
  sources: [
    source('最高人民法院1956年关于引用条款项目的通知', 'A'),
    source(`${counted}：二千七百九十六处中有两处`, 'A')
  ],
  kinds: 'all',
  severity: 'error',
  fix: 'offer',
  needs: 'links',
  good: [
    '第一条　样品应当登记。\n登记不收费。\n第二条　依照本办法第一条第一款登记。',
    '第一条　样品应当登记。\n第二条　依照本办法第一条登记。',
    '第一条　样品分为：\n（一）甲类；\n（二）乙类。\n第二条　本办法第一条第一项规定的样品除外。'
  ],
  bad: [
    {
      text: '第一条　样品应当登记。\n第二条　依照⟦本办法第一条第一款⟧登记。',
      fixed: '第一条　样品应当登记。\n第二条　依照本办法第一条登记。'
    },
    {
      text: '第一条　样品分为：\n（一）甲类；\n（二）乙类。\n第二条　⟦本办法第一条第一款第二项⟧规定的样品除外。',
      fixed: '第一条　样品分为：\n（一）甲类；\n（二）乙类。\n第二条　本办法第一条第二项规定的样品除外。'
    },
    {
      text: '第一条　样品应当登记。\n第二条　登记不收费。\n公示也不收费。\n第三条　适用本办法第二条第一款、⟦第一条第一款⟧。',
      fixed: '第一条　样品应当登记。\n第二条　登记不收费。\n公示也不收费。\n第三条　适用本办法第二条第一款、第一条。'
    }
  ],
  *check(document, report) {
    for (const { reference, clause, start } of document.references) {
      yield
      for (const read of lociOf(reference)) {
        const { locus } = read
        if (locus.upTo !== undefined || !citesFirstParagraph(read)) continue
        const article = articleOf(document, read)
        if (article?.paragraphs?.length !== 1) continue
        const text = reference.text.slice(locus.start, locus.end)
        const at = text.lastIndexOf('第一款')
        if (at === -1) continue
        report({
          clause,
          start: start + locus.start,
          end: start + locus.end,
          reason: { zh: '这一条只有一款，不写“第一款”。', en: 'This article has a single 款: leave out “第一款”.' },
          expected: [text.replace('第一款', '')],
          edits: [{ start: start + locus.start + at, end: start + locus.start + at + 3, text: '' }]
        })
      }
    }
  }
})

function citesFirstParagraph({ locus, target }: ReadLocus): boolean {
  if (target.status !== 'resolved') return false
  const article = locus.steps.findIndex((step) => step.unit === 'article')
  const paragraph = locus.steps[article + 1]
  return article !== -1 && paragraph?.unit === 'paragraph' && paragraph.number?.value === 1
}

/** The article that a resolved place is in: of the draft, or of an instrument whose 款 are recorded. */
export function articleOf(document: DocumentView, { target }: Pick<ReadLocus, 'target'>): ArticleOutline | undefined {
  const address = target.from?.split('__para_')[0]
  if (address === undefined) return undefined
  if (target.instrument === null) return document.outline.articles.get(address)
  const [instrument] = document.input.library?.find(target.instrument).instruments ?? []
  const version = instrument?.versions.find(({ date }) => date === target.version) ?? instrument?.versions.at(-1)
  return version?.outline?.articles.get(address)
}
