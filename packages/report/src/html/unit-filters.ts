import { usedStatuses } from '../counts.js'
import type { ReportUnit } from '../model.js'
import type { Filter } from './filters.js'
import type { PageContext } from './page-context.js'

/** Ways to look at the articles of a draft: those to be checked, by status, and those that refer to one instrument. */
export function unitFilters({ report, words, anchors }: PageContext): Filter[] {
  const statuses = usedStatuses(report.counts).map((status) => ({
    className: `s-${status}`,
    label: words.status[status]
  }))
  const check = { className: 'check', label: words.onlyProblems }
  const instruments = report.instruments.map(({ title }) => ({
    className: `to-${anchors.instrument(title) ?? 'self'}`,
    label: title ?? words.thisText
  }))
  return [
    { id: 'by-status', label: words.show, options: report.problems.length === 0 ? statuses : [check, ...statuses] },
    { id: 'by-instrument', label: words.referringTo, options: instruments }
  ]
}

/** The classes by which a unit is found. */
export function unitClasses({ outgoing }: ReportUnit, { anchors }: PageContext): string {
  const targets = outgoing.filter(({ routine }) => !routine).flatMap((reference) => reference.targets)
  const classes = targets.flatMap(({ status, instrument }) => [
    `s-${status}`,
    `to-${anchors.instrument(instrument) ?? 'self'}`
  ])
  const check = outgoing.some(({ status }) => status !== 'resolved')
  return [...new Set(['unit', ...(check ? ['check'] : []), ...classes])].join(' ')
}
