import { total } from '../counts.js'
import type { ReportInstrument, ReportSection } from '../model.js'
import { statusOrder } from '../model.js'
import type { Markup } from './markup.js'
import { html } from './markup.js'
import type { PageContext } from './page-context.js'
import { badge, targetLink } from './target-view.js'

/** Title, facts and figures of a report. */
export function header({ report, words }: PageContext): Markup {
  const { counts, targets } = report
  const facts = [report.stage, report.date].filter((fact) => fact !== undefined)
  const share = (count: number) => `${((count / Math.max(1, targets)) * 100).toFixed(2)}%`
  return html`<header id="top">
<p class="eyebrow">${words.reportOf('').replace('《》', '')}${facts.map((fact) => html`<span class="fact">${fact}</span>`)}</p>
<h1>${report.title}</h1>
<p class="summary">${words.summary({ ...report, resolved: counts.resolved })}</p>
<div class="bar" aria-hidden="true">${[...statusOrder]
    .reverse()
    .map(
      (status) => counts[status] > 0 && html`<i class="${status}" style="width:${share(counts[status])}"></i>`
    )}</div>
<ul class="legend">${[...statusOrder]
    .reverse()
    .map(
      (status) =>
        counts[status] > 0 && html`<li class="${status}"><b>${counts[status]}</b> ${words.status[status]}</li>`
    )}</ul>
</header>
`
}

/** The tree of chapters and articles at the side. */
export function navigation({ report, words }: PageContext): Markup {
  return html`<nav aria-label="${words.contents}"><div class="inner">
<a class="home" href="#top">${report.title}</a>
<ul class="jump"><li><a href="#problems">${words.problems}<b>${report.problems.length}</b></a></li>
<li><a href="#instruments">${words.instruments}<b>${report.instruments.filter(({ title }) => title !== null).length}</b></a></li>
<li><a href="#cited">${words.cited}</a></li></ul>
${report.sections.map(navSection)}</div></nav>
`
}

function navSection(section: ReportSection): Markup {
  const units = section.units.filter(({ label, address }) => label !== '' && address.includes('art_'))
  return html`<div class="nav-section">${
    section.address !== '' &&
    html`<a class="nav-heading" href="#${section.address}">${section.label} ${section.heading}</a>`
  }${
    units.length > 0 &&
    html`<p class="numbers">${units.map(({ address, label, topic, outgoing }) => {
      const check = outgoing.some(({ status }) => status !== 'resolved')
      return html`<a href="#${address}" title="${label}　${topic}"${check && html` class="check"`}>${address.replace(/^.*art_/, '')}</a> `
    })}</p>`
  }${section.sections.map(navSection)}</div>`
}

/** The references that need checking, or that there are none. */
export function problems(page: PageContext): Markup {
  const { report, words } = page
  const list =
    report.problems.length === 0
      ? html`<p class="fine">${words.allResolved}</p>`
      : html`<p class="hint">${words.problemsHint}</p><ol class="problems">${report.problems.map(
          (reference) =>
            html`<li class="${reference.status}"><a class="where" href="#ref-${reference.id}">${reference.label || words.frontMatter}</a> <span class="line">${words.line(
              reference.start.line
            )}</span> <q>${reference.text}</q>${reference.targets
              .filter(({ status }) => status !== 'resolved')
              .map(
                (target) =>
                  html`<div class="target">${badge(target, page)} ${targetLink(target, target.label, page)}${
                    target.reason && html`<span class="reason">${target.reason}</span>`
                  }</div>`
              )}</li>`
        )}</ol>`
  return html`<section id="problems"><h2>${words.problems}</h2>${list}</section>
`
}

/** One row per instrument that the draft refers to. */
export function instrumentTable(page: PageContext): Markup {
  const { report, words, anchors } = page
  const used = [...statusOrder].reverse().filter((status) => report.counts[status] > 0)
  const row = (instrument: ReportInstrument) => {
    const anchor = anchors.instrument(instrument.title)
    const name = instrument.title === null ? words.thisText : instrument.title
    return html`<tr><th scope="row">${anchor ? html`<a href="#${anchor}">${name}</a>` : name}</th><td>${instrument.kind ?? words.unknown}</td><td class="date">${
      instrument.versions.join(words.listSeparator) || words.unknown
    }</td><td class="n">${total(instrument.counts)}</td><td class="n">${instrument.clauses}</td>${used.map(
      (status) =>
        html`<td class="n ${instrument.counts[status] > 0 && status}">${instrument.counts[status] || '·'}</td>`
    )}</tr>`
  }
  return html`<section id="instruments"><h2>${words.instruments}</h2><div class="scroll"><table class="data"><thead><tr><th>${words.instrument}</th><th>${
    words.kindHeading
  }</th><th>${words.version}</th><th class="n">${words.references}</th><th class="n">${words.clauses}</th>${used.map(
    (status) => html`<th class="n">${words.status[status]}</th>`
  )}</tr></thead><tbody>${report.instruments.map(row)}</tbody></table></div></section>
`
}

/** Every clause of other instruments that is referred to, with what it is about and from where. */
export function citedClauses(page: PageContext): Markup {
  const others = page.report.instruments.filter(({ title }) => title !== null)
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
