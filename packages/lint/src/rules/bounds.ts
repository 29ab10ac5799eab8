import type { ClauseFinding } from '../finding.js'
import { type Clause, clauseRule } from '../rule.js'
import { source, technique1 } from '../sources.js'

const amount =
  '(\\d+(?:\\.\\d+)?|[一二三四五六七八九十百千万零两]+)(人|岁|周岁|元|万元|亿元|平方米|公顷|吨|千克|公里|米|件|户|名|次|年|个月|日|小时)'
const inclusive = new RegExp(`${amount}(以上|以下|以内)(?!的?(?:有期徒刑|罚款|拘留))`, 'g')
const exclusive = new RegExp(`(不满|不足|超过|未满)${amount}`, 'g')

interface Bound {
  key: string
  side: 'up' | 'down'
  including: boolean
  start: number
  end: number
}

export default clauseRule({
  id: 'bounds',
  group: 'words',
  summary: { zh: '分档的界限不重叠、不留空。', en: 'Classes neither overlap nor leave a gap.' },
  rationale:
    '“以上”“以下”“以内”包括本数，“不满”“超过”不包括本数。“五人以上”与“五人以下”在五人处重叠，“超过五人”与“不满五人”在五人处留空。',
  sources: [source(technique1, 'B')],
  kinds: 'all',
  severity: 'warning',
  fix: 'none',
  good: [
    '样品库五人以上的设库长，不满五人的设负责人。',
    '处五千元以上一万元以下罚款；情节严重的，处一万元以上三万元以下罚款。',
    '超过十件的分库存放，十件以下的合库存放。',
    '一百件以下部分每件五元，一百件以上的部分每件三元。',
    '借用不满六个月的，续借不得超过六个月。',
    '存放超过六个月的，按一年计费；六个月和不满六个月的，按半年计费。'
  ],
  bad: [
    '样品库五人以上的设库长，⟦五人以下⟧的设负责人。',
    '超过100件的分库存放，⟦不满100件⟧的合库存放。',
    '面积500平方米以上的设两个出口，⟦500平方米以下⟧的设一个出口。',
    '借用不满三十日的免收押金，⟦超过三十日⟧的交纳押金。'
  ],
  check(clause, report) {
    const bounds = boundsIn(clause)
    for (const [index, later] of bounds.entries()) {
      const earlier = bounds
        .slice(0, index)
        .find(({ key, side, including }) => key === later.key && side !== later.side && including === later.including)
      if (earlier === undefined) continue
      const other = clause.text.slice(earlier.start, earlier.end)
      const finding: ClauseFinding = {
        start: later.start,
        end: later.end,
        reason: later.including
          ? {
              zh: `与“${other}”都包括本数，在界限上重叠。`,
              en: `It and “${other}” both include the limit and overlap there.`
            }
          : {
              zh: `与“${other}”都不包括本数，正好等于界限的没有规定。`,
              en: `Neither it nor “${other}” includes the limit, which is left open.`
            }
      }
      report(finding)
    }
  }
})

function boundsIn({ text }: Clause): Bound[] {
  const found: Bound[] = []
  for (const match of text.matchAll(inclusive)) {
    const end = match.index + match[0].length
    // 五千元以上一万元以下 is one stretch; only a bound that stands alone divides classes.
    if (/^[\d一二三四五六七八九十百千万零两]+/.test(text.slice(end, end + 2))) continue
    if (/(?:以上|至|到|—)$/.test(text.slice(Math.max(0, match.index - 2), match.index))) continue
    // The part above and the part below of one quantity are added up, not told apart.
    if (/^的?部分/.test(text.slice(end, end + 3))) continue
    if (/处[^，。；]{0,12}$/.test(text.slice(Math.max(0, match.index - 14), match.index))) continue
    found.push({
      key: match[1]! + match[2]!,
      side: match[3] === '以上' ? 'up' : 'down',
      including: true,
      start: match.index,
      end
    })
  }
  for (const match of text.matchAll(exclusive)) {
    const end = match.index + match[0].length
    const before = text.slice(0, match.index)
    // 不得超过 sets a limit and divides nothing; 六个月和不满六个月 names the limit itself.
    if (before.endsWith('不得') || before.replace(/(?:和|及|或者?|、)$/, '').endsWith(match[2]! + match[3]!)) continue
    found.push({
      key: match[2]! + match[3]!,
      side: match[1] === '超过' ? 'up' : 'down',
      including: false,
      start: match.index,
      end
    })
  }
  return found.sort((left, right) => left.start - right.start)
}
