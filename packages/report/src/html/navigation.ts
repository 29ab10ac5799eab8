import type { ReportSection, ReportUnit } from '../model.js'
import type { Markup } from './markup.js'
import { html } from './markup.js'
import type { PageContext } from './page-context.js'

/** The tree of chapters and articles at the side. */
export function navigation({ report, words }: PageContext): Markup {
  const others = report.instruments.filter(({ title }) => title !== null)
  return html`<nav aria-label="${words.contents}"><div class="inner">
<a class="home" href="#top">${report.title}</a>
<ul class="jump"><li><a href="#problems">${words.problems}<b>${report.problems.length}</b></a></li>
<li><a href="#instruments">${words.instruments}<b>${others.length}</b></a></li>${
    others.length > 0 &&
    html`
<li><a href="#cited">${words.cited}</a></li>`
  }
${report.searches?.map(({ query, hits }, index) => html`<li><a href="#search-${index + 1}">${words.search(query)}<b>${hits.length}</b></a></li>`)}</ul>
${report.sections.map(sectionLinks)}</div></nav>
`
}

function sectionLinks(section: ReportSection): Markup {
  const { address, label, heading } = section
  const articles = section.units.filter((unit) => unit.address.includes('art_'))
  const title = address !== '' && html`<a class="nav-heading" href="#${address}">${label} ${heading}</a>`
  const numbers = articles.length > 0 && html`<p class="numbers">${articles.map(articleLink)}</p>`
  return html`<div class="nav-section">${title}${numbers}${section.sections.map(sectionLinks)}</div>`
}

function articleLink({ address, label, topic, outgoing }: ReportUnit): Markup {
  const check = outgoing.some(({ status }) => status !== 'resolved')
  const number = address.replace(/^.*art_/, '')
  return html`<a href="#${address}" title="${label}　${topic}"${check && html` class="check"`}>${number}</a> `
}
