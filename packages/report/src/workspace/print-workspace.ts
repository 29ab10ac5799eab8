import { inTitleMarks } from '@tiaoli/library'
import type { PrintBlock, Span } from '../blocks.js'
import { span } from '../blocks.js'
import { total, usedStatuses } from '../counts.js'
import type { ReportWording } from '../wording.js'
import { draftName } from './build-workspace.js'
import type { InstrumentColumn } from './instrument-columns.js'
import { instrumentColumns } from './instrument-columns.js'
import type { WorkspaceReport } from './model.js'
import type { WorkspaceWording } from './wording.js'
import { basisLines } from './wording.js'

/** The blocks of a printed report of a workspace: what needs checking first, then what the drafts lean on. */
export function printWorkspace(report: WorkspaceReport, words: ReportWording, own: WorkspaceWording): PrintBlock[] {
  const { drafts, references, targets, counts, asOf } = report
  return [
    heading(1, own.title),
    paragraph(own.summary(drafts.length, references, targets, targets - counts.resolved)),
    ...(asOf === undefined ? [] : [paragraph(own.asOf(asOf), 'dim')]),
    heading(2, own.drafts),
    draftTable(report, words, own),
    heading(2, words.problems),
    ...problems(report, words),
    heading(2, own.instruments),
    ...(report.instruments.length === 0
      ? [paragraph(own.noInstruments)]
      : [paragraph(own.instrumentsHint, 'dim'), instrumentTable(report, words, own)]),
    heading(2, own.basis),
    {
      type: 'list',
      items: drafts.flatMap(({ basis }) =>
        basisLines(basis, own).map(({ depth, text }) => ({
          spans: [span(`${'　'.repeat(depth)}${depth > 0 ? '← ' : ''}${text}`, depth === 0 ? 'strong' : 'plain')],
          items: []
        }))
      )
    },
    heading(2, own.missing),
    ...missing(report, own),
    heading(2, own.circles),
    report.circles.length === 0
      ? paragraph(own.noCircles, 'resolved')
      : { type: 'list', items: report.circles.map((clauses) => ({ spans: [span(clauses.join(' → '))], items: [] })) }
  ]
}

function heading(level: number, text: string): PrintBlock {
  return { type: 'heading', level, spans: [span(text)] }
}

function paragraph(text: string, style: Span['style'] = 'plain'): PrintBlock {
  return { type: 'paragraph', spans: [span(text, style)] }
}

function draftTable({ drafts, counts }: WorkspaceReport, words: ReportWording, own: WorkspaceWording): PrintBlock {
  const used = usedStatuses(counts)
  return {
    type: 'table',
    head: [own.draft, words.date, words.references, words.targets, ...used.map((status) => words.status[status])],
    numeric: [false, false, true, true, ...used.map(() => true)],
    rows: drafts.map(({ report }) => [
      [span(draftName(report))],
      [span(report.date ?? words.unknown)],
      [span(String(report.references))],
      [span(String(report.targets))],
      ...used.map((status) => [span(String(report.counts[status]), report.counts[status] > 0 ? status : 'dim')])
    ])
  }
}

function problems({ drafts }: WorkspaceReport, words: ReportWording): PrintBlock[] {
  const found = drafts.filter(({ report }) => report.problems.length > 0)
  if (found.length === 0) return [paragraph(words.allResolved, 'resolved')]
  return [
    paragraph(words.problemsHint, 'dim'),
    ...found.flatMap(({ report }): PrintBlock[] => [
      heading(3, draftName(report)),
      {
        type: 'list',
        items: report.problems.flatMap(({ label, start, text, targets }) =>
          targets
            .filter(({ status }) => status !== 'resolved')
            .map(({ status, label: target, reason, instrument, from }) => ({
              spans: [
                span(words.mark(status), status),
                span(` ${label} `),
                span(`（${words.line(start.line)}）`, 'dim'),
                span(`“${text}”`, 'strong'),
                ...((instrument === null && from === null) || text === target ? [] : [span(` → ${target}`)])
              ],
              items: reason === undefined ? [] : [{ spans: [span(reason)], items: [] }]
            }))
        )
      }
    ])
  ]
}

function instrumentTable(
  { instruments, drafts, counts }: WorkspaceReport,
  words: ReportWording,
  own: WorkspaceWording
): PrintBlock {
  const used = usedStatuses(counts)
  const columns = instrumentColumns(words, own)
  return {
    type: 'table',
    head: [...columns.map(({ head }) => head), ...used.map((status) => words.status[status])],
    numeric: [...columns.map(({ numeric }) => numeric), ...used.map(() => true)],
    rows: instruments.map(({ title, kind, versions, role, drafts: in_, counts: own_, clauses }) => {
      const cells: Record<InstrumentColumn, string> = {
        title: inTitleMarks(title),
        kind: kind ?? words.unknown,
        versions: versions.join(words.listSeparator) || words.unknown,
        role: own.roles[role],
        drafts: `${in_.length}/${drafts.length}`,
        targets: String(total(own_)),
        clauses: String(clauses)
      }
      return [
        ...columns.map(({ column }) => [span(cells[column])]),
        ...used.map((status) => [span(String(own_[status]), own_[status] > 0 ? status : 'dim')])
      ]
    })
  }
}

function missing({ missing: titles, drafts }: WorkspaceReport, own: WorkspaceWording): PrintBlock[] {
  if (titles.length === 0) return [paragraph(own.noMissing, 'resolved')]
  const names = new Map(drafts.map(({ id, report }) => [id, draftName(report)]))
  return [
    paragraph(own.missingHint, 'dim'),
    {
      type: 'list',
      items: titles.map(({ title, references, reason, drafts: in_ }) => ({
        spans: [span(inTitleMarks(title), 'strong'), span(` ${references}`), span(`　${reason}`, 'dim')],
        items:
          drafts.length === in_.length ? [] : in_.map((id) => ({ spans: [span(names.get(id)!, 'dim')], items: [] }))
      }))
    }
  ]
}
