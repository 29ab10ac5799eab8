import { addressStep, articleOf, joinAddress } from 'regast'
import { nameOfClause } from './clause-name.js'
import { missingEdition, versionOf } from './edition.js'
import type { Finding } from './finding.js'
import type { NamedInstrument } from './hosts.js'
import type { Instrument, InstrumentVersion } from './instrument.js'
import type { LinkAlternative, LinkTarget } from './linked.js'
import { locate } from './locate.js'
import type { ArticleOutline, Outline } from './outline.js'
import { articleText } from './outline.js'
import { type Place, placeOf } from './place.js'
import { textAt } from './text-at.js'

/** What resolving a place needs to know beside the place. */
export interface TargetContext {
  named: NamedInstrument
  /** Clauses of the document itself. */
  own: Outline
  /** Structures around the reading clause, for places in the document itself. */
  around: readonly string[]
  /** ISO day of the reading document. */
  date: string | undefined
  /** ISO day from which the reading document applies, where it says so. */
  start?: string | undefined
  /** Whether the text from before that day is meant, as an amendment document does outside its quotations. */
  before?: boolean
}

/** A whole instrument as a target. */
export function wholeTarget({ named, date }: TargetContext): LinkTarget {
  if (named.title === null) return { instrument: null, from: null, status: 'resolved' }
  const { title } = named
  if (named.instruments.length === 0) {
    return { instrument: title, from: null, status: 'unknown-instrument', reason: `文库中没有《${title}》` }
  }
  if (named.instruments.length > 1) {
    return {
      instrument: title,
      from: null,
      status: 'ambiguous',
      reason: `文库中有${named.instruments.length}件文件可以称作《${named.title}》`,
      alternatives: named.instruments.map((instrument) => ({ instrument: instrument.title, from: null }))
    }
  }
  const instrument = named.instruments[0]!
  // 原《甲法》 is the instrument that is gone, or the one that has come; either is told by its title.
  const { edition } = named
  const other = edition === undefined || edition === 'old' ? undefined : versionOf(instrument, edition, date)
  const reason = supersededReason(instrument)
  if (edition === 'before' && other === undefined && reason === undefined)
    return { instrument: title, from: null, status: 'ambiguous', reason: missingEdition(edition, title) }
  const version = other ?? textAt(instrument, date)?.version
  const target: LinkTarget =
    version?.date === undefined
      ? { instrument: title, from: null, status: 'resolved' }
      : { instrument: title, from: null, version: version.date, status: 'resolved' }
  if (reason !== undefined) return { ...target, status: 'superseded', reason }
  return other === undefined ? noted(named, target) : target
}

function supersededReason(instrument: Instrument): string | undefined {
  if (instrument.replacedBy !== undefined) return `《${instrument.title}》已由《${instrument.replacedBy}》取代`
  if (instrument.status === 'repealed') return `《${instrument.title}》已经废止`
  return undefined
}

function noted({ note, unlike }: NamedInstrument, target: LinkTarget): LinkTarget {
  if (note === undefined || target.reason !== undefined) return target
  return unlike ? doubted(target, note) : { ...target, reason: note }
}

/** A place, or a range of places, in the instrument that a context names. */
export function placeTarget(place: Place, upTo: Place | undefined, context: TargetContext): LinkTarget {
  const { named, own, around, date, start, before = false } = context
  if (named.title === null)
    return ofOneArticle(own, inOutline(own, place, upTo, { instrument: null }, '本文件', around))
  if (named.instruments.length === 0) {
    return {
      instrument: named.title,
      ...unverified(place, upTo),
      status: 'unknown-instrument',
      reason: `文库中没有《${named.title}》，无法核对`
    }
  }
  if (named.instruments.length > 1) {
    return {
      instrument: named.title,
      ...unverified(place, upTo),
      status: 'ambiguous',
      reason: `文库中有${named.instruments.length}件文件可以称作《${named.title}》`,
      alternatives: named.instruments.map((instrument) => ({
        instrument: instrument.title,
        ...unverified(place, upTo)
      }))
    }
  }
  const instrument = named.instruments[0]!
  const { edition } = named
  const other = edition === undefined ? undefined : versionOf(instrument, edition, date)
  const read = other === undefined ? textAt(instrument, date, before, start) : { version: other }
  const version = read?.version
  const base = { instrument: named.title, ...(version?.date === undefined ? {} : { version: version.date }) }
  if (version?.outline === undefined) {
    return {
      ...base,
      ...unverified(place, upTo),
      status: 'unknown-instrument',
      reason: `文库只载有《${named.title}》的名称，没有条文，无法核对`
    }
  }
  const target = inOutline(version.outline, place, upTo, base, `《${named.title}》`, [])
  if (read?.younger) return onlyYounger(target, version, named.title)
  const doubt = read?.doubt && !staysAt(target.from, version, read.doubt.other) ? read.doubt : undefined
  if (doubt !== undefined) return doubted(target, doubt.why)
  if (edition !== undefined && other === undefined && supersededReason(instrument) === undefined)
    return doubted(target, missingEdition(edition, named.title))
  if (named.unlike && other === undefined) return doubted(target, named.note!)
  if (target.status !== 'resolved') return target
  const reason = supersededReason(instrument) ?? changedSince(instrument, version, target)
  if (reason !== undefined) return { ...target, status: 'superseded', reason }
  return other === undefined ? noted(named, target) : target
}

