import { inTitleMarks } from '@tiaoli/library'
import { referencesOf } from '../build-report.js'
import { total, usedStatuses } from '../counts.js'
import type { Filter } from '../html/filters.js'
import { filterBar, filterStyle } from '../html/filters.js'
import { html, Markup } from '../html/markup.js'
import { htmlPage } from '../html/page.js'
import { scrolling } from '../html/scrolling.js'
import { stylesheet } from '../html/stylesheet.js'
import type { ReportReference } from '../model.js'
import { renderGraphSvg } from '../picture/render-svg.js'
import type { Language, ReportWording } from '../wording.js'
import { reportWording } from '../wording.js'
import { draftName } from './build-workspace.js'
import type { InstrumentColumn } from './instrument-columns.js'
import { instrumentColumns } from './instrument-columns.js'
import type { WorkspaceDraft, WorkspaceReport } from './model.js'
import type { WorkspaceWording } from './wording.js'
import { basisLines, workspaceWording } from './wording.js'

interface Page {
  report: WorkspaceReport
  words: ReportWording
  own: WorkspaceWording
  /** Ids of instruments by title. */
  ids: ReadonlyMap<string, string>
}

const style = `
table.refs td{font-size:13.5px}
table.refs .w{font-family:var(--serif);font-size:15px}
table.refs tbody.draft>tr:first-child th{background:var(--card);font-weight:700;color:var(--accent);padding-top:.9rem}
ul.basis{list-style:none;margin:0 0 .8rem;padding:0;font:14px/1.7 var(--sans)}
ul.basis li:first-child{font-weight:600}
@media print{#picture,ul.basis{break-inside:avoid}#refs{break-before:page}table.refs td{font-size:8.5pt}table.refs .w{font-size:9pt}table.refs tbody.draft>tr:first-child{break-after:avoid}.picture svg{max-height:235mm}}
`

/** The report of a workspace as one self-contained page without scripts. */
export function workspaceHtml(report: WorkspaceReport, language: Language = 'zh'): string {
  const words = reportWording(language)
  const own = workspaceWording(language)
  const page: Page = { report, words, own, ids: new Map(report.instruments.map(({ id, title }) => [title, id])) }
  const filters = filtersOf(page)
  const facts = {
    title: own.title,
    style: `${stylesheet}${style}${filterStyle(filters, 'tr.row', 'tbody.draft')}`,
    language,
    schemes: 'light dark'
  } as const
  return htmlPage(
    facts,
    html`${navigation(page)}<main>
${header(page)}
<section id="drafts"><h2>${own.drafts}</h2>${draftTable(page)}</section>
<section id="picture"><h2>${words.picture}</h2><p class="hint">${words.pictureHint}</p>
<div class="picture" tabindex="0" role="group" aria-label="${words.picture}">${new Markup(renderGraphSvg(report.picture, { focus: report.drafts.map(({ id }) => id), label: words.picture, draft: own.drafts, inline: true }))}</div></section>
<section id="instruments"><h2>${own.instruments}</h2>${instrumentTable(page)}</section>
<section id="basis"><h2>${own.basis}</h2>${report.drafts.map((draft) => basis(draft, own))}</section>
<section id="missing"><h2>${own.missing}</h2>${missing(page)}</section>
<section id="circles"><h2>${own.circles}</h2>${circles(page)}</section>
<section id="refs"><h2>${own.allReferences}</h2><p class="hint">${own.referencesHint}</p>
${filterBar(filters, own.all)}${references(page)}</section>
</main>
`
  )
}

function filtersOf({ report, words, own }: Page): Filter[] {
  const statuses = usedStatuses(report.counts)
  return [
    {
      id: 'by-draft',
      label: own.draft,
      options: report.drafts.map(({ id, report: one }) => ({ className: id, label: draftName(one) }))
    },
    {
      id: 'by-status',
      label: own.status,
      options: [
        ...(report.counts.resolved < report.targets ? [{ className: 'check', label: own.toCheck }] : []),
        ...statuses.map((status) => ({ className: status, label: words.status[status] }))
      ]
    },
    {
      id: 'by-instrument',
      label: words.instrument,
      options: [
        { className: 'self', label: words.thisText },
        ...report.instruments.map(({ id, title }) => ({ className: id, label: title }))
      ]
    }
  ]
}

