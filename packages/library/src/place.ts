import type { ClauseNumber } from 'regast'
import { addressStep, compareNumbers, formatAddress, formatNumeral, joinAddress } from 'regast'
import { locateAnnex } from './annexes.js'
import { hasArticles, lastArticle } from './asked-articles.js'
import { inlinePoints, paragraphNode, pointNode, runsInline } from './inline-points.js'
import type { ArticleOutline, Outline, StructureOutline } from './outline.js'
import { structureLevels, structuresNumbered } from './outline-index.js'

/** A clause by its numbers; levels that are not named are absent. */
export interface Place {
  /** `null`: 附件 without a number. */
  attachment?: ClauseNumber | null
  /** What the annex is called where it is cited: 附件, 附表; an address tells it by its number alone. */
  label?: string
  preamble?: true
  book?: ClauseNumber
  part?: ClauseNumber
  /** 编, 分编 or 章 named by its heading (总则). */
  heading?: string
  /** 编 named by its heading (物权编). */
  bookHeading?: string
  chapter?: ClauseNumber
  section?: ClauseNumber
  article?: ClauseNumber
  paragraph?: ClauseNumber
  point?: ClauseNumber
  indent?: ClauseNumber
}

/** What an outline says of a place. */
export interface Finding {
  /** `unrecorded`: the outline does not reach so deep. */
  state: 'present' | 'absent' | 'unrecorded' | 'ambiguous'
  address: string
  reason?: string
  /** The other addresses it can mean, where ambiguous. */
  others?: string[]
  /** Set where the place runs in the text of the clause that the address names. */
  inline?: true
}

const levelOf: Readonly<
  Record<string, Exclude<keyof Place, 'preamble' | 'heading' | 'bookHeading' | 'label'> | undefined>
> = {
  att: 'attachment',
  book: 'book',
  part: 'part',
  chp: 'chapter',
  sec: 'section',
  art: 'article',
  para: 'paragraph',
  point: 'point',
  indent: 'indent'
}

/** The place that an address names. */
export function placeOf(address: string): Readonly<Place> {
  const known = places.get(address)
  if (known !== undefined) return known
  const place: Place = {}
  for (const step of address.split('__')) {
    if (step === 'preamble') {
      place.preamble = true
      continue
    }
    const cut = step.indexOf('_')
    const level = levelOf[step.slice(0, cut)]
    if (level === undefined) continue
    const dash = step.indexOf('-', cut)
    const value = Number(dash === -1 ? step.slice(cut + 1) : step.slice(cut + 1, dash))
    place[level] = dash === -1 ? { value } : { value, insert: Number(step.slice(dash + 1)) }
  }
  if (places.size >= rememberedPlaces) places.clear()
  places.set(address, place)
  return place
}

/** Places of addresses met before: the same few thousand name the clauses of every instrument. */
const places = new Map<string, Readonly<Place>>()
const rememberedPlaces = 65_536

/**
 * Looks a place up. `around` are the addresses of the structures around the reading clause: a chapter number that
 * restarts in each 编 means the one nearby. `title` names the instrument in reasons.
 */
export function locate(outline: Outline, place: Place, title: string, around: readonly string[] = []): Finding {
  if (place.label !== undefined) return locateAnnex(outline, place, title, around)
  if (place.article !== undefined) return locateArticle(outline, place, place.article, title)
  if (place.preamble) return locatePreamble(outline, place, title)
  return locateStructure(outline, inNamedBook(outline, place), title, around)
}

/** 物权编, 分则第四章: the 编 of that heading by its number, where the outline has one. */
function inNamedBook(outline: Outline, place: Place): Place {
  const { bookHeading, ...rest } = place
  const heading = bookHeading ?? (deepestLevel(place) === undefined ? undefined : place.heading)
  if (heading === undefined || place.book !== undefined) return place
  const books = [...outline.structures.keys()].filter(
    (address) => deepestLevel(placeOf(address)) === 'book' && headingIs(outline, address, heading)
  )
  if (books.length !== 1) return bookHeading === undefined ? place : { ...rest, heading: bookHeading }
  delete rest.heading
  return { ...rest, ...placeOf(books[0]!) }
}

