import { html, htmlPage, type Markup, scrolling, stylesheet } from '@tiaoli/report'
import type { CoverageStatus } from '../coverage.js'
import { strengthNames } from '../vocabulary.js'
import type { CoverageReport } from './coverage-report.js'
import { coverageMatrix } from './matrix.js'
import type { ReportPart } from './sections.js'
import { reportParts, summary } from './sections.js'
import { statusWords } from './wording.js'

/** A coverage report with its matrix as one self-contained page without scripts: opens anywhere, prints well. */
export function renderCoverageHtml(report: CoverageReport): string {
  const { brief, draft, messages } = report.coverage
  const parts = reportParts(report).filter(({ id }) => id !== 'all')
  const facts = [draft.stage, draft.date].filter((fact) => fact !== undefined)
  return htmlPage(
    { title: `落实情况：${draft.title}`, style: stylesheet + coverageStyle, schemes: 'light dark' },
    html`<nav aria-label="目录"><div class="inner"><a class="home" href="#top">${draft.title}</a>
<ul class="jump">${parts.map(({ id, heading, rows }) => html`<li><a href="#${id}">${heading}<b>${rows?.length ?? 0}</b></a></li>`)}<li><a href="#matrix">对照矩阵</a></li></ul>
${report.coverage.chapters.map(({ id, name }) => html`<a class="nav-heading" href="#${id}">${id} ${name}</a>`)}</div></nav>
<main>
<header id="top"><p class="eyebrow">落实情况${facts.map((fact) => html`<span class="fact">${fact}</span>`)}</p>
<h1>${draft.title}</h1>
<p class="summary">对照：${brief.title}</p>
${bars(report)}
<ul class="sums">${summary(report).map((sentence) => html`<li>${sentence}</li>`)}</ul></header>
${messages.length > 0 && html`<section id="messages"><h2>落实注释中的问题</h2><ul class="hint">${messages.map(({ line, reason }) => html`<li>第 ${line ?? 1} 行：${reason}</li>`)}</ul></section>`}
${parts.map(printPart)}${matrix(report)}</main>
`
  )
}

const shown: CoverageStatus[] = ['covered', 'partly', 'not-covered']

/** One bar for what has to be in the draft and one for what should be. */
function bars({ coverage: { total } }: CoverageReport): Markup {
  const bar = (label: string, figures: typeof total.must) =>
    figures.total > 0 &&
    html`<div class="measure"><span>${label}</span><div class="bar" aria-hidden="true">${shown.map(
      (status) =>
        figures[status] > 0 &&
        html`<i class="${status}" style="width:${((figures[status] / figures.total) * 100).toFixed(2)}%"></i>`
    )}</div><b>${figures.covered}/${figures.total}</b></div>`
  return html`${bar('必备', total.must)}${bar('宜备', total.should)}<ul class="legend">${shown.map(
    (status) => html`<li class="${status}">${statusWords[status]}</li>`
  )}</ul>`
}

function printPart({ id, heading, words, fine, head, rows }: ReportPart): Markup {
  const table =
    head !== undefined &&
    scrolling(
      heading,
      html`<table><thead><tr>${head.map((title) => html`<th>${title}</th>`)}</tr></thead><tbody>${(rows ?? []).map(
        (row) =>
          html`<tr>${row.map(({ text, status }) => html`<td>${status === undefined ? text : html`<span class="badge ${status}">${text}</span>`}</td>`)}</tr>`
      )}</tbody></table>`
    )
  return html`<section id="${id}"><h2>${heading}</h2>${words.map((sentence) => html`<p class="${fine ? 'fine' : 'hint'}">${sentence}</p>`)}${table}</section>
`
}

/** Requirements down, chapters of the draft across; what a requirement says stands under its name. */
function matrix({ coverage }: CoverageReport): Markup {
  const { columns, rows } = coverageMatrix(coverage)
  const short = columns.map((column) => column.replace(/^第(.+)章 /, '$1、'))
  return html`<section id="matrix"><h2>对照矩阵</h2>${scrolling(
    '对照矩阵',
    html`<table class="matrix"><thead><tr><th>要求</th><th>强度</th><th>落实情况</th>${short.map(
      (column) => html`<th class="chapter"><span>${column}</span></th>`
    )}</tr></thead><tbody>${rows.map(
      ({ row, cells }) =>
        html`<tr id="${row.requirement.id}" class="depth-${row.depth}"><th scope="row"><span class="id">${row.requirement.id}</span> ${row.requirement.name}<p>${row.requirement.statement}</p></th><td>${
          strengthNames[row.requirement.strength]
        }</td><td><span class="badge ${row.status}"${row.reason !== undefined && html` title="${row.reason}"`}>${statusWords[row.status]}</span></td>${cells.map(
          (labels) =>
            html`<td class="${labels.length > 0 && `hit ${row.status}`}">${labels.map((label) => html`<span>${label}</span> `)}</td>`
        )}</tr>`
    )}</tbody></table>`
  )}</section>
`
}

const coverageStyle = `
.covered,.respected{--c:var(--resolved)}.partly,.unchecked{--c:var(--superseded)}.not-covered,.contradicted{--c:var(--dangling)}
.measure{display:grid;grid-template-columns:3em 1fr 5em;align-items:center;gap:.8rem;font:14px/1.6 var(--sans);margin:.3rem 0}
.measure b{font-variant-numeric:tabular-nums;text-align:right}
.sums{list-style:none;padding:0;margin:1rem 0 0;font:14px/1.8 var(--sans);color:var(--soft)}
main{max-width:96rem}
.matrix th[scope=row]{min-width:16rem;max-width:24rem}
.matrix th[scope=row] p{margin:0;font:400 12.5px/1.6 var(--sans);color:var(--soft)}
.matrix .id{font-variant-numeric:tabular-nums;color:var(--accent);font-weight:600}
.matrix .depth-1>*{background:color-mix(in srgb,var(--line) 55%,transparent)}
.matrix .depth-3>th{padding-left:1.6rem}.matrix .depth-4>th{padding-left:2.6rem}.matrix .depth-5>th{padding-left:3.4rem}
#linkages td:first-child{min-width:13em}#linkages td:nth-child(2){min-width:9em}
.matrix td span{white-space:nowrap;display:inline-block}
.matrix td{min-width:3.6rem}.matrix td.hit{min-width:5.5rem;font-size:12.5px;background:color-mix(in srgb,var(--c) 12%,transparent)}
.matrix thead th.chapter{max-width:7rem;white-space:normal;line-height:1.35}
.matrix tr:target>*{background:color-mix(in srgb,var(--accent) 12%,transparent)}
@media print{.matrix{font-size:8pt}.matrix th[scope=row]{min-width:0}}
`
