import { articleOf } from 'regast'
import type { GraphEdge } from './graph-edge.js'
import type { LinkGraph } from './link-graph.js'

/** Clauses that refer to each other in a circle. */
export interface Cycle {
  clauses: { title: string; clause: string }[]
  edges: GraphEdge[]
}

/**
 * Circles of references that send the reader on (依照, 按照, 根据…制定): every clause of one sends to another of it.
 * Two clauses that merely mention each other are no circle, nor is a clause that speaks of itself.
 */
export function cyclesOf(graph: LinkGraph): Cycle[] {
  const sending = graph.edges.filter(
    ({ role, from, to, status, in: clause }) =>
      (role === 'apply' || role === 'basis') &&
      status === 'resolved' &&
      to === undefined &&
      from !== null &&
      clause !== ''
  )
  const targets = new Map<string, GraphEdge[]>()
  for (const edge of sending) {
    const key = sourceOf(edge)
    if (key === targetOf(edge)) continue
    const known = targets.get(key)
    if (known === undefined) targets.set(key, [edge])
    else known.push(edge)
  }
  return stronglyConnected(targets).map((members) => {
    const edges = members.flatMap((key) => targets.get(key)!.filter((edge) => members.includes(targetOf(edge))))
    return { clauses: members.sort().map(splitKey), edges }
  })

  function splitKey(key: string): { title: string; clause: string } {
    const [instrument, clause] = key.split('#')
    return { title: graph.nodes.get(instrument!)!.title, clause: clause! }
  }
}

function sourceOf({ source, in: clause }: GraphEdge): string {
  return `${source}#${articleOf(clause)}`
}

function targetOf({ target, from }: GraphEdge): string {
  return `${target}#${articleOf(from!)}`
}

/** Groups of two or more keys that reach each other (Tarjan, without recursion: a chain may be as long as a code). */
function stronglyConnected(targets: ReadonlyMap<string, GraphEdge[]>): string[][] {
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const onStack = new Set<string>()
  const groups: string[][] = []
  for (const root of targets.keys()) {
    if (order.has(root)) continue
    const work: { key: string; next: number }[] = [open(root)]
    while (work.length > 0) {
      const { key, next } = work.at(-1)!
      const edge = targets.get(key)?.[next]
      if (edge === undefined) {
        work.pop()
        if (low.get(key) === order.get(key)) close(key)
        const parent = work.at(-1)?.key
        if (parent !== undefined) low.set(parent, Math.min(low.get(parent)!, low.get(key)!))
        continue
      }
      work.at(-1)!.next += 1
      const target = targetOf(edge)
      if (!order.has(target)) work.push(open(target))
      else if (onStack.has(target)) low.set(key, Math.min(low.get(key)!, order.get(target)!))
    }
  }
  return groups

  function open(key: string): { key: string; next: number } {
    order.set(key, order.size)
    low.set(key, order.size - 1)
    stack.push(key)
    onStack.add(key)
    return { key, next: 0 }
  }

  function close(key: string): void {
    const group: string[] = []
    for (;;) {
      const member = stack.pop()!
      onStack.delete(member)
      group.push(member)
      if (member === key) break
    }
    if (group.length > 1) groups.push(group)
  }
}
