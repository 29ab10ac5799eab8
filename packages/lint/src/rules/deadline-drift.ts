import type { ClauseText } from 'regast'
import { parseNumeral } from 'regast'
import type { DocumentView } from '../document-view.js'
import type { DocumentFinding } from '../finding.js'
import { documentRule } from '../rule.js'
import { practice, source } from '../sources.js'

const amount = '(\\d+|[一二两三四五六七八九十百]+)(个?工作日|日|个月|年)'
const limit = new RegExp(`自([^，。；]{2,24}?)之日起${amount}内([^，。；]{2,20})`, 'g')
const cited = new RegExp(`^所?规定的(?:期限)?${amount}(?!以[上下])`)
const stated = new RegExp(`(?<![第\\d.年月一二三四五六七八九十百])${amount}(?![\\d一二三四五六七八九十])`, 'g')

export default documentRule({
  id: 'deadline-drift',
  group: 'clauses',
  summary: { zh: '同一期限前后一致。', en: 'One deadline is stated alike throughout.' },
  rationale:
    '“第八条规定的十五日期限”，第八条写的却是二十日，多半有一处没有跟着改。另有选项 sameWords：起算点和要做的事都相同、期限却不同的两处也提示；程序确有不同的情形很多，默认不查。',
  sources: [source(practice, 'C')],
  kinds: 'all',
  severity: 'warning',
  fix: 'none',
  options: {
    sameWords: {
      default: false,
      schema: { type: 'boolean' },
      description: '起算点和要做的事文字相同、期限不同的两处也提示（抽样几乎都是程序不同，不是差错）'
    }
  },
  good: [
    '第一条　自收到申请之日起15日内作出决定。\n第二条　本办法第一条规定的15日期限届满的，视为同意。',
    '第一条　自收到申请之日起十五日内作出决定。\n第二条　本办法第一条规定的15日内不作出决定的，视为同意。',
    '第一条　自收到申请之日起15日内作出决定。\n第二条　甲类样品自收到申请之日起20日内作出决定。',
    {
      text: '第一条　自收到申请之日起15日内作出决定。\n第二条　自收到复核申请之日起30日内作出决定。',
      options: { sameWords: true }
    }
  ],
  bad: [
    '第一条　自收到申请之日起15日内作出决定。\n第二条　本办法第一条规定的⟦20日⟧期限届满的，视为同意。',
    '第一条　样品应当登记。\n市样品局应当在三十日内公示。\n前款规定的⟦十日⟧内没有异议的，发给证书。',
    {
      text: '第一条　自登记之日起三十日内公示。\n第二条　甲类样品自登记之日起⟦十日⟧内公示。',
      options: { sameWords: true }
    },
    {
      text: '第一条　自收到样品之日起5个工作日内入库。\n第二条　样品自收到样品之日起⟦5日⟧内入库。',
      options: { sameWords: true }
    }
  ],
  check(document, report, options) {
    for (const { reference, clause, end } of document.references) {
      const match = cited.exec(clause.text.slice(end))
      const [target] = reference.targets
      if (match === null || reference.targets.length !== 1 || target?.instrument !== null) continue
      if (target.status !== 'resolved' || target.from === null || target.to !== undefined) continue
      const said = `${parseNumeral(match[1]!)}${match[2]}`
      const there = limitsUnder(document, target.from).filter((found) => found.clause !== clause)
      if (there.length === 0 || there.some(({ written }) => written === said)) continue
      const start = end + match[0].length - match[1]!.length - match[2]!.length
      const [first] = there
      report(differing({ clause, start, end: end + match[0].length }, first!))
    }
    if (options.sameWords === true) sameWords(document, report)
  }
})

interface Limit {
  clause: ClauseText
  start: number
  end: number
  /** In Arabic figures with its unit, so that 三十日 and 30日 are one. */
  written: string
}

/** The deadlines that a cited clause states. */
function limitsUnder(document: DocumentView, address: string): Limit[] {
  return document.bodyClauses
    .filter((clause) => clause.address === address || clause.address.startsWith(`${address}__`))
    .flatMap((clause) =>
      [...clause.text.matchAll(stated)].map((match) => ({
        clause,
        start: match.index,
        end: match.index + match[0].length,
        written: `${parseNumeral(match[1]!)}${match[2]}`
      }))
    )
}

function differing(here: Pick<Limit, 'clause' | 'start' | 'end'>, there: Limit): DocumentFinding {
  const other = there.clause.text.slice(there.start, there.end)
  return {
    ...here,
    reason: { zh: `同一期限前面写的是“${other}”。`, en: `The same deadline is “${other}” before.` },
    related: [
      {
        clause: there.clause,
        start: there.start,
        end: there.end,
        reason: { zh: '前面的期限', en: 'the deadline before' }
      }
    ]
  }
}

/** Deadlines that run from the same day for the same thing. */
function sameWords(document: DocumentView, report: (finding: DocumentFinding) => void): void {
  const first = new Map<string, Limit>()
  for (const clause of document.bodyClauses) {
    for (const match of clause.text.matchAll(limit)) {
      const [, from, number, unit, what] = match
      const start = match.index + 1 + from!.length + 3
      const found = {
        clause,
        start,
        end: start + number!.length + unit!.length,
        written: `${parseNumeral(number!)}${unit}`
      }
      const key = `${from} ${what!.replace(/^(?:予以|进行|依法|书面)/, '')}`
      const known = first.get(key)
      if (known === undefined) first.set(key, found)
      else if (known.written !== found.written) report(differing(found, known))
    }
  }
}
