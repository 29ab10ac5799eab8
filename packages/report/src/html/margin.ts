import type { IncomingReference, ReportTarget, ReportUnit } from '../model.js'
import type { Markup } from './markup.js'
import { html } from './markup.js'
import type { PageContext } from './page-context.js'
import { targetLink } from './target-view.js'

/** What stands beside an article: where it points, and from where it is pointed at. */
export function margin(unit: ReportUnit, page: PageContext): Markup | undefined {
  const targets = unit.outgoing.filter(({ routine }) => !routine).flatMap((reference) => reference.targets)
  const outgoing = distinctBy(targets, ({ label, status }) => `${label} ${status}`)
  if (outgoing.length === 0 && unit.incoming.length === 0) return undefined
  return html`<aside>${outgoing.length > 0 && targetList(outgoing, page)}${backlinks(unit.incoming, page)}</aside>`
}

function targetList(targets: ReportTarget[], page: PageContext): Markup {
  const items = targets.map((target) => {
    const topic = target.topic && html`<span class="topic">${target.topic}</span>`
    return html`<li class="${target.status}">${targetLink(target, target.shortLabel, page)}${topic}</li>`
  })
  return html`<div class="out"><span class="what">${page.words.outgoing}</span><ul>${items}</ul></div>`
}

/** From where a clause is referred to, each place once. */
export function backlinks(incoming: IncomingReference[], page: PageContext): Markup | undefined {
  if (incoming.length === 0) return undefined
  const items = distinctBy(incoming, ({ label }) => label).map(
    ({ reference, label }) => html`<li><a href="#ref-${reference}">${label}</a></li>`
  )
  return html`<div class="in"><span class="what">${page.words.incoming}</span><ul>${items}</ul></div>`
}

function distinctBy<T>(values: T[], key: (value: T) => string): T[] {
  return [...new Map(values.map((value) => [key(value), value])).values()]
}