function locatePreamble(outline: Outline, place: Place, title: string): Finding {
  const preamble = outline.structures.get('preamble')
  const address = place.paragraph ? joinAddress('preamble', addressStep('paragraph', place.paragraph)) : 'preamble'
  if (preamble === undefined) return missing(outline, address, `${title}没有序言或者总纲`)
  if (place.paragraph && place.paragraph.value > (preamble.paragraphs ?? 0)) {
    return preamble.paragraphs === undefined
      ? { state: 'unrecorded', address, reason: `${title}的序言段数没有记载` }
      : { state: 'absent', address, reason: `${title}的序言只有${formatNumeral(preamble.paragraphs)}段` }
  }
  if (place.point !== undefined) {
    return {
      state: 'unrecorded',
      address: below('preamble', place, place.paragraph),
      reason: `${title}的条文以外各段的分项没有记载`
    }
  }
  return { state: 'present', address }
}

/** What is said of a place that is not there: an outline that is not complete leaves it open. */
export function missing(outline: Outline, address: string, reason: string): Finding {
  return outline.complete
    ? { state: 'absent', address, reason }
    : { state: 'unrecorded', address, reason: `${reason}，而文库中的文本不全` }
}

function locateStructure(outline: Outline, place: Place, title: string, around: readonly string[]): Finding {
  let written = ''
  for (const level of structureLevels) {
    const number = place[level]
    if (number) written = joinAddress(written, addressStep(level, number))
  }
  const candidates = structuresAt(outline, place)
  if (place.attachment === null) {
    if (candidates.length === 1) return locateInStructure(candidates[0]!, place, title)
    return candidates.length === 0
      ? missing(outline, 'att_1', `${title}没有附件`)
      : {
          state: 'ambiguous',
          address: candidates[0]!.address,
          others: candidates.slice(1).map((candidate) => candidate.address),
          reason: `${title}有${formatNumeral(candidates.length)}个附件，没有写明是哪一个`
        }
  }
  if (written === '' && place.attachment === undefined && place.heading === undefined)
    return { state: 'absent', address: '', reason: '这里不在任何一条之内，也没有写明是哪一条' }
  if (candidates.length === 0) {
    const name = place.heading !== undefined && written === '' ? place.heading : formatAddress(written)
    const level = deepestLevel(place)
    const recorded = (): boolean =>
      level !== undefined && [...outline.structures.keys()].some((address) => placeOf(address)[level] !== undefined)
    if (!outline.inserted && !recorded()) {
      return { state: 'unrecorded', address: written, reason: `${title}的编章没有记载` }
    }
    return missing(outline, written, `${title}没有${name}`)
  }
  if (candidates.length === 1) return locateInStructure(candidates[0]!, place, title)
  const near = candidates.find((candidate) => around.some((address) => shareParent(candidate.address, address)))
  if (near !== undefined) return locateInStructure(near, place, title)
  return {
    state: 'ambiguous',
    address: candidates[0]!.address,
    others: candidates.slice(1).map((candidate) => candidate.address),
    reason: `${title}有${formatNumeral(candidates.length)}处${formatAddress(addressTail(written))}，没有写明是哪一处`
  }
}

/** 第二款, 第一项 in an annex: its 款 are counted, their 项 are not. */
function locateInStructure({ address, paragraphs }: StructureOutline, place: Place, title: string): Finding {
  if (place.paragraph === undefined && place.point === undefined && place.indent === undefined)
    return { state: 'present', address }
  const full = below(address, place, place.paragraph)
  if (place.point !== undefined || place.indent !== undefined || paragraphs === undefined)
    return { state: 'unrecorded', address: full, reason: `${title}${formatAddress(address)}的款、项没有记载` }
  if (place.paragraph!.value > paragraphs)
    return {
      state: 'absent',
      address: full,
      reason: `${title}${formatAddress(address)}只有${formatNumeral(paragraphs)}款`
    }
  return { state: 'present', address: full }
}

/** The innermost structure that a place names by a number. */
function deepestLevel(place: Place): (typeof structureLevels)[number] | undefined {
  for (let index = structureLevels.length - 1; index >= 0; index--) {
    const level = structureLevels[index]!
    if (place[level] !== undefined) return level
  }
  return undefined
}

