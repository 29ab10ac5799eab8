/**
 * The grammar of places in a Chinese regulation: tokens first, then productions.
 *
 *     list    := place ( connector place )*
 *     place   := steps [ range steps ] [ 前段 | 后段 | 但书 ]
 *     steps   := ( relative | structure | step ) step*          levels only go down; 本条 may have 前款 below it
 *     step    := 第 numbers unit [ 之 numeral ] | （numeral）… 项 | 各 unit | 附件 [ numeral ]
 *     numbers := number ( connector [ 第 ] number )*            units shared: 第二、三款; 第（一）至（三）项
 *     number  := numeral | （ numeral ） | placeholder | decimal
 *     relative:= ( 本 | 同 | 该 ) unit | ( 前 | 上 ) [ numeral ] unit
 *
 * Every reader takes the text and an index, and returns what it read with the index after it, or `undefined`.
 */
import type { ClauseNumber } from 'regast'
import { parseNumeral } from 'regast'
import { boundBefore上, boundBefore前, boundBefore本, unitTraps } from './lexicon.js'
import type { Locus, LocusStep, Relative, Unit } from './mention.js'

// ── Tokens ──────────────────────────────────────────────────────────────────────────────────────────────────────

const numeralChars = '〇零一二两三四五六七八九十百千廿卅0123456789０１２３４５６７８９'
const placeholderChars = '×xXＸ＊*＿_…□△○?？'
// A line that was broken inside a reference goes on with it.
const blankChars = ' \u00A0\u3000\u2002\u2003\u200B\uFEFF\n\r'

const isNumeral = table(numeralChars)
const isPlaceholder = table(placeholderChars)
const isBlank = table(blankChars)

function table(chars: string): Uint8Array {
  const found = new Uint8Array(65536)
  for (let i = 0; i < chars.length; i++) found[chars.charCodeAt(i)] = 1
  return found
}

/** What words a pattern is made of are written with: a text that has none of it at a place need not be matched there. */
function lettersOf(...patterns: RegExp[]): string {
  return patterns.map(({ source }) => source.replace(/[\^()?:!|+.{}\d]/g, '')).join('')
}

/** Index after blanks. */
export function skipBlanks(text: string, i: number): number {
  while (i < text.length && isBlank[text.charCodeAt(i)] === 1) i++
  return i
}

const units: Readonly<Record<string, Unit>> = {
  编: 'book',
  章: 'chapter',
  节: 'section',
  条: 'article',
  款: 'paragraph',
  项: 'point',
  目: 'indent'
}

const isUnit = table(Object.keys(units).join(''))
/** All that the words can begin with which make another word of a unit, and a little more. */
const opensTrap = table(lettersOf(...Object.values(unitTraps)))

/** Whether the unit before an index is part of another word: 条件, 章程, 项目. */
function isTrapped(unit: string, text: string, i: number): boolean {
  return opensTrap[text.charCodeAt(i)] === 1 && unitTraps[unit]!.test(text.slice(i, i + 6))
}

const depth: Readonly<Record<Unit, number>> = {
  attachment: 0,
  preamble: 0,
  book: 1,
  part: 2,
  structure: 3,
  chapter: 4,
  section: 5,
  article: 6,
  paragraph: 7,
  point: 8,
  indent: 9
}

/** How deep a unit lies; a greater number is a smaller clause. */
export function depthOf(unit: Unit): number {
  return depth[unit]
}

/** 编, 章, 节, 条, 款, 项, 目, 分编 or 自然段 at an index, unless it begins another word (条件, 章程, 项目). */
function unitAt(text: string, i: number): { unit: Unit; end: number } | undefined {
  const char = text[i]
  if (char === undefined) return undefined
  if (char === '分' && text[i + 1] === '编') return { unit: 'part', end: i + 2 }
  if (char === '自' && text.startsWith('自然段', i)) return { unit: 'paragraph', end: i + 3 }
  const unit = isUnit[text.charCodeAt(i)] === 1 ? units[char] : undefined
  if (unit === undefined) return undefined
  // 第三项目第… does not exist, 第二款项 never counts; 第一项第二目 is read by the next step.
  if (isTrapped(char, text, i + 1)) return undefined
  return { unit, end: i + 1 }
}

