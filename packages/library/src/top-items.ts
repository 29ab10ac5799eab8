import type { LocusStep, Mention, Reference } from '@tiaoli/citation'
import type { ClauseText } from 'regast'
import { numOf, parseNumeral } from 'regast'
import type { Position } from './position.js'

/** Whether an article is an item 1. or 一、 of a paper that has such items instead of 第…条. */
function isTopItem(article: Position['article']): boolean {
  const number = article?.node && numOf(article.node)
  return number !== undefined && !number.value.startsWith('第')
}

/** 上述第11项至第50项 in a paper whose top items are numbered 1., 2., or 一、, 二、 instead of 第…条: the items are its articles. */
export function asTopItems(reference: Reference, { article }: Position): Reference {
  if (!isTopItem(article) || reference.host.type !== 'none') return reference
  if (reference.targets.some(({ steps }) => steps.length !== 1 || steps[0]!.unit !== 'point' || !steps[0]!.number))
    return reference
  if (article!.paragraphs?.some(({ points }) => points.length > 0)) return reference
  const raise = (steps: LocusStep[]): LocusStep[] => steps.map((step) => ({ ...step, unit: 'article' }))
  const targets = reference.targets.map(({ steps, upTo }) =>
    upTo === undefined ? { steps: raise(steps) } : { steps: raise(steps), upTo: raise(upTo) }
  )
  return { host: reference.host, targets }
}

/** 第二部分第（一）项: the 项 is that of the item 二、; `undefined` in a text that has no such parts. */
export function inPart(
  reference: Reference,
  { start }: Mention,
  { text }: ClauseText,
  { article }: Position
): Reference | undefined {
  const { host, targets } = reference
  if (host.type !== 'none' || targets[0]!.steps[0]!.unit !== 'point' || targets[0]!.steps[0]!.number === undefined)
    return reference
  if (!'分的中'.includes(text[start - 1] ?? '，')) return reference
  const part = /第([一二三四五六七八九十]{1,3})部分(?:中?的|中)?$/.exec(text.slice(Math.max(0, start - 8), start))
  if (part === null) return reference
  const value = parseNumeral(part[1]!)
  if (value === undefined || !isTopItem(article)) return undefined
  const top: LocusStep = { unit: 'article', number: { value } }
  const under = (steps: LocusStep[]): LocusStep[] => (steps[0]!.unit === 'point' ? [top, ...steps] : steps)
  return {
    host,
    targets: targets.map(({ steps, upTo }) =>
      upTo === undefined ? { steps: under(steps) } : { steps: under(steps), upTo: under(upTo) }
    )
  }
}