/** The structures that a place can name; only those with its number, or all for a heading, are looked at. */
function structuresAt(outline: Outline, place: Place): StructureOutline[] {
  const deepest = place.attachment === null ? undefined : deepestLevel(place)
  const candidates =
    deepest === undefined ? [...outline.structures.values()] : structuresNumbered(outline, deepest, place[deepest]!)
  return candidates.filter((structure) => fits(structure.address, place, outline))
}

function addressTail(address: string): string {
  return address.slice(address.lastIndexOf('__') + (address.includes('__') ? 2 : 0))
}

function shareParent(candidate: string, around: string): boolean {
  const parent = candidate.slice(0, candidate.lastIndexOf('__'))
  return candidate.includes('__') && (around === parent || around.startsWith(`${parent}__`))
}

/** Whether a structure is the one that a place names: its last level equal, the levels above not contradicted. */
function fits(address: string, place: Place, outline: Outline): boolean {
  const own = placeOf(address)
  if (place.attachment === null) return own.attachment !== undefined && !address.includes('__')
  const deepest = deepestLevel(place)
  if (deepest === undefined) return place.heading !== undefined && headingIs(outline, address, place.heading)
  if (deepestLevel(own) !== deepest) return false
  for (const level of structureLevels) {
    const number = place[level]
    if (!number) continue
    const actual = own[level] ?? levelAbove(outline, address, level)
    if (!actual || compareNumbers(number, actual) !== 0) return false
  }
  if (place.heading === undefined) return true
  const steps = address.split('__')
  const around = outline.structures.get(address)?.path ?? []
  return [...around, ...steps.map((_, index) => steps.slice(0, index + 1).join('__'))].some((one) =>
    headingIs(outline, one, place.heading!)
  )
}

/** The number of a level above a structure whose own address leaves it out. */
function levelAbove(
  outline: Outline,
  address: string,
  level: (typeof structureLevels)[number]
): ClauseNumber | undefined {
  for (const above of outline.structures.get(address)?.path ?? []) {
    const number = placeOf(above)[level]
    if (number) return number
  }
  return undefined
}

function headingIs(outline: Outline, address: string, heading: string): boolean {
  return outline.structures.get(address)?.heading.replace(/[\s\u3000]/g, '') === heading
}

function locateArticle(outline: Outline, place: Place, number: ClauseNumber, title: string): Finding {
  if (place.attachment === null) {
    const annex = locateStructure(outline, { attachment: null }, title, [])
    return annex.state === 'present'
      ? locateArticle(outline, { ...place, ...placeOf(annex.address) }, number, title)
      : { ...annex, address: joinAddress(annex.address, addressStep('article', number)) }
  }
  const base = place.attachment ? addressStep('attachment', place.attachment) : ''
  const address = joinAddress(base, addressStep('article', number))
  const article = outline.articles.get(address)
  if (article === undefined) {
    const full = below(address, place, place.paragraph)
    const numbers = outline.articles.size === 0 ? undefined : lastArticle(outline)?.number
    if (numbers === undefined && !outline.complete) {
      return {
        state: 'unrecorded',
        address: full,
        reason: `${title}的条文没有收入文库，无法核对${formatAddress(full)}`
      }
    }
    // An annex of items 一、 and 二、 has clauses that a citation may well call 条.
    if (outline.structures.has(base) && !hasArticles(outline, base))
      return {
        state: 'unrecorded',
        address: full,
        reason: `${title}${formatAddress(base)}没有以“条”编号的条文，无法核对`
      }
    const last = numbers === undefined ? '' : `（末条是第${formatNumeral(numbers.value)}条）`
    if (number.insert !== undefined && !outline.inserted) {
      return {
        state: 'unrecorded',
        address: full,
        reason: `${title}的“之一”各条没有记载，无法核对${formatAddress(address)}`
      }
    }
    return missing(outline, full, `${title}没有${formatAddress(address)}${last}`)
  }
  return locateBelow(article, place, title)
}