/** Whether a numeral, or a number left open, can begin at an index. */
export function opensNumber(text: string, i: number): boolean {
  const code = text.charCodeAt(skipBlanks(text, i))
  return isNumeral[code] === 1 || isPlaceholder[code] === 1
}

interface NumberToken {
  number?: ClauseNumber
  placeholder?: true
  /** 3.1.2, as the rules of exchanges and companies number their clauses. */
  decimal?: string
  bracketed: boolean
  end: number
}

/** 第三、四两条: 两 behind a digit says how many were named. */
function countsUp(text: string, start: number, at: number): boolean {
  return text[at] === '两' && at > start && !'百千'.includes(text[at - 1]!)
}

const pointed = /^[0-9０-９]{1,3}(?:[.．][0-9０-９]{1,3}){1,3}(?![0-9０-９.．])/

/** A numeral, a numeral in round brackets, or a number left open. */
function numberAt(text: string, i: number): NumberToken | undefined {
  const open = text[i]
  const bracketed = open === '（' || open === '('
  let at = skipBlanks(text, bracketed ? i + 1 : i)
  const start = at
  while (at < text.length && at - start < 12 && isNumeral[text.charCodeAt(at)] === 1 && !countsUp(text, start, at)) at++
  let token: NumberToken
  const decimal = text[at] === '.' || text[at] === '．' ? pointed.exec(text.slice(start, start + 16))?.[0] : undefined
  if (at > start && decimal !== undefined) {
    token = { decimal, bracketed, end: start + decimal.length }
  } else if (at > start) {
    const value = parseNumeral(text.slice(start, at))
    if (value === undefined) return undefined
    token = { number: { value }, bracketed, end: at }
  } else {
    while (at < text.length && at - start < 6 && isPlaceholder[text.charCodeAt(at)] === 1) at++
    if (at === start) return undefined
    token = { placeholder: true, bracketed, end: at }
  }
  if (bracketed) {
    const close = skipBlanks(text, token.end)
    if (text[close] !== '）' && text[close] !== ')') return undefined
    token.end = close + 1
  }
  return token
}

const rangeWord = /^(?:至|到|—+|－+|-+|～|~)/
const connectorWord = /^(?:、|和|或者|或|以及|及|与|并|，以及|，和|，或者|，并|，|,|；)/

/** What range words and connectors are made of. Nearly every place has neither behind it, which a look at one unit tells. */
const opensRange = table(lettersOf(rangeWord))
const opensConnector = table(lettersOf(connectorWord))

/** Length of the range word at an index, 0 where there is none. */
function rangeLength(text: string, i: number): number {
  return opensRange[text.charCodeAt(i)] === 1 ? lengthOf(rangeWord, text, i) : 0
}

/** Length of the connector at an index, 0 where there is none. */
function connectorLength(text: string, i: number): number {
  return opensConnector[text.charCodeAt(i)] === 1 ? lengthOf(connectorWord, text, i) : 0
}

/** Length of a token that a pattern finds at an index. */
function lengthOf(pattern: RegExp, text: string, i: number): number {
  return pattern.exec(text.slice(i, i + 4))?.[0].length ?? 0
}

// ── Productions ─────────────────────────────────────────────────────────────────────────────────────────────────

/** Numbers that share one unit, each possibly the begin of a range. */
interface StepGroup {
  unit: Unit
  members: { step: LocusStep; upTo?: LocusStep; start: number; end: number }[]
  end: number
}

function toStep(unit: Unit, token: NumberToken): LocusStep {
  if (token.decimal !== undefined) return { unit, decimal: token.decimal }
  return token.number === undefined ? { unit, placeholder: true } : { unit, number: token.number }
}

/** More numbers than any list has that shares one unit: what goes on longer is no list, and would be read again at each number. */
const mostNumbers = 64

