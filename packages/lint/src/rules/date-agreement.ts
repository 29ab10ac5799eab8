import { commencementIn, daysIn } from '../dates.js'
import { documentRule } from '../rule.js'
import { source } from '../sources.js'

export default documentRule({
  id: 'date-agreement',
  group: 'clauses',
  summary: {
    zh: '正文、题注和 front matter 的施行日期一致。',
    en: 'Text, note and front matter agree on the date of commencement.'
  },
  rationale: '令或者题注写一个日期、正文写另一个，适用时就有争议。',
  sources: [source('《立法法》第六十二条、《规章制定程序条例》第三十条', 'A')],
  kinds: 'all',
  severity: 'error',
  fix: 'none',
  good: [
    '# 样品管理办法\n（2026年5月1日公布，自2026年7月1日起施行）\n第一条　本办法自2026年7月1日起施行。',
    '# 样品管理办法\n（2026年5月1日公布）\n第一条　本办法自2026年7月1日起施行。',
    '---\neffective: 2026-07-01\n---\n# 样品管理办法\n第一条　本办法自2026年7月1日起施行。'
  ],
  bad: [
    '# 样品管理办法\n（2026年5月1日公布，自2026年7月1日起施行）\n第一条　本办法自⟦2026年8月1日⟧起施行。',
    '---\neffective: 2026-07-01\n---\n# 样品管理办法\n第一条　本办法自⟦2026年8月1日⟧起施行。',
    '# 样品管理办法\n（2026年5月1日市样品局令第1号公布　自二〇二六年七月一日起施行）\n第一条　样品应当登记。\n第二条　本办法自⟦2026年9月1日⟧起施行。'
  ],
  check(document, report) {
    const stated = new Map<string, string>()
    for (const note of document.notes) {
      // A note that tells of amendments names their days too.
      if (/修[订正改]/.test(note.text)) continue
      for (const { start, end, day } of daysIn(note.text)) {
        if (/^\s*起/.test(note.text.slice(end)) && /自\s*$/.test(note.text.slice(0, start))) stated.set('题注', day)
      }
    }
    const field = document.fields.get('effective')
    if (field !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(field)) stated.set('front matter', field)
    if (stated.size === 0) return
    for (const clause of document.bodyClauses) {
      if (clause.address.startsWith('att_')) continue
      const own = commencementIn(clause.text)
      if (own === undefined) continue
      for (const [where, day] of stated) {
        if (day === own.day) continue
        report({
          clause,
          start: own.start,
          end: own.end,
          reason: {
            zh: `${where}写的施行日期是${day}。`,
            en: `The ${where === '题注' ? 'note' : where} gives ${day} as the day of commencement.`
          }
        })
      }
    }
  }
})
