import type { ClauseNumber } from 'regast'
import { formatNumeral, levelsByWord, levelWords, parseNumeral } from 'regast'
import type { AmendedPlace } from './operation.js'

const n = '[〇零一二三四五六七八九十百千0-9]+'
const host =
  '(?:《[^》]*》|刑法|宪法|本(?:法|条例|规定|办法|规则|细则|解释|决定)|中华人民共和国[\\u4e00-\\u9fff]{1,12}法)?(?:的)?(?:修改后)?(?:《[^》]*》)?(?:正文)?'

const oneStep = `(?:附件(?:${n})?|序言|第${n}(?:分编|编|章|节|条(?:之${n})?|款|项|目|自然段|段)|该条|该款|该项|这一条|这一款|这一自然段|引言)`

/** One place, as a piece of a regular expression without groups. */
export const placePattern = `${host}(?:原)?${oneStep}(?:(?:的|⟦\\d+⟧中|[\\u4e00-\\u9fff]{2,16}职权)?${oneStep})*`
/** Several places: lists and ranges. */
export const placesPattern = `${placePattern}(?:(?:、|和|以及|及|与|至)(?=${placePattern})${placePattern})*`

const step = new RegExp(
  `附件(${n})?|(序言)|(引言)|第(${n})(分编|编|章|节|条|款|项|目|自然段|段)(?:之(${n}))?|(该|这一)(条|款|项|自然段)`,
  'g'
)

type NumberedLevel = Exclude<keyof AmendedPlace, 'preamble'>

const levels = { ...levelsByWord, 自然段: 'paragraph', 段: 'paragraph' } as Readonly<Record<string, NumberedLevel>>

const order: NumberedLevel[] = [
  'attachment',
  'book',
  'part',
  'chapter',
  'section',
  'article',
  'paragraph',
  'point',
  'indent'
]

/** The places that words name, ranges counted out; a level left unsaid comes from the place before, else from `open`. */
export function readPlaces(words: string, open: AmendedPlace | undefined): AmendedPlace[] {
  const places: AmendedPlace[] = []
  // 第十条、第十一条; 第十条至第十五条; 第一项至第三项.
  const parts = words.split(/(、|和|以及|及|与|至)(?=(?:《|刑法|宪法|本|原|的|附件|序言|引言|第|该|这一|修改后))/)
  let before = open
  for (let index = 0; index < parts.length; index += 2) {
    const place = readPlace(parts[index]!, before)
    if (place === undefined) continue
    if (parts[index - 1] === '至' && before !== undefined) places.push(...between(before, place))
    places.push(place)
    before = place
  }
  return places
}

function readPlace(words: string, open: AmendedPlace | undefined): AmendedPlace | undefined {
  const place: AmendedPlace = {}
  let first: keyof AmendedPlace | undefined
  const text = words.replace(/《[^》]*》/g, '')
  for (const match of text.matchAll(step)) {
    const [whole, attachment, preamble, lead, numeral, unit, insert, that, thatUnit] = match
    let level: keyof AmendedPlace
    if (whole.startsWith('附件')) {
      level = 'attachment'
      place.attachment = { value: attachment === undefined ? 1 : (parseNumeral(attachment) ?? 0) }
    } else if (preamble !== undefined || lead !== undefined) {
      level = 'preamble'
      place.preamble = true
    } else if (that !== undefined) {
      level = levels[thatUnit!]!
      for (const above of order.slice(0, order.indexOf(level) + 1)) copy(place, open, above)
      if (open?.preamble) place.preamble = true
    } else {
      level = levels[unit!]!
      place[level] = numberOf(numeral!, insert)
    }
    first ??= level
  }
  if (first === undefined) return undefined
  if (first !== 'preamble' && open !== undefined) inherit(place, first, open)
  return place
}

function inherit(place: AmendedPlace, first: NumberedLevel, open: AmendedPlace): void {
  // An article is numbered through the text; a 节 lies in its 章; below an article everything above comes along.
  const above: NumberedLevel[] =
    first === 'article' || first === 'chapter' || first === 'book' || first === 'attachment'
      ? first === 'article'
        ? ['attachment']
        : []
      : first === 'section'
        ? ['chapter']
        : order
            .slice(0, order.indexOf(first))
            .filter((level) => !['book', 'part', 'chapter', 'section'].includes(level))
  for (const level of above) if (place[level] === undefined) copy(place, open, level)
  if (first === 'paragraph' && open.preamble && open.article === undefined) place.preamble = true
}

function copy(place: AmendedPlace, from: AmendedPlace | undefined, level: NumberedLevel): void {
  if (from?.[level] !== undefined) place[level] = from[level]
}

function numberOf(numeral: string, insert: string | undefined): ClauseNumber {
  const number: ClauseNumber = { value: parseNumeral(numeral) ?? 0 }
  if (insert !== undefined) number.insert = parseNumeral(insert) ?? 0
  return number
}

/** The places between two of one level. */
function between(from: AmendedPlace, to: AmendedPlace): AmendedPlace[] {
  const level = [...order].reverse().find((each) => to[each] !== undefined)
  if (level === undefined || from[level] === undefined) return []
  const places: AmendedPlace[] = []
  for (let value = from[level].value + 1; value < to[level]!.value; value++) places.push({ ...to, [level]: { value } })
  return places
}

/** The deepest level that a place names. */
export function deepestLevel(place: AmendedPlace): NumberedLevel | undefined {
  return [...order].reverse().find((level) => place[level] !== undefined)
}

/** A place as decisions write it: 第十条第二款. */
export function formatPlace(place: AmendedPlace): string {
  if (place.preamble)
    return place.paragraph === undefined ? '引言' : `序言第${formatNumeral(place.paragraph.value)}自然段`
  return order
    .flatMap((level) => {
      const number = place[level]
      if (number === undefined) return []
      if (level === 'attachment') return [`附件${formatNumeral(number.value)}`]
      const insert = number.insert === undefined ? '' : `之${formatNumeral(number.insert)}`
      return [`第${formatNumeral(number.value)}${levelWords[level]}${insert}`]
    })
    .join('')
}
