import type { LocusStep } from '@tiaoli/citation'
import type { ClauseNumber } from 'regast'
import { addressStep, articleOf, joinAddress } from 'regast'
import { orderBefore } from './asked-articles.js'
import { inlinePoints, paragraphNode } from './inline-points.js'
import { locate } from './locate.js'
import type { ArticleOutline, Outline } from './outline.js'
import { type Place, pick, placeOf } from './place.js'

/** Where a reading clause stands in its own document. */
export interface Position {
  address: string
  place: Place
  article: ArticleOutline | undefined
  /** Addresses of the structures around it, outermost first. */
  around: readonly string[]
}

/** The position of a clause by its address. */
export function positionAt(outline: Outline, address: string): Position {
  const place = placeOf(address)
  const cut = address.indexOf('__para_')
  const head = cut === -1 ? address : address.slice(0, cut)
  const article = place.article === undefined ? undefined : outline.articles.get(head)
  const around = article?.path ?? prefixes(head)
  return { address, place, article, around }
}

function prefixes(address: string): string[] {
  const steps = address === '' ? [] : address.split('__')
  return steps.map((_, index) => steps.slice(0, index + 1).join('__'))
}

/** Numbers that relative steps come to; `reason` where there is nothing at that place. */
export interface Grounded {
  place: Place
  upTo?: Place
  /** Why the place does not exist (前款 in a first 款). */
  reason?: string
  /** Another place it can mean, and why. */
  other?: { place: Place; reason: string }
}

/** Turns the steps of a target into numbers, with the reading clause as the point of view and `last` as what 同条 and 该条 mean. */
export function ground(steps: readonly LocusStep[], position: Position, outline: Outline, last?: Place): Grounded {
  const place: Place = {}
  let result: Grounded = { place }
  // 本节第一百九十二条: the article is numbered through, so the section adds nothing.
  const articleAt = steps.findIndex((step) => step.unit === 'article' && step.number !== undefined)
  for (const [at, step] of steps.entries()) {
    if (at < articleAt && step.unit !== 'attachment') continue
    if (step.relative === undefined) {
      settle(place, step)
      continue
    }
    result = { ...result, ...relativeStep(place, step, position, outline, last) }
    if (result.place !== place) Object.assign(place, result.place)
    result.place = place
  }
  return result
}

function settle(place: Place, step: LocusStep): void {
  switch (step.unit) {
    case 'structure':
      if (step.heading !== undefined) place.heading = step.heading
      return
    case 'preamble':
      place.preamble = true
      return
    case 'attachment':
      place.attachment = step.number ?? null
      if (step.label !== undefined) place.label = step.label
      return
    default:
      // 民法典物权编
      if (step.heading !== undefined) place.bookHeading = step.heading
      if (step.number !== undefined) place[step.unit] = step.number
  }
}

function relativeStep(
  place: Place,
  step: LocusStep,
  position: Position,
  outline: Outline,
  last: Place | undefined
): Partial<Grounded> {
  const { by, count } = step.relative!
  if (by === 'every') return everyStep(place, step, outline)
  if (by === 'same') {
    for (const level of levelsDownTo(step.unit)) copyLevel(place, last ?? {}, level)
    return place[step.unit as 'article'] === undefined ? { reason: '前面没有可以承接的条文' } : {}
  }
  for (const level of levelsDownTo(step.unit)) copyLevel(place, position.place, level)
  switch (step.unit) {
    case 'article':
      if (position.article === undefined) return { reason: '这里不在任何一条之内' }
      if (by === 'this') {
        place.article = position.article.number
        return {}
      }
      if (by === 'next') {
        place.article = numberAfter(place, position.article.number, outline)
        return {}
      }
      return previousArticles(place, position, outline, count ?? 1)
    case 'paragraph':
      if (position.place.paragraph === undefined) return { reason: '这里不在任何一款之内' }
      if (by === 'next') {
        place.paragraph = { value: position.place.paragraph.value + 1 }
        return {}
      }
      return by === 'this' ? {} : previousParagraphs(place, position.place.paragraph, count ?? 1)
    case 'point':
      return by === 'this' ? thisPoint(position) : previousPoints(place, position, count ?? 1)
    case 'indent':
      return position.place.indent === undefined ? { reason: '这里不在任何一目之内' } : {}
    default:
      return structureStep(place, step, position, by, outline)
  }
}

const order = [
  'attachment',
  'preamble',
  'book',
  'part',
  'chapter',
  'section',
  'article',
  'paragraph',
  'point',
  'indent'
] as const

function levelsDownTo(unit: LocusStep['unit']): (typeof order)[number][] {
  const at = order.indexOf(unit as 'article')
  return at === -1 ? [] : order.slice(0, at + 1)
}

function copyLevel(place: Place, from: Place, level: (typeof order)[number]): void {
  if (from[level] !== undefined) Object.assign(place, { [level]: from[level] })
}

function previousArticles(place: Place, position: Position, outline: Outline, count: number): Partial<Grounded> {
  const { articles, index: places } = orderBefore(outline, position.article!.address, count)
  const index = places.get(position.article!.address)
  if (index === undefined) return numberBefore(place, position.article!.number, count)
  if (index < count) return { reason: index === 0 ? '这是第一条，前面没有条文' : `前面不足${count}条` }
  place.article = articles[index - count]!.number
  if (count === 1) return {}
  return { upTo: { ...place, article: articles[index - 1]!.number } }
}

/** The article before one that the text at hand does not have: an amendment only adds it. */
function numberBefore(place: Place, { value, insert }: ClauseNumber, count: number): Partial<Grounded> {
  if (count > 1 || (value === 1 && insert === undefined)) return { reason: '无法确定前面的条文' }
  if (insert === undefined) place.article = { value: value - 1 }
  else place.article = insert === 1 ? { value } : { value, insert: insert - 1 }
  return {}
}