function navigation({ report, words, own }: Page): Markup {
  const problems = report.targets - report.counts.resolved
  const link = (id: string, name: string, count?: number): Markup =>
    html`<li><a href="#${id}">${name}${count !== undefined && html`<b>${count}</b>`}</a></li>`
  return html`<nav aria-label="${words.contents}"><div class="inner">
<a class="home" href="#top">${own.title}</a>
<ul class="jump">${link('drafts', own.drafts, report.drafts.length)}${link('picture', words.picture)}${link('instruments', own.instruments, report.instruments.length)}${link('basis', own.basis)}${link('missing', own.missing, report.missing.length)}${link('circles', own.circles, report.circles.length)}${link('refs', own.allReferences, problems)}</ul>
${report.drafts.map(({ id, report: one }) => html`<a class="nav-heading" href="#${id}">${draftName(one)}</a>`)}</div></nav>
`
}

function header({ report, words, own }: Page): Markup {
  const { counts, targets, references, drafts, asOf } = report
  const used = usedStatuses(counts)
  const share = (count: number) => `${((count / Math.max(1, targets)) * 100).toFixed(2)}%`
  return html`<header id="top">
<p class="eyebrow">${words.report}${asOf !== undefined && html`<span class="fact">${own.asOf(asOf)}</span>`}</p>
<h1>${own.title}</h1>
<p class="summary">${own.summary(drafts.length, references, targets, targets - counts.resolved)}</p>
<div class="bar" aria-hidden="true">${used.map((status) => html`<i class="${status}" style="width:${share(counts[status])}"></i>`)}</div>
<ul class="legend">${used.map((status) => html`<li class="${status}"><b>${counts[status]}</b> ${words.status[status]}</li>`)}</ul>
</header>`
}