/** step: 第三条, 第一百三十三条之一, 第二、三款, 第（一）至（三）项, （一）、（二）项. */
function stepGroupAt(text: string, i: number): StepGroup | undefined {
  const marked = text[i] === '第'
  if (!marked && text[i] !== '（' && text[i] !== '(') return undefined
  // Nearly always one, which needs no list.
  let numbers: GroupNumber[] | undefined
  let at = marked ? skipBlanks(text, i + 1) : i
  let start = i
  let inRange = false
  for (let read = 0; read < mostNumbers; read++) {
    const token = numberAt(text, at)
    if (token === undefined || (!marked && !token.bracketed)) return undefined
    at = skipBlanks(text, token.end)
    // 第三、四两条, 第一至三各款
    const summed = numbers !== undefined && (text[at] === '两' || text[at] === '各') ? unitAt(text, at + 1) : undefined
    const unit = summed ?? unitAt(text, at)
    if (unit !== undefined && !marked && unit.unit !== 'point' && unit.unit !== 'indent') return undefined
    if (unit !== undefined && numbers === undefined) return closeSingle(text, unit, token, start)
    if (numbers === undefined && marked && text[at] === '第' && lacksArticle(text, at, token))
      return { unit: 'article', members: [{ step: toStep('article', token), start, end: token.end }], end: token.end }
    numbers ??= []
    if (inRange) numbers.at(-1)!.upTo = token
    else numbers.push({ token, start })
    if (unit !== undefined) return closeGroup(text, unit, numbers)
    const range = rangeLength(text, at)
    // （一）（二）项 has no connector at all.
    const bare = token.bracketed && (text[at] === '（' || text[at] === '(')
    const step = range || (bare ? 0 : connectorLength(text, at))
    if (step === 0 && !bare) return undefined
    inRange = range > 0
    at = skipBlanks(text, at + step)
    start = at
    if (text[at] === '第') at = skipBlanks(text, at + 1)
  }
  return undefined
}

/** 第二十四第一款: the 条 was left out; 第十第十一项 is a list without its 、. */
function lacksArticle(text: string, i: number, { number, bracketed }: NumberToken): boolean {
  if (number === undefined || bracketed || number.value < 10) return false
  const below = numberAt(text, skipBlanks(text, i + 1))
  if (below?.number === undefined || below.number.value === number.value + 1) return false
  const unit = unitAt(text, skipBlanks(text, below.end))?.unit
  return unit === 'paragraph' || unit === 'point'
}

/** A number of a group, possibly with the far end of a range. */
interface GroupNumber {
  token: NumberToken
  upTo?: NumberToken
  start: number
}

/** A step with one number. */
function closeSingle(text: string, unit: { unit: Unit; end: number }, token: NumberToken, start: number): StepGroup {
  if (unit.unit === 'article' && text[unit.end] === '之') return closeGroup(text, unit, [{ token, start }])
  return { unit: unit.unit, members: [{ step: toStep(unit.unit, token), start, end: unit.end }], end: unit.end }
}

function closeGroup(text: string, { unit, end }: { unit: Unit; end: number }, numbers: GroupNumber[]): StepGroup {
  let at = end
  let insert: number | undefined
  if (unit === 'article' && text[at] === '之') {
    let close = at + 1
    while (close < text.length && isNumeral[text.charCodeAt(close)] === 1) close++
    // 第十条之一 is an article; 第十条之二分之一 and 第十条之三日 are not met.
    if (close > at + 1 && close - at <= 4) {
      insert = parseNumeral(text.slice(at + 1, close))
      if (insert !== undefined) at = close
    }
  }
  const last = numbers.length - 1
  const member = (index: number): StepGroup['members'][number] => {
    const { token, upTo, start } = numbers[index]!
    const step = toStep(unit, token)
    if (index === last && insert !== undefined && upTo === undefined && step.number)
      step.number = { ...step.number, insert }
    const own = index === last ? at : (upTo ?? token).end
    return upTo === undefined ? { step, start, end: own } : { step, upTo: toStep(unit, upTo), start, end: own }
  }
  return { unit, members: last === 0 ? [member(0)] : numbers.map((_, index) => member(index)), end: at }
}

/** 第一款前三项, 第三百零七条之一前三款: the first so many. */
function leadingGroupAt(text: string, i: number): StepGroup | undefined {
  if (text[i] !== '前') return undefined
  const token = numberAt(text, i + 1)
  const unit = token && !token.bracketed ? unitAt(text, token.end) : undefined
  if (token?.number === undefined || unit === undefined || depth[unit.unit] < depth.paragraph) return undefined
  const member = {
    step: { unit: unit.unit, number: { value: 1 } },
    upTo: { unit: unit.unit, number: token.number },
    start: i,
    end: unit.end
  }
  return { unit: unit.unit, members: [member], end: unit.end }
}

