import type { Library, LinkedDocument, LinkedReference, LinkTarget } from '@tiaoli/library'
import { outlineOfTree } from '@tiaoli/library'
import type { ClauseText, Root } from 'regast'
import { formatAddress } from 'regast'
import type { ClauseLookup } from './clause-lookup.js'
import { createLookup } from './clause-lookup.js'
import { noCounts } from './counts.js'
import { addIncoming } from './incoming.js'
import { summariseInstruments } from './instruments.js'
import { clauseLabel } from './labels.js'
import type { Report, ReportReference, ReportSection, ReportTarget, ReportUnit, StatusCounts } from './model.js'
import { statusOrder } from './model.js'
import { emptySection, sectionsOfTree } from './outline-sections.js'
import type { SearchAnswer } from './report-search.js'
import { reportSearch } from './report-search.js'
import { segmentsOf } from './segments.js'
import { tableSegments } from './table-segments.js'

/** What a report is made of. */
export interface ReportSource {
  tree: Root
  links: LinkedDocument
  library: Library
  title?: string
  file?: string
  stage?: string
  date?: string
  /** What was looked for in the draft, as a search answers. */
  searches?: readonly SearchAnswer[]
}

/** The cross-reference report of a draft whose references have been linked. */
export function buildReport({ tree, links, library, searches, ...facts }: ReportSource): Report {
  const lookup = createLookup(tree, library)
  const references = described(links, lookup)
  const byClause = groupByClause(references)
  const segment = (clause: ClauseText) => segmentsOf(clause, byClause.get(clause.address) ?? [])
  const sections = sectionsOfTree(tree, segment, (block) => tableSegments(block, references))
  addOutgoing(sections, references)
  addIncoming(sections, references)
  const counts = countTargets(references)
  return {
    ...facts,
    title: facts.title ?? links.title ?? '',
    references: references.length,
    targets: references.reduce((sum, { targets }) => sum + targets.length, 0),
    counts,
    problems: references.filter(({ status }) => status !== 'resolved'),
    instruments: summariseInstruments(references, lookup),
    sections,
    terms: termsOf(links),
    ...(searches !== undefined && { searches: searches.map((answer) => reportSearch(answer, outlineOfTree(tree))) })
  }
}

/** Every reference of a draft, in the order of the text, with labels and what its targets are about. */
export function describeReferences({ tree, links, library }: ReportSource): ReportReference[] {
  return described(links, createLookup(tree, library))
}

function described(links: LinkedDocument, lookup: ClauseLookup): ReportReference[] {
  return links.references.map((reference, index) => reportReference(reference, index + 1, lookup))
}

function reportReference(reference: LinkedReference, id: number, lookup: ClauseLookup): ReportReference {
  const targets = reference.targets.map((target) => reportTarget(target, lookup))
  const status = statusOrder.find((known) => targets.some((target) => target.status === known)) ?? 'resolved'
  const own = lookup.outline({ instrument: null, from: null, status: 'resolved' })
  return {
    ...reference,
    id,
    label: reference.in === '' ? '' : clauseLabel(reference.in, undefined, own),
    targets,
    status,
    routine: status === 'resolved' && isRoutine(reference)
  }
}

/** 本条例 by itself, 以下简称党章, and 下列 pointing at the list it opens: right in any draft, and of no interest in a list. */
function isRoutine({ kind, targets, in: clause, text }: LinkedReference): boolean {
  if (kind === 'self' || /^以下[简统]称/.test(text)) return true
  if (kind !== 'relative' || !/^(?:下列|以下)/.test(text)) return false
  return targets.every(({ instrument, from }) => instrument === null && from !== null && from.startsWith(clause))
}

function reportTarget(target: LinkTarget, lookup: ClauseLookup): ReportTarget {
  const readings = (target.alternatives ?? []).map((other) => labelOf({ ...other, status: target.status }, lookup))
  const shortName = target.instrument === null ? undefined : lookup.instrument(target.instrument)?.shortNames[0]
  return {
    ...target,
    label: labelOf(target, lookup),
    shortLabel: labelOf(target, lookup, shortName),
    readings,
    ...lookup.facts(target)
  }
}

function labelOf(target: LinkTarget, lookup: ClauseLookup, shortName?: string): string {
  const clause = target.from === null ? '' : clauseLabel(target.from, target.to, lookup.outline(target))
  if (target.instrument === null) return clause || '本文'
  return (shortName ?? `《${target.instrument}》`) + clause
}

function groupByClause(references: ReportReference[]): Map<string, ReportReference[]> {
  const groups = new Map<string, ReportReference[]>()
  for (const reference of references) {
    const group = groups.get(reference.in)
    if (group === undefined) groups.set(reference.in, [reference])
    else group.push(reference)
  }
  return groups
}

function addOutgoing(sections: ReportSection[], references: ReportReference[]): void {
  const holders = new Map<string, { outgoing: ReportReference[] }>()
  for (const holder of [...unitsOf(sections), ...withInner(sections)]) {
    if (!holders.has(holder.address)) holders.set(holder.address, holder)
  }
  for (const reference of references) {
    let address = reference.in
    while (address !== '' && !holders.has(address)) address = address.slice(0, Math.max(0, address.lastIndexOf('__')))
    const holder = holders.get(address) ?? outsideSection()
    holder.outgoing.push(reference)
  }

  /** For the title, which is no part of any section. */
  function outsideSection(): ReportSection {
    const outside = emptySection('', 1)
    sections.unshift(outside)
    holders.set('', outside)
    return outside
  }
}

/** Every reference that sections and their units list, in the order of the sections. */
export function referencesOf(sections: ReportSection[]): ReportReference[] {
  return sections.flatMap((section) => [
    ...section.outgoing,
    ...section.units.flatMap(({ outgoing }) => outgoing),
    ...referencesOf(section.sections)
  ])
}

function withInner(sections: ReportSection[]): ReportSection[] {
  return sections.flatMap((section) => [section, ...withInner(section.sections)])
}

/** Every unit of sections and of the sections in them, in the order of the text. */
export function unitsOf(sections: ReportSection[]): ReportUnit[] {
  return sections.flatMap((section) => [...section.units, ...unitsOf(section.sections)])
}

function countTargets(references: ReportReference[]): StatusCounts {
  const counts = noCounts()
  for (const { targets } of references) for (const { status } of targets) counts[status] += 1
  return counts
}

function termsOf(links: LinkedDocument): Report['terms'] {
  const uses = new Map<string, number>()
  for (const { role, text } of links.terms) if (role === 'use') uses.set(text, (uses.get(text) ?? 0) + 1)
  return links.terms
    .filter(({ role }) => role === 'definition')
    .map((term) => ({
      text: term.text,
      address: term.in,
      label: term.in === '' ? '' : formatAddress(term.in),
      uses: uses.get(term.text) ?? 0
    }))
}
