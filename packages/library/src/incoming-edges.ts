import { articleOf, compareNumbers } from 'regast'
import type { GraphEdge, IncomingEdge } from './graph-edge.js'
import { placeOf } from './place.js'

/** References to one instrument by the article or structure that they name. */
export class IncomingEdges {
  private readonly all: GraphEdge[] = []
  private readonly whole: GraphEdge[] = []
  private readonly ranges: GraphEdge[] = []
  private readonly byArticle = new Map<string, GraphEdge[]>()

  add(edge: GraphEdge): void {
    this.all.push(edge)
    if (edge.from === null) this.whole.push(edge)
    else if (edge.to !== undefined) this.ranges.push(edge)
    else push(this.byArticle, articleOf(edge.from), edge)
  }

  /** All of them, as references to the instrument. */
  toInstrument(): IncomingEdge[] {
    return this.all.map((edge) => ({ edge, meets: 'instrument' }))
  }

  /** Those that meet a clause; `path` has the addresses of the structures around its article. */
  meeting(clause: string, path: readonly string[]): IncomingEdge[] {
    const found: IncomingEdge[] = []
    for (const edge of this.byArticle.get(articleOf(clause)) ?? []) {
      const from = edge.from!
      if (from === clause) found.push({ edge, meets: 'exact' })
      else if (isWithin(from, clause)) found.push({ edge, meets: 'part' })
      else if (isWithin(clause, from)) found.push({ edge, meets: 'whole-clause' })
    }
    for (const edge of this.ranges) if (covers(edge.from!, edge.to!, clause)) found.push({ edge, meets: 'range' })
    for (const structure of path) {
      for (const edge of this.byArticle.get(structure) ?? []) found.push({ edge, meets: 'structure' })
    }
    for (const edge of this.whole) found.push({ edge, meets: 'instrument' })
    return found
  }
}

/** Whether an address is that of a clause or of a part of it. */
export function isWithin(address: string, clause: string): boolean {
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

/** Adds a value to the group of a key. */
export function push<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [value])
  else group.push(value)
}
