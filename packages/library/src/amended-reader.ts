import type { Mention, Reference } from '@tiaoli/citation'
import type { ClauseNumber, ClauseText } from 'regast'
import type { AmendmentReading, Quotation } from './amendment.js'
import type { DocumentReading } from './document-reading.js'
import { type NamedInstrument, nameTitle } from './hosts.js'
import type { LinkTarget } from './linked.js'
import { listBelow } from './lists.js'
import type { Outline } from './outline.js'
import { articleOf, isBelowArticle, type Place, pick, placeOf } from './place.js'
import { ground, type Position } from './position.js'
import { sameSentence } from './reading.js'
import { nowhere, resolvePlace } from './resolve-place.js'
import { placeTarget } from './target.js'

const notYet = '这是修改后的条文，文库中的文本没有这一处'

/** Whether a place is named as what a clause becomes: 作为第六条 speaks of the text after the amendment. */
export function becomes({ text }: ClauseText, { start }: Mention): boolean {
  return /(?:作为|改为|调整为|列为|修改后(?:的)?)$/.test(text.slice(Math.max(0, start - 8), start))
}

/** A place that the text at hand does not have, as it is only being made, or has something else at. */
export function orNotYet(target: LinkTarget, date: string | undefined): LinkTarget {
  if (target.instrument === null) return target
  if (target.status === 'dangling') return { ...target, status: 'unknown-instrument', reason: notYet }
  return orOlder(target, date)
}

/** A place of the text as amended, which is read in a text from before the amendment of a day. */
function orOlder(target: LinkTarget, date: string | undefined): LinkTarget {
  const { status, version } = target
  const older = date === undefined || (version !== undefined && version < date)
  if (status !== 'resolved' || !older) return target
  return { ...target, status: 'ambiguous', reason: '这里指修改后的条文，文库中只有修改前的文本' }
}

/** 第三条 or 前款 in a document that amends another one, outside quotations or in the one given: a clause of that other one. */
export function readAmendedPlaces(
  reading: DocumentReading,
  mention: Mention,
  reference: Reference,
  clause: ClauseText,
  quotation: Quotation | undefined
): void {
  const { thread } = reading
  const amendment = reading.amendment!
  const named = nameTitle(amendment.amends, reading.scope)
  const position = quotation === undefined ? amendment.openPosition() : quotation.position(mention.start)
  const outline = named.instruments.length === 1 ? versionOutline(named) : undefined
  const made = becomes(clause, mention)
  // 犯第一款罪，有第一项规定情形: the 项 of the 款 that the sentence has named.
  const { last } = thread
  const said = last !== undefined && sameSentence(clause.text, last.end, mention.start) ? last.place : position.place
  const targets = reference.targets.map((target): LinkTarget => {
    const article = articleAt(outline, position.place)
    const full = { ...position, around: article?.path ?? [], address: '', article }
    const grounded = ground(target.steps, full, outline ?? emptyOutline, thread.lastInArticle?.place)
    const first = target.steps[0]!
    const upper: Place =
      first.relative !== undefined
        ? nowhere
        : first.unit === 'paragraph'
          ? articleOf(position.place)
          : first.unit === 'point'
            ? pick(said, ['article', 'paragraph'])
            : nowhere
    const found = resolvePlace(reading, target, grounded, upper, named, full, quotation === undefined && !made)
    // 作为第三款 names a clause that the amendment makes: the text at hand may be the one from before.
    if (!made && quotation === undefined) return found
    if (made || isRenumbered(found, position.place, amendment)) return orNotYet(found, reading.date)
    return found.status === 'dangling' ? { ...found, status: 'unknown-instrument', reason: notYet } : found
  })
  thread.point(mention, targets)
  if (quotation === undefined) {
    const last = targets.at(-1)
    const opening = targets[0]?.from
    if (last?.from && opening) amendment.point(placeOf(opening), placeOf(last.to ?? last.from))
  }
  const first = reference.targets[0]!.steps[0]!
  const relative = quotation !== undefined && (first.relative !== undefined || isBelowArticle(first.unit))
  reading.push(mention, clause, relative ? 'relative' : named.title === null ? 'internal' : 'external', targets)
}

/** Whether a target is a clause that gets another number; the article that a quotation becomes is named by the one it has then. */
function isRenumbered({ from }: LinkTarget, { article }: Place, { renumbered }: AmendmentReading): boolean {
  if (from === null) return false
  const place = placeOf(from)
  const keeps = place.article?.value === article?.value && place.article?.insert === article?.insert
  return renumbered.has(place, keeps)
}

/** 本法 inside a quotation: the instrument that the document amends, if it amends one. */
export function readAmendedWhole({ amendment, scope }: DocumentReading): NamedInstrument | undefined {
  return amendment && nameTitle(amendment.amends, scope)
}

/** 下列 inside a quotation: the 项 of the clause that the quotation becomes. */
export function announceQuoted(
  reading: DocumentReading,
  mention: Mention,
  clause: ClauseText,
  quotation: Quotation
): void {
  const { place } = quotation.position(mention.start)
  const named = nameTitle(reading.amendment!.amends, reading.scope)
  if (place.article === undefined) return
  const listed = listedPoints(clause)
  const points = listed ?? fragmentPoints(named, place)
  const [first, last] = [points[0], points.at(-1)]
  const from: Place = first === undefined ? place : { ...place, point: first }
  const upTo =
    last === undefined || first === undefined || last.value === first.value ? undefined : { ...place, point: last }
  const target = placeTarget(from, upTo, reading.context(named, undefined))
  // “…下列职权”中增加一项 quotes no list, and one without numbers is counted by nobody.
  const guessed = listed === undefined && (points.length > 0 || /[：:]\s*$/.test(clause.text))
  reading.push(mention, clause, 'relative', [
    target.status === 'dangling'
      ? { ...target, status: 'unknown-instrument', reason: notYet }
      : target.status === 'resolved' && guessed
        ? { ...target, status: 'ambiguous', reason: '所列各项没有一并引出，按文库中的文本理解' }
        : target
  ])
}

/** Numbers of the 项 that follow in a quotation, however deep the list stands in the amendment document. */
function listedPoints(clause: ClauseText): ClauseNumber[] | undefined {
  const below = listBelow(clause).map((address) => placeOf(address))
  const numbers = below.flatMap(({ point, indent }) => indent ?? point ?? [])
  return numbers.length === 0 ? undefined : numbers
}

/** “…行使下列职权”中增加一项: the 项 that the 款 has in the text at hand. */
function fragmentPoints(named: NamedInstrument, { article, paragraph }: Place): ClauseNumber[] {
  const outline = named.instruments.length === 1 ? versionOutline(named) : undefined
  const paragraphs = outline && articleAt(outline, { article: article! })?.paragraphs
  return (paragraphs?.[(paragraph?.value ?? 1) - 1]?.points ?? []).map(({ number }) => number)
}

const emptyOutline: Outline = { complete: false, inserted: false, articles: new Map(), structures: new Map() }

function versionOutline(named: NamedInstrument): Outline | undefined {
  return named.instruments[0]?.versions.findLast((version) => version.outline !== undefined)?.outline
}

function articleAt(outline: Outline | undefined, place: Place): Position['article'] {
  if (place.article === undefined) return undefined
  const insert = place.article.insert === undefined ? '' : `-${place.article.insert}`
  const address = `art_${place.article.value}${insert}`
  return outline?.articles.get(address) ?? { number: place.article, address, path: [] }
}
