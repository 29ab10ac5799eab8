import type { ClauseFinding } from '../finding.js'
import { clauseRule, eachMatch } from '../rule.js'
import { counted, practice, source } from '../sources.js'

const catchAll =
  /[^，。；]{0,24}[与同和]本(?:法|条例|规定|办法|规则|细则|准则)(?:的?规定)?(?:不一致|不符|不相符|相抵触|有抵触|抵触|矛盾)[^。；]{0,10}(?:一律|同时|即行|自行|予以)?(?:废止|作废|停止执行|失效)/g
/** What was in force before, without saying what. */
const formerRules =
  /(?:本(?:法|条例|规定|办法|规则|细则|准则)(?:施行|实施|发布|公布)(?:以前|之前|前)|此前|以前|过去|原有)[^，。；《》]{0,24}(?:规定|文件|制度|办法)(?:一律|同时|即行|自行|予以)?(?:废止|作废|停止执行|失效)/g
const repeal = /([^。；]*)同时废止/g

export default clauseRule({
  id: 'repeal-clause',
  group: 'clauses',
  summary: { zh: '废止旧文件要写明名称，不用概括的废止。', en: 'A repeal names the old act; no catch-all.' },
  rationale:
    '“与本办法不符的一律废止”没有说清废止了什么。写“《……》同时废止”，并写明公布日期：同名的旧文件不止一个时，读者才知道废止的是哪一个。',
  sources: [source(`${counted}：写明名称和日期的废止一百八十三处`, 'A'), source(`概括的废止：${practice}`, 'C')],
  inPractice: '约五分之一的废止条款没有写旧文件的日期，多半是旧文件的名称只有一个。',
  kinds: 'all',
  severity: 'warning',
  fix: 'none',
  good: [
    '本办法自2026年7月1日起施行。2010年3月1日公布的《旧样品规定》同时废止。',
    '本办法自公布之日起施行。《旧样品规定》（2010年3月1日云川市样品局令第2号）同时废止。',
    '与本办法不一致的，以本办法为准。'
  ],
  bad: [
    '本办法自公布之日起施行，⟦与本办法不符的规定一律废止⟧。',
    '本办法自公布之日起施行。⟦过去的规定与本办法相抵触的，同时废止⟧。',
    '本办法自公布之日起施行。《旧样品规定》⟦同时废止⟧。',
    '本办法自公布之日起施行。⟦本办法施行前发布的有关规定同时废止⟧。',
    '⟦此前有关样品的规定与本办法不一致的，自行废止⟧。'
  ],
  check(clause, report) {
    for (const pattern of [catchAll, formerRules]) {
      eachMatch(
        clause,
        pattern,
        report,
        (): Omit<ClauseFinding, 'start' | 'end'> => ({
          reason: { zh: '写明废止哪些文件，不用概括的废止。', en: 'Name the acts that are repealed; no catch-all.' }
        })
      )
    }
    eachMatch(clause, repeal, report, (match) => {
      // A year in the sentence, of a day or of a document number, tells the act apart from others of its name.
      if (!match[1]!.includes('《') || /年|[〔[（(]\d{4}[〕\]）)]/.test(match[1]!)) return undefined
      const start = match.index + match[1]!.length
      return {
        start,
        reason: { zh: '写明被废止的文件是哪一天公布的。', en: 'Say on what day the repealed act was published.' }
      }
    })
  }
})
