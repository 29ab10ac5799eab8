import type { Report, ReportReference, ReportSection, ReportUnit } from '@tiaoli/report'
import { referencesOf } from '@tiaoli/report'
import type { ReadingReference, ReadingSection, ReadingText, ReadingUnit } from '../model/reading-text.js'
import type { Citations } from './cited-by.js'
import { citedByIn } from './cited-by.js'

/** What a reading text says of itself beside its clauses. */
export type TextFacts = Pick<ReadingText, 'kind' | 'id'> &
  Partial<Pick<ReadingText, 'date' | 'stage' | 'version' | 'instrumentKind' | 'documentNumber' | 'effective'>>

/** A report as a reading text: each reference once, and from other texts who refers to each clause. */
export function readingText(report: Report, facts: TextFacts, citations?: Citations): ReadingText {
  const references = new Map<number, ReportReference>()
  for (const reference of [...referencesOf(report.sections), ...report.problems])
    references.set(reference.id, reference)
  const sections = report.sections.map(readingSection)
  return {
    ...facts,
    title: report.title,
    outlineOnly: false,
    counts: report.counts,
    references: [...references.values()].sort((left, right) => left.id - right.id).map(readingReference),
    sections,
    terms: report.terms,
    citedAsWhole: citations === undefined ? [] : citedByIn(sections, citations)
  }
}

function readingSection({ units, sections, outgoing, ...section }: ReportSection): ReadingSection {
  return {
    ...section,
    outgoing: outgoing.map(({ id }) => id),
    units: units.map(readingUnit),
    sections: sections.map(readingSection)
  }
}

function readingUnit({ outgoing, ...unit }: ReportUnit): ReadingUnit {
  return { ...unit, outgoing: outgoing.map(({ id }) => id) }
}

function readingReference(reference: ReportReference): ReadingReference {
  const { id, text, label, targets, status, routine, start } = reference
  return { id, text, in: reference.in, label, targets, status, routine, line: start.line }
}
