import type { Operation } from '../operation.js'
import { deepestLevel, readPlaces } from '../places.js'
import type { PatternInput, PatternResult } from './pattern.js'
import { sentence } from './pattern.js'
import { joined } from './quotations.js'
import { becomes, colon, heads, place, places, quoted } from './vocabulary.js'

/** 将第八条改为第九条，修改为：“…”. */
export const renumberClauses = sentence(
  `${heads}${places('at')}(?:单列(?:为)?一条[，]?)?${becomes}${places('to')}(?:[，；]?(?:并)?(?:将)?(?:其)?(?:内容)?(?:相应)?修改为${colon}${quoted('text')}|[：]${quoted('bare')})?`,
  readRenumber
)

/** 将第九条移至第三章，作为第十二条. */
export const moveClause = sentence(
  `${heads}${place('at')}(?:移|调整|移动)(?:至|到|入)${place('into')}(?:中|之?后)?(?:[，]?(?:改为|作为)${place('to')})?(?:[，]?(?:并)?修改为${colon}${quoted('text')})?`,
  ({ groups, quotations, open }) => {
    const [at] = readPlaces(groups.at!, open)
    const [into] = readPlaces(groups.into!, undefined)
    const [to] = readPlaces(groups.to ?? '', at)
    if (at === undefined || into === undefined) return undefined
    // 移至第三条之后，作为第四条: its number says where it goes.
    if (deepestLevel(into) === 'article') {
      if (to === undefined) return undefined
      const written = groups.text === undefined ? undefined : joined(groups.text, quotations)
      return {
        operations: [
          written === undefined ? { type: 'renumber', at, to } : { type: 'replace', at: [at], to: [to], text: written }
        ],
        open: to
      }
    }
    const text = groups.text === undefined ? undefined : joined(groups.text, quotations)
    return { operations: [{ type: 'move', at, into, ...(to && { to }), ...(text && { text }) }], open: to ?? at }
  }
)

function readRenumber({ groups, quotations, open }: PatternInput): PatternResult | undefined {
  const at = readPlaces(groups.at!, open)
  const to = readPlaces(groups.to!, at[0])
  if (at.length === 0 || at.length !== to.length) return undefined
  const written = groups.text ?? groups.bare
  if (written !== undefined) {
    return { operations: [{ type: 'replace', at, to, text: joined(written, quotations) }], open: to.at(-1) }
  }
  const operations = at.map((each, index): Operation => ({ type: 'renumber', at: each, to: to[index]! }))
  // 将第八条改为第九条，其中的…: what follows names the article that was just renumbered, by its old number.
  return { operations, open: deepestLevel(at.at(-1)!) === 'article' ? at.at(-1) : (to.at(-1) ?? open) }
}
