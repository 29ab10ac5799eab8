import { articleOf, compareNumbers } from 'regast'
import type { GraphDocument } from './graph-document.js'
import type { Instrument, InstrumentKind } from './instrument.js'
import type { Library } from './library.js'
import type { LinkStatus, ReferenceKind } from './linked.js'
import { placeOf } from './place.js'
import type { ReferenceRole } from './reference-role.js'
import { titleKey } from './titles.js'

/** One target of one reference. */
export interface GraphEdge {
  /** Keys of the instruments at both ends; equal for a reference inside one text. */
  source: string
  target: string
  /** The clause that refers. */
  in: string
  /** The clause that is meant, or the first of a range; `null` for the whole instrument. */
  from: string | null
  to?: string
  role: ReferenceRole
  kind: ReferenceKind
  status: LinkStatus
  reason?: string
  /** The words of the reference, and where they stand in the source's file. */
  text: string
  file?: string
  line: number
  column: number
}

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

/** How a reference meets a clause: means it, a part of it, a whole that it is part of, a range over it, or the whole instrument. */
export type Meeting = 'exact' | 'part' | 'whole-clause' | 'range' | 'structure' | 'instrument'

/** A reference that meets a clause. */
export interface IncomingEdge {
  edge: GraphEdge
  meets: Meeting
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
  const into = new Map<string, TargetIndex>()
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
      const key = keyOf(title)
      const index = into.get(key)
      if (index === undefined) return []
      if (clause === undefined) return index.all.map((edge) => ({ edge, meets: 'instrument' }))
      return meetingsOf(index, clause, pathOf(title, clause))
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
        let index = into.get(target.key)
        if (index === undefined) {
          index = emptyIndex()
          into.set(target.key, index)
        }
        addTarget(index, edge)
      }
    }
  }

  /** Addresses of the structures around an article, by the newest outline that has it. */
  function pathOf(title: string, clause: string): readonly string[] {
    const article = articleOf(clause)
    for (const instrument of library.find(title).instruments) {
      for (const version of instrument.versions.toReversed()) {
        const found = version.outline?.articles.get(article!)
        if (found !== undefined) return found.path
      }
    }
    return []
  }
}

/** References to one instrument by the article or structure that they name. */
interface TargetIndex {
  all: GraphEdge[]
  whole: GraphEdge[]
  ranges: GraphEdge[]
  byArticle: Map<string, GraphEdge[]>
}

function emptyIndex(): TargetIndex {
  return { all: [], whole: [], ranges: [], byArticle: new Map() }
}

function addTarget(index: TargetIndex, edge: GraphEdge): void {
  index.all.push(edge)
  if (edge.from === null) index.whole.push(edge)
  else if (edge.to !== undefined) index.ranges.push(edge)
  else push(index.byArticle, articleOf(edge.from), edge)
}

function meetingsOf(index: TargetIndex, clause: string, path: readonly string[]): IncomingEdge[] {
  const found: IncomingEdge[] = []
  for (const edge of index.byArticle.get(articleOf(clause)) ?? []) {
    const from = edge.from!
    if (from === clause) found.push({ edge, meets: 'exact' })
    else if (isWithin(from, clause)) found.push({ edge, meets: 'part' })
    else if (isWithin(clause, from)) found.push({ edge, meets: 'whole-clause' })
  }
  for (const edge of index.ranges) if (covers(edge.from!, edge.to!, clause)) found.push({ edge, meets: 'range' })
  for (const structure of path) {
    for (const edge of index.byArticle.get(structure) ?? []) found.push({ edge, meets: 'structure' })
  }
  for (const edge of index.whole) found.push({ edge, meets: 'instrument' })
  return found
}

function isWithin(address: string, clause: string): boolean {
  return address === clause || address.startsWith(`${clause}__`)
}

/** Whether a clause, or a part of it, lies between two clauses of the same level. */
function covers(from: string, to: string, clause: string): boolean {
  const [first, last, place] = [placeOf(from), placeOf(to), placeOf(clause)]
  for (const level of ['article', 'paragraph', 'point', 'indent'] as const) {
    const [low, high, own] = [first[level], last[level], place[level]]
    if (low === undefined || high === undefined) return level !== 'article'
    // A part of the clause that was asked about lies in the range.
    if (own === undefined) return level !== 'article'
    if (compareNumbers(low, high) !== 0) return compareNumbers(low, own) <= 0 && compareNumbers(own, high) <= 0
    if (compareNumbers(low, own) !== 0) return false
  }
  return true
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

function push<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [value])
  else group.push(value)
}
