import type { GraphNode, LinkGraph } from '../../model/link-graph.js'
import { radiusOf } from '../../model/link-graph.js'

/** What of a picture is in the window: `scale` pixels a unit, and the pixel where the origin is. */
export interface View {
  scale: number
  x: number
  y: number
}

/** Colours of the page, by what is drawn. */
export interface Palette {
  ink: string
  soft: string
  line: string
  paper: string
  accent: string
  draft: string
  party: string
  state: string
  other: string
}

/** The colours that the page has now, light or dark. */
export function paletteOf(element: HTMLElement): Palette {
  const style = getComputedStyle(element)
  // Colours that depend on light and dark are known only to elements that show them.
  const probe = document.createElement('i')
  element.append(probe)
  const color = (name: string) => {
    probe.style.color = style.getPropertyValue(`--${name}`)
    return getComputedStyle(probe).color
  }
  const palette = {
    ink: color('ink'),
    soft: color('soft'),
    line: color('line-strong'),
    paper: color('paper'),
    accent: color('accent'),
    draft: color('accent'),
    party: color('superseded'),
    state: color('unknown'),
    other: color('soft')
  }
  probe.remove()
  return palette
}

const partyKinds = new Set(['党章', '准则', '条例', '规定', '办法', '规则', '细则'])

/** What a node counts as: a draft, Party regulations, state law, or neither. */
export function systemOf(node: GraphNode): 'draft' | 'party' | 'state' | 'other' {
  if (node.kind === 'draft') return 'draft'
  if (node.instrumentKind === undefined || node.instrumentKind === '规范性文件') return 'other'
  return partyKinds.has(node.instrumentKind) ? 'party' : 'state'
}

/** The view that shows the whole picture in a window of so many pixels. */
export function fitting({ nodes }: LinkGraph, width: number, height: number): View {
  const xs = nodes.map(({ x }) => x)
  const ys = nodes.map(({ y }) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const scale = Math.min(1.6, width / (right - left + 220), height / (bottom - top + 120))
  return { scale, x: width / 2 - ((left + right) / 2) * scale, y: height / 2 - ((top + bottom) / 2) * scale }
}

/** Names would hide each other: of so many only the most cited are written at a scale. */
function namedNodes(graph: LinkGraph, scale: number): Set<number> {
  const room = Math.round(18 + 220 * scale * scale)
  const order = graph.nodes.map((node, index) => ({
    index,
    weight: node.kind === 'draft' ? 1e6 : node.cited * 2 + node.cites
  }))
  order.sort((left, right) => right.weight - left.weight)
  return new Set(order.slice(0, room).map(({ index }) => index))
}

/** Indices of a node's neighbours, itself included. */
export function neighbours({ edges }: LinkGraph, index: number): Set<number> {
  const found = new Set([index])
  for (const [from, to] of edges) {
    if (from === index) found.add(to)
    else if (to === index) found.add(from)
  }
  return found
}

/** Draws the graph; where a node is chosen, what has nothing to do with it steps back. */
export function draw(
  context: CanvasRenderingContext2D,
  graph: LinkGraph,
  view: View,
  palette: Palette,
  chosen: number | undefined
): void {
  const { canvas } = context
  const ratio = devicePixelRatio || 1
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, canvas.width, canvas.height)
  context.setTransform(view.scale * ratio, 0, 0, view.scale * ratio, view.x * ratio, view.y * ratio)
  const near = chosen === undefined ? undefined : neighbours(graph, chosen)
  drawEdges(context, graph, palette, chosen, 1 / view.scale)
  for (const [index, node] of graph.nodes.entries()) {
    context.globalAlpha = near === undefined || near.has(index) ? 1 : 0.18
    context.beginPath()
    context.arc(node.x, node.y, radiusOf(node), 0, 2 * Math.PI)
    context.fillStyle = node.unknown ? palette.paper : palette[systemOf(node)]
    context.fill()
    context.lineWidth = index === chosen ? 3 / view.scale : 1 / view.scale
    context.strokeStyle = index === chosen ? palette.ink : node.unknown ? palette.other : palette.paper
    context.stroke()
  }
  drawNames(context, graph, view, palette, near, chosen)
  context.globalAlpha = 1
}

