import { total } from '../counts.js'
import type { Cell, Sheet } from '../render-tables.js'
import { referenceHeads, referenceRows } from '../report-rows.js'
import type { Language } from '../wording.js'
import { reportWording } from '../wording.js'
import { draftName } from './build-workspace.js'
import type { InstrumentColumn } from './instrument-columns.js'
import { instrumentColumns } from './instrument-columns.js'
import type { WorkspaceReport } from './model.js'
import { basisLines, workspaceWording } from './wording.js'

/** Every target of every reference of every draft as a row, the heads first. */
export function workspaceRows({ drafts }: WorkspaceReport, language: Language = 'zh'): Cell[][] {
  const own = workspaceWording(language)
  return [
    [own.draft, ...referenceHeads[language]],
    ...drafts.flatMap(({ report }) =>
      referenceRows(report, language)
        .slice(1)
        .map((row): Cell[] => [draftName(report), ...row])
    )
  ]
}

/** The sheets of a workbook: the drafts, all references, those to be checked, the instruments, and what is missing. */
export function workspaceSheets(report: WorkspaceReport, language: Language = 'zh'): Sheet[] {
  const words = reportWording(language)
  const own = workspaceWording(language)
  const [heads, ...rows] = workspaceRows(report, language)
  const status = heads!.length - 3
  const columns = instrumentColumns(words, own)
  const names = new Map(report.drafts.map((draft) => [draft.id, draftName(draft.report)]))
  return [
    {
      name: own.drafts,
      rows: [
        [own.draft, words.date, words.references, own.toCheck, own.basis],
        ...report.drafts.map(({ report: one, basis }): Cell[] => [
          draftName(one),
          one.date ?? '',
          one.references,
          one.targets - one.counts.resolved,
          basisLines(basis, own)
            .slice(1)
            .map(({ depth, text }) => `${'　'.repeat(depth - 1)}${text}`)
            .join('\n')
        ])
      ]
    },
    { name: words.references, rows: [heads!, ...rows] },
    { name: words.problems, rows: [heads!, ...rows.filter((row) => row[status] !== words.status.resolved)] },
    {
      name: own.instruments,
      rows: [
        [...columns.map(({ head }) => head), own.toCheck],
        ...report.instruments.map(({ title, kind, versions, role, drafts, counts, clauses }): Cell[] => {
          const cells: Record<InstrumentColumn, Cell> = {
            title,
            kind: kind ?? '',
            versions: versions.join(' '),
            role: own.roles[role],
            drafts: drafts.map((id) => names.get(id)!).join('\n'),
            targets: total(counts),
            clauses
          }
          return [...columns.map(({ column }) => cells[column]), total(counts) - counts.resolved]
        })
      ]
    },
    {
      name: own.missing,
      rows: [
        [words.instrument, words.references, own.reason, own.inDrafts],
        ...report.missing.map(({ title, references, reason, drafts }): Cell[] => [
          title,
          references,
          reason,
          drafts.map((id) => names.get(id)!).join('\n')
        ])
      ]
    }
  ]
}
