import type { InstrumentGraph } from './graph-export.js'

/** The part of a graph around one instrument: what it refers to and what refers to it, the strongest `most` of them. */
export function graphAround(graph: InstrumentGraph, title: string, most = 40): InstrumentGraph {
  const centre = graph.nodes.find((node) => node.title === title)
  if (centre === undefined) return { nodes: [], edges: [] }
  const near = graph.edges
    .filter(({ source, target }) => source === centre.id || target === centre.id)
    .sort((left, right) => right.references - left.references)
    .slice(0, most)
  return among(graph, new Set([centre.id, ...near.flatMap(({ source, target }) => [source, target])]))
}

/** The part of a graph among the instruments that are referred to most. */
export function graphTop(graph: InstrumentGraph, most = 40): InstrumentGraph {
  const top = graph.nodes.toSorted((left, right) => right.incoming - left.incoming).slice(0, most)
  return among(graph, new Set(top.map(({ id }) => id)))
}

function among({ nodes, edges }: InstrumentGraph, ids: ReadonlySet<string>): InstrumentGraph {
  return {
    nodes: nodes.filter(({ id }) => ids.has(id)),
    edges: edges.filter(({ source, target }) => ids.has(source) && ids.has(target))
  }
}
