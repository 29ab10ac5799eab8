import type { Instrument } from '@tiaoli/library'
import type { SimulationLinkDatum, SimulationNodeDatum } from 'd3-force'
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force'
import type { GraphEdge, GraphNode, LinkGraph } from '../model/link-graph.js'
import { radiusOf } from '../model/link-graph.js'
import type { CitingText } from './cited-by.js'

type Placed = GraphNode & SimulationNodeDatum

/** Who refers to whom among drafts and instruments, laid out: the same texts always give the same picture. */
export function linkGraph(texts: Iterable<CitingText>, instruments: readonly Instrument[]): LinkGraph {
  const known = new Map(instruments.map((instrument) => [instrument.title, instrument]))
  const nodes: Placed[] = []
  const indices = new Map<string, number>()
  const counts = new Map<string, GraphEdge>()
  for (const { kind, id, name, graph } of texts) {
    for (const { targets } of graph.references) {
      for (const title of new Set(targets.map(({ instrument }) => instrument))) {
        if (title === null || (kind === 'instrument' && title === id)) continue
        const from = kind === 'draft' ? indexOf(`draft ${id}`, () => draftNode(id, name)) : instrumentIndex(id)
        count(from, instrumentIndex(title))
      }
    }
  }
  const edges = [...counts.values()]
  layOut(nodes, edges)
  return { nodes: nodes.map(plainNode), edges }

  function indexOf(key: string, make: () => Placed): number {
    let index = indices.get(key)
    if (index === undefined) {
      index = nodes.push(make()) - 1
      indices.set(key, index)
    }
    return index
  }

  function instrumentIndex(title: string): number {
    return indexOf(`instrument ${title}`, () => instrumentNode(title, known.get(title)))
  }

  function count(from: number, to: number): void {
    const key = `${from} ${to}`
    const edge = counts.get(key)
    if (edge === undefined) counts.set(key, [from, to, 1])
    else edge[2] += 1
    nodes[from]!.cites += 1
    nodes[to]!.cited += 1
  }
}

function draftNode(id: string, name: string): Placed {
  return { kind: 'draft', id, name, x: 0, y: 0, cites: 0, cited: 0 }
}

function instrumentNode(title: string, instrument: Instrument | undefined): Placed {
  return {
    kind: 'instrument',
    id: title,
    name: instrument?.shortNames[0] ?? title.replace(/^中华人民共和国(?=.)/, ''),
    ...(instrument?.kind !== undefined && { instrumentKind: instrument.kind }),
    ...(instrument === undefined && { unknown: true as const }),
    x: 0,
    y: 0,
    cites: 0,
    cited: 0
  }
}

function plainNode({ kind, id, name, instrumentKind, unknown, x, y, cites, cited }: Placed): GraphNode {
  return {
    kind,
    id,
    name,
    ...(instrumentKind !== undefined && { instrumentKind }),
    ...(unknown && { unknown }),
    x: Math.round(x),
    y: Math.round(y),
    cites,
    cited
  }
}

/** Places nodes by forces; steps shrink with their number, so that a whole library is laid out in seconds. */
function layOut(nodes: Placed[], edges: readonly GraphEdge[]): void {
  if (nodes.length === 0) return
  for (const node of nodes) {
    // Forces place what has no place yet on a spiral, which is the same every time.
    Reflect.deleteProperty(node, 'x')
    Reflect.deleteProperty(node, 'y')
  }
  const links: SimulationLinkDatum<Placed>[] = edges.map(([source, target]) => ({ source, target }))
  // A few texts have room to stand apart; a whole library has to stay together.
  const apart = Math.max(1, Math.min(2.2, Math.sqrt(400 / nodes.length)))
  const steps = Math.max(80, Math.min(300, Math.round(120_000 / nodes.length)))
  forceSimulation(nodes)
    .force(
      'link',
      forceLink<Placed, SimulationLinkDatum<Placed>>(links)
        .distance(60 * apart)
        .strength(linkStrength)
    )
    .force(
      'charge',
      forceManyBody<Placed>()
        .strength(-160 * apart ** 2)
        .distanceMax(700)
    )
    .force('x', forceX<Placed>(0).strength(0.05))
    .force('y', forceY<Placed>(0).strength(0.07))
    .force(
      'collide',
      forceCollide<Placed>((node) => radiusOf(node) + 7 * apart)
    )
    .alphaDecay(1 - 0.001 ** (1 / steps))
    .stop()
    .tick(steps)

  function linkStrength(link: SimulationLinkDatum<Placed>): number {
    const degree = (end: SimulationLinkDatum<Placed>['source']) => (typeof end === 'object' ? end.cites + end.cited : 1)
    return 0.7 / Math.sqrt(Math.min(degree(link.source), degree(link.target)))
  }
}
