import type { ReportReference, ReportTarget } from '../model.js'
import type { Markup } from './markup.js'
import { html } from './markup.js'
import type { PageContext } from './page-context.js'
import { badge, reasons, targetLink } from './target-view.js'

/** The references that need checking, or that there are none. */
export function problems(page: PageContext): Markup {
  const { report, words } = page
  return html`<section id="problems"><h2>${words.problems}</h2>${report.problems.length === 0 ? html`<p class="fine">${words.allResolved}</p>` : problemList(page)}</section>
`
}

function problemList(page: PageContext): Markup {
  const { report, words } = page
  return html`<p class="hint">${words.problemsHint}</p>
<ol class="problems">${report.problems.map((reference) => problem(reference, page))}</ol>`
}

function problem(reference: ReportReference, page: PageContext): Markup {
  const { words } = page
  const targets = reference.targets.filter(({ status }) => status !== 'resolved')
  return html`<li class="${reference.status}"><a class="where" href="#ref-${reference.id}">${reference.label || words.frontMatter}</a>
<span class="line">${words.line(reference.start.line)}</span> <q>${reference.text}</q>
${targets.map((target) => problemTarget(target, page))}</li>
`
}

function problemTarget(target: ReportTarget, page: PageContext): Markup {
  return html`<div class="target">${badge(target, page)} ${targetLink(target, target.label, page)}${reasons(target, page)}</div>`
}
