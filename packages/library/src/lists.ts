import type { Mention } from '@tiaoli/citation'
import type { ClauseText } from 'regast'
import { parseNumeral } from 'regast'
import type { LinkTarget } from './linked.js'
import type { Position } from './position.js'
import { isOfArticle } from './reading.js'
import { isCell } from './table-cells.js'

/** Addresses of the 项 of a 款, or of the 目 of a 项. */
export function listBelow(clause: ClauseText): string[] {
  const { node } = clause
  if ((node.type !== 'paragraph' && node.type !== 'point') || node.children.length < 2) return []
  const found: string[] = []
  for (const child of node.children) if (child.type === 'point' || child.type === 'indent') found.push(child.address)
  return found
}

/** The longest beginning of `words` that the announcing text names right before its colon. */
export function commonNoun(words: string, text: string): string | undefined {
  const announced = /(?:下列|以下)([\u4e00-\u9fff]{2,12})/.exec(text)?.[1]
  if (announced === undefined) return undefined
  const plain =
    /^(?:规定|情形|行为|权利|义务|材料|条件|事项|内容|措施|人员|单位|职责|要求|活动|物品|文件|信息|费用|标准|原则|方式|区域|项目|用语)/.exec(
      words
    )?.[0]
  if (plain !== undefined) return announced.startsWith(plain) ? plain : undefined
  const noun = words.search(/[之的，]/)
  for (let length = Math.min(noun === -1 ? words.length : noun, 6); length >= 2; length--) {
    if (announced.startsWith(words.slice(0, length))) return words.slice(0, length)
  }
  return undefined
}

/** The document's own clauses from the first to the last of some addresses, as a target. */
export function rangeTarget(addresses: readonly string[]): LinkTarget {
  const [first, last] = [addresses[0]!, addresses.at(-1)!]
  return { instrument: null, from: first, ...(first === last ? {} : { to: last }), status: 'resolved' }
}

/**
 * What 下列 in the clause at an index announces: the 项 of this 款, the 目 of this 项, or the clause itself where the list is
 * inline; nothing where 决定如下： announces a whole document.
 */
export function announced(
  clauses: readonly ClauseText[],
  index: number,
  mention: Mention,
  position: Position
): LinkTarget | undefined {
  const clause = clauses[index]!
  const below = listBelow(clause)
  if (below.length > 0) return rangeTarget(below)
  const paragraphs = paragraphsBelow(clauses, index, mention, position)
  if (paragraphs !== undefined) return rangeTarget(paragraphs)
  const own = rangeTarget([clause.address])
  if (!/[：:]\s*$/.test(clause.text)) return own
  if (position.article === undefined) return undefined
  const followers = unnumberedBelow(clauses, index, position)
  if (followers === undefined) return own
  const { instrument, from, to } = rangeTarget(followers)
  return {
    ...own,
    status: 'ambiguous',
    reason: '所列各段没有编号，到哪一段为止不能确定',
    alternatives: [{ instrument, from, ...(to === undefined ? {} : { to }) }]
  }
}

/** The paragraphs of the article that follow the one at an index. */
function unnumberedBelow(clauses: readonly ClauseText[], index: number, { article }: Position): string[] | undefined {
  const found: string[] = []
  const prefix = `${article!.address}__`
  for (let at = index + 1; at < clauses.length && clauses[at]!.address.startsWith(prefix); at++) {
    if (clauses[at]!.node.type === 'paragraph' && !isCell(clauses[at]!)) found.push(clauses[at]!.address)
  }
  return found.length === 0 ? undefined : found
}

/** 以下六项基本要求：, followed by six paragraphs instead of a list. */
function paragraphsBelow(
  clauses: readonly ClauseText[],
  index: number,
  mention: Mention,
  position: Position
): string[] | undefined {
  const { address, text } = clauses[index]!
  if (mention.noun === undefined || !/[：:]\s*$/.test(text)) return undefined
  const count = parseNumeral(mention.noun)
  const { paragraph } = position.place
  if (count === undefined || count < 2 || paragraph === undefined) return undefined
  const followers = clauses.slice(index + 1, index + 1 + count)
  const prefix = address.replace(/\d+$/, '')
  const expected = followers.every((follower, at) => follower.address === `${prefix}${paragraph.value + at + 1}`)
  const opened = followers.every(({ text: words }) =>
    /^(?:第?[一二三四五六七八九十]+[，、是]|首先|其次|再次|最后)/.test(words)
  )
  return expected && opened && followers.length === count ? followers.map((follower) => follower.address) : undefined
}

function isWithin(address: string, item: string): boolean {
  return address === item || address.startsWith(`${item}__`)
}

/** Whether the words before a back-reference have said themselves what it may point back to: 限于城乡建设等方面的事项, 不得吸毒. */
function saidItself(before: string, noun: string): boolean {
  if (noun === '行为' && /(?:不得|禁止)[^。]*$/.test(before)) return true
  for (let at = before.indexOf(noun); at !== -1; at = before.indexOf(noun, at + 1)) {
    // 二维码等信息化手段 says no 信息.
    if (/[的等]/.test(before[at - 1] ?? '') && /[，。；、]/.test(before[at + noun.length] ?? '。')) return true
  }
  return false
}

/** The list announced before the clause at an index, in its article, under the noun of a back-reference there, and that noun. */
export function announcedBefore(
  clauses: readonly ClauseText[],
  index: number,
  mention: Mention,
  article: string
): { noun: string; target: LinkTarget } | undefined {
  const words = mention.noun!
  for (let at = index - 1; at >= 0 && isOfArticle(clauses[at]!.address, article); at--) {
    const list = listBelow(clauses[at]!)
    const own = list.findIndex((item) => isWithin(clauses[index]!.address, item))
    const noun = list.length === 0 ? undefined : commonNoun(words, clauses[at]!.text)
    if (noun === undefined || own === 0) continue
    if (own === -1) {
      const { address, text } = clauses[index]!
      const target = rangeTarget(list)
      if (!saidItself(text.slice(0, mention.start), noun)) return { noun, target }
      const { from, to } = target
      return {
        noun,
        target: {
          ...rangeTarget([address]),
          status: 'ambiguous',
          reason: `“上述${noun}”可以指本款前面的文字，也可以指前面所列各项`,
          alternatives: [{ instrument: null, from, ...(to !== undefined && { to }) }]
        }
      }
    }
    // （三）上述设施以外的 speaks of the items before it, （三）…，但雨天的，不属于上述情形 of its own words.
    const target: LinkTarget = {
      ...rangeTarget(list.slice(0, own)),
      status: 'ambiguous',
      reason: '“上述”可以指前面各项，也可以指本项前面的文字',
      alternatives: [{ instrument: null, from: list[own]! }]
    }
    return { noun, target }
  }
  return undefined
}
