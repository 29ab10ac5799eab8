import { referencesOf } from './build-report.js'
import type { Report } from './model.js'
import type { Cell, Sheet } from './render-tables.js'
import type { Language } from './wording.js'
import { reportWording } from './wording.js'

/** Heads of the columns that `referenceRows` fills. */
export const referenceHeads: Record<Language, string[]> = {
  zh: ['序号', '所在条款', '行', '原文', '指向', '状态', '说明', '指向的内容'],
  en: ['no.', 'in', 'line', 'text', 'target', 'status', 'reason', 'target text']
}
const instrumentHeads = {
  zh: ['文件', '种类', '版本', '目标', '其中到条款', '需要核对'],
  en: ['instrument', 'kind', 'versions', 'targets', 'to clauses', 'to check']
}

/** Every target of every reference as a row, the heads first: what a group sorts and shares out in a spreadsheet. */
export function referenceRows(report: Report, language: Language = 'zh'): Cell[][] {
  const { status: words } = reportWording(language)
  const references = new Map([...referencesOf(report.sections), ...report.problems].map((entry) => [entry.id, entry]))
  const rows = [...references.values()]
    .sort((left, right) => left.id - right.id)
    .flatMap(({ id, label, start, text, targets }) =>
      targets.map((target): Cell[] => [
        id,
        label,
        start.line,
        text,
        target.label,
        words[target.status],
        target.reason ?? '',
        target.excerpt ?? target.topic ?? ''
      ])
    )
  return [referenceHeads[language], ...rows]
}

/** The sheets of a workbook: every reference, those that need checking, and the instruments. */
export function reportSheets(report: Report, language: Language = 'zh'): Sheet[] {
  const words = reportWording(language)
  const [head, ...rows] = referenceRows(report, language)
  const problems = rows.filter((row) => row[5] !== words.status.resolved)
  const instruments = report.instruments.map(({ title, kind, versions, counts, clauses }): Cell[] => {
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
    return [title ?? words.thisText, kind ?? '', versions.join(' '), all, clauses, all - counts.resolved]
  })
  return [
    { name: words.references, rows: [head!, ...rows] },
    { name: words.problems, rows: [head!, ...problems] },
    { name: words.instruments, rows: [instrumentHeads[language], ...instruments] },
    ...(report.searches ?? []).map(({ query, hits }) => ({
      name: words.search(query),
      rows: [
        words.searchHeads,
        ...hits.map(({ label, segments, otherWords }) => [
          `${label}${otherWords ? words.otherWords : ''}`,
          segments.map(({ text }) => text).join('')
        ])
      ]
    }))
  ]
}
