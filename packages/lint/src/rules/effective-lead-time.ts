import { commencementIn, daysBetween, daysIn } from '../dates.js'
import { documentRule } from '../rule.js'
import { source } from '../sources.js'

/** Before this day nothing asked for the thirty days. */
const since = '2002-01-01'

export default documentRule({
  id: 'effective-lead-time',
  group: 'clauses',
  summary: { zh: '公布之日起30日后施行。', en: 'Commencement is at least 30 days after publication.' },
  rationale:
    '行政法规、规章自公布之日起30日后施行；涉及国家安全、外汇汇率、货币政策，以及推迟施行会妨碍执行的，可以自公布之日起施行，这时用注释说明理由。两部条例自2002年1月1日起施行，此前公布的不检查。',
  inPractice: '行政法规中常见公布后不足30日就施行的，多半用了例外；是不是例外，文本自己不说。',
  sources: [source('《行政法规制定程序条例》第二十九条、《规章制定程序条例》第三十二条', 'A')],
  kinds: ['行政法规', '规章'],
  severity: 'warning',
  fix: 'none',
  good: [
    { text: '# 样品管理办法\n（2026年5月1日市样品局令第1号公布）\n第一条　本办法自2026年7月1日起施行。', kind: '规章' },
    { text: '# 样品管理办法\n第一条　本办法自2026年7月1日起施行。', kind: '规章' },
    { text: '# 样品管理办法\n（2026年5月1日市样品局令第1号公布）\n第一条　本办法自公布之日起施行。', kind: '规章' },
    { text: '# 样品管理办法\n（1998年6月20日公布）\n第一条　本办法自1998年7月1日起施行。', kind: '规章' }
  ],
  bad: [
    {
      text: '# 样品管理办法\n（2026年6月20日市样品局令第1号公布）\n第一条　本办法自⟦2026年7月1日⟧起施行。',
      kind: '规章'
    },
    {
      text: '# 样品管理办法\n（2026年6月30日公布）\n第一条　样品应当登记。\n第二条　本办法自⟦2026年7月1日⟧起施行。',
      kind: '规章'
    },
    { text: '# 样品管理办法\n（2026年6月2日公布）\n第一条　本办法自⟦2026年7月1日⟧起施行。', kind: '规章' }
  ],
  check(document, report) {
    const published = document.notes
      .filter(({ text }) => /公布|发布/.test(text) && !/修[订正改]/.test(text))
      .flatMap(({ text }) => daysIn(text))
      .at(-1)
    if (published === undefined || published.day < since) return
    for (const clause of document.bodyClauses) {
      const day = commencementIn(clause.text)
      if (day === undefined) continue
      const days = daysBetween(published.day, day.day)
      if (days >= 30 || days < 0) continue
      report({
        clause,
        start: day.start,
        end: day.end,
        reason: { zh: `距公布之日只有${days}日，不足30日。`, en: `Only ${days} days after publication, less than 30.` }
      })
    }
  }
})
