import type { ReportClause, ReportSection, ReportSegment, ReportUnit } from '../model.js'
import { backlinks, margin } from './margin.js'
import type { Markup } from './markup.js'
import { html } from './markup.js'
import type { PageContext } from './page-context.js'
import { card } from './target-view.js'
import { unitClasses } from './unit-filters.js'

/** The draft itself, with its references as links and each article's references beside it. */
export function textView(sections: ReportSection[], page: PageContext): Markup {
  return html`${sections.map((section) => sectionView(section, page))}`
}

function sectionView(section: ReportSection, page: PageContext): Markup {
  const id = page.anchors.claim(section.address)
  const level = Math.min(5, 2 + section.depth)
  const title = html`${section.label && html`<span class="no">${section.label}</span> `}${section.segments.map((part) => segmentView(part, page))}`
  const heading =
    section.address === ''
      ? undefined
      : html`<div class="heading h${level}" role="heading" aria-level="${level}"${id && html` id="${id}"`}>${title}${backlinks(section.incoming, page)}</div>`
  return html`<section class="part">${heading}
${section.units.map((unit) => unitView(unit, page))}${section.sections.map((child) => sectionView(child, page))}</section>
`
}

function unitView(unit: ReportUnit, page: PageContext): Markup {
  const id = page.anchors.claim(unit.address)
  const clauses = unit.clauses.map((clause, index) => clauseView(clause, index === 0 ? unit.label : '', page))
  return html`<article class="${unitClasses(unit, page)}"${id && html` id="${id}"`}>
<div class="text">${clauses}</div>${margin(unit, page)}</article>
`
}

function clauseView(clause: ReportClause, label: string, page: PageContext): Markup {
  if (clause.rows !== undefined) {
    const cell = (segments: ReportSegment[]) => html`<td>${segments.map((segment) => segmentView(segment, page))}</td>`
    return html`<table>${clause.rows.map((row) => html`<tr>${row.map(cell)}</tr>`)}</table>`
  }
  const id = page.anchors.claim(clause.address)
  const number = label || clause.num
  return html`<p class="${clause.level}"${id && html` id="${id}"`}>${number && html`<b class="no">${number}</b>`}${label && '　'}${clause.segments.map(
    (segment) => segmentView(segment, page)
  )}</p>
`
}

function segmentView(segment: ReportSegment, page: PageContext): Markup {
  const reference = segment.reference === undefined ? undefined : page.references.get(segment.reference)
  if (reference === undefined) return html`${lines(segment.text)}`
  const href = reference.targets.map((target) => page.anchors.href(target)).find((found) => found !== undefined)
  const words =
    href === undefined ? html`<span tabindex="0">${segment.text}</span>` : html`<a href="${href}">${segment.text}</a>`
  return html`<span class="ref ${reference.status}${reference.routine && ' routine'}" id="ref-${reference.id}">${words}${card(reference, page)}</span>`
}

function lines(text: string): Markup {
  const [first, ...rest] = text.split('\n')
  return html`${first}${rest.map((line) => html`<br>${line}`)}`
}
