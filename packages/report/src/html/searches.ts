import type { ReportHit } from '../model.js'
import type { Markup } from './markup.js'
import { html } from './markup.js'
import type { PageContext } from './page-context.js'

/** What was looked for, with links to the clauses; nothing where nothing was. */
export function searches({ report, words }: PageContext): Markup | undefined {
  if (report.searches === undefined || report.searches.length === 0) return undefined
  return html`${report.searches.map(
    ({ query, hits }, index) => html`<section id="search-${index + 1}"><h2>${words.search(query)}</h2>
${hits.length === 0 ? html`<p class="hint">${words.nothingFound}</p>` : html`<ol class="hits">${hits.map((hit) => item(hit))}</ol>`}</section>
`
  )}`

  function item({ address, label, segments, otherWords }: ReportHit): Markup {
    const text = segments.map(({ text: part, found }) => (found ? html`<mark>${part}</mark>` : part))
    const place = address === '' ? label || words.frontMatter : html`<a class="where" href="#${address}">${label}</a>`
    return html`<li>${place}${otherWords && html` <small class="hint">${words.otherWords}</small>`} <q>${text}</q></li>
`
  }
}
