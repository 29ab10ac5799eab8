import { placeListAt } from '../grammar/places.js'
import { relativeAt } from '../grammar/relatives.js'
import { skipBlanks } from '../grammar/tokens.js'
import { boundBefore本, boundCost, longSelf, selfNouns, weakSelfNouns } from '../lexicon.js'
import type { Host, Mention } from '../mention.js'
import { isOtherWord } from './other-word.js'
import { push, pushHosted, pushLoci } from './push.js'

/** The words by which a document calls itself, by the unit they begin with. */
const selfNounsByFirst = new Map<number, { noun: string; name: string; weak: boolean }[]>()
for (const noun of selfNouns) {
  const first = noun.charCodeAt(0)
  const named = { noun, name: `本${noun}`, weak: weakSelfNouns.has(noun) }
  selfNounsByFirst.set(first, [...(selfNounsByFirst.get(first) ?? []), named])
}

const opensSelfAttribute = new Set(Array.from('监安财暂试管工议补考奖处选评操技服收', (char) => char.charCodeAt(0)))

const noSelfNouns: { noun: string; name: string; weak: boolean }[] = []

const isBoundBefore本 = new Set(Array.from(boundBefore本, (char) => char.charCodeAt(0)))

export function readSelf(text: string, i: number, mentions: Mention[]): number {
  if (
    i > 0 &&
    (isBoundBefore本.has(text.charCodeAt(i - 1)) ||
      (text.charCodeAt(i - 1) === 0x6210 && boundCost.test(text.slice(Math.max(0, i - 2), i))))
  )
    return i
  for (const { noun, name, weak } of selfNounsByFirst.get(text.charCodeAt(i + 1)) ?? noSelfNouns) {
    if (!text.startsWith(noun, i + 1)) continue
    const end = i + 1 + noun.length
    if (noun === '法' && isOtherWord(text, end)) continue
    // 依照本章程序审理 is 本章.
    if (noun === '章程' && text[end] === '序') continue
    return pushHosted(text, i, end, { type: 'self', name, weak }, mentions)
  }
  return readLongSelf(text, i, mentions) ?? readRelative(text, i, mentions)
}

/** 本管理办法, 本议事规则: a document may call itself by more than the last word of its title. */
function readLongSelf(text: string, i: number, mentions: Mention[]): number | undefined {
  if (!opensSelfAttribute.has(text.charCodeAt(i + 1))) return undefined
  const found = longSelf.exec(text.slice(i + 1, i + 12))
  if (found === null) return undefined
  const noun = found[1]!
  const host: Host = { type: 'self', name: `本${noun}`, weak: weakSelfNouns.has(noun) }
  return pushHosted(text, i, i + 1 + found[0].length, host, mentions)
}

/** 本条, 前款, 同项, 上款 with what stands below them. */
export function readRelative(text: string, i: number, mentions: Mention[]): number {
  const relative = relativeAt(text, i)
  if (relative === undefined) return i
  const loci = placeListAt(text, relative.end, { heads: [relative.step], start: i })
  return pushLoci(mentions, i, loci)
}

const situated =
  /^(?:的?规定|另有规|没有规|未作规|修改|改为|作为|所列|所称|中|各|第|的(?:情形|行为|职责|内容|要求|条件)|其他|其余|以外)/

/** More nouns of 该公约第三条. */
const otherNoun = /^(?:公约|协定|条约|议定书|通知|意见|批复|标准|规范|方案|纲要)(?=第)/

/** 该条例, 该法第三条, 同法第五条, 该条第二款, 同款第三项. */
export function readThat(text: string, i: number, mentions: Mention[]): number {
  const left = i > 0 ? text[i - 1]! : ''
  if (text[i] === '该' ? left === '应' : '合共相不连等协雷'.includes(left) && left !== '') return i
  const noun = /^(?:法|条例|规定|办法|规则|细则|章程|准则|解释|决定)/.exec(text.slice(i + 1, i + 3))?.[0]
  if (noun === undefined) {
    // 该公约第三条; without a clause these are everyday words.
    const located = text[i + 3] === '第' || text[i + 4] === '第'
    const other = located ? otherNoun.exec(text.slice(i + 1, i + 5))?.[0] : undefined
    const loci =
      other === undefined ? undefined : placeListAt(text, i + 1 + other.length, { start: i, underHost: true })
    if (loci !== undefined)
      return push(mentions, {
        form: 'loci',
        start: i,
        end: loci.at(-1)!.end,
        host: { type: 'that', noun: other! },
        loci
      })
  } else {
    const end = i + 1 + noun.length
    if (noun === '法' && (isOtherWord(text, end) || /^(?:规(?!定)|定(?!的))/.test(text.slice(end, end + 2)))) return i
    const host: Host = { type: 'that', noun }
    const loci = placeListAt(text, skipBlanks(text, end), { start: i, underHost: true })
    if (loci !== undefined) return push(mentions, { form: 'loci', start: i, end: loci.at(-1)!.end, host, loci })
    // 同条例 and 该规定 without a clause are everyday words.
    if (text[i] === '同' || noun === '规定' || noun === '决定' || noun === '解释') return i
    return push(mentions, { form: 'whole', start: i, end, host, loci: [] })
  }
  const relative = relativeAt(text, i)
  if (relative === undefined || !situated.test(text.slice(relative.end, relative.end + 3))) return i
  return pushLoci(mentions, i, placeListAt(text, relative.end, { heads: [relative.step], start: i }))
}

/** 各该条, 各该款: the places named last, each. */
export function readEach(text: string, i: number, mentions: Mention[]): number {
  if (text[i + 1] !== '该') return i
  const relative = relativeAt(text, i + 1)
  if (relative === undefined) return i
  const loci = [{ steps: [relative.step], start: i, end: relative.end }]
  return push(mentions, { form: 'each-named', start: i, end: relative.end, host: { type: 'none' }, loci })
}
