import type { ListItem, PrintBlock, Span } from './blocks.js'
import { span } from './blocks.js'
import { referencesOf } from './build-report.js'
import { total, usedStatuses } from './counts.js'
import { excerpt } from './labels.js'
import type { Report, ReportReference, ReportSection, ReportTarget, ReportUnit } from './model.js'
import { searchBlocks } from './report-search.js'
import type { ReportWording } from './wording.js'

/** The blocks of a printed report: what needs checking first, then instruments, then article by article. */
export function printReport(report: Report, words: ReportWording): PrintBlock[] {
  return [
    { type: 'heading', level: 1, spans: [span(words.reportOf(report.title))] },
    ...factsLine(report, words),
    { type: 'paragraph', spans: [span(words.summary({ ...report, resolved: report.counts.resolved }))] },
    { type: 'heading', level: 2, spans: [span(words.problems)] },
    ...problems(report, words),
    { type: 'heading', level: 2, spans: [span(words.instruments)] },
    instruments(report, words),
    ...terms(report, words),
    ...searchBlocks(report, words),
    ...byArticle(report, words)
  ]
}

/** Nothing, not even a heading, where nothing refers to anything. */
function byArticle(report: Report, words: ReportWording): PrintBlock[] {
  const blocks = [
    ...routineLine(report, words),
    ...report.sections.flatMap((section) => sectionBlocks(section, report, words))
  ]
  return blocks.length === 0 ? [] : [{ type: 'heading', level: 2, spans: [span(words.byArticle)] }, ...blocks]
}

function factsLine(report: Report, words: ReportWording): PrintBlock[] {
  const facts = [
    report.stage && `${words.stage}${words.colon}${report.stage}`,
    report.date && `${words.date}${words.colon}${report.date}`
  ].filter((fact) => fact !== undefined && fact !== '')
  return facts.length === 0 ? [] : [{ type: 'paragraph', spans: [span(facts.join('　'), 'dim')] }]
}

function problems(report: Report, words: ReportWording): PrintBlock[] {
  if (report.problems.length === 0) return [{ type: 'paragraph', spans: [span(words.allResolved, 'resolved')] }]
  const items = report.problems.flatMap((reference) =>
    reference.targets
      .filter(({ status }) => status !== 'resolved')
      .map(
        (target): ListItem => ({
          spans: [
            span(words.mark(target.status), target.status),
            span(` ${reference.label} `),
            span(`（${words.line(reference.start.line)}）`, 'dim'),
            span(`“${reference.text}”`, 'strong'),
            ...arrow(reference, target)
          ],
          items: reasons(target, words)
        })
      )
  )
  return [
    { type: 'paragraph', spans: [span(words.problemsHint, 'dim')] },
    { type: 'list', items }
  ]
}

/** Where a mention points, unless its words say just that or it names no clause. */
function arrow(reference: ReportReference, target: ReportTarget): Span[] {
  const nowhere = target.instrument === null && target.from === null
  return nowhere || reference.text === target.label ? [] : [span(` → ${target.label}`)]
}

function reasons(target: ReportTarget, words: ReportWording): ListItem[] {
  const items: ListItem[] = []
  if (target.reason !== undefined) items.push({ spans: [span(target.reason)], items: [] })
  for (const reading of target.readings) {
    items.push({ spans: [span(`${words.alternatives}${words.colon}${reading}`)], items: [] })
  }
  return items
}

function instruments(report: Report, words: ReportWording): PrintBlock {
  if (report.instruments.length === 0) return { type: 'paragraph', spans: [span(words.noInstruments)] }
  const used = usedStatuses(report.counts)
  const head = [words.instrument, words.kindHeading, words.version, words.targets, words.clauses]
  return {
    type: 'table',
    head: [...head, ...used.map((status) => words.status[status])],
    numeric: [false, false, false, true, true, ...used.map(() => true)],
    rows: report.instruments.map((row) => [
      [span(row.title === null ? words.thisText : `《${row.title}》`)],
      [span(row.kind ?? words.unknown)],
      [span(row.versions.join(words.listSeparator) || words.unknown)],
      [span(String(total(row.counts)))],
      [span(String(row.clauses))],
      ...used.map((status) => [span(String(row.counts[status]), row.counts[status] > 0 ? status : 'dim')])
    ])
  }
}

function terms(report: Report, words: ReportWording): PrintBlock[] {
  if (report.terms.length === 0) return []
  return [
    { type: 'heading', level: 2, spans: [span(words.terms)] },
    {
      type: 'table',
      head: [words.term, words.definedIn, words.uses],
      numeric: [false, false, true],
      rows: report.terms.map(({ text, label, uses }) => [[span(text)], [span(label)], [span(String(uses))]])
    }
  ]
}

function routineLine(report: Report, words: ReportWording): PrintBlock[] {
  const routine = referencesOf(report.sections).filter((reference) => reference.routine).length
  return routine === 0 ? [] : [{ type: 'paragraph', spans: [span(words.byArticleHint(routine), 'dim')] }]
}

function sectionBlocks(section: ReportSection, report: Report, words: ReportWording): PrintBlock[] {
  const heading = section.address === '' ? words.frontMatter : `${section.label}　${section.heading}`.trim()
  const items = section.units.flatMap((unit) => unitItem(unit, words))
  const below = section.sections.flatMap((child) => sectionBlocks(child, report, words))
  const own = [
    ...listed(section).flatMap((reference) => outgoingItem(reference, words)),
    ...incomingItems(section, words)
  ]
  if (items.length === 0 && below.length === 0 && own.length === 0) return []
  // Articles outside chapters need no heading of their own.
  const loose = section.address === '' && section.units.some(({ label }) => label !== '')
  return [
    ...(loose ? [] : [{ type: 'heading' as const, level: Math.min(6, 2 + section.depth), spans: [span(heading)] }]),
    ...(own.length === 0 ? [] : [{ type: 'list' as const, items: own }]),
    ...(items.length === 0 ? [] : [{ type: 'list' as const, items }]),
    ...below
  ]
}

function unitItem(unit: ReportUnit, words: ReportWording): ListItem[] {
  const outgoing = listed(unit)
  if (outgoing.length === 0 && unit.incoming.length === 0) return []
  return [
    {
      spans: [span(unit.label, 'strong'), span(`${unit.label ? '　' : ''}${unit.topic}`)],
      items: [...outgoing.flatMap((reference) => outgoingItem(reference, words)), ...incomingItems(unit, words)]
    }
  ]
}

function listed({ outgoing }: Pick<ReportUnit, 'outgoing'>): ReportReference[] {
  return outgoing.filter(({ routine }) => !routine)
}

function outgoingItem(reference: ReportReference, words: ReportWording): ListItem[] {
  return reference.targets.map((target) => {
    const about = target.topic ?? (target.excerpt && excerpt(target.excerpt, 30))
    return {
      spans: [
        span(`${words.outgoing}“${reference.text}”`),
        ...arrow(reference, target),
        ...(about ? [span(`（${about}）`, 'dim')] : []),
        span(target.status === 'resolved' ? ' ✓' : ` ${words.mark(target.status)}`, target.status)
      ],
      items: target.status === 'resolved' ? [] : reasons(target, words)
    }
  })
}

function incomingItems({ incoming }: Pick<ReportUnit, 'incoming'>, words: ReportWording): ListItem[] {
  if (incoming.length === 0) return []
  const labels = [...new Set(incoming.map(({ label }) => label))]
  return [
    { spans: [span(`${words.incoming}${words.colon}`, 'dim'), span(labels.join(words.listSeparator))], items: [] }
  ]
}
