import type { GraphEdge, IncomingEdge, Meeting } from './graph-edge.js'
import type { LinkGraph } from './link-graph.js'

/** A clause that a change would reach. */
export interface TouchedClause {
  /** Title of the instrument, and address of the clause in it. */
  title: string
  clause: string
  /** 1: it refers to the changed clause itself; 2: it refers to such a clause; and so on. */
  distance: number
  meets: Meeting
  edge: GraphEdge
}

/** What a change of a clause would touch. */
export interface Impact {
  title: string
  clause: string
  touched: TouchedClause[]
  /** References to the whole instrument: they may rest on the clause, or not. */
  whole: GraphEdge[]
}

/**
 * The clauses that refer to a clause, to a part of it, or to a range or structure around it, then those that refer to
 * these, up to `depth` steps; nearest first. Every clause is entered once, at its shortest distance; of an instrument of
 * which there are several drafts, the clause of each.
 */
export function impactOf(graph: LinkGraph, title: string, clause: string, depth = 2): Impact {
  const start = graph.node(title)
  const named = start?.title ?? title
  const whole: GraphEdge[] = []
  const touched: TouchedClause[] = []
  const distances = new Map([[clauseKey(start?.key ?? title, clause), 0]])
  const entered = new Set<string>()
  let front = [{ title: named, clause }]
  for (let distance = 1; distance <= depth && front.length > 0; distance++) {
    const next: typeof front = []
    for (const cited of front) {
      for (const { edge, meets } of graph.incoming(cited.title, cited.clause)) {
        if (meets === 'instrument') {
          if (distance === 1) whole.push(edge)
          continue
        }
        // Further away only what is meant for certain counts: a chapter named somewhere reaches everything in two steps.
        if (distance > 1 && (meets === 'structure' || meets === 'range')) continue
        if (edge.role === 'history') continue
        const key = clauseKey(edge.source, edge.in)
        const place = `${key} ${edge.file ?? ''}`
        if (edge.in === '' || entered.has(place) || (distances.get(key) ?? distance) < distance) continue
        entered.add(place)
        const source = graph.nodes.get(edge.source)!.title
        touched.push({ title: source, clause: edge.in, distance, meets, edge })
        if (!distances.has(key)) next.push({ title: source, clause: edge.in })
        distances.set(key, distance)
      }
    }
    front = next
  }
  return {
    title: named,
    clause,
    touched,
    whole: whole.filter(({ role, in: from }) => role !== 'history' && from !== '')
  }
}

function clauseKey(instrument: string, clause: string): string {
  return `${instrument}#${clause}`
}

/** References that meet a clause without the whole-instrument ones, for a list of what points here. */
export function pointingAt(graph: LinkGraph, title: string, clause: string): IncomingEdge[] {
  return graph.incoming(title, clause).filter(({ meets }) => meets !== 'instrument')
}
