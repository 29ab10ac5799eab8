import { total, usedStatuses } from '../counts.js'
import type { ReportInstrument } from '../model.js'
import type { Markup } from './markup.js'
import { html } from './markup.js'
import type { PageContext } from './page-context.js'
import { scrolling } from './scrolling.js'

/** One row per instrument that the draft refers to. */
export function instrumentTable(page: PageContext): Markup {
  const { report, words } = page
  if (report.instruments.length === 0) {
    return html`<section id="instruments"><h2>${words.instruments}</h2><p class="hint">${words.noInstruments}</p></section>
`
  }
  const statuses = usedStatuses(report.counts).map((status) => html`<th class="n">${words.status[status]}</th>`)
  return html`<section id="instruments"><h2>${words.instruments}</h2>${scrolling(
    words.instruments,
    html`<table class="data">
<thead><tr><th>${words.instrument}</th><th>${words.kindHeading}</th><th>${words.version}</th>
<th class="n">${words.targets}</th><th class="n">${words.clauses}</th>${statuses}</tr></thead>
<tbody>${report.instruments.map((instrument) => tableRow(instrument, page))}</tbody></table>`
  )}</section>
`
}

function tableRow(instrument: ReportInstrument, { report, words, anchors }: PageContext): Markup {
  const { title, kind, versions, counts, clauses } = instrument
  const anchor = anchors.instrument(title)
  const name = anchor === undefined ? words.thisText : html`<a href="#${anchor}">${title ?? ''}</a>`
  const statuses = usedStatuses(report.counts).map(
    (status) => html`<td class="n${counts[status] > 0 && ` ${status}`}">${counts[status] || '·'}</td>`
  )
  return html`<tr><th scope="row">${name}</th><td>${kind ?? words.unknown}</td>
<td class="date">${versions.join(words.listSeparator) || words.unknown}</td>
<td class="n">${total(counts)}</td><td class="n">${clauses}</td>${statuses}</tr>
`
}
