import type { InstrumentGraph } from '@tiaoli/library'
import { total } from '../counts.js'
import type { Report, ReportInstrument } from '../model.js'
import { renderGraphSvg } from '../picture/render-svg.js'
import { html, Markup } from './markup.js'
import type { PageContext } from './page-context.js'

/** Fewer instruments than this are seen at a glance in the table. */
const worthDrawing = 3
const mostDrawn = 36

/** The draft and what it refers to as a picture; nothing where there is little to see. */
export function picture({ report, words }: PageContext): Markup {
  const graph = graphOf(report)
  if (graph.edges.length < worthDrawing) return html``
  const svg = renderGraphSvg(graph, { focus: report.title, label: words.picture, draft: words.thisText, inline: true })
  return html`<section id="picture"><h2>${words.picture}</h2><p class="hint">${words.pictureHint}</p>
<div class="picture" tabindex="0" role="group" aria-label="${words.picture}">${new Markup(svg)}</div></section>
`
}

function graphOf({ title, instruments }: Report): InstrumentGraph {
  const others = instruments.filter((instrument) => instrument.title !== null).slice(0, mostDrawn)
  const draft = { id: 'draft', title, known: true, incoming: 0, outgoing: others.length }
  const nodes = others.map(({ title: name, kind, counts }, index) => ({
    id: `n${index}`,
    title: name!,
    ...(kind !== undefined && { kind }),
    known: counts['unknown-instrument'] < total(counts),
    incoming: total(counts),
    outgoing: 0
  }))
  return { nodes: [draft, ...nodes], edges: others.map(edgeTo) }
}

function edgeTo({ counts }: ReportInstrument, index: number): InstrumentGraph['edges'][number] {
  const references = total(counts)
  const unresolved = references - counts.resolved
  return { source: 'draft', target: `n${index}`, references, role: 'mention', unresolved }
}
