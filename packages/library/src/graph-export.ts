import { articleOf, formatAddress } from 'regast'
import type { LinkGraph } from './link-graph.js'
import type { LinkStatus } from './linked.js'
import type { ReferenceRole } from './reference-role.js'
import { referenceRoles } from './reference-role.js'
import { inTitleMarks } from './titles.js'

/** A graph of instruments: how often and how strongly each refers to each. */
export interface InstrumentGraph {
  nodes: { id: string; title: string; kind?: string; known: boolean; incoming: number; outgoing: number }[]
  edges: { source: string; target: string; references: number; role: ReferenceRole; unresolved: number }[]
}

/** The instruments of a link graph with one edge for all references from one to another; those inside one text are left out. */
export function instrumentGraph(graph: LinkGraph): InstrumentGraph {
  const ids = new Map<string, string>()
  const edges = new Map<string, InstrumentGraph['edges'][number]>()
  const counts = new Map<string, { incoming: number; outgoing: number }>()
  const unresolved = (status: LinkStatus): number => (status === 'resolved' ? 0 : 1)
  for (const { source, target, role, status } of graph.edges) {
    if (source === target || role === 'history') continue
    const key = `${source}\n${target}`
    const edge = edges.get(key) ?? { source: idOf(source), target: idOf(target), references: 0, role, unresolved: 0 }
    edge.references += 1
    edge.unresolved += unresolved(status)
    if (referenceRoles.indexOf(role) < referenceRoles.indexOf(edge.role)) edge.role = role
    edges.set(key, edge)
    countOf(source).outgoing += 1
    countOf(target).incoming += 1
  }
  const nodes = [...ids].map(([key, id]) => {
    const { title, kind, known } = graph.nodes.get(key)!
    return { id, title, ...(kind !== undefined && { kind }), known, ...countOf(key) }
  })
  return { nodes, edges: [...edges.values()] }

  function idOf(key: string): string {
    const id = ids.get(key) ?? `n${ids.size + 1}`
    ids.set(key, id)
    return id
  }

  function countOf(key: string): { incoming: number; outgoing: number } {
    const count = counts.get(key) ?? { incoming: 0, outgoing: 0 }
    counts.set(key, count)
    return count
  }
}

/** The clauses of a link graph, down to articles, with what refers to what; with a title only what touches that instrument. */
export function clauseGraph(graph: LinkGraph, title?: string): InstrumentGraph {
  const focus = title === undefined ? undefined : graph.node(title)?.key
  const ids = new Map<string, InstrumentGraph['nodes'][number]>()
  const edges = new Map<string, InstrumentGraph['edges'][number]>()
  for (const { source, target, in: clause, from, role, status } of graph.edges) {
    if (role === 'history' || (title !== undefined && source !== focus && target !== focus)) continue
    const [citing, cited] = [nodeOf(source, clause), nodeOf(target, from ?? '')]
    if (citing === cited) continue
    citing.outgoing += 1
    cited.incoming += 1
    const key = `${citing.id} ${cited.id}`
    const edge = edges.get(key) ?? { source: citing.id, target: cited.id, references: 0, role, unresolved: 0 }
    edge.references += 1
    edge.unresolved += status === 'resolved' ? 0 : 1
    if (referenceRoles.indexOf(role) < referenceRoles.indexOf(edge.role)) edge.role = role
    edges.set(key, edge)
  }
  return {
    nodes: [...ids.values()].filter(({ incoming, outgoing }) => incoming + outgoing > 0),
    edges: [...edges.values()]
  }

  function nodeOf(instrument: string, address: string): InstrumentGraph['nodes'][number] {
    const article = articleOf(address)
    const key = `${instrument}#${article}`
    const known = ids.get(key)
    if (known !== undefined) return known
    const { title: name, kind, known: has } = graph.nodes.get(instrument)!
    const label = `${inTitleMarks(name)}${article === '' ? '' : formatAddress(article)}`
    const node = {
      id: `c${ids.size + 1}`,
      title: label,
      ...(kind !== undefined && { kind }),
      known: has,
      incoming: 0,
      outgoing: 0
    }
    ids.set(key, node)
    return node
  }
}

/** The graph as GraphML, which Gephi, yEd and networkx read. */
export function graphMl({ nodes, edges }: InstrumentGraph): string {
  const data = (key: string, value: string | number | boolean | undefined): string =>
    value === undefined ? '' : `<data key="${key}">${escapeXml(String(value))}</data>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="title" for="node" attr.name="title" attr.type="string"/>
<key id="kind" for="node" attr.name="kind" attr.type="string"/>
<key id="known" for="node" attr.name="known" attr.type="boolean"/>
<key id="incoming" for="node" attr.name="incoming" attr.type="int"/>
<key id="outgoing" for="node" attr.name="outgoing" attr.type="int"/>
<key id="references" for="edge" attr.name="references" attr.type="int"/>
<key id="role" for="edge" attr.name="role" attr.type="string"/>
<key id="unresolved" for="edge" attr.name="unresolved" attr.type="int"/>
<graph edgedefault="directed">
${nodes.map(({ id, title, kind, known, incoming, outgoing }) => `<node id="${id}">${data('title', title)}${data('kind', kind)}${data('known', known)}${data('incoming', incoming)}${data('outgoing', outgoing)}</node>`).join('\n')}
${edges.map(({ source, target, references, role, unresolved }) => `<edge source="${source}" target="${target}">${data('references', references)}${data('role', role)}${data('unresolved', unresolved)}</edge>`).join('\n')}
</graph>
</graphml>
`
}

// Control characters have no place in XML 1.0, not even escaped.
const forbidden = /[^\t\n\r -\ufffd]/g

function escapeXml(text: string): string {
  return text.replace(forbidden, '').replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)
}

/** The graph in the DOT language of Graphviz. */
export function graphDot({ nodes, edges }: InstrumentGraph): string {
  const label = (text: string): string => JSON.stringify(text)
  return `digraph {
  rankdir=BT
  node [shape=box fontname="Noto Sans CJK SC"]
${nodes.map(({ id, title, known }) => `  ${id} [label=${label(title)}${known ? '' : ' style=dashed'}]`).join('\n')}
${edges.map(({ source, target, references, role }) => `  ${source} -> ${target} [label=${label(String(references))}${role === 'basis' ? ' style=bold' : ''}]`).join('\n')}
}
`
}
