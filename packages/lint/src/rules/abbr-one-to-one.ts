import { type Abbreviation, abbreviationsIn, fullFormOf } from '../abbreviations.js'
import type { DocumentFinding, Said } from '../finding.js'
import { documentRule } from '../rule.js'
import { practice, source } from '../sources.js'

export default documentRule({
  id: 'abbr-one-to-one',
  group: 'clauses',
  summary: {
    zh: '一个事物只有一个简称，一个简称只指一个事物。',
    en: 'One thing has one abbreviation, and one abbreviation stands for one thing.'
  },
  rationale:
    '“样品登记机关”前面简称“登记机关”，后面又简称“主管机关”，读者会以为是两个机关；两个文件都简称“条例”，读者不知道依照哪一个。',
  sources: [source(practice, 'C')],
  kinds: 'all',
  severity: 'warning',
  fix: 'none',
  good: [
    '第一条　样品登记机关（以下简称登记机关）负责登记。\n第二条　样品检验机构（以下简称检验机构）负责检验，登记机关配合检验机构。',
    '第一条　《样品条例》（以下简称条例）施行前的样品，不适用条例。\n第二条　依照条例登记。',
    '第一条　省样品局、市样品局（以下分别简称“省局”“市局”）各自登记，省局指导市局。'
  ],
  bad: [
    '第一条　样品登记机关（以下简称登记机关）负责登记。\n第二条　样品登记机关（⟦以下简称主管机关⟧）应当公示，登记机关和主管机关不收费。',
    '第一条　依照《样品登记条例》（以下简称条例）登记。\n第二条　依照《样品检验条例》（⟦以下简称条例⟧）检验，条例另有规定的除外。',
    '第一条　依照《样品登记条例》（以下简称登记条例）登记。\n第二条　违反《样品登记条例》（⟦以下简称样品条例⟧）的，依照登记条例和样品条例处理。'
  ],
  check(document, report) {
    const byFull = new Map<string, Abbreviation>()
    const byName = new Map<string, Abbreviation>()
    for (const abbreviation of abbreviationsIn(document.clauses)) {
      const full = fullFormOf(abbreviation)
      const { name } = abbreviation
      const other = full.length < 4 ? undefined : byFull.get(full)
      const same = byName.get(name)
      if (other !== undefined && other.name !== name && !inOneBracket(other, abbreviation)) {
        report(
          twice(abbreviation, other, {
            zh: `“${full}”前面简称“${other.name}”，这里又简称“${name}”。`,
            en: `“${full}” was abbreviated as “${other.name}” before, and is “${name}” here.`
          })
        )
      } else if (same?.title !== undefined && abbreviation.title !== undefined && same.title !== abbreviation.title) {
        report(
          twice(abbreviation, same, {
            zh: `“${name}”前面是《${same.title}》的简称，这里又是《${abbreviation.title}》的。`,
            en: `“${name}” stood for 《${same.title}》 before, and stands for 《${abbreviation.title}》 here.`
          })
        )
      }
      if (full.length >= 4 && other === undefined) byFull.set(full, abbreviation)
      if (same === undefined) byName.set(name, abbreviation)
    }
  }
})

function twice({ clause, phraseStart, phraseEnd }: Abbreviation, other: Abbreviation, reason: Said): DocumentFinding {
  const said = { zh: '前一次约定', en: 'the definition before' }
  const related = [{ clause: other.clause, start: other.phraseStart, end: other.phraseEnd, reason: said }]
  return { clause, start: phraseStart, end: phraseEnd, reason, related }
}

/** 以下分别简称“省局”“市局”: which stands for which is not said by the bracket. */
function inOneBracket(first: Abbreviation, second: Abbreviation): boolean {
  return first.clause === second.clause && !/[）)]/.test(first.clause.text.slice(first.phraseEnd, second.phraseStart))
}
