import { numOf } from 'regast'
import { documentRule } from '../rule.js'
import { practice, source } from '../sources.js'

export default documentRule({
  id: 'annex-declared',
  group: 'structure',
  summary: {
    zh: '附件在正文中提到，并且按次序编号。',
    en: 'Every annex is mentioned in the body and numbered in order.'
  },
  rationale: '正文没有提到的附件，效力不明；一个以上的附件依次编号，正文写“附件一”。',
  sources: [source(practice, 'B')],
  kinds: ['法律', '行政法规', '规章', '地方性法规', '党内法规'],
  severity: 'warning',
  fix: 'none',
  good: [
    '# 云川市样品管理办法\n第一条　样品目录见附件。\n## 附件　样品目录\n矿物。',
    '# 云川市样品管理办法\n第一条　样品目录见附件一，收费标准见附件二。\n## 附件一　样品目录\n矿物。\n## 附件二　收费标准\n免费。',
    '# 云川市样品管理办法\n第一条　样品应当登记。',
    '# 云川市样品管理办法\n第一条　样品依照《样品目录》登记。\n## 附件　样品目录\n矿物。'
  ],
  bad: [
    '# 云川市样品管理办法\n第一条　样品应当登记。\n## ⟦附件⟧　样品目录\n矿物。',
    '# 云川市样品管理办法\n第一条　样品目录见附件一。\n## 附件一　样品目录\n矿物。\n## ⟦附件二⟧　收费标准\n免费。',
    '# 云川市样品管理办法\n第一条　样品目录见附件一，收费标准见附件三。\n## 附件一　样品目录\n矿物。\n## ⟦附件三⟧　收费标准\n免费。'
  ],
  check(document, report) {
    const annexes = document.nodes('attachment')
    if (annexes.length === 0) return
    const body = document.clauses
      .filter(({ address, node }) => !address.startsWith('att_') && node.type !== 'title' && node.type !== 'note')
      .map(({ text }) => text)
      .join('\n')
    const mentioned = /附[件录表图]|附后|[后随所]附/.test(body)
    const numbered = new Set(
      [...body.matchAll(/附[件录表图]\s*([一二三四五六七八九十]+|\d+)/g)].map((match) => match[1])
    )
    for (const [index, annex] of annexes.entries()) {
      const num = numOf(annex)
      const position = num?.position
      if (position === undefined || num === undefined) continue
      const place = { start: position.start.offset!, end: position.end.offset!, address: annex.address }
      const written = /([一二三四五六七八九十]+|\d+)/.exec(num.value)?.[1]
      const unnamed = !mentioned || (written !== undefined && numbered.size > 0 && !numbered.has(written))
      if (unnamed) {
        if (namedIn(body, document.textsUnder(annex)[0]?.text)) continue
        report({ source: place, reason: { zh: '正文没有提到这个附件。', en: 'The body does not mention this annex.' } })
      } else if (annexes.length > 1 && written !== undefined && annex.number.value !== index + 1) {
        report({ source: place, reason: { zh: '附件没有按次序编号。', en: 'The annexes are not numbered in order.' } })
      }
    }
  }
})

/** Whether the body calls an annex by its own name, as in 《…标志图案》, instead of by 附件. */
function namedIn(body: string, heading: string | undefined): boolean {
  const name = heading?.replace(/[\s\u3000]/g, '').replace(/^《|》$/g, '') ?? ''
  for (let from = 0; name.length - from >= 5; from++) if (body.includes(name.slice(from))) return true
  return name.length === 4 && body.includes(name)
}
