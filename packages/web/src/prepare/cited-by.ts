import type { GraphDocument } from '@tiaoli/library'
import { formatAddress } from 'regast'
import type { CitedBy, ReadingSection, ReadingUnit } from '../model/reading-text.js'

/** A text that refers to instruments, with the name that margins give it. */
export interface CitingText {
  kind: 'draft' | 'instrument'
  id: string
  name: string
  graph: GraphDocument
}

/** A reference from another text: where it comes from, and the clause or range that it means. */
export interface Citation extends CitedBy {
  target: string | null
  targetEnd?: string
  version?: string
}

/** References into one version of one instrument. */
export type Citations = readonly Citation[]

/** References of all texts, by the title of the instrument that they mean; what is not certain is left out. */
export function citationIndex(texts: Iterable<CitingText>): Map<string, Citation[]> {
  const index = new Map<string, Citation[]>()
  for (const { kind, id, name, graph } of texts) {
    for (const reference of graph.references) {
      for (const { instrument, from, to, status, version } of reference.targets) {
        if (instrument === null || status !== 'resolved') continue
        const citation: Citation = {
          kind,
          id,
          name,
          from: reference.in,
          label: formatAddress(reference.in),
          target: from,
          ...(to !== undefined && { targetEnd: to }),
          ...(version !== undefined && { version })
        }
        const list = index.get(instrument)
        if (list === undefined) index.set(instrument, [citation])
        else list.push(citation)
      }
    }
  }
  return index
}

/** References that read the version of a day; one without a day means whatever version there is. */
export function citationsOf(citations: readonly Citation[], date: string | undefined): Citation[] {
  return citations.filter(({ version }) => version === undefined || date === undefined || version === date)
}

/** Enters references at the articles and structures that they mean; gives those that mean the whole text. */
export function citedByIn(sections: readonly ReadingSection[], citations: Citations): CitedBy[] {
  const holders = new Map<string, ReadingUnit | ReadingSection>()
  const order: string[] = []
  collect(sections)
  const position = new Map(order.map((address, index) => [address, index]))
  const whole: CitedBy[] = []
  for (const { target, targetEnd, version: _version, ...citedBy } of citations) {
    if (target === null) {
      addOnce(whole, citedBy)
      continue
    }
    const first = holderOf(target)
    if (first === undefined) continue
    const start = position.get(first)
    const end = targetEnd === undefined ? undefined : position.get(holderOf(targetEnd) ?? '')
    const places = start === undefined || end === undefined ? [first] : order.slice(start, end + 1)
    for (const place of places) {
      const holder = holders.get(place)!
      holder.citedBy ??= []
      addOnce(holder.citedBy, citedBy)
    }
  }
  return whole

  function collect(list: readonly ReadingSection[]): void {
    for (const section of list) {
      if (section.address !== '' && !holders.has(section.address)) holders.set(section.address, section)
      for (const unit of section.units) {
        if (unit.address === '' || holders.has(unit.address)) continue
        holders.set(unit.address, unit)
        order.push(unit.address)
      }
      collect(section.sections)
    }
  }

  function holderOf(address: string): string | undefined {
    for (let at = address; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('__')))) {
      if (holders.has(at)) return at
    }
    return undefined
  }
}

function addOnce(list: CitedBy[], added: CitedBy): void {
  if (!list.some(({ id, from }) => id === added.id && from === added.from)) list.push(added)
}