/** Address below an article with every level written; a 项 cited without 款 is written under the first. */
function below(address: string, place: Place, paragraph: ClauseNumber | undefined): string {
  let full = address
  const needsParagraph = place.point !== undefined || place.indent !== undefined
  if (paragraph !== undefined) full = joinAddress(full, addressStep('paragraph', paragraph))
  else if (needsParagraph) full = joinAddress(full, addressStep('paragraph', { value: 1 }))
  if (place.point !== undefined) full = joinAddress(full, addressStep('point', place.point))
  if (place.indent !== undefined) full = joinAddress(full, addressStep('indent', place.indent))
  return full
}

const same = (left: ClauseNumber) => (right: { number: ClauseNumber }) => compareNumbers(left, right.number) === 0

function locateBelow(article: ArticleOutline, place: Place, title: string): Finding {
  const { address, paragraphs } = article
  if (place.paragraph === undefined && place.point === undefined) return { state: 'present', address }
  const cited = `${title}${formatAddress(address)}`
  if (paragraphs === undefined) {
    return { state: 'unrecorded', address: below(address, place, place.paragraph), reason: `${cited}的款、项没有记载` }
  }
  if (place.paragraph !== undefined) {
    const full = below(address, place, place.paragraph)
    const paragraph = paragraphs[place.paragraph.value - 1]
    if (paragraph === undefined) {
      return { state: 'absent', address: full, reason: `${cited}只有${formatNumeral(paragraphs.length)}款` }
    }
    if (place.point === undefined) return afterOpenParagraph(article, place.paragraph, full, cited)
    const point = paragraph.points.find(same(place.point))
    const holder = point === undefined || place.indent !== undefined ? article.node : undefined
    const node = holder && paragraphNode(holder, place.paragraph.value)
    if (point === undefined) {
      const where = `${cited}第${formatNumeral(place.paragraph.value)}款`
      const running = node !== undefined && paragraph.points.length === 0 ? inlinePoints(node).length : 0
      if (place.point.insert === undefined && place.point.value <= running) {
        const around = joinAddress(address, addressStep('paragraph', place.paragraph))
        const found = afterOpenParagraph(article, place.paragraph, around, cited)
        return found.state === 'present' ? runsIn(found.address, place.point, title) : found
      }
      const unnumbered = running === 0 && paragraph.open ? unnumberedPoint(article, place.point, cited) : undefined
      if (unnumbered !== undefined) return unnumbered
      const count = running === 0 ? paragraph.points.length : running
      const reason = count === 0 ? `${where}没有分项` : `${where}只有${formatNumeral(count)}项`
      return { state: 'absent', address: full, reason }
    }
    if (place.indent !== undefined && !point.indents.some((indent) => compareNumbers(indent, place.indent!) === 0)) {
      if (point.indents.length === 0 && runsInline(pointNode(node, place.point), place.indent))
        return runsIn(full.slice(0, full.lastIndexOf('__')), place.indent, title, '目')
      return { state: 'absent', address: full, reason: `${title}${formatAddress(full)}不存在` }
    }
    return { state: 'present', address: full }
  }
  // 第六条第二项: the 款 that has the 项.
  const holders = paragraphs.flatMap((paragraph, index) =>
    paragraph.points.some(same(place.point!)) ? [index + 1] : []
  )
  if (holders.length === 0) {
    const running = inlineHolders(article, place.point!)
    if (running.length > 0) {
      const [first, ...others] = running.map((holder) =>
        joinAddress(address, addressStep('paragraph', { value: holder }))
      )
      if (others.length === 0) return runsIn(first!, place.point!, title)
      const reason = `${cited}有${formatNumeral(running.length)}款分项，没有写明是哪一款`
      return { state: 'ambiguous', address: first!, others, reason }
    }
    const unnumbered = unnumberedPoint(article, place.point!, cited)
    if (unnumbered !== undefined) return unnumbered
    const listed = paragraphs.some(({ points }) => points.length > 0) || inlineHolders(article, { value: 1 }).length > 0
    return {
      state: 'absent',
      address: below(address, place, undefined),
      reason: !listed ? `${cited}没有分项` : `${cited}没有第${formatNumeral(place.point!.value)}项`
    }
  }
  const readings = holders.map((holder) => below(address, place, { value: holder }))
  if (place.indent !== undefined) {
    return locateBelow(article, { ...place, paragraph: { value: holders[0]! } }, title)
  }
  if (readings.length === 1) return { state: 'present', address: readings[0]! }
  return {
    state: 'ambiguous',
    address: readings[0]!,
    others: readings.slice(1),
    reason: `${cited}有${formatNumeral(readings.length)}款分项，没有写明是哪一款`
  }
}

