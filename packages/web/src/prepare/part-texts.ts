import type { Instrument, InstrumentVersion, Library } from '@tiaoli/library'
import { linkDocument } from '@tiaoli/library'
import type { Report } from '@tiaoli/report'
import { buildReport } from '@tiaoli/report'
import { InputError, readDocument } from '@tiaoli/workspace'
import type { ReadingSection, ReadingText, ReadingUnit } from '../model/reading-text.js'
import type { Citations } from './cited-by.js'
import { citedByIn } from './cited-by.js'
import { outlineText } from './outline-text.js'
import { readingText } from './reading-text.js'

/** The files that hold words of a version, in the order of its articles: one where it is whole, several of parts, none of a register alone. */
export function textFiles({ source, outline }: InstrumentVersion): string[] {
  const own = source.kind === 'text' ? source.file : undefined
  if (outline?.files === undefined || outline.files.size === 0) return own === undefined ? [] : [own]
  const files = [...outline.articles.keys()].map((address) => outline.files!.get(address) ?? own)
  return [...new Set(files.filter((file) => file !== undefined))]
}

/** A file of a version with its links; `undefined` where it is gone or changed since the library was read. */
export async function reportOfFile(
  file: string,
  { title }: Instrument,
  { date }: InstrumentVersion,
  library: Library
): Promise<Report | undefined> {
  const facts = { title, ...(date !== undefined && { date }) }
  try {
    const { tree } = await readDocument(file)
    return buildReport({ tree, links: linkDocument(tree, { library, ...facts }), library, ...facts })
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return undefined
  }
}

/**
 * A version whose words stand in several files: those of each part one after another; where a register counts the
 * clauses, its outline with the words of the articles that a part has, and the topics of the others.
 */
export async function partsText(
  instrument: Instrument,
  version: InstrumentVersion,
  library: Library,
  citations: Citations
): Promise<ReadingText> {
  const outline = outlineText(instrument, version, [])
  const parts: ReadingText[] = []
  let references = 0
  for (const file of textFiles(version)) {
    const report = await reportOfFile(file, instrument, version, library)
    if (report === undefined) continue
    const part = renumbered(readingText(report, { kind: 'instrument', id: instrument.title }), references)
    references += part.references.length
    parts.push(part)
  }
  if (parts.length === 0) return { ...outline, citedAsWhole: citedByIn(outline.sections, citations) }
  const counts = { ...outline.counts }
  for (const part of parts) for (const status in counts) add(counts, part.counts, status as keyof typeof counts)
  const units = new Map(parts.flatMap(({ sections }) => unitsIn(sections)).map((unit) => [unit.address, unit]))
  const whole = version.source.kind === 'text'
  const sections = whole ? parts.flatMap((part) => part.sections) : outline.sections.map((one) => filled(one, units))
  const missing = whole ? 0 : unitsIn(outline.sections).filter(({ address }) => !units.has(address)).length
  return {
    ...outline,
    outlineOnly: false,
    ...(missing > 0 && { topicsOnly: missing }),
    counts,
    references: parts.flatMap((part) => part.references),
    sections,
    terms: parts.flatMap((part) => part.terms),
    citedAsWhole: citedByIn(sections, citations)
  }
}

function add(sums: ReadingText['counts'], counts: ReadingText['counts'], status: keyof ReadingText['counts']): void {
  sums[status] += counts[status]
}

function unitsIn(sections: readonly ReadingSection[]): ReadingUnit[] {
  return sections.flatMap((section) => [...section.units, ...unitsIn(section.sections)])
}

/** An outline with the words of the units that are known. */
function filled(section: ReadingSection, units: ReadonlyMap<string, ReadingUnit>): ReadingSection {
  return {
    ...section,
    units: section.units.map((unit) => units.get(unit.address) ?? unit),
    sections: section.sections.map((inner) => filled(inner, units))
  }
}

/** References count from 1 in each part; in the whole each number is given once. */
function renumbered(text: ReadingText, by: number): ReadingText {
  if (by === 0) return text
  const segments = <T extends { reference?: number }>(list: readonly T[]): T[] =>
    list.map((one) => (one.reference === undefined ? one : { ...one, reference: one.reference + by }))
  const sectionOf = (section: ReadingSection): ReadingSection => ({
    ...section,
    segments: segments(section.segments),
    outgoing: section.outgoing.map((id) => id + by),
    incoming: section.incoming.map((one) => ({ ...one, reference: one.reference + by })),
    units: section.units.map((unit) => ({
      ...unit,
      clauses: unit.clauses.map((clause) => ({ ...clause, segments: segments(clause.segments) })),
      outgoing: unit.outgoing.map((id) => id + by),
      incoming: unit.incoming.map((one) => ({ ...one, reference: one.reference + by }))
    })),
    sections: section.sections.map(sectionOf)
  })
  return {
    ...text,
    references: text.references.map((reference) => ({ ...reference, id: reference.id + by })),
    sections: text.sections.map(sectionOf)
  }
}
