import type { Point } from 'regast'
import { documentRule } from '../rule.js'
import { practice, source } from '../sources.js'

export default documentRule({
  id: 'item-lead-colon',
  group: 'structure',
  summary: { zh: '引出各项的话以冒号结尾，后面有各项。', en: 'The lead of a list ends in ： and 项 follow.' },
  rationale: '“下列……：”之后紧接各项；写了“下列”却没有各项，或者有各项却没有冒号，读者会疑心漏了内容。',
  sources: [source(practice, 'B')],
  kinds: 'all',
  severity: 'error',
  fix: 'offer',
  good: [
    '应当符合下列条件：\n（一）有固定场所；\n（二）有专门人员。',
    '样品库应当有固定场所。',
    '下列样品由市样品局保管：矿物、化石和标本。'
  ],
  bad: [
    {
      text: '应当符合下列条件⟦。⟧\n（一）有固定场所；\n（二）有专门人员。',
      fixed: '应当符合下列条件：\n（一）有固定场所；\n（二）有专门人员。'
    },
    {
      text: '库长履行下列职责⟦，⟧\n（一）保管样品；\n（二）定期盘点。',
      fixed: '库长履行下列职责：\n（一）保管样品；\n（二）定期盘点。'
    },
    '第一条　应当符合下列条件⟦：⟧\n第二条　样品应当登记。'
  ],
  check(document, report) {
    for (const article of document.bodyArticles) {
      for (const [index, child] of article.children.entries()) {
        if (child.type !== 'paragraph' || child.quoted) continue
        const clause = document.textOf(child)
        const text = clause?.text.replace(/[\s\u200b-\u200f\ufeff\ue000-\uf8ff]+$/, '') ?? ''
        if (clause === undefined || text === '') continue
        const last = { clause, start: text.length - 1, end: text.length }
        const points = child.children.filter((inner): inner is Point => inner.type === 'point')
        if (points.length > 0) {
          if (points[0]!.quoted || !/下列|以下|如下/.test(lastPart(text)) || /[：:”]$/.test(text)) continue
          // The first 项 stands in the line of the lead.
          if (/[：:][ \u3000]*[（(]?[一1]/.test(text)) continue
          const wrong = /[：:]?[，。；、]$/.exec(text)?.[0].length ?? 0
          report({
            ...last,
            reason: { zh: '引出各项的话以冒号结尾。', en: 'The lead of a list ends in “：”.' },
            expected: ['：'],
            edits: [{ start: text.length - wrong, end: text.length, text: '：' }]
          })
        } else if (text.endsWith('：') && /下列|如下/.test(lastPart(text)) && index === article.children.length - 1) {
          report({ ...last, reason: { zh: '冒号之后没有各项。', en: 'No 项 follow the colon.' } })
        }
      }
    }
  }
})

/** The part of a text behind its last full stop or semicolon but the one that ends it. */
function lastPart(text: string): string {
  const before = text.length - 2
  return text.slice(Math.max(text.lastIndexOf('。', before), text.lastIndexOf('；', before)) + 1)
}