/** The number of the article after one: 第十条之一 where there is one, else 第十一条. */
function numberAfter({ attachment }: Place, { value, insert = 0 }: ClauseNumber, { articles }: Outline): ClauseNumber {
  const added = { value, insert: insert + 1 }
  const base = attachment ? addressStep('attachment', attachment) : ''
  return articles.has(joinAddress(base, addressStep('article', added))) ? added : { value: value + 1 }
}

function previousParagraphs(place: Place, own: ClauseNumber, count: number): Partial<Grounded> {
  const first = own.value - count
  if (first < 1) {
    place.paragraph = { value: Math.max(1, own.value - 1) }
    delete place.point
    return { reason: own.value === 1 ? '这是本条第一款，前面没有款' : `前面只有${own.value - 1}款` }
  }
  delete place.point
  delete place.indent
  place.paragraph = { value: first }
  return count === 1 ? {} : { upTo: { ...place, paragraph: { value: own.value - 1 } } }
}

function thisPoint(position: Position): Partial<Grounded> {
  return position.place.point === undefined && !runsOwnList(position) ? { reason: '这里不在任何一项之内' } : {}
}

/** Whether the 款 of a position has items that run in its text: 本项 and 前项 there are words of that 款. */
function runsOwnList({ place, article }: Position): boolean {
  const node = place.paragraph && article?.node && paragraphNode(article.node, place.paragraph.value)
  return node !== undefined && inlinePoints(node).length > 0
}

function previousPoints(place: Place, position: Position, count: number): Partial<Grounded> {
  const before = indentBefore(position, count)
  delete place.indent
  const own = position.place.point
  if (own !== undefined) {
    const first = own.value - count
    if (first < 1 && before !== undefined) return { place: before }
    if (first < 1) {
      place.point = { value: 1 }
      return { reason: own.value === 1 ? '这是第一项，前面没有项' : `前面只有${own.value - 1}项` }
    }
    place.point = { value: first }
    if (before !== undefined) return { other: { place: before, reason: '“前项”可以指前一项，也可以指本项的前一目' } }
    return count === 1 ? {} : { upTo: { ...place, point: { value: own.value - 1 } } }
  }
  if (runsOwnList(position)) return {}
  // 前项 outside a list: the last 项 of the 款 before, or, as older texts have it, that 款 itself.
  const paragraph = position.place.paragraph
  const above = paragraph && position.article?.paragraphs?.[paragraph.value - 2]
  if (paragraph === undefined || above === undefined) return { reason: '这里不在任何一项之内' }
  place.paragraph = { value: paragraph.value - 1 }
  const points = above.points
  if (points.length < count) return { reason: '前一款没有分项' }
  place.point = points[points.length - count]!.number
  const other: Place = { ...place }
  delete other.point
  return {
    other: { place: other, reason: '“前项”可以指前一款的最后一项，也可以指前一款' },
    ...(count === 1 ? {} : { upTo: { ...place, point: points.at(-1)!.number } })
  }
}

/** The 目 before one that says 前项: where the 目 are numbered （1）, whoever writes them may call them 项. */
function indentBefore({ place }: Position, count: number): Place | undefined {
  const own = place.indent
  if (count > 1 || own === undefined || own.value < 2 || own.insert !== undefined) return undefined
  return { ...place, indent: { value: own.value - 1 } }
}

function everyStep(place: Place, step: LocusStep, outline: Outline): Partial<Grounded> {
  const found = locate(outline, place, '')
  const located = placeOf(found.address)
  const article = located.article && outline.articles.get(articleOf(found.address))
  if (!article?.paragraphs) return {}
  if (step.unit === 'paragraph') {
    if (article.paragraphs.length === 0) return {}
    place.paragraph = { value: 1 }
    return { upTo: { ...place, paragraph: { value: article.paragraphs.length } } }
  }
  if (step.unit === 'point') {
    const holders = article.paragraphs.flatMap((paragraph, index) => (paragraph.points.length > 0 ? [index] : []))
    const index = place.paragraph ? place.paragraph.value - 1 : holders.length === 1 ? holders[0]! : 0
    const points = article.paragraphs[index]?.points ?? []
    if (points.length === 0) return {}
    place.paragraph = { value: index + 1 }
    place.point = points[0]!.number
    return { upTo: { ...place, point: points.at(-1)!.number } }
  }
  return {}
}

const structureNames: Partial<Record<LocusStep['unit'], string>> = {
  attachment: '附件',
  book: '编',
  part: '分编',
  chapter: '章',
  section: '节'
}

function structureStep(
  place: Place,
  step: LocusStep,
  position: Position,
  by: string,
  { complete }: Outline
): Partial<Grounded> {
  const level = step.unit as 'chapter'
  const around = position.around.findLast((address) => placeOf(address)[level] !== undefined)
  // Levels above are copied only where the address needs them: chapters that run through the books are found by their number.
  if (around !== undefined) for (const above of levelsDownTo(step.unit)) copyLevel(place, placeOf(around), above)
  const own = place[level]
  if (own === undefined || own === null) {
    const name = structureNames[step.unit] ?? '章'
    return { reason: complete ? `这里不在任何一${name}之内` : `文本不全，看不出这里在哪一${name}之内` }
  }
  if (by === 'previous') {
    if (own.value === 1) return { reason: '前面没有这一层级' }
    place[level] = { value: own.value - 1 }
  }
  return {}
}

/** The 章 around a position. */
export function chapterAround(position: Position): Place {
  for (const address of position.around.toReversed()) {
    const place = placeOf(address)
    if (place.chapter !== undefined) return pick(place, ['book', 'part', 'chapter'])
  }
  return {}
}
