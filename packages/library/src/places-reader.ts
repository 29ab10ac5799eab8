import type { Mention, Reference } from '@tiaoli/citation'
import { toReference } from '@tiaoli/citation'
import type { ClauseText } from 'regast'
import { readAmendedPlaces } from './amended-reader.js'
import type { Quotation } from './amendment.js'
import type { DocumentReading } from './document-reading.js'
import { nameHost } from './hosts.js'
import type { LinkTarget, ReferenceKind } from './linked.js'
import { isBelowArticle, placeOf } from './place.js'
import { ground, type Position } from './position.js'
import { resolvePlace } from './resolve-place.js'
import { titleKey } from './titles.js'
import { chooseReading, unsaidReadings } from './unsaid.js'

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
  const reference = toReference(mention)
  const amended = amendment !== undefined && (quotation !== undefined || host.type === 'none')
  if (amended && (host.type === 'none' || host.type === 'self')) {
    if (quotation?.labels(mention.start)) return
    readAmendedPlaces(reading, mention, reference, clause, quotation)
    return
  }
  const first = reference.targets[0]!.steps[0]!
  const leans = host.type === 'none' && (first.relative === undefined || first.relative.by === 'same')
  if (first.relative?.by === 'same' && thread.lastInArticle === undefined) return
  const whole = named
  const targets = leans
    ? leaningTargets(reading, reference, mention, clause, position)
    : reference.targets.map((target) =>
        resolvePlace(
          reading,
          target,
          ground(target.steps, position, reading.own, thread.lastInArticle?.place),
          {},
          whole,
          position
        )
      )
  // 按照前三项计征 outside a list counts things, not 项.
  if (
    first.relative?.count !== undefined &&
    first.unit === 'point' &&
    targets[0]!.status === 'dangling' &&
    position.place.point === undefined
  )
    return
  const other = targets[0]!.instrument
  const relative = host.type === 'none' && (first.relative !== undefined || isBelowArticle(first.unit))
  const kind: ReferenceKind = other !== null ? 'external' : relative ? 'relative' : 'internal'
  if (named.title !== null) thread.name(named.title, clause, mention.end)
  thread.point(mention, targets)
  if (amendment !== undefined && quotation === undefined && other !== null) {
    const last = targets.at(-1)!
    if (last.from !== null) amendment.point(placeOf(last.to ?? last.from))
  }
  reading.push(mention, clause, kind, targets)
}

/** Whether a short name means an instrument here: the library gives it, or the document has defined it by now. */
export function isNameHere({ thread, library, names }: DocumentReading, name: string): boolean {
  return thread.aliases.has(name) || library.shortNames.has(titleKey(name)) || names.get(name) === undefined
}

/** Targets of places whose instrument or upper levels are left unsaid: one reading for the whole list. */
function leaningTargets(
  reading: DocumentReading,
  reference: Reference,
  mention: Mention,
  clause: ClauseText,
  position: Position
): LinkTarget[] {
  const { thread, own, scope } = reading
  const { last, leadIn, lastInArticle, lastNamed } = thread
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
    lastNamed
  }).map((unsaid) => ({
    reading: unsaid,
    targets: reference.targets.map((target) => {
      const upper = isBelowArticle(target.steps[0]!.unit) ? unsaid.upper : {}
      const grounded = ground(target.steps, position, own, lastInArticle?.place)
      return resolvePlace(reading, target, grounded, upper, unsaid.named, position)
    })
  }))
  return chooseReading(readings)
}
