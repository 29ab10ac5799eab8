import type { QuotedText } from '../operation.js'
import { readPlaces } from '../places.js'
import { sentence } from './pattern.js'
import { quotationOf } from './quotations.js'
import { changes, colon, count, heads, place, places, quote } from './vocabulary.js'

/** 第三章　保护: the heading of a structure as it stands above its articles. */
const structureHeading = /^第[一二三四五六七八九十百]+[编章节][\s\u3000]+/

/** A heading without its number, which is the decision's to say, and the lines that were quoted with it. */
function headingAndText(written: string | undefined, quotations: readonly QuotedText[]): [string, QuotedText] {
  const [heading = '', ...text] = quotationOf(written ?? '', quotations)
  return [heading.replace(structureHeading, ''), text]
}

/** 增加一章作为第三章，章名为“…”，包括第十条至第十四条. */
export const addStructure = sentence(
  `(?:在)?(?:${place('after')}(?:${quote})?(?:中|后|之后)?)?[，]?(?:并)?增加(?<count>${count})(?<level>章|节|编)[，]?(?:分别)?作为${place('to')}(?:[，]?(?:章名|节名|编名|名称|标题)为)?${colon}(?<heading>${quote})(?:[，；]?(?:包括|增加[一二三四五六七八九十百]+条[，]?分别作为)${places('covers')})?(?:(?:[，；。]?(?:其)?(?:内容|条文|规定)如下)?${colon}(?<text>${quote}))?`,
  ({ groups, quotations, open }) => {
    const [after] = readPlaces(groups.after ?? '', open)
    const [to] = readPlaces(groups.to!, after)
    if (to === undefined) return undefined
    const covered = readPlaces(groups.covers ?? '', undefined)
    const [heading, below] = headingAndText(groups.heading, quotations)
    const lines = groups.text === undefined ? below : quotationOf(groups.text, quotations)
    // The heading may be said again above the articles.
    const text = lines.filter((line, index) => index > 0 || !structureHeading.test(line))
    return {
      operations: [
        {
          type: 'add-structure',
          to,
          heading,
          ...(covered.length > 0 && { covers: [covered[0]!, covered.at(-1)!] }),
          ...(text.length > 0 && { text })
        }
      ],
      open: to
    }
  }
)

/** 将第二章章名修改为“…”. */
export const renameStructure = sentence(
  `${heads}${place('at')}(?:的)?(?:章名|节名|编名|标题|名称)(?:${quote})?${changes}${colon}(?<to>${quote})`,
  ({ groups, quotations, open }) => {
    const [at] = readPlaces(groups.at!, open)
    const [heading] = headingAndText(groups.to, quotations)
    return at && { operations: [{ type: 'rename-structure', at, heading }], open: at }
  }
)

/** 删去第二节节名. */
export const deleteHeading = sentence(
  `(?:将)?删(?:去|除)${place('at')}(?:的)?(?:章名|节名|编名)(?:${quote})?`,
  ({ groups, open }) => {
    const [at] = readPlaces(groups.at!, open)
    return at && { operations: [{ type: 'delete-heading', at }], open: at }
  }
)

/** 第三章调整为包括第十条至第十四条. */
export const cover = sentence(`${heads}${place('at')}(?:调整为)?包括${places('covers')}`, ({ groups, open }) => {
  const [at] = readPlaces(groups.at!, open)
  const covers = readPlaces(groups.covers!, undefined)
  if (at === undefined || covers.length === 0) return undefined
  return { operations: [{ type: 'cover', at, covers: [covers[0]!, covers.at(-1)!] }], open: at }
})
