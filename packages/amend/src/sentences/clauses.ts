import type { Operation } from '../operation.js'
import { deepestLevel, readPlaces } from '../places.js'
import type { PatternInput, PatternResult } from './pattern.js'
import { sentence } from './pattern.js'
import { joined, quotationOf, quotationsOf } from './quotations.js'
import { changes, colon, count, heads, place, places, quote, quoted } from './vocabulary.js'

/** 将第三条第一款修改为：“…”. */
export const replaceClauses = sentence(
  `${heads}${places('at')}(?:的)?(?:内容|规定)?(?:分别)?${changes}${colon}${quoted('text')}`,
  readReplace
)

/** 这一款相应修改为：“…”: the whole again after its pieces were changed. */
export const repeatWhole = sentence(
  `${heads}(?:该条|该款|该项|这一条|这一款|这一自然段)(?:相应地?)?${changes}${colon}${quoted('text')}`,
  readReplace
)

/** 将第五条引言修改为：“…”. */
export const replaceLead = sentence(
  `${heads}${place('at')}(?:的)?(?:引言|条首|开始|开头|导语|首句|第一句)(?:部分)?${changes}${colon}(?<text>${quote})`,
  ({ groups, quotations, open }) => {
    const [at] = readPlaces(groups.at!, open)
    return at && { operations: [{ type: 'replace-lead', at, text: quotationOf(groups.text!, quotations) }], open: at }
  }
)

/** 删去第七条; not 删去第七条中的“…”, which is about words. */
export const deleteClauses = sentence(
  `(?:将)?删(?:去|除)${places('at')}(?!(?:中|末尾|规定)?的?⟦)`,
  ({ groups, open }) => {
    const at = readPlaces(groups.at!, open)
    return { operations: at.map((each): Operation => ({ type: 'delete', at: each })), open: at.at(-1) }
  }
)

/** 将第七条删去, 第七条予以删除. */
export const deleteClausesBehind = sentence(
  `(?:(?:将|把)${places('at')}(?:予以)?|${places('subject')}予以)删(?:去|除)`,
  ({ groups, open }) => {
    const at = readPlaces((groups.at ?? groups.subject)!, open)
    return { operations: at.map((each): Operation => ({ type: 'delete', at: each })), open: at.at(-1) }
  }
)

/** 将第六条、第七条合并为一条，作为第六条，修改为：“…”. */
export const mergeClauses = sentence(
  `${heads}${places('at')}合并(?:为一[条款项])?(?:[，]?(?:作为|改为|为)${place('to')})?[，]?(?:并)?(?:修改为)?${colon}${quoted('text')}`,
  ({ groups, quotations, open }) => {
    const at = readPlaces(groups.at!, open)
    const [to] = readPlaces(groups.to ?? '', at[0])
    if (at.length < 2) return undefined
    return {
      operations: [{ type: 'merge', at, ...(to && { to }), text: joined(groups.text, quotations) }],
      open: to ?? at[0]
    }
  }
)

/** 将第六条分为两条，分别作为第六条、第七条，修改为：“…”. */
export const splitClause = sentence(
  `${heads}${place('at')}(?:分为|拆分为|分成)${count}[条款](?:[，]?(?:分别)?(?:作为|改为)${places('to')})?[，]?(?:分别)?(?:修改为)?${colon}${quoted('text')}`,
  ({ groups, quotations, open }) => {
    const [at] = readPlaces(groups.at!, open)
    if (at === undefined) return undefined
    const to = readPlaces(groups.to ?? '', at)
    return { operations: [{ type: 'split', at, to, text: quotationsOf(groups.text, quotations) }], open: to[0] ?? at }
  }
)

function readReplace({ groups, quotations, open }: PatternInput): PatternResult | undefined {
  const at = readPlaces(groups.at ?? '', open)
  const places = at.length > 0 ? at : open === undefined ? [] : [open]
  if (places.length === 0) return undefined
  if (places[0]!.attachment !== undefined && deepestLevel(places[0]!) === 'attachment') {
    return {
      operations: [{ type: 'replace-attachment', at: places[0]!, text: joined(groups.text, quotations) }],
      open: places[0]
    }
  }
  return { operations: [{ type: 'replace', at: places, text: joined(groups.text, quotations) }], open: places.at(-1) }
}