/** A place that is read in a text which may not be the one meant. */
function doubted(target: LinkTarget, reason: string): LinkTarget {
  if (target.status === 'resolved') return { ...target, status: 'ambiguous', reason }
  return target.status === 'dangling' ? { ...target, status: 'unknown-instrument', reason } : target
}

/** A target in a draft that has two articles of one number may be in either of them. */
function ofOneArticle(outline: Outline, target: LinkTarget): LinkTarget {
  for (const end of [target.from, target.to]) {
    const article = outline.articles.get(articleOf(end ?? ''))
    if (article?.times === undefined) continue
    const reason = `本文件有${article.times}处${nameOfClause(article.address, outline)}，不能确定指哪一处`
    return { ...target, status: 'ambiguous', reason }
  }
  return target
}

/** A place read in a younger text than the one meant: its number may belong to another clause by now. */
function onlyYounger(target: LinkTarget, version: InstrumentVersion, title: string): LinkTarget {
  const reason = `文库中最早的《${title}》是${version.date}的文本，晚于本文件所指的文本，条文序号可能已经变动`
  return { ...doubted(target, reason), reason }
}

/** Whether the article of an address is the same rule in another version as well. */
function staysAt(from: string | null, { outline }: InstrumentVersion, other: InstrumentVersion | undefined): boolean {
  const key = articleOf(from ?? '')
  const [here, there] = [outline?.articles.get(key), other?.outline?.articles.get(key)]
  return here !== undefined && there !== undefined && alike(there, here)
}

function inOutline(
  outline: Outline,
  place: Place,
  upTo: Place | undefined,
  base: { instrument: string | null; version?: string },
  title: string,
  around: readonly string[]
): LinkTarget {
  const first = locate(outline, place, title, around)
  if (upTo === undefined) return withFinding(base, first)
  const last = locate(outline, withParagraphOf(upTo, place, first), title, around)
  // Both ends run in the text of one clause.
  if (first.inline && last.inline && first.address === last.address) {
    if (!isReversed(place, upTo)) return withFinding(base, first)
    return { ...base, from: first.address, status: 'dangling', reason: '起止颠倒' }
  }
  const worse = rank[first.state] >= rank[last.state] ? first : last
  const target = withFinding(base, { ...worse, address: first.address })
  if (
    first.state === 'present' &&
    last.state === 'present' &&
    inOrder(outline, first.address, last.address) === false
  ) {
    return {
      ...base,
      from: first.address,
      to: last.address,
      status: 'dangling',
      reason: `起止颠倒：${nameOfClause(first.address, outline)}在${nameOfClause(last.address, outline)}之后`
    }
  }
  return { ...target, to: last.address }
}

function isReversed(place: Place, upTo: Place): boolean {
  const level = upTo.indent === undefined ? 'point' : 'indent'
  return (place[level]?.value ?? 0) > (upTo[level]?.value ?? 0)
}

/** 第六条第一项至第三项: both ends lie in the 款 that has the 项. */
function withParagraphOf(upTo: Place, place: Place, first: Finding): Place {
  if (upTo.point === undefined || upTo.paragraph !== undefined || place.article?.value !== upTo.article?.value)
    return upTo
  const { paragraph } = placeOf(first.address)
  return paragraph === undefined ? upTo : { ...upTo, paragraph }
}