const headings = /^(?:总则|分则|附则|通则|一般规定|总纲|序言)/

/** 附录A */
const lettered = /^ ?([A-ZＡ-Ｚ])(?![A-Za-z])/

/** Steps named without a number: 各项, 附件一, and, under an instrument or a structure, 总则, 通则, 序言. */
function namedStepAt(
  text: string,
  i: number,
  above: Unit | undefined,
  underHost: boolean
): { step: LocusStep; end: number } | undefined {
  if (text[i] === '各') {
    const unit = units[text[i + 1] ?? '']
    if (unit === undefined || above === undefined || depth[above] < depth.article || depth[unit] <= depth[above])
      return undefined
    if (isTrapped(text[i + 1]!, text, i + 2)) return undefined
    return { step: { unit, relative: { by: 'every' } }, end: i + 2 }
  }
  if (text[i] === '附' && /^附[件录表图]/.test(text.slice(i, i + 2))) {
    const token = numberAt(text, skipBlanks(text, i + 2))
    const label = text.slice(i, i + 2)
    if (token?.number && !token.bracketed)
      return { step: { unit: 'attachment', number: token.number, label }, end: token.end }
    const letter = lettered.exec(text.slice(i + 2, i + 5))
    if (letter !== null)
      return { step: { unit: 'attachment', label: label + letter[1] }, end: i + 2 + letter[0].length }
    return underHost ? { step: { unit: 'attachment', label }, end: i + 2 } : undefined
  }
  if (!underHost) return undefined
  const heading = headings.exec(text.slice(i, i + 4))?.[0]
  if (heading === undefined) return undefined
  if (heading === '序言' || heading === '总纲') return { step: { unit: 'preamble' }, end: i + 2 }
  return { step: { unit: 'structure', heading }, end: i + heading.length }
}

const namedBook =
  /^(?![各本该全上下前后同每])([^第的由和与及或等以在被应所按依对将为，。；：、（）《》“”\s]{2,7})(?<![汇选主改续摘新整])编(?=第|通则|分则|规定|之|[的中和与及或、，。；：）”]|$)/

/** 物权编: a 编 by its heading, right behind the name of a code. */
export function namedBookAt(text: string, i: number): { step: LocusStep; end: number } | undefined {
  const heading = namedBook.exec(text.slice(i, i + 12))?.[1]
  return heading === undefined ? undefined : { step: { unit: 'book', heading }, end: i + heading.length + 1 }
}

/** What a reading of steps yields: several readings of the last level where its numbers share a unit. */
interface StepsReading {
  heads: LocusStep[]
  group?: StepGroup
  end: number
}

const link = /^(?:的|中|中的|所列的?|规定的?|所规定的?)(?=第[^条章节编]{1,8}[款项目])/

/** Index after the words that tie a level to the one above it; only a lower level may follow. */
function skipLink(text: string, i: number, above: LocusStep): number {
  if (depth[above.unit] < depth.article || !'的中所规'.includes(text[i] ?? '')) return i
  const words = link.exec(text.slice(i, i + 16))?.[0]
  if (words === undefined) return i
  const below = stepGroupAt(text, i + words.length)
  return below !== undefined && depth[below.unit] > depth[above.unit] ? i + words.length : i
}

