import type { LocusStep, Mention, Reference } from '@tiaoli/citation'
import { isPrivateTitle, toReference } from '@tiaoli/citation'
import type { ClauseText } from 'regast'
import { becomes, orNotYet, readAmendedPlaces } from './amended-reader.js'
import type { Quotation } from './amendment.js'
import { isAside, withoutAside } from './aside.js'
import { orBreachedArticle } from './breached-article.js'
import type { DocumentReading } from './document-reading.js'
import { namedInDraft } from './draft-title.js'
import { editionAround, inEdition, missingEdition } from './edition.js'
import { type Edition, type NamedInstrument, nameHost, nameTitle } from './hosts.js'
import type { LinkTarget, ReferenceKind } from './linked.js'
import { inNamesake, type Namesake, namesakeOf } from './namesake.js'
import { articleOf, isBelowArticle, type Place, pick, placeOf } from './place.js'
import { ground, type Position } from './position.js'
import { nowhere, resolvePlace } from './resolve-place.js'
import { countsThings, isHeadingLine, isStrayLabel } from './stray-numbers.js'
import { placeTarget } from './target.js'
import { titleKey } from './titles.js'
import { asTopItems, inPart } from './top-items.js'
import { chooseReading, joins, unsaidReadings } from './unsaid.js'

/** 第三条, 本条例第三条第二款, 《甲法》第五条, 前款, 本条第二款; `quotation` is the one around the mention. */
export function readPlaces(
  reading: DocumentReading,
  mention: Mention,
  clause: ClauseText,
  position: Position,
  quotation: Quotation | undefined
): void {
  const { thread, amendment } = reading
  const { host } = mention
  if (host.type === 'name' && host.known && !isNameHere(reading, host.name)) return
  let named = nameHost(host, reading.scope)
  if (named === undefined) {
    // 该规定第三条 without anything before it, or 本决定 that is no name here.
    if (host.type !== 'that' && host.type !== 'implementing') return
    named = { title: `该${host.noun}`, instruments: [] }
  }
  // 《安置协议》第六条: the clauses of a contract are nobody's law.
  if (host.type === 'title' && named.title !== null && named.instruments.length === 0 && isPrivateTitle(named.title))
    return
  named = inEdition(namedInDraft(named, mention, clause, reading.scope), mention, clause.text)
  const cited =
    host.type === 'self' || host.type === 'none' ? citedInstrument(reading, clause, mention.start) : undefined
  if (cited !== undefined && host.type === 'self') named = nameTitle(cited, reading.scope)
  const pointsBack = clause.text[mention.start + 1] === '述' && /[上前]/.test(clause.text[mention.start]!)
  const plain = toReference(mention)
  const reference = pointsBack ? asTopItems(plain, position) : inPart(plain, mention, clause, position)
  if (reference === undefined) return
  const amended =
    amendment !== undefined &&
    (quotation !== undefined || host.type === 'none') &&
    !followsOther(reading, reference.targets[0]!.steps[0]!, mention, clause)
  if (amended && (host.type === 'none' || host.type === 'self')) {
    if (quotation?.labels(mention.start)) return
    readAmendedPlaces(reading, mention, reference, clause, quotation)
    return
  }
  if (isStrayLabel(reading, mention, clause, position) || isHeadingLine(mention, clause)) return
  const first = reference.targets[0]!.steps[0]!
  if (first.unit === 'article' && countsThings(first, mention, clause)) return
  // 本附件 in a paper that is no annex here
  if (first.unit === 'attachment' && first.relative !== undefined && position.place.attachment === undefined) return
  const leans = host.type === 'none' && (first.relative === undefined || first.relative.by === 'same')
  if (first.relative?.by === 'same' && thread.lastInArticle === undefined) {
    readSameOfArticleBefore(reading, mention, reference, clause, position)
    return
  }
  // 将刑法第一百条修改为 speaks of the text before the amendment as 将第一百条 does.
  const isOld = amendment === undefined || quotation !== undefined ? neverOld : oldAround(reading, clause, mention)
  let targets = leans
    ? leaningTargets(reading, reference, mention, clause, position, isOld)
    : listedTargets(reading, reference, named, position, isOld(named))
  // 按照前三项计征 outside a list counts things, not 项.
  if (
    first.relative?.count !== undefined &&
    first.unit === 'point' &&
    targets[0]!.status === 'dangling' &&
    position.place.point === undefined
  )
    return
  // 第一项议程, 第一节课 where nothing has such a number
  if (targets[0]!.status === 'dangling' && countsThings(first, mention, clause)) return
  if (cited !== undefined && host.type === 'none')
    targets = quotedTargets(reading, reference, cited, position) ?? unlessAllCited(targets, cited)
  else if (host.type === 'none' && !isBelowArticle(first.unit) && namesOther(clause.text, mention.start))
    targets = targets.map(unlessNamed)
  const namesake = named.title === null ? namesakeAround(reading, mention, clause) : undefined
  if (namesake !== undefined) targets = targets.map((target) => inNamesake(reading, target, namesake))
  if (host.type === 'none' || host.type === 'self') {
    const edition = editionAround(clause.text, mention)
    if (typeof edition === 'string') targets = targets.map((target) => unlessOfOldText(target, edition))
  }
  if (host.type === 'none' && first.relative?.by === 'this')
    targets = orBreachedArticle(reading, targets, reference, mention, clause, position)
  if (becomes(clause, mention)) targets = targets.map((target) => orNotYet(target, reading.date))
  const other = targets[0]!.instrument
  const relative = host.type === 'none' && (first.relative !== undefined || isBelowArticle(first.unit))
  const kind: ReferenceKind =
    other !== null && !(relative && cited !== undefined) ? 'external' : relative ? 'relative' : 'internal'
  if (named.title !== null && cited === undefined) thread.name(named.title, clause, mention.end)
  // What a quotation says of its own clauses is no place to lean on.
  if (cited === undefined || other !== null) thread.point(mention, targets)
  if (amendment !== undefined && quotation === undefined && other !== null) {
    const last = targets.at(-1)!
    const opening = targets[0]!.from
    if (last.from !== null && opening !== null) amendment.point(placeOf(opening), placeOf(last.to ?? last.from))
  }
  reading.push(mention, clause, kind, targets)
}

