import type { GraphDocument, InstrumentGraph, Library, LinkGraph, ReferenceRole } from '@tiaoli/library'
import {
  basisChain,
  createLinkGraph,
  cyclesOf,
  inTitleMarks,
  referenceRoles,
  relianceOf,
  titleKey
} from '@tiaoli/library'
import { formatAddress } from 'regast'
import { noCounts, total } from '../counts.js'
import type { Report } from '../model.js'
import type { MissingTitle, WorkspaceDraft, WorkspaceInstrument, WorkspaceReport } from './model.js'

/** What the report of a workspace is made of. */
export interface WorkspaceSource {
  /** The report of each draft, with its references as the link graph keeps them. */
  drafts: readonly { report: Report; references: GraphDocument }[]
  library: Library
  /** The graph of the library's texts and the drafts. */
  graph: LinkGraph
  asOf?: string
}

const mostDrawn = 40

/** The cross-reference report of several drafts: each by itself, and what they lean on together. */
export function buildWorkspaceReport({ drafts: sources, library, graph, asOf }: WorkspaceSource): WorkspaceReport {
  const drafts = sources.map(({ report, references }, index): WorkspaceDraft => {
    const own = createLinkGraph({ documents: [references], library })
    const reliesOn = relianceOf(own, references.title)
    // Above the draft its own references count: another draft of the same title may be based on something else.
    const above = own
      .outgoing(references.title)
      .filter(({ role, target, source }) => (role === 'basis' || role === 'implement') && target !== source)
    const named = new Map(above.map((edge) => [edge.target, edge]))
    const steps = [...named.values()].map((edge) => ({
      ...basisChain(graph, own.nodes.get(edge.target)!.title),
      in: edge.in
    }))
    const basis = { title: draftName(report), above: steps, ...(steps.length === 0 && { end: 'unstated' as const }) }
    return { id: `d${index + 1}`, report, reliesOn, basis }
  })
  const counts = noCounts()
  for (const { report } of drafts)
    for (const status of Object.keys(counts) as (keyof typeof counts)[]) counts[status] += report.counts[status]
  const sum = (count: (report: Report) => number): number => drafts.reduce((all, { report }) => all + count(report), 0)
  const titles = new Set(sources.map(({ references }) => titleKey(references.title)))
  return {
    ...(asOf !== undefined && { asOf }),
    references: sum(({ references }) => references),
    targets: sum(({ targets }) => targets),
    counts,
    drafts,
    instruments: instrumentsOf(drafts),
    missing: missingOf(drafts),
    circles: cyclesOf(graph)
      .filter(({ clauses }) => clauses.some(({ title }) => titles.has(titleKey(title))))
      .map(({ clauses }) => clauses.map(({ title, clause }) => `${inTitleMarks(title)}${formatAddress(clause)}`)),
    picture: pictureOf(drafts)
  }
}

function instrumentsOf(drafts: readonly WorkspaceDraft[]): WorkspaceInstrument[] {
  const found = new Map<string, Omit<WorkspaceInstrument, 'id'>>()
  for (const { id, report, reliesOn } of drafts) {
    const roles = new Map(reliesOn.map(({ title, role }) => [title, role]))
    for (const { title, kind, versions, counts, clauses } of report.instruments) {
      if (title === null) continue
      const row = found.get(title) ?? {
        title,
        ...(kind !== undefined && { kind }),
        versions: [],
        counts: noCounts(),
        clauses: 0,
        role: 'mention' as ReferenceRole,
        drafts: []
      }
      found.set(title, row)
      for (const status of Object.keys(counts) as (keyof typeof counts)[]) row.counts[status] += counts[status]
      row.versions.push(...versions.filter((day) => !row.versions.includes(day)))
      row.clauses += clauses
      const role = roles.get(title) ?? 'mention'
      if (referenceRoles.indexOf(role) < referenceRoles.indexOf(row.role)) row.role = role
      row.drafts.push(id)
    }
  }
  return [...found.values()]
    .sort(
      (left, right) =>
        right.drafts.length - left.drafts.length ||
        total(right.counts) - total(left.counts) ||
        left.title.localeCompare(right.title, 'zh')
    )
    .map((row, index) => ({ id: `i${index + 1}`, ...row }))
}

function missingOf(drafts: readonly WorkspaceDraft[]): MissingTitle[] {
  const found = new Map<string, MissingTitle>()
  for (const { id, report } of drafts) {
    for (const { targets } of report.problems) {
      const counted = new Set<string>()
      for (const { instrument, status, reason } of targets) {
        if (instrument === null || status !== 'unknown-instrument' || counted.has(instrument)) continue
        counted.add(instrument)
        const entry = found.get(instrument) ?? { title: instrument, references: 0, reason: reason ?? '', drafts: [] }
        found.set(instrument, entry)
        entry.references += 1
        if (!entry.drafts.includes(id)) entry.drafts.push(id)
      }
    }
  }
  return [...found.values()].sort(
    (left, right) => right.references - left.references || left.title.localeCompare(right.title, 'zh')
  )
}

/** Drafts and what they refer to most. */
function pictureOf(drafts: readonly WorkspaceDraft[]): InstrumentGraph {
  const all = instrumentsOf(drafts).slice(0, Math.max(8, mostDrawn - drafts.length))
  const shown = new Map(all.map((row) => [row.title, row]))
  const edges = drafts.flatMap(({ id, report, reliesOn }) => {
    const roles = new Map(reliesOn.map(({ title, role }) => [title, role]))
    return report.instruments.flatMap(({ title, counts }) => {
      const row = title === null ? undefined : shown.get(title)
      if (row === undefined) return []
      const references = total(counts)
      const role = roles.get(row.title) ?? 'mention'
      return [{ source: id, target: row.id, references, role, unresolved: references - counts.resolved }]
    })
  })
  const count = (end: 'source' | 'target', id: string): number =>
    edges.filter((edge) => edge[end] === id).reduce((sum, { references }) => sum + references, 0)
  return {
    nodes: [
      ...drafts.map(({ id, report }) => ({
        id,
        title: draftName(report),
        known: true,
        incoming: 0,
        outgoing: count('source', id)
      })),
      ...all.map(({ id, title, kind, counts }) => ({
        id,
        title,
        ...(kind !== undefined && { kind }),
        known: counts['unknown-instrument'] < total(counts),
        incoming: count('target', id),
        outgoing: 0
      }))
    ],
    edges
  }
}

/** What a draft goes by among others: its title, with the stage where it has one that the title does not say. */
export function draftName({ title, stage, file }: Report): string {
  const name = title === '' ? (file ?? '') : title
  return stage === undefined || stage === '' || name.includes(stage) ? name : `${name}（${stage}）`
}
