/** The part of a lunr token set that a term of a query is written as: one edge a character, the last `*` for whatever follows. */
interface Path {
  edges: Record<string, Path>
}

/**
 * The terms of an index as lunr asks for them. Its own automaton compares every first character of a query with that of
 * every term, of which Chinese has thousands, and takes most of the time of a build; terms are two characters, so sorting
 * them is enough.
 */
export class TermSet {
  constructor(
    private readonly sorted: readonly string[],
    private readonly has: (term: string) => boolean
  ) {}

  /** The terms that a term of a query stands for. */
  intersect(asked: Path): { toArray(): string[] } {
    let term = ''
    let rest = asked
    for (;;) {
      const [edge] = Object.keys(rest.edges)
      if (edge === undefined) return { toArray: () => (this.has(term) ? [term] : []) }
      if (edge === '*') return { toArray: () => this.beginningWith(term) }
      term += edge
      rest = rest.edges[edge]!
    }
  }

  private beginningWith(start: string): string[] {
    let low = 0
    let high = this.sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.sorted[middle]! < start) low = middle + 1
      else high = middle
    }
    let end = low
    while (end < this.sorted.length && this.sorted[end]!.startsWith(start)) end += 1
    return this.sorted.slice(low, end)
  }
}
