import { documentRule } from '../rule.js'
import { counted, source } from '../sources.js'

const states =
  /(?:自|从|于)[^。；]{2,60}?(?:起)?(?:施行|实施|执行|生效)|施行(?:日期|时间)[^。；]{0,16}(?:另行|由)|(?:公布|发布|印发)(?:之日|后|日)[^。；]{0,6}(?:施行|实施|执行|生效)/

const noted = /日起?\s*(?:正式)?(?:施行|实施|生效)|公布施行/

export default documentRule({
  id: 'effective-date',
  group: 'clauses',
  summary: { zh: '最后一条写明施行日期。', en: 'The last article states the date of commencement.' },
  rationale:
    '法规应当规定施行日期，放在最后一条，便于查找。题注写明施行日期的，以及决定、决议、修正案和法典的分编，不检查。',
  inPractice: '公开文集中有些文本残缺，末条不在，另有一些旧法规没有施行条款。',
  sources: [
    source('《立法法》第六十一条', 'A'),
    source(`${counted}：行政法规六百五十二件中有六百四十五件在最后一条`, 'A')
  ],
  kinds: ['法律', '行政法规', '规章', '地方性法规', '党内法规'],
  severity: 'error',
  fix: 'none',
  good: [
    '第一条　样品应当登记。\n第二条　本办法自2026年7月1日起施行。',
    '第一条　样品应当登记。\n第二条　本办法自公布之日起施行。《旧样品规定》同时废止。',
    '第一条　样品应当登记。\n第二条　本办法的施行日期由市人民政府另行规定。',
    '第一条　样品应当登记。\n第二条　本办法由市样品局解释，自2026年7月1日起施行。',
    '# 云川市人民代表大会关于样品工作的决议\n第一条　样品应当登记。\n第二条　登记不收费。'
  ],
  bad: [
    '# ⟦云川市样品管理办法⟧\n第一条　样品应当登记。\n第二条　登记不收费。\n第三条　登记应当公示。',
    '第一条　样品应当登记。\n第二条　⟦本办法自2026年7月1日起施行⟧。\n第三条　登记应当公示。',
    '# ⟦云川市样品管理办法⟧\n第一条　样品应当登记。\n第二条　登记不收费。\n第三条　本办法由市样品局解释。'
  ],
  check(document, report) {
    const articles = document.bodyArticles
    const last = articles.at(-1)
    if (last === undefined || articles.length < 2 || /(?:决定|决议|章程|修正案(?:[（(].*)?|编)$/.test(document.title))
      return
    // A part of a code, or an excerpt, commences with the whole; a note that gives the day has said it.
    if (articles[0]!.number.value !== 1 || document.notes.some(({ text }) => noted.test(text))) return
    const textsOfLast = document.textsUnder(last)
    if (textsOfLast.some(({ text }) => states.test(text))) return
    for (const article of articles.slice(-6, -1).reverse()) {
      for (const clause of document.textsUnder(article)) {
        const match = /本(?:法|条例|规定|办法|规则|细则|准则|章程)自[^。；]{2,60}?起(?:施行|实施|执行|生效)/.exec(
          clause.text
        )
        if (match === null) continue
        report({
          clause,
          start: match.index,
          end: match.index + match[0].length,
          reason: { zh: '施行日期放在最后一条。', en: 'The date of commencement stands in the last article.' }
        })
        return
      }
    }
    if (
      document.bodyClauses.some(
        ({ text }) =>
          /本(?:法|条例|规定|办法|规则|细则|准则|章程)[^。；]{0,40}(?:施行|实施|执行|生效)/.test(text) &&
          states.test(text)
      )
    )
      return
    const clause = document.titleClause ?? textsOfLast[0]
    if (clause !== undefined)
      report({
        clause,
        reason: {
          zh: '没有写明施行日期：在最后一条写“本X自某年某月某日起施行”。',
          en: 'No date of commencement: end with “本X自某年某月某日起施行”.'
        }
      })
  }
})