/** step* below a level already read. */
function stepsAt(text: string, i: number, heads: LocusStep[], underHost: boolean): StepsReading | undefined {
  let at = i
  // Nearly always one or two: a list that is pushed to takes room for seventeen.
  let steps = heads
  let group: StepGroup | undefined
  for (;;) {
    const last = steps.at(-1)
    let next = skipBlanks(text, at)
    // A chapter and what stands on the line below it are two headings.
    if (last !== undefined && next > at && depth[last.unit] < depth.article && text.slice(at, next).includes('\n'))
      break
    // 第十条的第二款 and 前款所列第（一）项 are written now and then.
    if (last !== undefined) next = skipLink(text, next, last)
    const floor = last === undefined ? -1 : depth[last.unit]
    const before = last?.relative?.by === 'this' && text[next] === '前' ? relativeAt(text, next) : undefined
    if (before !== undefined && depth[before.step.unit] > Math.max(floor, depth.article)) {
      steps = [...steps, before.step]
      at = before.end
      continue
    }
    const inside = last !== undefined && floor <= depth.section && last.heading === undefined
    const named = namedStepAt(text, next, last?.unit, underHost || inside)
    if (named !== undefined && (depth[named.step.unit] > floor || named.step.unit === 'structure')) {
      steps = [...steps, named.step]
      at = named.end
      continue
    }
    const read = stepGroupAt(text, next) ?? (floor >= depth.article ? leadingGroupAt(text, next) : undefined)
    if (read === undefined || depth[read.unit] <= floor) break
    at = read.end
    if (read.members.length === 1 && read.members[0]!.upTo === undefined) {
      steps = steps.length === 0 ? [read.members[0]!.step] : [...steps, read.members[0]!.step]
      continue
    }
    group = read
    break
  }
  if (steps.length === heads.length && group === undefined) return undefined
  return group === undefined ? { heads: steps, end: at } : { heads: steps, group, end: at }
}

/** 第十条之一至之三: the far end of a range of articles added behind one. */
function insertedEnd(text: string, i: number, steps: LocusStep[]): StepsReading | undefined {
  const last = steps.at(-1)!
  if (text[i] !== '之' || last.unit !== 'article' || last.number?.insert === undefined) return undefined
  const token = numberAt(text, i + 1)
  if (token?.number === undefined || token.bracketed) return undefined
  return { heads: [{ unit: 'article', number: { ...last.number, insert: token.number.value } }], end: token.end }
}

/** 第二条至前条: the far end of a range that says where it ends from where it stands. */
function relativeEnd(text: string, i: number, steps: LocusStep[]): StepsReading | undefined {
  if (text[i] !== '前' && text[i] !== '本') return undefined
  const far = relativeAt(text, i)
  if (far === undefined || far.step.relative?.count !== undefined || far.step.unit !== steps.at(-1)!.unit)
    return undefined
  return { heads: [far.step], end: far.end }
}

/** 第二项至五项: the far end of a range without 第, in the unit of the near end. */
function unmarkedEnd(text: string, i: number, steps: LocusStep[]): StepsReading | undefined {
  const token = numberAt(text, i)
  const unit = token && !token.bracketed ? unitAt(text, token.end) : undefined
  if (token?.number === undefined || unit === undefined || unit.unit !== steps.at(-1)!.unit) return undefined
  return { heads: [toStep(unit.unit, token)], end: unit.end }
}

const parts = /^(?:前段|后段|但书)/
const opensPart = table(lettersOf(parts))

/** place: the steps, a range, and 前段, 后段 or 但书 behind them. */
function placesAt(text: string, i: number, heads: LocusStep[], start: number, underHost: boolean): Locus[] | undefined {
  const reading = stepsAt(text, i, heads, underHost)
  if (reading === undefined && heads.length === 0) return undefined
  const steps = reading?.heads ?? heads
  let end = reading?.end ?? i
  if (reading?.group !== undefined) {
    const loci = reading.group.members.map((member, index): Locus => {
      const from = index === 0 ? start : member.start
      return {
        steps: [...steps, member.step],
        ...(member.upTo === undefined ? {} : { upTo: [...steps, member.upTo] }),
        start: from,
        end: member.end
      }
    })
    return loci
  }
  const locus: Locus = { steps, start, end }
  const at = skipBlanks(text, end)
  const range = rangeLength(text, at)
  if (range > 0) {
    const next = skipBlanks(text, at + range)
    const far =
      stepsAt(text, next, [], false) ??
      unmarkedEnd(text, next, steps) ??
      insertedEnd(text, next, steps) ??
      relativeEnd(text, next, steps)
    if (far !== undefined && far.group === undefined && steps.at(-1)!.relative?.by !== 'every') {
      locus.upTo = far.heads
      end = far.end
    }
  }
  if (opensPart[text.charCodeAt(end)] === 1 && parts.test(text.slice(end, end + 2)) && text[end + 2] !== '时') end += 2
  locus.end = end
  return [locus]
}

