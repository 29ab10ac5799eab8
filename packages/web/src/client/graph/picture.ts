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

/** The shapes of a graph, made once: a step of zooming then draws a few paths and not thousands. */
interface Shapes {
  /** Edges by how many references they stand for: the width of the line, and the lines. */
  edges: Map<number, Path2D>
  /** Nodes by what they count as; `unknown` are those that the library does not have. */
  nodes: Map<ReturnType<typeof systemOf> | 'unknown', Path2D>
}

const shapesOf = new WeakMap<LinkGraph, Shapes>()

function shapes(graph: LinkGraph): Shapes {
  let known = shapesOf.get(graph)
  if (known === undefined) {
    known = { edges: new Map(), nodes: new Map() }
    for (const edge of graph.edges) addEdge(pathIn(known.edges, widthOf(edge)), graph, edge)
    for (const node of graph.nodes) addNode(pathIn(known.nodes, node.unknown ? 'unknown' : systemOf(node)), node)
    shapesOf.set(graph, known)
  }
  return known
}

function pathIn<K>(paths: Map<K, Path2D>, key: K): Path2D {
  let path = paths.get(key)
  if (path === undefined) {
    path = new Path2D()
    paths.set(key, path)
  }
  return path
}

/** One of a few widths. */
function widthOf([, , count]: LinkGraph['edges'][number]): number {
  return count < 4 ? 1 : count < 16 ? 2 : count < 64 ? 3 : 5
}

/** Bent to one side, so that references to and fro can be told apart. */
const bend = 0.12

function addEdge(path: Path2D, { nodes }: LinkGraph, [from, to]: LinkGraph['edges'][number]): void {
  const [start, end] = [nodes[from]!, nodes[to]!]
  path.moveTo(start.x, start.y)
  path.quadraticCurveTo(
    (start.x + end.x) / 2 + (end.y - start.y) * bend,
    (start.y + end.y) / 2 - (end.x - start.x) * bend,
    end.x,
    end.y
  )
}

function addNode(path: Path2D, node: GraphNode): void {
  const radius = radiusOf(node)
  path.moveTo(node.x + radius, node.y)
  path.arc(node.x, node.y, radius, 0, 2 * Math.PI)
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
  const pixel = 1 / view.scale
  const { edges, nodes } = shapes(graph)
  context.globalAlpha = chosen === undefined ? 0.55 : 0.06
  context.strokeStyle = palette.line
  for (const [width, path] of edges) {
    context.lineWidth = width * Math.min(1, pixel)
    context.stroke(path)
  }
  context.globalAlpha = chosen === undefined ? 1 : 0.18
  for (const [system, path] of nodes) drawNodes(context, path, system, palette, pixel)
  const near = chosen === undefined ? undefined : neighbours(graph, chosen)
  if (chosen !== undefined && near !== undefined) drawChosen(context, graph, palette, chosen, near, pixel)
  drawNames(context, graph, view, palette, near, chosen)
  context.globalAlpha = 1
}

function drawNodes(
  context: CanvasRenderingContext2D,
  path: Path2D,
  system: ReturnType<typeof systemOf> | 'unknown',
  palette: Palette,
  pixel: number
): void {
  context.fillStyle = system === 'unknown' ? palette.paper : palette[system]
  context.fill(path)
  context.lineWidth = pixel
  context.strokeStyle = system === 'unknown' ? palette.other : palette.paper
  context.stroke(path)
}

/** The chosen node, its neighbours, and the references between them by their direction. */
function drawChosen(
  context: CanvasRenderingContext2D,
  graph: LinkGraph,
  palette: Palette,
  chosen: number,
  near: ReadonlySet<number>,
  pixel: number
): void {
  context.globalAlpha = 0.9
  for (const edge of graph.edges) {
    if (edge[0] !== chosen && edge[1] !== chosen) continue
    const path = new Path2D()
    addEdge(path, graph, edge)
    context.strokeStyle = edge[0] === chosen ? palette.accent : palette.state
    context.lineWidth = widthOf(edge) * Math.min(1, pixel) + pixel
    context.stroke(path)
  }
  context.globalAlpha = 1
  for (const index of near) {
    const node = graph.nodes[index]!
    const path = new Path2D()
    addNode(path, node)
    drawNodes(context, path, node.unknown ? 'unknown' : systemOf(node), palette, pixel)
    if (index !== chosen) continue
    context.lineWidth = 3 * pixel
    context.strokeStyle = palette.ink
    context.stroke(path)
  }
}

const nameSize = 12
const longestName = 18

/** Names keep their size at every scale; where two would hide each other, the more cited one is written. */
function drawNames(
  context: CanvasRenderingContext2D,
  graph: LinkGraph,
  view: View,
  palette: Palette,
  near: ReadonlySet<number> | undefined,
  chosen: number | undefined
): void {
  const ratio = devicePixelRatio || 1
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.font = `${nameSize}px ${getComputedStyle(context.canvas).fontFamily}`
  context.textAlign = 'center'
  context.textBaseline = 'top'
  context.lineJoin = 'round'
  context.lineWidth = 4
  context.globalAlpha = 1
  context.strokeStyle = palette.paper
  const { clientWidth, clientHeight } = context.canvas
  const named = near !== undefined && near.size <= 60 ? near : namedNodes(graph, view.scale)
  const taken: { x: number; y: number; width: number }[] = []
  for (const index of byWeight(graph, named, chosen)) {
    const node = graph.nodes[index]!
    const name = node.name.length > longestName ? `${node.name.slice(0, longestName - 1)}…` : node.name
    const middle = node.x * view.scale + view.x
    const y = (node.y + radiusOf(node)) * view.scale + view.y + 3
    if (middle < 0 || y < 0 || middle > clientWidth || y > clientHeight) continue
    const width = widthOfName(context, name)
    // At the edge a name is moved in, so that it can be read.
    const x = Math.max(width / 2, Math.min(clientWidth - width / 2, middle))
    if (
      taken.some((other) => Math.abs(other.x - x) < (other.width + width) / 2 && Math.abs(other.y - y) < nameSize * 1.1)
    )
      continue
    taken.push({ x, y, width })
    context.globalAlpha = near === undefined || near.has(index) ? 1 : 0.15
    context.strokeText(name, x, y)
    context.fillStyle = index === chosen ? palette.accent : palette.ink
    context.fillText(name, x, y)
  }
}

function byWeight({ nodes }: LinkGraph, named: ReadonlySet<number>, chosen: number | undefined): number[] {
  const weight = (index: number) =>
    index === chosen || nodes[index]!.kind === 'draft' ? 1e6 : nodes[index]!.cited + nodes[index]!.cites
  return [...named].sort((left, right) => weight(right) - weight(left))
}

const nameWidths = new Map<string, number>()

function widthOfName(context: CanvasRenderingContext2D, name: string): number {
  let width = nameWidths.get(name)
  if (width === undefined) {
    width = context.measureText(name).width
    nameWidths.set(name, width)
  }
  return width
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
