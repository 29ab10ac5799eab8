import type { LocusStep, Mention } from '@tiaoli/citation'
import type { ClauseText } from 'regast'
import type { DocumentReading } from './document-reading.js'
import type { Position } from './position.js'
import { isCell } from './table-cells.js'

/** …由本市制定。第四十二条本办法自…施行, 第二章 养护: the number of what follows, which was run into this text, is no reference. */
export function isStrayLabel(
  { own }: DocumentReading,
  mention: Mention,
  { text }: ClauseText,
  { article }: Position
): boolean {
  if (article === undefined || mention.host.type !== 'none' || mention.loci.length !== 1) return false
  const { unit, number } = mention.loci[0]!.steps.at(-1)!
  const next = text.slice(mention.end, mention.end + 2)
  if (!/^[\s\u3000\u4e00-\u9fff]/.test(next) || /^(?:的|所|中|规定|第|之|以)/.test(next)) return false
  const opens = text[mention.start - 1] === '。'
  if (unit === 'article') {
    const { value } = article.number
    if (number?.value !== value + 1 || own.articles.has(`art_${value + 1}`)) return false
    // Where the end of the text before it was lost as well, the article after it tells.
    return (
      opens ||
      (own.articles.has(`art_${value + 2}`) && /[^反照据按合对由和与及或至]/.test(text[mention.start - 1] ?? '反'))
    )
  }
  if (!opens) return false
  const heading = /^[^，。；：]{1,30}$/.test(text.slice(mention.end))
  return unit === 'chapter' && heading && number !== undefined && !own.structures.has(`chp_${number.value}`)
}

/** 第二章 养护 on a line of its own, as a table of contents has it. */
export function isHeadingLine({ host, loci, start, end }: Mention, clause: ClauseText): boolean {
  const { node, text } = clause
  // 第五条　原文… in a table that sets two texts side by side
  if (start === 0 && host.type === 'none' && isCell(clause)) return /^[\s\u3000]+\S/.test(text.slice(end, end + 8))
  const inHeading = node.type === 'heading'
  if (host.type !== 'none' || (!inHeading && start > 0 && text[start - 1] !== '\n')) return false
  const { unit, number } = loci[0]!.steps[0]!
  if (loci.length !== 1 || number === undefined || !/^(?:book|part|chapter|section)$/.test(unit)) return false
  // 第一章 总则 第二章 养护 第三章 附则 in one heading
  if (inHeading) return /\s/.test(text[start - 1] ?? '') && /^第[^\s，。]{1,8}\s/.test(text.slice(start))
  return /^第[^\s，。；：]{1,8}[\s\u3000]+[^，。；：\n]{1,30}(?:\n|$)/.test(text.slice(start, start + 48))
}

/** What is counted with a unit: 第一条道路, 第一项议程. */
const counted: Partial<Record<LocusStep['unit'], RegExp>> = {
  article:
    /^[\u4e00-\u9fff]{0,6}?(?:道路|公路|铁路|马路|大街|胡同|小巷|街道|支路|河流|河道|航线|生产线|线路|车道|跑道|隧道|主线|防线|战线|红线|底线|经验|理由|建议)(?!交通|运输|管理|安全)/,
  point: /^(?:工作|任务|议程|议题|课题|比赛|运动|研究|实验|改革)/,
  paragraph: /^(?:产品|商品|车型|软件|游戏)/,
  section: /^课/
}

/** Whether a bare number counts things, and no clauses. */
export function countsThings(
  { unit, relative }: LocusStep,
  { host, loci, start, end }: Mention,
  { text }: ClauseText
): boolean {
  if (host.type !== 'none' || relative !== undefined || loci.length !== 1 || loci[0]!.steps.length !== 1) return false
  // Nearly every place is followed by 规定, or 的.
  if ('规的所、'.includes(text[end] ?? '的')) return false
  return counted[unit]?.test(text.slice(end, end + 12)) === true && !/[反照据按合依]/.test(text[start - 1] ?? '')
}
