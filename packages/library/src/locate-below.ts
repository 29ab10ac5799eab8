import type { ClauseNumber } from 'regast'
import { addressStep, compareNumbers, formatAddress, formatNumeral, joinAddress } from 'regast'
import { nameOfClause } from './clause-name.js'
import type { Finding } from './finding.js'
import { inlinePoints, paragraphNode, pointNode, runsInline } from './inline-points.js'
import type { ArticleOutline, Outline, ParagraphOutline } from './outline.js'
import type { Place } from './place.js'

/** Address below an article with every level written; a 项 cited without 款 is written under the first. */
export function below(address: string, place: Place, paragraph: ClauseNumber | undefined): string {
  let full = address
  const needsParagraph = place.point !== undefined || place.indent !== undefined
  if (paragraph !== undefined) full = joinAddress(full, addressStep('paragraph', paragraph))
  else if (needsParagraph) full = joinAddress(full, addressStep('paragraph', { value: 1 }))
  if (place.point !== undefined) full = joinAddress(full, addressStep('point', place.point))
  if (place.indent !== undefined) full = joinAddress(full, addressStep('indent', place.indent))
  return full
}

const same = (left: ClauseNumber) => (right: { number: ClauseNumber }) => compareNumbers(left, right.number) === 0

export function locateBelow(article: ArticleOutline, place: Place, title: string, outline: Outline): Finding {
  const { address, paragraphs } = article
  const { paragraph, point } = place
  if (paragraph === undefined && point === undefined) return { state: 'present', address }
  if (paragraphs === undefined) {
    const reason = `${title}${nameOfClause(address, outline)}的款、项没有记载`
    return { state: 'unrecorded', address: below(address, place, paragraph), reason }
  }
  if (paragraph !== undefined) return locateInParagraph(article, place, paragraph, title, outline)
  return locatePoint(article, place, point!, title, outline)
}

/** 第六条第一款, 第六条第一款第二项 and 第六条第一款第二项第三目. */
function locateInParagraph(
  article: ArticleOutline,
  place: Place,
  number: ClauseNumber,
  title: string,
  outline: Outline
): Finding {
  const { address, paragraphs = [] } = article
  const cited = `${title}${nameOfClause(address, outline)}`
  const full = below(address, place, number)
  const paragraph = paragraphs[number.value - 1]
  if (paragraph === undefined) {
    return { state: 'absent', address: full, reason: `${cited}只有${formatNumeral(paragraphs.length)}款` }
  }
  if (place.point === undefined) return afterOpenParagraph(article, number, full, cited)
  const point = paragraph.points.find(same(place.point))
  if (point === undefined) return pointOutOfList(article, place.point, number, paragraph, title, full, outline)
  if (place.indent !== undefined && !point.indents.some((indent) => compareNumbers(indent, place.indent!) === 0)) {
    const node = article.node && paragraphNode(article.node, number.value)
    if (point.indents.length === 0 && runsInline(pointNode(node, place.point), place.indent))
      return runsIn(full.slice(0, full.lastIndexOf('__')), place.indent, title, '目')
    return { state: 'absent', address: full, reason: `${title}${nameOfClause(full, outline)}不存在` }
  }
  return { state: 'present', address: full }
}

/** An item that the list of its 款 does not have: it may run in the text, or be a paragraph without a number. */
function pointOutOfList(
  article: ArticleOutline,
  point: ClauseNumber,
  number: ClauseNumber,
  paragraph: ParagraphOutline,
  title: string,
  full: string,
  outline: Outline
): Finding {
  const cited = `${title}${nameOfClause(article.address, outline)}`
  const node = article.node && paragraphNode(article.node, number.value)
  const running = node !== undefined && paragraph.points.length === 0 ? inlinePoints(node).length : 0
  if (point.insert === undefined && point.value <= running) {
    const around = joinAddress(article.address, addressStep('paragraph', number))
    const found = afterOpenParagraph(article, number, around, cited)
    return found.state === 'present' ? runsIn(found.address, point, title) : found
  }
  const unnumbered = running === 0 && paragraph.open ? unnumberedPoint(article, point, cited) : undefined
  if (unnumbered !== undefined) return unnumbered
  const where = `${cited}第${formatNumeral(number.value)}款`
  const count = running === 0 ? paragraph.points.length : running
  const reason = count === 0 ? `${where}没有分项` : `${where}只有${formatNumeral(count)}项`
  return { state: 'absent', address: full, reason }
}

/** 第六条第二项: the 款 that has the 项. */
function locatePoint(
  article: ArticleOutline,
  place: Place,
  point: ClauseNumber,
  title: string,
  outline: Outline
): Finding {
  const { address, paragraphs = [] } = article
  const holders = paragraphs.flatMap(({ points }, index) => (points.some(same(point)) ? [index + 1] : []))
  if (holders.length === 0) return pointOutOfLists(article, place, point, title, outline)
  if (place.indent !== undefined) return locateInParagraph(article, place, { value: holders[0]! }, title, outline)
  const [first, ...others] = holders.map((holder) => below(address, place, { value: holder }))
  if (others.length === 0) return { state: 'present', address: first! }
  return { state: 'ambiguous', address: first!, others, reason: severalLists(article, holders.length, title, outline) }
}

/** An item that no list of the article has. */
function pointOutOfLists(
  article: ArticleOutline,
  place: Place,
  point: ClauseNumber,
  title: string,
  outline: Outline
): Finding {
  const { address, paragraphs = [] } = article
  const cited = `${title}${nameOfClause(address, outline)}`
  const running = inlineHolders(article, point)
  if (running.length > 0) {
    const [first, ...others] = running.map((holder) =>
      joinAddress(address, addressStep('paragraph', { value: holder }))
    )
    if (others.length === 0) return runsIn(first!, point, title)
    return {
      state: 'ambiguous',
      address: first!,
      others,
      reason: severalLists(article, running.length, title, outline)
    }
  }
  const unnumbered = unnumberedPoint(article, point, cited)
  if (unnumbered !== undefined) return unnumbered
  const listed = paragraphs.some(({ points }) => points.length > 0) || inlineHolders(article, { value: 1 }).length > 0
  return {
    state: 'absent',
    address: below(address, place, undefined),
    reason: listed ? `${cited}没有第${formatNumeral(point.value)}项` : `${cited}没有分项`
  }
}

function severalLists({ address }: ArticleOutline, count: number, title: string, outline: Outline): string {
  return `${title}${nameOfClause(address, outline)}有${formatNumeral(count)}款分项，没有写明是哪一款`
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
