import type { ReportReference, ReportTarget } from '../model.js'
import type { Markup } from './markup.js'
import { html } from './markup.js'
import type { PageContext } from './page-context.js'

/** What a reference points to, shown while the pointer is over it or it has the focus. */
export function card(reference: ReportReference, page: PageContext): Markup {
  return html`<span class="card" role="tooltip">${reference.targets.map((target) => cardTarget(target, page))}</span>`
}

function cardTarget(target: ReportTarget, page: PageContext): Markup {
  const topic = target.from === null ? instrumentFacts(target, page) : target.topic
  return html`<span class="target">${targetLink(target, target.label, page)}${badge(target, page)}${
    topic && html`<span class="topic">${topic}</span>`
  }${target.excerpt && html`<span class="excerpt">${target.excerpt}</span>`}${reasons(target, page)}</span>`
}

/** Why a target is not certain, and how else it can be read. */
export function reasons(target: ReportTarget, { words }: PageContext): Markup {
  const readings = target.readings.map(
    (reading) => html`<span class="reason">${words.alternatives}${words.colon}${reading}</span>`
  )
  return html`${target.reason && html`<span class="reason">${target.reason}</span>`}${readings}`
}

/** Kind and version of an instrument that is referred to as a whole. */
function instrumentFacts({ instrument, version }: ReportTarget, { report }: PageContext): string {
  const kind = instrument === null ? undefined : report.instruments.find(({ title }) => title === instrument)?.kind
  return [kind, version].filter((fact) => fact !== undefined).join(' · ')
}

/** A target, under a label, as a link to where the page shows it. */
export function targetLink(target: ReportTarget, label: string, page: PageContext): Markup {
  const href = page.anchors.href(target)
  return href === undefined ? html`<span>${label}</span>` : html`<a href="${href}">${label}</a>`
}

/** The status of a target in words, coloured. */
export function badge(target: ReportTarget, page: PageContext): Markup {
  return html`<span class="badge ${target.status}">${page.words.status[target.status]}</span>`
}