/** The older text of the document's own title that a mention speaks of: 原《甲办法》第三条, 原《甲办法》（某令第1号）第三条. */
function namesakeAround({ thread }: DocumentReading, mention: Mention, clause: ClauseText): Namesake | undefined {
  if (mention.host.type === 'title') return namesakeOf(clause, mention)
  const before = thread.namesake
  if (mention.host.type !== 'none' || before?.clause !== clause) return undefined
  return isAside(clause.text.slice(before.end, mention.start)) ? before.namesake : undefined
}

/** 一、甲法第九条所称…。二、违反该条第一款: what the 条 before pointed to last, never for certain. */
function readSameOfArticleBefore(
  reading: DocumentReading,
  mention: Mention,
  reference: Reference,
  clause: ClauseText,
  position: Position
): void {
  // What this finds depends on the 条 before, whose change has to be read again.
  reading.thread.looksBack = true
  const before = reading.result.references.at(-1)
  const target = before?.targets.at(-1)
  const place = placeOf(target?.to ?? target?.from ?? '')
  const own = position.article?.number.value
  if (target === undefined || place.article === undefined || placeOf(before!.in).article?.value !== (own ?? 0) - 1)
    return
  const named =
    target.instrument === null
      ? nameHost({ type: 'none' }, reading.scope)!
      : nameTitle(target.instrument, reading.scope)
  const targets = reference.targets.map((one): LinkTarget => {
    const grounded = ground(one.steps, position, reading.own, place)
    const found = resolvePlace(reading, one, grounded, nowhere, named, position)
    return found.status === 'resolved' ? { ...found, status: 'ambiguous', reason: '按前一条最后引用的条文理解' } : found
  })
  reading.thread.point(mention, targets)
  reading.push(mention, clause, 'relative', targets)
}

/** Whether an instrument is the one that the document amends. */
function isAmended({ amendment, scope }: DocumentReading, named: NamedInstrument): boolean {
  return named.title !== null && nameTitle(amendment!.amends, scope).title === named.title
}

/** 前款第一项、第二款: the levels above a later place of a list that its own words and the place before it leave to what 前款 is. */
function upperOf(first: LocusStep, before: Place): Place {
  if (first.relative !== undefined || !isBelowArticle(first.unit)) return {}
  return first.unit === 'paragraph'
    ? articleOf(before)
    : pick(before, ['attachment', 'preamble', 'article', 'paragraph'])
}

