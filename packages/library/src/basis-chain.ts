import type { LinkGraph } from './link-graph.js'
import { rankOf } from './rank.js'

/** An instrument and what it says it is based on. */
export interface BasisStep {
  title: string
  /** The clause that says so, of the instrument below. */
  in?: string
  /** `top`: 宪法 or 党章; `unread`: its text is not in the library; `unstated`: it names no basis; `circular`: it is below itself. */
  end?: 'top' | 'unread' | 'unstated' | 'circular'
  above: BasisStep[]
}

/** The chain of 根据…制定 upward from an instrument. */
export function basisChain(graph: LinkGraph, title: string): BasisStep {
  return climb(title, undefined, new Set())

  function climb(name: string, clause: string | undefined, below: ReadonlySet<string>): BasisStep {
    const node = graph.node(name)
    const step: BasisStep = { title: node?.title ?? name, ...(clause !== undefined && { in: clause }), above: [] }
    const rank = rankOf(node?.kind)
    if (node !== undefined && below.has(node.key)) return { ...step, end: 'circular' }
    if (rank?.level === 1) return { ...step, end: 'top' }
    if (node?.read !== true) return { ...step, end: 'unread' }
    const passed = new Set([...below, node.key])
    const named = new Map<string, string>()
    for (const { role, target, in: from } of graph.outgoing(name)) {
      if ((role === 'basis' || role === 'implement') && target !== node.key && !named.has(target))
        named.set(target, from)
    }
    if (named.size === 0) return { ...step, end: 'unstated' }
    for (const [target, from] of named) step.above.push(climb(graph.nodes.get(target)!.title, from, passed))
    return step
  }
}
