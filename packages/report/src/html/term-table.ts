import type { Markup } from './markup.js'
import { html } from './markup.js'
import type { PageContext } from './page-context.js'
import { scrolling } from './scrolling.js'

/** The terms that the draft defines, where, and how often it uses them; nothing where it defines none. */
export function termTable({ report, words }: PageContext): Markup | undefined {
  if (report.terms.length === 0) return undefined
  const rows = report.terms.map(({ text, address, label, uses }) => {
    const place = address === '' ? label : html`<a href="#${address}">${label}</a>`
    return html`<tr><th scope="row">${text}</th><td>${place}</td><td class="n">${uses}</td></tr>
`
  })
  return html`<section id="terms"><h2>${words.terms}</h2>${scrolling(
    words.terms,
    html`<table class="data narrow">
<thead><tr><th>${words.term}</th><th>${words.definedIn}</th><th class="n">${words.uses}</th></tr></thead>
<tbody>${rows}</tbody></table>`
  )}</section>
`
}
