import { articleOf } from 'regast'
import type { GraphDocument } from './graph-document.js'
import type { GraphEdge, IncomingEdge } from './graph-edge.js'
import { IncomingEdges, isWithin, push } from './incoming-edges.js'
import type { Instrument, InstrumentKind } from './instrument.js'
import type { Library } from './library.js'
import { titleKey } from './titles.js'

/** An instrument that refers or is referred to. */
export interface GraphNode {
  key: string
  title: string
  kind?: InstrumentKind
  /** Whether the library knows it. */
  known: boolean
  /** Whether a text of it was read. */
  read: boolean
}

/** Every reference of a set of texts, in both directions. */
export interface LinkGraph {
  nodes: ReadonlyMap<string, GraphNode>
  edges: readonly GraphEdge[]
  /** The instrument that a title names, if anything refers to it or it was read. */
  node(title: string): GraphNode | undefined
  /** References out of an instrument, or out of one clause of it and what is below that. */
  outgoing(title: string, clause?: string): GraphEdge[]
  /** References to an instrument, or those that meet one clause of it. */
  incoming(title: string, clause?: string): IncomingEdge[]
}

/** What a graph is made from. */
export interface GraphSource {
  documents: Iterable<GraphDocument>
  library: Library
  /** ISO day: of several versions of a text the newest of that day counts; without it the newest. */
  asOf?: string
}

/** The link graph of texts. Of several versions of one instrument only one counts: references of an old text are history. */
export function createLinkGraph({ documents, library, asOf }: GraphSource): LinkGraph {
  const nodes = new Map<string, GraphNode>()
  const edges: GraphEdge[] = []
  const out = new Map<string, GraphEdge[]>()
  const into = new Map<string, IncomingEdges>()
  for (const document of currentDocuments(documents, asOf)) enter(document)
  return {
    nodes,
    edges,
    node: (title) => nodes.get(keyOf(title)),
    outgoing: (title, clause) => {
      const all = out.get(keyOf(title)) ?? []
      return clause === undefined ? all : all.filter((edge) => isWithin(edge.in, clause))
    },
    incoming: (title, clause) => {
      const edgesInto = into.get(keyOf(title))
      if (edgesInto === undefined) return []
      return clause === undefined ? edgesInto.toInstrument() : edgesInto.meeting(clause, pathOf(library, title, clause))
    }
  }

  /** The instrument that a title names to the letter: a draft （研究稿） is not the instrument that it would replace. */
  function instrumentOf(title: string): Instrument | undefined {
    const { instruments, note } = library.find(title)
    return instruments.length === 1 && note === undefined ? instruments[0] : undefined
  }

  function keyOf(title: string): string {
    return titleKey(instrumentOf(title)?.title ?? title)
  }

  function nodeOf(title: string): GraphNode {
    const key = keyOf(title)
    let node = nodes.get(key)
    if (node === undefined) {
      const instrument = instrumentOf(title)
      node = {
        key,
        title: instrument?.title ?? title,
        known: library.find(title).instruments.length > 0,
        read: false,
        ...(instrument?.kind !== undefined && { kind: instrument.kind })
      }
      nodes.set(key, node)
    }
    return node
  }

  function enter({ title, file, references }: GraphDocument): void {
    const source = nodeOf(title)
    source.read = true
    for (const { in: clause, role, kind, text, line, column, targets } of references) {
      for (const { instrument, from, to, status, reason } of targets) {
        const target = instrument === null ? source : nodeOf(instrument)
        const edge: GraphEdge = {
          source: source.key,
          target: target.key,
          in: clause,
          from,
          role,
          kind,
          status,
          text,
          line,
          column
        }
        if (to !== undefined) edge.to = to
        if (reason !== undefined) edge.reason = reason
        if (file !== undefined) edge.file = file
        edges.push(edge)
        push(out, source.key, edge)
        let edgesInto = into.get(target.key)
        if (edgesInto === undefined) {
          edgesInto = new IncomingEdges()
          into.set(target.key, edgesInto)
        }
        edgesInto.add(edge)
      }
    }
  }
}

/** Addresses of the structures around an article, by the newest outline that has it. */
function pathOf(library: Library, title: string, clause: string): readonly string[] {
  const article = articleOf(clause)
  for (const instrument of library.find(title).instruments) {
    for (const version of instrument.versions.toReversed()) {
      const found = version.outline?.articles.get(article)
      if (found !== undefined) return found.path
    }
  }
  return []
}

/** Of several versions of one text those of the newest day; parts of one long law share their day. */
function currentDocuments(documents: Iterable<GraphDocument>, asOf: string | undefined): GraphDocument[] {
  const groups = new Map<string, GraphDocument[]>()
  for (const document of documents) {
    if (asOf !== undefined && document.date !== undefined && document.date > asOf) continue
    push(groups, titleKey(document.title), document)
  }
  return [...groups.values()].flatMap((group) => {
    const newest = group.reduce((day, { date = '' }) => (date > day ? date : day), '')
    return group.filter(({ date = '' }) => date === newest)
  })
}