/** Another instrument's words in quotation marks: 《甲法》第二条规定：“违反本法…” is of 甲法. */
export function citedInstrument(
  { amendment, thread }: DocumentReading,
  clause: ClauseText,
  index: number
): string | undefined {
  const { lastNamed, last } = thread
  const { text } = clause
  // 甲法第五条所称本法施行前
  if (last !== undefined && last.instrument !== null && index - last.end <= 24) {
    if (/^所称[^，。；“”]{0,20}$/.test(text.slice(last.end, index))) return last.instrument
  }
  if (amendment !== undefined || lastNamed?.clause !== clause || index - lastNamed.end > citedAtMost) return undefined
  const between = text.slice(lastNamed.end, index)
  const open = between.lastIndexOf('“')
  if (open === -1 || between.lastIndexOf('”') > open) return undefined
  const first = between.indexOf('“')
  return /^[^。；]*(?:规定|明确|要求|指出)(?:的|了)?[：:，,]?$/.test(between.slice(0, first))
    ? lastNamed.title
    : undefined
}

/** How long a quotation may be that is still known for another instrument's words. */
const citedAtMost = 600

/** 《甲法》第七条规定：“…本条第一款…” is 第七条第一款 of 甲法, where that one article was cited. */
function quotedTargets(
  reading: DocumentReading,
  reference: Reference,
  title: string,
  position: Position
): LinkTarget[] | undefined {
  const { last, lastList, listedHere } = reading.thread
  if (last?.instrument !== title || last.place.article === undefined || !listedHere || lastList.length !== 1)
    return undefined
  if (!reference.targets.every(({ steps }) => steps[0]!.unit === 'article' && steps[0]!.relative?.by === 'this'))
    return undefined
  const named = nameTitle(title, reading.scope)
  const upper = articleOf(last.place)
  return reference.targets.map((target) => {
    const steps = target.steps.slice(1)
    const below = target.upTo === undefined ? { steps } : { steps, upTo: target.upTo.slice(1) }
    return resolvePlace(reading, below, ground(steps, position, reading.own), upper, named, position)
  })
}

/** 《甲法》第七条第一款规定：“有下列情形的：（一）…”: the list stands in the clause that is quoted. */
export function quotedPlace(reading: DocumentReading, title: string): LinkTarget {
  const { last } = reading.thread
  if (last?.instrument !== title || last.place.article === undefined) return inQuotation(title)
  const named = nameTitle(title, reading.scope)
  const target = placeTarget(last.place, undefined, reading.context(named, undefined))
  if (target.status !== 'resolved' || last.place.paragraph !== undefined) return target
  return { ...target, status: 'ambiguous', reason: `引号里的是《${title}》的文字，所列各项在其中这一条之内` }
}

function inQuotation(title: string): LinkTarget {
  const reason = `引号里的是《${title}》的文字，看不出指其中哪一处`
  return { instrument: title, from: null, status: 'unknown-instrument', reason }
}

function unlessAllCited(targets: LinkTarget[], title: string): LinkTarget[] {
  return targets.map((target) => unlessCited(target, title))
}

function unlessCited(target: LinkTarget, title: string): LinkTarget {
  if (target.status === 'dangling' && target.instrument === null) return inQuotation(title)
  return target.status === 'resolved' && target.instrument === null
    ? { ...target, status: 'ambiguous', reason: `引号里的是《${title}》的文字，不一定指本文件` }
    : target
}

/** 某法第三条, where the words before the number end like the name of an instrument that was not made out. */
function namesOther(text: string, start: number): boolean {
  const before = withoutAside(text, start)
  return (
    nameBefore.test(before.slice(-6)) &&
    (text.endsWith(before, start) || !/本[\u4e00-\u9fff]{1,5}$/.test(before.slice(-6)))
  )
}

const nameBefore =
  /[\u4e00-\u9fff]{2}(?:法|条例|办法|规则|细则|准则|章程|解释|法典|(?<!违反|依照|按照|根据|符合)(?:规定|决定|公约|协定|条约|通知|意见|标准|规范|规程|公告)|草案|审议稿|意见稿|法规|规章|方案|制度|规划|纲要|指引|指南|守则|须知|文件)$/

