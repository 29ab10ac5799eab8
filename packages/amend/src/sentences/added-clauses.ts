import { parseNumeral } from 'regast'
import type { AmendedPlace, Operation, QuotedText } from '../operation.js'
import { deepestLevel, readPlaces } from '../places.js'
import type { PatternInput, PatternResult } from './pattern.js'
import { sentence } from './pattern.js'
import { quotationsOf } from './quotations.js'
import { colon, count, place, places, quote, quoted } from './vocabulary.js'

/** 在第三条后增加一条，作为第四条：“…”. */
export const addClauses = sentence(
  `(?:在|将)?(?:${place('where')}(?:${quote}|[\\u4e00-\\u9fff]{2,16}职权)?(?<side>中|后|之后|以后|前|之前)?[，]?)?(?:新?增加?|增写)(?<count>${count})(?<level>条|款|项|目|自然段)(?:[，]?(?:分别)?作为${places('to')})?(?:[，]?(?:规定|内容为)?|[，。；]?(?:其)?(?:内容|条文|规定)如下)${colon}${quoted('text')}?`,
  readAdd
)

function readAdd({ groups, quotations, open }: PatternInput): PatternResult | undefined {
  const levels = { 条: 'article', 款: 'paragraph', 自然段: 'paragraph', 项: 'point', 目: 'indent' } as const
  const level = levels[groups.level as keyof typeof levels]
  const many = parseNumeral(groups.count!.replace('两', '二')) ?? 1
  const [where] = readPlaces(groups.where ?? '', open)
  const base = where ?? (level === 'article' ? undefined : open)
  const to = readPlaces(groups.to ?? '', base)
  const text = splitAdded(quotationsOf(groups.text, quotations), many)
  const operation: Operation = { type: 'add', level, count: many, to, text }
  const side = groups.side
  if (where !== undefined) {
    const sameLevel = deepestLevel(where) === level
    if (side !== undefined && /后/.test(side)) operation.after = where
    else if (side !== undefined && /前/.test(side)) operation.before = where
    else if (!sameLevel) operation.within = where
  } else if (level !== 'article' && open !== undefined) operation.within = withoutBelow(open, level)
  if (
    level === 'point' &&
    operation.within !== undefined &&
    operation.within.paragraph === undefined &&
    open?.paragraph !== undefined &&
    where === undefined
  ) {
    operation.within = { ...operation.within, paragraph: open.paragraph }
  }
  return {
    operations: [operation],
    open: level === 'article' ? (to.at(-1) ?? where) : (operation.within ?? to[0] ?? open)
  }
}

function withoutBelow(place: AmendedPlace, level: 'paragraph' | 'point' | 'indent'): AmendedPlace {
  const { indent: _, ...rest } = place
  if (level === 'indent') return rest
  const { point: __, ...above } = rest
  if (level === 'point') return above
  const { paragraph: ___, ...article } = above
  return article
}

/** One quotation with several articles or paragraphs in it is taken apart where the words announce several. */
function splitAdded(text: QuotedText[], many: number): QuotedText[] {
  if (text.length === many || text.length !== 1 || many === 1) return text
  const lines = text[0]!
  const starts = lines.flatMap((line, index) => (/^第[〇零一二三四五六七八九十百千0-9]+条/.test(line) ? [index] : []))
  if (starts.length === many) return starts.map((start, index) => lines.slice(start, starts[index + 1]))
  return lines.length === many ? lines.map((line) => [line]) : text
}
