import type { LinkedReference, LinkTarget } from '@tiaoli/library'
import type { PlacedReference } from './clause-references.js'
import type { AddressMap } from './model.js'
import { maskNumbers, normaliseText } from './normalise.js'

/**
 * Keys that make references of two texts equal where they mean the same clause under another number: one for each
 * reference, `undefined` where it is to be compared by its words.
 */
export function followKeys(
  olds: readonly PlacedReference[],
  news: readonly PlacedReference[],
  addresses: AddressMap
): { old: (string | undefined)[]; new: (string | undefined)[] } {
  const old = olds.map(({ reference }) => keyOf(reference, (target) => mapTarget(target, addresses)))
  const next = news.map(({ reference }) => keyOf(reference, (target) => [target.from!, target.to]))
  const shared = new Set(old.filter((key) => key !== undefined && next.includes(key)))
  const only = (key: string | undefined) => (key !== undefined && shared.has(key) ? key : undefined)
  return { old: old.map(only), new: next.map(only) }
}

function keyOf(
  reference: LinkedReference,
  place: (target: LinkTarget) => readonly [string, string | undefined] | undefined
): string | undefined {
  if (!pointsInside(reference)) return undefined
  const places: string[] = []
  for (const target of reference.targets) {
    const found = place(target)
    if (found === undefined) return undefined
    places.push(found[1] === undefined ? found[0] : `${found[0]}-${found[1]}`)
  }
  return `\u0000${maskNumbers(normaliseText(reference.text))} ${places.join(' ')}`
}

/** Whether a reference points to clauses of its own draft and nothing else. */
export function pointsInside(reference: LinkedReference): boolean {
  return (
    (reference.kind === 'internal' || reference.kind === 'relative') &&
    reference.targets.length > 0 &&
    reference.targets.every((target) => target.instrument === null && target.from !== null)
  )
}

/** Where a target of the old draft is in the new one; `undefined` where it is gone or never was. */
export function mapTarget(
  target: LinkTarget,
  addresses: AddressMap
): readonly [string, string | undefined] | undefined {
  const from = target.from === null ? undefined : addresses.toNew(target.from)?.[0]
  if (from === undefined) return undefined
  if (target.to === undefined) return [from, undefined]
  // The last clause of a range ends with the last clause that it became.
  const to = addresses.toNew(target.to)?.at(-1)
  return to === undefined ? undefined : [from, to]
}

/** Whether a reference of the new draft means the clauses that its counterpart meant in the old one. */
export function follows(old: LinkedReference, next: LinkedReference, addresses: AddressMap): boolean {
  if (!pointsInside(old) || !pointsInside(next) || old.targets.length !== next.targets.length) return false
  return old.targets.every((target, index) => {
    const now = next.targets[index]!
    const mapped = target.from === null ? undefined : addresses.toNew(target.from)
    if (mapped === undefined || now.from === null || !mapped.includes(now.from)) return false
    if (target.to === undefined || now.to === undefined) return target.to === now.to
    return addresses.toNew(target.to)?.includes(now.to) ?? false
  })
}