function drawEdges(
  context: CanvasRenderingContext2D,
  { nodes, edges }: LinkGraph,
  palette: Palette,
  chosen: number | undefined,
  pixel: number
): void {
  for (const [from, to, count] of edges) {
    const touches = from === chosen || to === chosen
    context.globalAlpha = chosen === undefined ? 0.5 : touches ? 0.9 : 0.05
    context.strokeStyle = touches ? (from === chosen ? palette.accent : palette.state) : palette.line
    context.lineWidth = Math.min(5, 0.6 + Math.sqrt(count) * 0.5) * Math.min(1, pixel) + (touches ? pixel : 0)
    const [start, end] = [nodes[from]!, nodes[to]!]
    context.beginPath()
    context.moveTo(start.x, start.y)
    // Bent to one side, so that references to and fro can be told apart.
    const bend = 0.12
    context.quadraticCurveTo(
      (start.x + end.x) / 2 + (end.y - start.y) * bend,
      (start.y + end.y) / 2 - (end.x - start.x) * bend,
      end.x,
      end.y
    )
    context.stroke()
  }
}

function drawNames(
  context: CanvasRenderingContext2D,
  graph: LinkGraph,
  view: View,
  palette: Palette,
  near: Set<number> | undefined,
  chosen: number | undefined
): void {
  const size = 12 / view.scale
  context.font = `${size}px ${getComputedStyle(context.canvas).fontFamily}`
  context.textAlign = 'center'
  context.textBaseline = 'top'
  context.lineJoin = 'round'
  const named = near !== undefined && near.size <= 60 ? near : namedNodes(graph, view.scale)
  const taken: { x: number; y: number; width: number }[] = []
  const order = [...named].sort(
    (left, right) => Number(right === chosen) - Number(left === chosen) || weight(right) - weight(left)
  )
  for (const index of order) {
    const node = graph.nodes[index]!
    const name = node.name.length > 18 ? `${node.name.slice(0, 17)}…` : node.name
    const width = context.measureText(name).width
    const y = node.y + radiusOf(node) + 3 / view.scale
    if (
      taken.some(
        (other) => Math.abs(other.x - node.x) < (other.width + width) / 2 && Math.abs(other.y - y) < size * 1.1
      )
    )
      continue
    taken.push({ x: node.x, y, width })
    context.globalAlpha = near === undefined || near.has(index) ? 1 : 0.15
    context.strokeStyle = palette.paper
    context.lineWidth = 4 / view.scale
    context.strokeText(name, node.x, y)
    context.fillStyle = index === chosen ? palette.accent : palette.ink
    context.fillText(name, node.x, y)
  }

  function weight(index: number): number {
    const node = graph.nodes[index]!
    return node.kind === 'draft' ? 1e6 : node.cited + node.cites
  }
}

/** Index of the node at a pixel; a little beside it counts, for fingers. */
export function nodeAt({ nodes }: LinkGraph, view: View, x: number, y: number): number | undefined {
  const [px, py] = [(x - view.x) / view.scale, (y - view.y) / view.scale]
  let best: number | undefined
  let nearest = 8 / view.scale
  for (const [index, node] of nodes.entries()) {
    const distance = Math.hypot(node.x - px, node.y - py) - radiusOf(node)
    if (distance < nearest) {
      nearest = distance
      best = index
    }
  }
  return best
}

/** A view zoomed by a factor around a pixel. */
export function zoomed(view: View, factor: number, x: number, y: number): View {
  const scale = Math.max(0.05, Math.min(6, view.scale * factor))
  const grown = scale / view.scale
  return { scale, x: x - (x - view.x) * grown, y: y - (y - view.y) * grown }
}