/** The 款 without clauses below them in whose text an item of a number runs. */
function inlineHolders({ node, paragraphs = [] }: ArticleOutline, number: ClauseNumber): number[] {
  if (node === undefined) return []
  return paragraphs.flatMap(({ points }, index) =>
    points.length === 0 && runsInline(paragraphNode(node, index + 1), number) ? [index + 1] : []
  )
}

/** An item that is there, but as words of the clause around it. */
function runsIn(address: string, { value }: ClauseNumber, title: string, level = '项'): Finding {
  const reason = `第${formatNumeral(value)}${level}写在${title}${formatAddress(address)}的文字之中，没有分行`
  return { state: 'present', address, reason, inline: true }
}

/**
 * 有下列情形之一的：, followed by paragraphs that have no numbers, or a list that one of its items without a number breaks: which
 * of them are 款 of their own is not told.
 */
function afterOpenParagraph(
  { address, paragraphs = [] }: ArticleOutline,
  paragraph: ClauseNumber,
  full: string,
  cited: string
): Finding {
  const broken = paragraphs.findIndex(({ points }, index) => index > 0 && (points[0]?.number.value ?? 1) !== 1)
  if (broken !== -1 && paragraph.value > broken) {
    return {
      state: 'ambiguous',
      address: full,
      others: [joinAddress(address, addressStep('paragraph', { value: broken }))],
      reason: `${cited}第${formatNumeral(broken + 1)}款的分项不从第一项起，可能是上一款断开的，款的序数不能确定`
    }
  }
  const open = paragraphs.findIndex((one) => one.open)
  if (open === -1 || paragraph.value <= open + 1) return { state: 'present', address: full }
  return {
    state: 'ambiguous',
    address: full,
    others: [joinAddress(address, addressStep('paragraph', { value: open + 1 }))],
    reason: `${cited}第${formatNumeral(open + 1)}款以冒号结尾，后面各段没有编号，款的序数不能确定`
  }
}

/** 禁止下列行为：, followed by paragraphs without numbers: the third of them is what 第三项 counts, unless the list is another one. */
function unnumberedPoint(
  { address, paragraphs = [] }: ArticleOutline,
  { value, insert }: ClauseNumber,
  cited: string
): Finding | undefined {
  const open = paragraphs.findIndex((one) => one.open)
  const at = open + value
  if (open === -1 || insert !== undefined || at >= paragraphs.length) return undefined
  if (paragraphs.slice(open + 1, at + 1).some(({ points }) => points.length > 0)) return undefined
  const [lead, item] = [open, at].map((index) => joinAddress(address, addressStep('paragraph', { value: index + 1 })))
  return {
    state: 'ambiguous',
    address: item!,
    others: [lead!],
    reason: `${cited}第${formatNumeral(open + 1)}款以冒号结尾，后面各段没有编号，第${formatNumeral(value)}项按其中第${formatNumeral(value)}段理解`
  }
}

/** Whether a unit lies below the article. */
export function isBelowArticle(unit: string): boolean {
  return unit === 'paragraph' || unit === 'point' || unit === 'indent'
}

/** Some levels of a place. */
export function pick(place: Place, levels: (keyof Place)[]): Place {
  return Object.fromEntries(
    levels.flatMap((level) => (place[level] === undefined ? [] : [[level, place[level]]]))
  ) as Place
}

/** A place down to its article. */
export function articleOf(place: Place): Place {
  return pick(place, ['attachment', 'preamble', 'article'])
}

/** Whether a place has 项 below it. */
export function locatesPoints(outline: Outline, place: Place): boolean {
  return locate(outline, { ...place, point: { value: 1 } }, '').state === 'present'
}
