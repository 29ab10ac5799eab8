import { usedStatuses } from '../counts.js'
import type { Markup } from './markup.js'
import { html } from './markup.js'
import type { PageContext } from './page-context.js'

/** Title, facts and figures of a report. */
export function header({ report, words }: PageContext): Markup {
  const { counts, targets } = report
  const facts = [report.stage, report.date].filter((fact) => fact !== undefined)
  const used = usedStatuses(counts)
  const share = (count: number) => `${((count / Math.max(1, targets)) * 100).toFixed(2)}%`
  const bars = used.map((status) => html`<i class="${status}" style="width:${share(counts[status])}"></i>`)
  const legend = used.map((status) => html`<li class="${status}"><b>${counts[status]}</b> ${words.status[status]}</li>`)
  return html`<header id="top">
<p class="eyebrow">${words.report}${facts.map((fact) => html`<span class="fact">${fact}</span>`)}</p>
<h1>${report.title}</h1>
<p class="summary">${words.summary({ ...report, resolved: counts.resolved })}</p>
<div class="bar" aria-hidden="true">${bars}</div>
<ul class="legend">${legend}</ul>
</header>
`
}
