import type {
  Report,
  ReportClause,
  ReportReference,
  ReportSection,
  ReportSegment,
  ReportTarget,
  ReportUnit
} from '../model.js'
import type { ReportWording } from '../wording.js'
import type { Anchors } from './anchors.js'
import type { Markup } from './markup.js'
import { html } from './markup.js'

/** What every part of a page needs. */
export interface PageContext {
  report: Report
  words: ReportWording
  anchors: Anchors
  references: ReadonlyMap<number, ReportReference>
}

/** The draft itself, with its references as links and each article's references beside it. */
export function textView(sections: ReportSection[], page: PageContext): Markup {
  return html`${sections.map((section) => sectionView(section, page))}`
}

function sectionView(section: ReportSection, page: PageContext): Markup {
  const id = page.anchors.claim(section.address)
  const level = Math.min(5, 2 + section.depth)
  const title = html`${section.label && html`<span class="no">${section.label}</span> `}${section.heading}`
  const heading =
    section.address === ''
      ? undefined
      : html`<div class="heading h${level}" role="heading" aria-level="${level}"${id && html` id="${id}"`}>${title}${backlinks(section, page)}</div>`
  return html`<section class="part">${heading}
${section.units.map((unit) => unitView(unit, page))}${section.sections.map((child) => sectionView(child, page))}</section>
`
}

function unitView(unit: ReportUnit, page: PageContext): Markup {
  const id = page.anchors.claim(unit.address)
  const problem = unit.outgoing.some(({ status }) => status !== 'resolved')
  const clauses = unit.clauses.map((clause, index) => clauseView(clause, index === 0 ? unit.label : '', page))
  return html`<article class="unit${problem && ' check'}"${id && html` id="${id}"`}>
<div class="text">${clauses}</div>${margin(unit, page)}</article>
`
}

function clauseView(clause: ReportClause, label: string, page: PageContext): Markup {
  if (clause.rows !== undefined) {
    return html`<table>${clause.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</table>`
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
  return html`<span class="ref ${reference.status}" id="ref-${reference.id}">${words}${card(reference, page)}</span>`
}

function lines(text: string): Markup {
  const [first, ...rest] = text.split('\n')
  return html`${first}${rest.map((line) => html`<br>${line}`)}`
}

/** What a reference points to, shown while the pointer is over it or it has the focus. */
function card(reference: ReportReference, page: PageContext): Markup {
  return html`<span class="card" role="tooltip">${reference.targets.map((target) => targetView(target, page))}</span>`
}

function targetView(target: ReportTarget, page: PageContext): Markup {
  return html`<span class="target">${targetLink(target, page)}${badge(target, page)}${
    target.topic && html`<span class="topic">${target.topic}</span>`
  }${target.excerpt && html`<span class="excerpt">${target.excerpt}</span>`}${
    target.reason && html`<span class="reason">${target.reason}</span>`
  }</span>`
}

/** A target as a link to where the page shows it. */
export function targetLink(target: ReportTarget, page: PageContext): Markup {
  const href = page.anchors.href(target)
  return href === undefined ? html`<span>${target.label}</span>` : html`<a href="${href}">${target.label}</a>`
}

/** The status of a target in words, coloured. */
export function badge(target: ReportTarget, page: PageContext): Markup {
  return html`<span class="badge ${target.status}">${page.words.status[target.status]}</span>`
}

function margin(unit: ReportUnit, page: PageContext): Markup | undefined {
  const outgoing = unit.outgoing.filter(({ routine }) => !routine).flatMap(({ targets }) => targets)
  if (outgoing.length === 0 && unit.incoming.length === 0) return undefined
  const seen = new Set<string>()
  const distinct = outgoing.filter(({ label, status }) => {
    const key = `${label} ${status}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
  return html`<aside>${
    distinct.length > 0 &&
    html`<div class="out"><span class="what">${page.words.outgoing}</span><ul>${distinct.map(
      (target) =>
        html`<li class="${target.status}">${targetLink(target, page)}${target.topic && html`<span class="topic">${target.topic}</span>`}</li>`
    )}</ul></div>`
  }${backlinks(unit, page)}</aside>`
}

function backlinks({ incoming }: Pick<ReportUnit, 'incoming'>, page: PageContext): Markup | undefined {
  if (incoming.length === 0) return undefined
  return html`<div class="in"><span class="what">${page.words.incoming}</span><ul>${incoming.map(
    ({ reference, label }) => html`<li><a href="#ref-${reference}">${label}</a></li>`
  )}</ul></div>`
}
