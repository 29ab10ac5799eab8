import type { ReportInstrument } from '../model.js'
import type { Markup } from './markup.js'
import { html } from './markup.js'
import type { PageContext } from './page-context.js'

/** Every clause of other instruments that is referred to, with what it is about and from where; nothing where there is none. */
export function citedClauses(page: PageContext): Markup | undefined {
  const others = page.report.instruments.filter(({ title }) => title !== null)
  if (others.length === 0) return undefined
  return html`<section id="cited"><h2>${page.words.cited}</h2>${others.map((row) => citedInstrument(row, page))}</section>
`
}

function citedInstrument(instrument: ReportInstrument, page: PageContext): Markup {
  const facts = [instrument.kind, ...instrument.versions].filter(Boolean).join(' · ')
  const clauses = instrument.cited.map((clause) => citedClause(instrument, clause, page))
  return html`<section class="instrument" id="${page.anchors.instrument(instrument.title)}">
<h3>${instrument.title ?? ''}<span>${facts}</span></h3>${clauses.length > 0 && html`<dl>${clauses}</dl>`}</section>
`
}

function citedClause(
  { title }: ReportInstrument,
  clause: ReportInstrument['cited'][number],
  { anchors, words, references }: PageContext
): Markup {
  const from = clause.references.map((id, index) => {
    const label = references.get(id)?.label || words.frontMatter
    return html`${index > 0 && words.listSeparator}<a href="#ref-${id}">${label}</a>`
  })
  return html`<div id="${anchors.cited(title, clause.from, clause.to)}"><dt>${clause.label.replace(/^《.*》/, '')}</dt>
<dd>${clause.topic}${clause.excerpt && html`<span class="excerpt">${clause.excerpt}</span>`}</dd>
<dd class="from">${words.citedFrom} ${from}</dd></div>
`
}
