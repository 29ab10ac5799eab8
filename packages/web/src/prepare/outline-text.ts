import type { Instrument, InstrumentVersion, Outline } from '@tiaoli/library'
import { noCounts } from '@tiaoli/report'
import { formatAddress } from 'regast'
import type { ReadingSection, ReadingText, ReadingUnit } from '../model/reading-text.js'
import type { Citations } from './cited-by.js'
import { citedByIn } from './cited-by.js'

/** The outline of an instrument in the form of a text: what each article is about where its words are not at hand. */
export function outlineText(instrument: Instrument, version: InstrumentVersion, citations: Citations): ReadingText {
  const sections = version.outline === undefined ? [] : sectionsOf(version.outline)
  const { date, effective, documentNumber } = version
  return {
    kind: 'instrument',
    id: instrument.title,
    title: instrument.title,
    ...(date !== undefined && { date }),
    ...(effective !== undefined && { effective }),
    ...(documentNumber !== undefined && { documentNumber }),
    ...(instrument.kind !== undefined && { instrumentKind: instrument.kind }),
    outlineOnly: true,
    counts: noCounts(),
    references: [],
    sections,
    terms: [],
    citedAsWhole: citedByIn(sections, citations)
  }
}

function sectionsOf({ articles, structures }: Outline): ReadingSection[] {
  const outside = section('', '', '', 1)
  const top: ReadingSection[] = []
  const known = new Map<string, ReadingSection>()
  for (const { address, heading, paragraphs } of structures.values()) {
    const parent = known.get(address.slice(0, Math.max(0, address.lastIndexOf('__'))))
    const label = address === 'preamble' ? '' : formatAddress(address.split('__').at(-1)!)
    const made = section(address, label, heading || formatAddress(address), (parent?.depth ?? 0) + 1)
    for (let number = 1; number <= (paragraphs ?? 0); number++)
      made.units.push(emptyUnit(`${address}__para_${number}`, ''))
    known.set(address, made)
    if (parent === undefined) top.push(made)
    else parent.sections.push(made)
  }
  for (const { address, topic, path } of articles.values()) {
    const holder = path.findLast((step) => known.has(step))
    const place = holder === undefined ? outside : known.get(holder)!
    place.units.push(emptyUnit(address, topic ?? ''))
  }
  return outside.units.length > 0 ? [outside, ...top] : top
}

function section(address: string, label: string, heading: string, depth: number): ReadingSection {
  const segments = heading === '' ? [] : [{ text: heading }]
  return { address, label, heading, segments, depth, units: [], sections: [], outgoing: [], incoming: [] }
}

function emptyUnit(address: string, topic: string): ReadingUnit {
  const isArticle = /(?:^|__)art_[\d-]+$/.test(address)
  return {
    address,
    label: isArticle ? formatAddress(address) : '',
    topic,
    clauses: [{ address, level: 'paragraph', segments: topic === '' ? [] : [{ text: topic }] }],
    outgoing: [],
    incoming: []
  }
}
