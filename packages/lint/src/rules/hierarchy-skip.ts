import { numOf } from 'regast'
import { documentRule } from '../rule.js'
import { legislationLaw65, source } from '../sources.js'

export default documentRule({
  id: 'hierarchy-skip',
  group: 'structure',
  summary: { zh: '层次不越级：有节必有章，有目必有项。', en: 'No level is skipped: 节 only in 章, 目 only in 项.' },
  rationale: '编、章、节、条、款、项、目依次下设。款下直接列“1.”，引用时就无法说是第几项。',
  sources: [source(legislationLaw65, 'B')],
  kinds: ['法律', '行政法规', '规章', '地方性法规', '党内法规'],
  severity: 'error',
  fix: 'none',
  good: [
    '应当提交：\n（一）下列材料：\n1. 申请表；\n2. 样品清单；\n（二）样品。',
    '# 云川市样品管理办法\n## 第一章　总则\n### 第一节　目的\n第一条　为了管理样品，制定本办法。',
    '应当提交：\n（一）申请表；\n（二）样品清单。'
  ],
  bad: [
    '应当提交：\n⟦1.⟧ 申请表；\n⟦2.⟧ 样品清单。',
    '# 云川市样品管理办法\n## ⟦第一节⟧　目的\n第一条　为了管理样品，制定本办法。',
    '第一条　样品应当登记。\n登记包括：\n⟦1．⟧名称；\n⟦2．⟧来源。'
  ],
  check(document, report) {
    for (const point of document.nodes('point')) {
      if (point.quoted || !point.address.startsWith('art_')) continue
      const num = numOf(point)
      if (num?.position === undefined || !/^[0-9０-９]+[.．、]$/.test(num.value.trim())) continue
      report({
        source: { start: num.position.start.offset!, end: num.position.end.offset!, address: point.address },
        reason: {
          zh: '款下先列项（一），项下再列目1.。',
          en: 'A 款 is divided into 项 （一） first, and 项 into 目 1.'
        }
      })
    }
    for (const message of document.parserMessages('section-without-chapter')) report(message)
  }
})
