import type { InstrumentKind } from './instrument.js'
import type { LinkGraph } from './link-graph.js'
import type { LinkStatus } from './linked.js'
import type { ReferenceRole } from './reference-role.js'
import { referenceRoles } from './reference-role.js'

/** How a text leans on another instrument. */
export interface Reliance {
  title: string
  kind?: InstrumentKind
  known: boolean
  /** The strongest thing that a reference to it does. */
  role: ReferenceRole
  references: number
  /** References to a clause, not to the whole. */
  clauses: number
  statuses: Partial<Record<LinkStatus, number>>
}

/** The instruments that a text leans on, the strongest tie first. */
export function relianceOf(graph: LinkGraph, title: string): Reliance[] {
  const own = graph.node(title)?.key
  const found = new Map<string, Reliance>()
  for (const { target, role, from, status } of graph.outgoing(title)) {
    if (target === own || role === 'history') continue
    const node = graph.nodes.get(target)!
    const entry = found.get(target) ?? {
      title: node.title,
      ...(node.kind !== undefined && { kind: node.kind }),
      known: node.known,
      role,
      references: 0,
      clauses: 0,
      statuses: {}
    }
    entry.references += 1
    if (from !== null) entry.clauses += 1
    entry.statuses[status] = (entry.statuses[status] ?? 0) + 1
    if (order(role) < order(entry.role)) entry.role = role
    found.set(target, entry)
  }
  return [...found.values()].sort(
    (left, right) =>
      order(left.role) - order(right.role) ||
      right.references - left.references ||
      left.title.localeCompare(right.title, 'zh')
  )
}

function order(role: ReferenceRole): number {
  return referenceRoles.indexOf(role)
}
