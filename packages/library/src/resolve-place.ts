import type { ReferenceTarget } from '@tiaoli/citation'
import type { DocumentReading } from './document-reading.js'
import type { NamedInstrument } from './hosts.js'
import type { LinkTarget } from './linked.js'
import type { Place } from './place.js'
import { type Grounded, ground, type Position } from './position.js'
import { placeTarget, unverified } from './target.js'

/** No upper levels: the words leave none unsaid. */
export const nowhere: Readonly<Place> = {}

/**
 * The target of one place: its numbers are `grounded`, the levels that it leaves unsaid are `upper`. `before` is set where the
 * instrument is meant as it stood before this document.
 */
export function resolvePlace(
  reading: DocumentReading,
  target: ReferenceTarget,
  grounded: Grounded,
  upper: Place,
  named: NamedInstrument,
  position: Position,
  before = false
): LinkTarget {
  const { own } = reading
  const context = reading.context(named, position)
  context.before = before
  const place = upper === nowhere ? grounded.place : { ...upper, ...grounded.place }
  if (target.steps.some((step) => step.placeholder) || target.upTo?.some((step) => step.placeholder)) {
    return { instrument: named.title, from: addressOrNull(place), status: 'dangling', reason: '编号没有填写' }
  }
  const decimal = [...target.steps, ...(target.upTo ?? [])].find((step) => step.decimal !== undefined)?.decimal
  if (decimal !== undefined) {
    const reason = `以“${decimal}”这样的小数编号的条文，无法核对`
    return { instrument: named.title, from: null, status: 'unknown-instrument', reason }
  }
  if (grounded.reason !== undefined) {
    const status = own.complete || named.title !== null ? 'dangling' : 'unknown-instrument'
    return { instrument: named.title, from: addressOrNull(place), status, reason: grounded.reason }
  }
  // 第一条至第四条各款 goes on to the last 款 of 第四条.
  const far = target.upTo === undefined ? grounded : ground(target.upTo, position, own)
  const end = target.upTo === undefined ? far.upTo : (far.upTo ?? far.place)
  const upTo = end && { ...upper, ...end }
  const found = placeTarget(place, upTo, context)
  if (grounded.other === undefined || found.status === 'dangling') return found
  const other = placeTarget(grounded.other.place, undefined, context)
  if (other.status !== 'resolved') return found
  return {
    ...found,
    status: 'ambiguous',
    reason: grounded.other.reason,
    alternatives: [{ instrument: other.instrument, from: other.from! }]
  }
}

function addressOrNull(place: Place): string | null {
  const { from } = unverified(place, undefined)
  return from === '' ? null : from
}