function unlessNamed(target: LinkTarget): LinkTarget {
  return target.status === 'resolved' && target.instrument === null
    ? { ...target, status: 'ambiguous', reason: '序数前面的文字可能是别的文件的名称' }
    : target
}

/** 本办法修订前第三条, 原第三条: a clause of the text before this one. */
function unlessOfOldText(target: LinkTarget, edition: Edition): LinkTarget {
  const { instrument, status } = target
  if (status !== 'resolved') return target
  const reason =
    instrument === null ? '这里指本文件修改以前的条文，条文序号可能不同' : missingEdition(edition, instrument)
  return { ...target, status: 'ambiguous', reason }
}

/** 甲法第七条所称“X”、第八条所称“Y”, 甲法第五条…该条: a place without a host that goes on with another instrument. */
function followsOther({ thread }: DocumentReading, first: LocusStep, mention: Mention, clause: ClauseText): boolean {
  if (mention.host.type !== 'none') return false
  if (first.relative?.by === 'same') return thread.lastInArticle !== undefined
  if (isBelowArticle(first.unit) || first.relative !== undefined) return false
  const { last, lastNamed } = thread
  if (lastNamed?.clause === clause && isAside(clause.text.slice(lastNamed.end, mention.start))) return true
  if (last === undefined || last.instrument === null) return false
  return joins(clause.text.slice(last.end, mention.start))
}

/** Whether a short name means an instrument here: the library gives it, or the document has defined it by now. */
export function isNameHere({ thread, library, names }: DocumentReading, name: string): boolean {
  return thread.aliases.has(name) || library.shortNames.has(titleKey(name)) || names.get(name) === undefined
}

const neverOld = (): boolean => false

/** Whether an instrument named around a mention is meant as it stood before this document amends it. */
function oldAround(
  reading: DocumentReading,
  clause: ClauseText,
  mention: Mention
): (named: NamedInstrument) => boolean {
  return (named) => isAmended(reading, named) && !becomes(clause, mention)
}

/** Targets of the places of a list whose instrument is named, or that say themselves where they begin. */
function listedTargets(
  reading: DocumentReading,
  { targets }: Reference,
  named: NamedInstrument,
  position: Position,
  old: boolean
): LinkTarget[] {
  const last = reading.thread.lastInArticle?.place
  const first = targets[0]!
  const grounded = ground(first.steps, position, reading.own, last)
  const found = [resolvePlace(reading, first, grounded, nowhere, named, position, old)]
  let before = grounded.place
  for (let index = 1; index < targets.length; index++) {
    const target = targets[index]!
    const below = ground(target.steps, position, reading.own, last)
    const upper = upperOf(target.steps[0]!, before)
    before = { ...upper, ...below.place }
    found.push(resolvePlace(reading, target, below, upper, named, position, old))
  }
  return found
}

/** What a place of a list takes over of the levels that its reading supplies; articles are numbered through all but an annex. */
function upperFor({ unit }: LocusStep, upper: Place): Place {
  if (isBelowArticle(unit)) return upper
  return unit === 'article' && upper.attachment !== undefined ? pick(upper, ['attachment']) : nowhere
}

/** Targets of places whose instrument or upper levels are left unsaid: one reading for the whole list. */
function leaningTargets(
  reading: DocumentReading,
  reference: Reference,
  mention: Mention,
  clause: ClauseText,
  position: Position,
  isOld: (named: NamedInstrument) => boolean
): LinkTarget[] {
  const { thread, own, scope } = reading
  const { last, leadIn, lastInArticle, pointed, lastNamed } = thread
  const first = reference.targets[0]!.steps[0]!
  const readings = unsaidReadings(first, {
    clause,
    start: mention.start,
    position,
    own,
    scope,
    last,
    leadIn,
    lastInArticle,
    pointed,
    lastNamed
  }).map((unsaid) => ({
    reading: unsaid,
    targets: reference.targets.map((target) => {
      const upper = upperFor(target.steps[0]!, unsaid.upper)
      const grounded = ground(target.steps, position, own, unsaid.same ?? lastInArticle?.place)
      return resolvePlace(reading, target, grounded, upper, unsaid.named, position, isOld(unsaid.named))
    })
  }))
  return chooseReading(readings)
}
