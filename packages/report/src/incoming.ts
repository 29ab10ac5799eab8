import { articleAddress } from './labels.js'
import type { IncomingReference, ReportReference, ReportSection } from './model.js'

/** Enters every resolved reference inside the draft at the clauses that it points to; a range at each article in it. */
export function addIncoming(sections: ReportSection[], references: ReportReference[]): void {
  const places = new Map<string, { incoming: IncomingReference[] }>()
  const order: string[] = []
  collect(sections)
  const position = new Map(order.map((address, index) => [address, index]))
  for (const reference of references) {
    for (const target of reference.targets) {
      if (target.instrument !== null || target.from === null || target.status !== 'resolved') continue
      for (const place of placesOf(target.from, target.to)) {
        // A clause that speaks of itself (前款, 下列) is not referred to from elsewhere.
        if (reference.in === place || reference.in.startsWith(`${place}__`)) continue
        places.get(place)?.incoming.push({
          reference: reference.id,
          from: reference.in,
          label: reference.label,
          to: target.from
        })
      }
    }
  }

  function collect(list: ReportSection[]): void {
    for (const section of list) {
      if (section.address !== '') places.set(section.address, section)
      for (const unit of section.units) {
        if (places.has(unit.address)) continue
        places.set(unit.address, unit)
        if (articleAddress(unit.address) !== undefined) order.push(unit.address)
      }
      collect(section.sections)
    }
  }

  function placesOf(from: string, to: string | undefined): string[] {
    const first = articleAddress(from) ?? from
    const last = to === undefined ? first : (articleAddress(to) ?? to)
    const start = position.get(first)
    const end = position.get(last)
    if (start === undefined || end === undefined || end <= start) return [first]
    return order.slice(start, end + 1)
  }
}
