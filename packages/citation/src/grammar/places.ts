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
import type { Locus, LocusStep } from '../mention.js'
import { relativeAt } from './relatives.js'
import type { StepsReading } from './steps.js'
import { stepsAt } from './steps.js'
import {
  connectorLength,
  depth,
  lettersOf,
  numberAt,
  rangeLength,
  skipBlanks,
  table,
  toStep,
  unitAt
} from './tokens.js'

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
