import { parseAddress } from 'regast'
import type { ClauseLookup } from './clause-lookup.js'
import { noCounts, total } from './counts.js'
import type { ReportInstrument, ReportReference } from './model.js'

/** A row in the making, its clauses also by address. */
interface Row extends ReportInstrument {
  index: Map<string, ReportInstrument['cited'][number]>
}

/** One row per instrument that is referred to: the draft itself first, then by number of references. */
export function summariseInstruments(references: ReportReference[], lookup: ClauseLookup): ReportInstrument[] {
  const rows = new Map<string | null, Row>()
  for (const reference of references) {
    for (const target of reference.targets) {
      const row = rows.get(target.instrument) ?? newRow(target.instrument)
      rows.set(target.instrument, row)
      row.counts[target.status] += 1
      if (target.version !== undefined && !row.versions.includes(target.version)) row.versions.push(target.version)
      if (target.from === null) continue
      row.clauses += 1
      const key = `${target.from}~${target.to ?? ''}`
      let cited = row.index.get(key)
      if (cited === undefined) {
        cited = { from: target.from, label: target.label, references: [] }
        if (target.to !== undefined) cited.to = target.to
        if (target.topic !== undefined) cited.topic = target.topic
        if (target.excerpt !== undefined) cited.excerpt = target.excerpt
        row.index.set(key, cited)
        row.cited.push(cited)
      }
      cited.references.push(reference.id)
    }
  }
  return [...rows.values()]
    .map(({ index: _index, ...row }) => ({
      ...row,
      cited: inOrder(row.cited)
    }))
    .sort((left, right) => rank(right) - rank(left) || String(left.title).localeCompare(String(right.title), 'zh'))

  function newRow(title: string | null): Row {
    const instrument = title === null ? undefined : lookup.instrument(title)
    return {
      title,
      ...(instrument?.kind && { kind: instrument.kind }),
      ...(instrument?.board && { board: instrument.board }),
      versions: [],
      counts: noCounts(),
      clauses: 0,
      cited: [],
      index: new Map()
    }
  }
}

function rank(row: ReportInstrument): number {
  if (row.title === null) return Number.POSITIVE_INFINITY
  return total(row.counts)
}

/** Clauses in the order of an instrument's text: its structures first, then its articles and what is in them. */
function inOrder(clauses: ReportInstrument['cited']): ReportInstrument['cited'] {
  // An address is taken apart once, not at every comparison.
  return clauses
    .map((clause) => ({ clause, order: numbers(clause.from) }))
    .sort((left, right) => compare(left.order, right.order))
    .map(({ clause }) => clause)
}

function compare(left: number[], right: number[]): number {
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? -1) - (right[index] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}

function numbers(address: string): number[] {
  const steps = parseAddress(address) ?? []
  return [steps[0]?.level === 'article' ? 1 : 0].concat(
    steps.flatMap(({ number }) => (number === undefined ? [0, 0] : [number.value, number.insert ?? 0]))
  )
}