/** 第三十一条、三十二条第一款; 第三条之一、之二: the next place of a list without 第, in a unit of the place before it. */
function unmarkedPlace(text: string, i: number, before: Locus): Locus | undefined {
  if (text[i] === '之') {
    const read = insertedEnd(text, i, before.upTo ?? before.steps)
    return read && { steps: read.heads, start: i, end: read.end }
  }
  const token = numberAt(text, i)
  const unit = token && !token.bracketed && token.number ? unitAt(text, token.end) : undefined
  if (token === undefined || unit === undefined || !before.steps.some((step) => step.unit === unit.unit && step.number))
    return undefined
  const below = stepsAt(text, unit.end, [toStep(unit.unit, token)], false)
  if (below?.group !== undefined) return undefined
  return { steps: below?.heads ?? [toStep(unit.unit, token)], start: i, end: below?.end ?? unit.end }
}

/** Reads a coordinated list of places that begins at an index; `heads` are levels read already (前款, 本条). */
export function placeListAt(
  text: string,
  i: number,
  options: { heads?: LocusStep[]; start?: number; underHost?: boolean } = {}
): Locus[] | undefined {
  const { heads = [], start = i, underHost = false } = options
  const loci = placesAt(text, i, heads, start, underHost)
  if (loci === undefined) return undefined
  for (;;) {
    const last = loci.at(-1)!
    const at = skipBlanks(text, last.end)
    const connector = connectorLength(text, at)
    if (connector === 0) return loci
    const next = skipBlanks(text, at + connector)
    const attachment = text[next] === '附'
    if (text[next] !== '第' && text[next] !== '（' && text[next] !== '(' && !attachment) {
      const unmarked = /[、和及与或]/.test(text[at]!) ? unmarkedPlace(text, next, last) : undefined
      if (unmarked === undefined) return loci
      loci.push(unmarked)
      continue
    }
    if (attachment && last.steps.at(-1)?.unit !== 'attachment') return loci
    const more = placesAt(text, next, [], next, false)
    if (more === undefined) return loci
    const top = more[0]!.steps[0]!
    // A comma or a semicolon only continues a list of the same or a higher level: 第三条第一款，第五条.
    if (/[，,；]/.test(text[at]!) && connector === 1 && depth[top.unit] > depth[last.steps.at(-1)!.unit]) return loci
    if (text[at] === '；' && top.unit !== 'article') return loci
    loci.push(...more)
  }
}

const isBoundBefore本 = table(boundBefore本)
const isBoundBefore前 = table(boundBefore前)
const isBoundBefore上 = table(boundBefore上)

/** relative: 本条, 前款, 前两项, 同条, 该款, 上款 at an index. */
export function relativeAt(text: string, i: number): { step: LocusStep; end: number } | undefined {
  const left = i > 0 ? text.charCodeAt(i - 1) : 0
  const code = text.charCodeAt(i)
  switch (code) {
    case 0x672c: // 本
      return isBoundBefore本[left] === 1 ? undefined : deictic(text, i, 'this')
    case 0x540c: // 同
    case 0x8be5: // 该
      return deictic(text, i, 'same')
    case 0x524d: // 前
    case 0x4e0a: {
      // 上
      if ((code === 0x524d ? isBoundBefore前 : isBoundBefore上)[left] === 1) return undefined
      let at = i + 1
      while (at < text.length && isNumeral[text.charCodeAt(at)] === 1) at++
      const count = at > i + 1 ? parseNumeral(text.slice(i + 1, at)) : undefined
      const unit = unitAt(text, at)
      if (unit === undefined || unit.unit === 'part') return undefined
      // 前三章 and 上一节 are seldom meant as references; 前三项 and 前两款 are.
      if (count !== undefined && depth[unit.unit] < depth.article) return undefined
      const relative: Relative = count === undefined ? { by: 'previous' } : { by: 'previous', count }
      return { step: { unit: unit.unit, relative }, end: unit.end }
    }
  }
  return undefined
}

function deictic(text: string, i: number, by: 'this' | 'same'): { step: LocusStep; end: number } | undefined {
  // 本附件第二条
  if (by === 'this' && text[i + 1] === '附' && /^附[件录]/.test(text.slice(i + 1, i + 3)))
    return { step: { unit: 'attachment', relative: { by } }, end: i + 3 }
  const unit = unitAt(text, i + 1)
  return unit && { step: { unit: unit.unit, relative: { by } }, end: unit.end }
}