function draftTable({ report, words, own }: Page): Markup {
  const used = usedStatuses(report.counts)
  const rows = report.drafts.map(
    ({
      id,
      report: one
    }) => html`<tr><th scope="row"><a href="#${id}">${draftName(one)}</a></th><td>${one.file}</td><td class="date">${one.date ?? words.unknown}</td><td class="n">${one.references}</td><td class="n">${one.targets}</td>${used.map(
      (status) => html`<td class="n${one.counts[status] > 0 && ` ${status}`}">${one.counts[status] || '·'}</td>`
    )}</tr>
`
  )
  return scrolling(
    own.drafts,
    html`<table class="data"><thead><tr><th>${own.draft}</th><th>${own.file}</th><th>${words.date}</th><th class="n">${words.references}</th><th class="n">${words.targets}</th>${used.map((status) => html`<th class="n">${words.status[status]}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table>`
  )
}

function instrumentTable({ report, words, own }: Page): Markup {
  if (report.instruments.length === 0) return html`<p class="hint">${own.noInstruments}</p>`
  const used = usedStatuses(report.counts)
  const columns = instrumentColumns(words, own)
  const rows = report.instruments.map(({ id, title, kind, versions, role, drafts, counts, clauses }) => {
    const cells: Record<InstrumentColumn, Markup> = {
      title: html`<th scope="row">${title}</th>`,
      kind: html`<td>${kind ?? words.unknown}</td>`,
      versions: html`<td class="date">${versions.join(words.listSeparator) || words.unknown}</td>`,
      role: html`<td class="date">${own.roles[role]}</td>`,
      drafts: html`<td class="n">${drafts.length}/${report.drafts.length}</td>`,
      targets: html`<td class="n">${total(counts)}</td>`,
      clauses: html`<td class="n">${clauses}</td>`
    }
    return html`<tr id="${id}">${columns.map(({ column }) => cells[column])}${used.map(
      (status) => html`<td class="n${counts[status] > 0 && ` ${status}`}">${counts[status] || '·'}</td>`
    )}</tr>
`
  })
  return html`<p class="hint">${own.instrumentsHint}</p>${scrolling(
    own.instruments,
    html`<table class="data"><thead><tr>${columns.map(({ head, numeric }) => (numeric ? html`<th class="n">${head}</th>` : html`<th>${head}</th>`))}${used.map((status) => html`<th class="n">${words.status[status]}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table>`
  )}`
}

function basis({ basis: step }: WorkspaceDraft, own: WorkspaceWording): Markup {
  return html`<ul class="basis">${basisLines(step, own).map(
    ({ depth, text }) => html`<li style="padding-left:${depth * 1.6}em">${depth > 0 && '← '}${text}</li>`
  )}</ul>`
}

function missing({ report, words, own }: Page): Markup {
  if (report.missing.length === 0) return html`<p class="fine">${own.noMissing}</p>`
  const names = new Map(report.drafts.map(({ id, report: one }) => [id, draftName(one)]))
  const rows = report.missing.map(
    ({
      title,
      references,
      reason,
      drafts
    }) => html`<tr><th scope="row">${inTitleMarks(title)}</th><td class="n">${references}</td><td>${reason}</td><td>${drafts.map((id) => names.get(id)).join(words.listSeparator)}</td></tr>
`
  )
  return html`<p class="hint">${own.missingHint}</p>${scrolling(own.missing, html`<table class="data"><thead><tr><th>${words.instrument}</th><th class="n">${words.references}</th><th>${own.reason}</th><th>${own.inDrafts}</th></tr></thead><tbody>${rows}</tbody></table>`)}`
}

function circles({ report, own }: Page): Markup {
  if (report.circles.length === 0) return html`<p class="fine">${own.noCircles}</p>`
  return html`<ul>${report.circles.map((clauses) => html`<li>${clauses.join(' → ')}</li>`)}</ul>`
}

function references(page: Page): Markup {
  const { report, words, own } = page
  return scrolling(
    own.allReferences,
    html`<table class="refs"><thead><tr><th>${own.place}</th><th class="n">${own.row}</th><th>${own.text}</th><th>${own.target}</th><th>${own.status}</th></tr></thead>
${report.drafts.map(
  (
    draft
  ) => html`<tbody class="draft ${draft.id}" id="${draft.id}"><tr><th colspan="5" scope="rowgroup">${draftName(draft.report)} · ${words.summary({ ...draft.report, resolved: draft.report.counts.resolved })}</th></tr>
${listed(draft).map((reference) => referenceRows(reference, draft.id, page))}</tbody>
`
)}</table>`
  )
}

/** References worth a line, in the order of the text. */
function listed({ report }: WorkspaceDraft): ReportReference[] {
  const all = new Map([...referencesOf(report.sections), ...report.problems].map((entry) => [entry.id, entry]))
  return [...all.values()].filter(({ routine }) => !routine).sort((left, right) => left.id - right.id)
}

function referenceRows({ label, start, text, targets }: ReportReference, draft: string, { words, ids }: Page): Markup {
  return html`${targets.map(({ instrument, status, label: target, reason, topic, readings }) => {
    const to = instrument === null ? 'self' : (ids.get(instrument) ?? 'self')
    const check = status !== 'resolved' && ' check'
    return html`<tr class="row ${draft} ${status} ${to}${check}"><td>${label || words.frontMatter}</td><td class="n">${start.line}</td><td class="w">${text}</td><td>${target}${topic && html`<span class="reason">${topic}</span>`}</td><td><span class="badge ${status}">${words.status[status]}</span>${reason && html`<span class="reason">${reason}</span>`}${readings.map((reading) => html`<span class="reason">${words.alternatives}${words.colon}${reading}</span>`)}</td></tr>
`
  })}`
}
