import type { LinkedDocument, LinkStatus } from '@tiaoli/library'
import type { Finding } from '@tiaoli/lint'

/** Rules that say of a reference that it leads nowhere or to what no longer holds. */
const tellingRules = new Set(['dangling-ref', 'dangling-prior-para', 'stale-external-ref', 'ref-placeholder'])

/** How many references are not known to be right although no finding says anything about them, by their status. */
export function unverifiedReferences(
  { references }: LinkedDocument,
  findings: readonly Finding[]
): Partial<Record<LinkStatus, number>> {
  const told = findings.filter(({ ruleId }) => tellingRules.has(ruleId)).map(({ position }) => position)
  const counts: Partial<Record<LinkStatus, number>> = {}
  for (const { targets, start, end } of references) {
    const status = targets.find((target) => target.status !== 'resolved')?.status
    if (status === undefined) continue
    if (told.some((place) => place.start.offset! < end.offset && start.offset < place.end.offset!)) continue
    counts[status] = (counts[status] ?? 0) + 1
  }
  return counts
}
