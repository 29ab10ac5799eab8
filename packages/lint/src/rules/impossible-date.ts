import { parseNumeral } from 'regast'
import { clauseRule, eachMatch } from '../rule.js'
import { numbers, source } from '../sources.js'

const year = '(\\d{4}|[〇○零一二三四五六七八九]{4})\\s?年\\s?'
const two = '(\\d{1,2}|[一二三四五六七八九十]{1,3})'
const before = '(?<![\\d〇○零一二三四五六七八九十百])'
const days = new RegExp(`${before}(?:${year})?${two}\\s?月\\s?${two}\\s?日`, 'g')
const months = new RegExp(`${before}${year}${two}\\s?月(?![\\s龄]?[\\d一二三四五六七八九十])`, 'g')

/** Months of the moon have thirty days, whichever they are. */
const lunar = /(?:农历|阴历|旧历|夏历|藏历)[^，。；]{0,8}$/

export default clauseRule({
  id: 'impossible-date',
  group: 'signs',
  summary: { zh: '写出的日期是历法上有的。', en: 'A date is one that the calendar has.' },
  rationale: '“十三月”“2月30日”“4月31日”和平年的“2月29日”都没有；施行日期、期限写成这样，就不知道从哪一天算起。',
  sources: [source(numbers, 'B')],
  kinds: 'all',
  severity: 'error',
  fix: 'none',
  levels: ['paragraph', 'point', 'indent', 'note', 'signature', 'title'],
  good: [
    '本办法自2028年2月29日起施行。',
    '每年六月三十日以前、十二月三十一日以前各盘点一次。',
    '农历二月三十日闭库。',
    '样品每隔十三月复核一次。'
  ],
  bad: [
    '本办法自⟦二〇二六年十三月一日⟧起施行。',
    '样品应当在⟦2026年2月30日⟧以前登记。',
    '每年⟦4月31日⟧以前盘点，⟦六月三十一日⟧以前公布。',
    '样品自⟦2026年13月⟧起收费。',
    '⟦2027年2月29日⟧以前的样品另行登记。'
  ],
  check(clause, report) {
    eachMatch(clause, days, report, (match) => {
      if (lunar.test(clause.text.slice(Math.max(0, match.index - 16), match.index))) return undefined
      const [month, day] = [match[2]!, match[3]!].map((words) => parseNumeral(words))
      if (month === undefined || day === undefined) return undefined
      if (month < 1 || month > 12) return said(`没有${match[2]}月`, `there is no month ${month}`)
      const last = lastDay(match[1], month)
      if (day >= 1 && day <= last) return undefined
      const whose = match[1] === undefined || month !== 2 ? '' : `${match[1]}年`
      return said(`${whose}${match[2]}月没有${match[3]}日`, `month ${month} has ${last} days`)
    })
    eachMatch(clause, months, report, (match) => {
      const month = parseNumeral(match[2]!)
      if (month === undefined || (month >= 1 && month <= 12)) return undefined
      return said(`没有${match[2]}月`, `there is no month ${month}`)
    })
  }
})

function said(zh: string, en: string) {
  return { reason: { zh: `${zh}。`, en: `As the calendar has it, ${en}.` } }
}

/** The last day of a month; of February without a year, that of a leap year. */
function lastDay(written: string | undefined, month: number): number {
  const of = written === undefined ? 2000 : parseNumeral(written)
  return new Date(Date.UTC(of ?? 2000, month, 0)).getUTCDate()
}
