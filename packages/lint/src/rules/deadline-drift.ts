import type { ClauseText } from 'regast'
import { parseNumeral } from 'regast'
import { documentRule } from '../rule.js'
import { practice, source } from '../sources.js'

const limit = /自([^，。；]{2,24}?)之日起(\d+|[一二两三四五六七八九十百]+)(个?工作日|日|个月)内([^，。；]{2,20})/g

export default documentRule({
  id: 'deadline-drift',
  group: 'clauses',
  summary: { zh: '同一事项的期限前后一致。', en: 'One deadline is stated alike throughout.' },
  rationale: '起算点和要做的事都相同、期限却不同的两处，多半有一处没有跟着改。程序确有不同的，用注释说明理由。',
  sources: [source(practice, 'C')],
  kinds: 'all',
  severity: 'warning',
  fix: 'none',
  off: { because: '同一起算点之下程序不同、期限也不同的情形在法规中很多，抽样多为误报。' },
  good: [
    '第一条　自收到申请之日起15日内作出决定。\n第二条　自收到申请之日起15日内作出决定，并书面通知。',
    '第一条　自收到申请之日起15日内作出决定。\n第二条　自收到申请之日起5日内告知申请人。',
    '第一条　自收到申请之日起15日内作出决定。\n第二条　自收到复核申请之日起30日内作出决定。'
  ],
  bad: [
    '第一条　自收到申请之日起15日内作出决定。\n第二条　自收到申请之日起⟦20日⟧内作出决定，并书面通知。',
    '第一条　自登记之日起三十日内公示。\n第二条　甲类样品自登记之日起⟦十日⟧内公示。',
    '第一条　自收到样品之日起5个工作日内入库。\n第二条　样品自收到样品之日起⟦5日⟧内入库。'
  ],
  check(document, report) {
    const first = new Map<string, { clause: ClauseText; start: number; end: number; written: string }>()
    for (const clause of document.bodyClauses) {
      for (const match of clause.text.matchAll(limit)) {
        const [, from, amount, unit, what] = match
        const start = match.index + 1 + from!.length + 3
        const found = {
          clause,
          start,
          end: start + amount!.length + unit!.length,
          written: `${parseNumeral(amount!)}${unit}`
        }
        const key = `${from} ${what!.replace(/^(?:予以|进行|依法|书面)/, '')}`
        const known = first.get(key)
        if (known === undefined) first.set(key, found)
        else if (known.written !== found.written) {
          report({
            clause,
            start: found.start,
            end: found.end,
            reason: `同一事项前面写的是“${known.clause.text.slice(known.start, known.end)}”。`,
            related: [{ clause: known.clause, start: known.start, end: known.end, reason: '前面的期限' }]
          })
        }
      }
    }
  }
})
