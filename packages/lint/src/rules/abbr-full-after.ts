import { abbreviationsIn } from '../abbreviations.js'
import { documentRule } from '../rule.js'
import { practice, source } from '../sources.js'

export default documentRule({
  id: 'abbr-full-after',
  group: 'clauses',
  summary: {
    zh: '约定了法规的简称，后面就用简称。',
    en: 'Once a title is abbreviated, the abbreviation is used.'
  },
  rationale: '约定简称是为了后面不再写全称；两种写法并用，读者会疑心是两个文件。只检查带书名号的全称，不检查废止条款。',
  sources: [source(practice, 'B')],
  kinds: 'all',
  severity: 'warning',
  fix: 'offer',
  good: [
    '第一条　根据《样品登记条例》（以下简称登记条例），制定本办法。\n第二条　依照登记条例登记。',
    '第一条　根据《样品登记条例》，制定本办法。\n第二条　依照《样品登记条例》登记。',
    '第一条　根据《样品登记条例》（以下简称登记条例），制定本办法。\n第二条　依照登记条例登记；《样品登记条例实施细则》另有规定的除外。'
  ],
  bad: [
    {
      text: '第一条　根据《样品登记条例》（以下简称登记条例），制定本办法。\n第二条　依照⟦《样品登记条例》⟧第三条登记，不适用登记条例第五条。',
      fixed:
        '第一条　根据《样品登记条例》（以下简称登记条例），制定本办法。\n第二条　依照登记条例第三条登记，不适用登记条例第五条。'
    },
    {
      text: '第一条　依照《样品检验规定》（以下简称《检验规定》）检验。\n第二条　⟦《样品检验规定》⟧没有规定的，由市样品局规定。',
      fixed:
        '第一条　依照《样品检验规定》（以下简称《检验规定》）检验。\n第二条　《检验规定》没有规定的，由市样品局规定。'
    },
    {
      text: '第一条　根据《样品登记条例》（以下简称条例），制定本办法。\n登记依照条例办理。\n第二条　违反⟦《样品登记条例》⟧的，责令改正。',
      fixed:
        '第一条　根据《样品登记条例》（以下简称条例），制定本办法。\n登记依照条例办理。\n第二条　违反条例的，责令改正。'
    }
  ],
  check(document, report) {
    const texts = document.clauses
    const own = new Set(document.bodyClauses)
    for (const { title, titled, name, clause: home, index, phraseStart, phraseEnd } of abbreviationsIn(texts)) {
      if (title === undefined) continue
      const full = `《${title}》`
      for (const clause of texts.slice(index + 1)) {
        if (!own.has(clause)) continue
        for (let at = clause.text.indexOf(full); at !== -1; at = clause.text.indexOf(full, at + full.length)) {
          const end = at + full.length
          // A repeal, a quotation and a new abbreviation need the title in full.
          if (/废止|以下简称|修[改正订]/.test(clause.text.slice(at, end + 60))) continue
          if (/[“《]$/.test(clause.text.slice(0, at))) continue
          report({
            clause,
            start: at,
            end,
            reason: { zh: `前面约定了简称“${name}”。`, en: `“${name}” was defined for it before.` },
            replace: titled ? `《${name}》` : name,
            related: [
              {
                clause: home,
                start: phraseStart,
                end: phraseEnd,
                reason: { zh: '约定在这里', en: 'it is defined here' }
              }
            ]
          })
        }
      }
    }
  }
})
