import type { LinkedDocument, LinkedReference } from '@tiaoli/library'
import type { Clause } from './units.js'

/** A reference with its extent in the text of the clause that holds it. */
export interface PlacedReference {
  reference: LinkedReference
  start: number
  end: number
}

/** The references of a draft by clause; computed once per draft. */
export interface ReferencesByClause {
  of(clause: Clause): readonly PlacedReference[]
}

/** What every mention of a clause has; where it is missing a text need not be linked. */
const mayCite = /[第前上本该][一二三四五六七八九十百千〇零两几0-9０-９]{0,9}[编章节条款项目]|[上前]述|附件|《/

/** Sorts the references of a draft to the clauses whose text they stand in; links the draft where one may hold any. */
export function referencesByClause(linksOf: () => LinkedDocument): ReferencesByClause {
  let byAddress: Map<string, LinkedReference[]> | undefined
  const found = new Map<Clause, PlacedReference[]>()
  return {
    of(clause) {
      let placed = found.get(clause)
      if (placed === undefined) {
        if (mayCite.test(clause.text)) {
          byAddress ??= sorted(linksOf().references)
          placed = place(clause, byAddress.get(clause.address) ?? [])
        } else placed = []
        found.set(clause, placed)
      }
      return placed
    }
  }
}

function sorted(references: readonly LinkedReference[]): Map<string, LinkedReference[]> {
  const byAddress = new Map<string, LinkedReference[]>()
  for (const reference of references) {
    const here = byAddress.get(reference.in)
    if (here === undefined) byAddress.set(reference.in, [reference])
    else here.push(reference)
  }
  return byAddress
}

function place(clause: Clause, references: readonly LinkedReference[]): PlacedReference[] {
  const runs = clause.source?.runs ?? []
  const placed: PlacedReference[] = []
  for (const reference of references) {
    const start = indexOf(runs, reference.start.offset)
    if (start === undefined) continue
    placed.push({ reference, start, end: start + reference.text.length })
  }
  return placed.sort((left, right) => left.start - right.start)
}

function indexOf(
  runs: readonly { index: number; place: { offset?: number }; length: number }[],
  offset: number
): number | undefined {
  for (const run of runs) {
    const ahead = offset - (run.place.offset ?? 0)
    if (ahead >= 0 && ahead < run.length) return run.index + ahead
  }
  return undefined
}
