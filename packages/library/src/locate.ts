import type { ClauseNumber } from 'regast'
import { addressStep, compareNumbers, formatAddress, formatNumeral, joinAddress } from 'regast'
import { locateAnnex } from './annexes.js'
import { hasArticles, lastArticle } from './asked-articles.js'
import { nameOfClause } from './clause-name.js'
import type { Finding } from './finding.js'
import { missing } from './finding.js'
import { below, locateBelow } from './locate-below.js'
import type { Outline, StructureOutline } from './outline.js'
import { structureLevels, structuresNumbered } from './outline-index.js'
import type { Place } from './place.js'
import { placeOf } from './place.js'

/**
 * Looks a place up. `around` are the addresses of the structures around the reading clause: a chapter number that
 * restarts in each 编 means the one nearby. `title` names the instrument in reasons.
 */
export function locate(outline: Outline, place: Place, title: string, around: readonly string[] = []): Finding {
  if (place.label !== undefined)
    return locateAnnex(outline, place, title, (unlabelled) => locate(outline, unlabelled, title, around))
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

function locateStructure(outline: Outline, place: Place, title: string, around: readonly string[]): Finding {
  let written = ''
  for (const level of structureLevels) {
    const number = place[level]
    if (number) written = joinAddress(written, addressStep(level, number))
  }
  const candidates = structuresAt(outline, place)
  if (place.attachment === null) {
    if (candidates.length === 1) return locateInStructure(candidates[0]!, place, title, outline)
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
    const name = place.heading !== undefined && written === '' ? place.heading : nameOfClause(written, outline)
    const level = deepestLevel(place)
    const recorded = (): boolean =>
      level !== undefined && [...outline.structures.keys()].some((address) => placeOf(address)[level] !== undefined)
    if (!outline.inserted && !recorded()) {
      return { state: 'unrecorded', address: written, reason: `${title}的编章没有记载` }
    }
    return missing(outline, written, `${title}没有${name}`)
  }
  if (candidates.length === 1) return locateInStructure(candidates[0]!, place, title, outline)
  const near = candidates.find((candidate) => around.some((address) => shareParent(candidate.address, address)))
  if (near !== undefined) return locateInStructure(near, place, title, outline)
  return {
    state: 'ambiguous',
    address: candidates[0]!.address,
    others: candidates.slice(1).map((candidate) => candidate.address),
    reason: `${title}有${formatNumeral(candidates.length)}处${formatAddress(addressTail(written))}，没有写明是哪一处`
  }
}

/** 第二款, 第一项 in an annex: its 款 are counted, their 项 are not. */
function locateInStructure(
  { address, paragraphs }: StructureOutline,
  place: Place,
  title: string,
  outline: Outline
): Finding {
  if (place.paragraph === undefined && place.point === undefined && place.indent === undefined)
    return { state: 'present', address }
  const full = below(address, place, place.paragraph)
  if (place.point !== undefined || place.indent !== undefined || paragraphs === undefined)
    return { state: 'unrecorded', address: full, reason: `${title}${nameOfClause(address, outline)}的款、项没有记载` }
  if (place.paragraph!.value > paragraphs)
    return {
      state: 'absent',
      address: full,
      reason: `${title}${nameOfClause(address, outline)}只有${formatNumeral(paragraphs)}款`
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
    if (outline.articles.size === 0 && !outline.complete) {
      return {
        state: 'unrecorded',
        address: full,
        reason: `${title}的条文没有收入文库，无法核对${nameOfClause(full, outline)}`
      }
    }
    // An annex of items 一、 and 二、 has clauses that a citation may well call 条.
    if (outline.structures.has(base) && !hasArticles(outline, base))
      return {
        state: 'unrecorded',
        address: full,
        reason: `${title}${nameOfClause(base, outline)}没有以“条”编号的条文，无法核对`
      }
    const numbers = lastArticle(outline, base)?.number
    const last = numbers === undefined ? '' : `（末条是第${formatNumeral(numbers.value)}条）`
    if (number.insert !== undefined && !outline.inserted) {
      return {
        state: 'unrecorded',
        address: full,
        reason: `${title}的“之一”各条没有记载，无法核对${nameOfClause(address, outline)}`
      }
    }
    return missing(outline, full, `${title}没有${nameOfClause(address, outline)}${last}`)
  }
  return locateBelow(article, place, title, outline)
}

/** Whether a place has 项 below it. */
export function locatesPoints(outline: Outline, place: Place): boolean {
  return locate(outline, { ...place, point: { value: 1 } }, '').state === 'present'
}
