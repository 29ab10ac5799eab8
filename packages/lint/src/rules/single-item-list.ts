import type { Paragraph, Point } from 'regast'
import { numOf } from 'regast'
import type { DocumentView } from '../document-view.js'
import { documentRule } from '../rule.js'
import { counted, source } from '../sources.js'

export default documentRule({
  id: 'single-item-list',
  group: 'structure',
  summary: { zh: '只有一项的，不分项。', en: 'No list of a single 项.' },
  rationale: '分项是为了列举；只有一项时写成一句，否则读者会以为漏了内容。',
  sources: [source(`${counted}：法律二千四百三十八处列举中有十三处`, 'A')],
  kinds: 'all',
  severity: 'warning',
  fix: 'none',
  good: [
    '应当提交下列材料：\n（一）申请表；\n（二）样品清单。',
    '应当提交申请表。',
    '第一条　样品分为下列各类：\n（一）甲类，包括：\n1. 矿物；\n2. 化石；\n（二）乙类。'
  ],
  bad: [
    '应当提交下列材料：\n⟦（一）⟧申请表。',
    '第一条　样品应当登记。\n第二条　有下列情形之一的，不予登记：\n⟦（一）⟧来源不明的。\n第三条　登记应当公示。',
    '样品库分为：\n⟦（一）⟧常温库。\n样品库由市样品局管理。'
  ],
  check(document, report) {
    for (const paragraph of document.paragraphs) {
      if (paragraph.quoted || !paragraph.address.startsWith('art_')) continue
      const points = paragraph.children.filter((child): child is Point => child.type === 'point')
      const only = points[0]
      // A lone （三） is what is left of a list whose other numbers are lost: number-sequence tells.
      if (points.length !== 1 || only === undefined || only.quoted || only.number.value !== 1) continue
      const num = numOf(only)
      const position = num?.position ?? only.position
      if (num === undefined || position === undefined || num.value.endsWith('、')) continue
      // It goes on without numbers, or with its other 项 in the same line.
      const text = document.textOf(only)?.text.trimEnd() ?? ''
      if (/[；;，]$/.test(text) || /[（(](?:二|2)[）)]/.test(text) || continuesBehind(document, paragraph)) continue
      report({
        source: { start: position.start.offset!, end: position.end.offset!, address: only.address },
        reason: { zh: '只有一项，写成一句话，不分项。', en: 'A single 项: write it as one sentence.' }
      })
    }
  }
})

/** Whether a later 款 of the article goes on numbering: the 项 between lost their numbers. */
function continuesBehind(document: DocumentView, paragraph: Paragraph): boolean {
  const article = document.articles.find(({ children }) => children.includes(paragraph))
  const later = article?.children.slice(article.children.indexOf(paragraph) + 1) ?? []
  return later.some(
    (child) =>
      child.type === 'paragraph' && child.children.some((inner) => inner.type === 'point' && inner.number.value > 1)
  )
}
