import type { InstrumentGraph } from '@tiaoli/library'
import { escapeHtml } from '../html/markup.js'
import type { PlacedBox, PlacedLine } from './layout.js'
import { isFocus, layoutGraph } from './layout.js'

/** How a picture is drawn. */
export interface PictureOptions {
  /** Title of the instrument that the picture is about, or ids of several nodes. */
  focus?: string | readonly string[]
  /** It becomes part of an HTML page, which needs no name space. */
  inline?: true
  /** Name of the band that the focus stands in. */
  draft?: string
  /** Words read out to those who do not see the picture. */
  label?: string
}

const style = `
.tl{font:14px "Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
.tl .paper{fill:#fff}.tl .band{fill:#f6f3ec}.tl .band-name{fill:#8a8276;font-size:12px}
.tl .box{fill:#fffdf8;stroke:#8d7f66;stroke-width:1.2}.tl .box.unknown{stroke-dasharray:4 3;fill:#fff}
.tl .box.focus{fill:#9c2a22;stroke:#9c2a22}.tl text.focus{fill:#fff}.tl text{fill:#24211d}
.tl .line{fill:none;stroke:#7d8f9c;stroke-opacity:.55}.tl .line.basis{stroke:#9c2a22;stroke-opacity:.8}
.tl .line.unresolved{stroke-dasharray:5 4}.tl .count{font-size:11px;fill:#57636d}
.tl marker path{fill:#7d8f9c}.tl marker.basis path{fill:#9c2a22}`

/** A graph of instruments as an SVG picture that stands alone: the higher ranks above, lines as thick as there are references. */
export function renderGraphSvg(graph: InstrumentGraph, options: PictureOptions = {}): string {
  const { width, height, bands, boxes, lines } = layoutGraph(graph, options.focus, options.draft)
  const bandShapes = bands.map(
    ({ name, y, height: tall }) =>
      `<rect class="band" x="8" y="${round(y)}" width="${width - 16}" height="${round(tall)}" rx="8"/><text class="band-name" x="20" y="${round(y + tall / 2)}">${bandName(name, y + tall / 2)}</text>`
  )
  const label = options.label ?? '引用关系图'
  return `<svg${options.inline ? '' : ' xmlns="http://www.w3.org/2000/svg"'} class="tl" viewBox="0 0 ${width} ${round(height)}" width="${width}" height="${round(height)}" role="img" aria-label="${escapeHtml(label)}">
<style>${style}</style>
<defs>${marker('arrow', '')}${marker('arrow-basis', 'basis')}</defs>
<rect class="paper" width="100%" height="100%"/>
${bandShapes.join('\n')}
${lines.map(lineShape).join('\n')}
${boxes.map((box) => boxShape(box, isFocus(box, options.focus))).join('\n')}
</svg>
`
}

function marker(id: string, kind: string): string {
  return `<marker id="${id}" class="${kind}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z"/></marker>`
}

/** The names of several kinds in one band, below each other. */
function bandName(name: string, middle: number): string {
  const names = name.split('、').slice(0, 4)
  const top = middle - ((names.length - 1) * 15) / 2
  return names.map((part, index) => `<tspan x="20" y="${round(top + index * 15)}">${escapeHtml(part)}</tspan>`).join('')
}

function boxShape({ title, lines, known, x, y, width, height }: PlacedBox, focus: boolean): string {
  const state = focus ? ' focus' : known ? '' : ' unknown'
  const words = lines.map(
    (line, index) =>
      `<tspan x="${round(x + width / 2)}" y="${round(y + 24 + index * 20 - 2)}">${escapeHtml(line)}</tspan>`
  )
  const note = known || focus ? '' : '（文库中没有）'
  return `<g><title>${escapeHtml(title)}${note}</title><rect class="box${state}" x="${round(x)}" y="${round(y)}" width="${width}" height="${height}" rx="6"/><text class="${state.trim()}" text-anchor="middle">${words.join('')}</text></g>`
}

function lineShape({ from, to, references, role, unresolved }: PlacedLine): string {
  const [start, end] = ends(from, to)
  const bend = from.y === to.y ? -40 : 0
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 + bend }
  const basis = role === 'basis'
  const kinds = ['line', basis && 'basis', unresolved === references && 'unresolved'].filter(Boolean).join(' ')
  const thick = round(1 + Math.min(5, Math.log2(references)))
  const path =
    bend === 0
      ? `M${start.x} ${start.y}C${start.x} ${middle.y} ${end.x} ${middle.y} ${end.x} ${end.y}`
      : `M${start.x} ${start.y}Q${middle.x} ${middle.y + bend} ${end.x} ${end.y}`
  const words = `${from.title} → ${to.title}：${references} 处${basis ? '，以其为制定依据' : ''}${unresolved > 0 ? `，${unresolved} 处需要核对` : ''}`
  const count =
    references > 1 ? `<text class="count" x="${round(middle.x + 4)}" y="${round(middle.y)}">${references}</text>` : ''
  return `<g><title>${escapeHtml(words)}</title><path class="${kinds}" d="${path}" stroke-width="${thick}" marker-end="url(#arrow${basis ? '-basis' : ''})"/>${count}</g>`
}

/** Where a line leaves one box and reaches the other. */
function ends(from: PlacedBox, to: PlacedBox): [{ x: number; y: number }, { x: number; y: number }] {
  const x = (box: PlacedBox): number => round(box.x + box.width / 2)
  if (from.y > to.y)
    return [
      { x: x(from), y: from.y },
      { x: x(to), y: to.y + to.height }
    ]
  if (from.y < to.y)
    return [
      { x: x(from), y: from.y + from.height },
      { x: x(to), y: to.y }
    ]
  return [
    { x: x(from), y: from.y },
    { x: x(to), y: to.y }
  ]
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