const rank: Record<Finding['state'], number> = { present: 0, ambiguous: 1, unrecorded: 2, absent: 3 }

function withFinding(base: { instrument: string | null; version?: string }, finding: Finding): LinkTarget {
  const { state, address, reason, others } = finding
  switch (state) {
    case 'present': {
      const { instrument, version } = base
      if (reason !== undefined) return { ...base, from: address, status: 'resolved', reason }
      if (version === undefined) return { instrument, from: address, status: 'resolved' }
      return { instrument, version, from: address, status: 'resolved' }
    }
    case 'absent':
      return { ...base, from: address === '' ? null : address, status: 'dangling', ...(reason ? { reason } : {}) }
    case 'unrecorded':
      return {
        ...base,
        from: address === '' ? null : address,
        status: 'unknown-instrument',
        ...(reason ? { reason } : {})
      }
    case 'ambiguous':
      return {
        ...base,
        from: address,
        status: 'ambiguous',
        ...(reason ? { reason } : {}),
        alternatives: (others ?? []).map((from): LinkAlternative => ({ instrument: base.instrument, from }))
      }
  }
}

function inOrder(outline: Outline, from: string, to: string): boolean | undefined {
  const first = placeOf(from)
  const last = placeOf(to)
  for (const level of ['article', 'paragraph', 'point', 'indent'] as const) {
    const left = first[level]
    const right = last[level]
    if (!left || !right) return undefined
    const order = left.value - right.value || (left.insert ?? 0) - (right.insert ?? 0)
    if (order !== 0) return order < 0
  }
  return outline.complete ? false : undefined
}

const levels = ['attachment', 'book', 'part', 'chapter', 'section', 'article', 'paragraph', 'point', 'indent'] as const

/** The address of a place that could not be checked. */
export function unverified(place: Place, upTo: Place | undefined): { from: string; to?: string } {
  return { from: writeAddress(place), ...(upTo === undefined ? {} : { to: writeAddress(upTo) }) }
}

function writeAddress(place: Place): string {
  let address = place.preamble ? 'preamble' : place.attachment === null ? 'att_1' : ''
  for (const level of levels) {
    const number = place[level]
    if (!number) continue
    if (place.article !== undefined && ['book', 'part', 'chapter', 'section'].includes(level)) continue
    if (level === 'point' && place.paragraph === undefined)
      address = joinAddress(address, addressStep('paragraph', { value: 1 }))
    address = joinAddress(address, addressStep(level, number))
  }
  return address
}

/** Says so where the clause that was read stands under another number, or nowhere, in the current version. */
function changedSince(instrument: Instrument, version: InstrumentVersion, target: LinkTarget): string | undefined {
  const current = instrument.versions.findLast((candidate) => candidate.outline !== undefined)
  if (current === undefined || current === version || current.outline === undefined || target.from === null)
    return undefined
  const key = articleOf(target.from)
  const before = version.outline?.articles.get(key)
  if (before === undefined) return undefined
  const now = current.outline.articles.get(key)
  const when = current.date === undefined ? '现行文本' : `${current.date}的文本`
  if (now === undefined) return `${when}已经没有${nameOfClause(key, version.outline)}`
  return alike(before, now) ? undefined : `${when}的${nameOfClause(key, current.outline)}内容已经不同`
}

/** Whether two articles share at least half of their two-character grams: the same rule, perhaps reworded. */
function alike(left: ArticleOutline, right: ArticleOutline): boolean {
  if (left.node === undefined || right.node === undefined) return true
  const first = articleText(left.node)
  const second = articleText(right.node)
  if (first === second) return true
  const grams = new Map<string, number>()
  for (let i = 0; i + 1 < first.length; i++) {
    const gram = first.slice(i, i + 2)
    grams.set(gram, (grams.get(gram) ?? 0) + 1)
  }
  let shared = 0
  for (let i = 0; i + 1 < second.length; i++) {
    const gram = second.slice(i, i + 2)
    const count = grams.get(gram) ?? 0
    if (count === 0) continue
    shared += 1
    grams.set(gram, count - 1)
  }
  return 2 * shared >= 0.5 * (first.length + second.length - 2)
}
