import type { InstrumentGraph } from '@tiaoli/library'
import { rankOf } from '@tiaoli/library'

/** A box of the picture with its place in pixels. */
export interface PlacedBox {
  id: string
  title: string
  lines: string[]
  kind?: string
  known: boolean
  x: number
  y: number
  width: number
  height: number
}

/** A line of the picture from one box to another. */
export interface PlacedLine {
  from: PlacedBox
  to: PlacedBox
  references: number
  role: string
  unresolved: number
}

/** A band of the picture: one rank. */
export interface PlacedBand {
  name: string
  y: number
  height: number
}

/** The picture with everything in its place. */
export interface Layout {
  width: number
  height: number
  bands: PlacedBand[]
  boxes: PlacedBox[]
  lines: PlacedLine[]
}

const boxWidth = 168
const lineHeight = 20
const charactersInLine = 10
const gap = 22
const bandGap = 46
const left = 96
const perRow = 6

type Node = InstrumentGraph['nodes'][number]

/** What a picture is about: one instrument by its title, or several nodes by their ids. */
export type Focus = string | readonly string[] | undefined

/** Whether a picture is about a node. */
export function isFocus({ id, title }: { id: string; title: string }, focus: Focus): boolean {
  return typeof focus === 'string' ? title === focus : focus?.includes(id) === true
}

/** Bands from the highest rank down, Party and state instruments of one level side by side; `focus` stands in a band of its own below. */
export function layoutGraph(graph: InstrumentGraph, focus?: Focus, draft = '本文件'): Layout {
  const bands = bandsOf(graph.nodes, focus, draft)
  const widest = Math.max(1, ...bands.map(({ nodes }) => Math.min(nodes.length, perRow)))
  const width = left + widest * (boxWidth + gap) + gap
  const placed = new Map<string, PlacedBox>()
  const shown: PlacedBand[] = []
  let y = 24
  for (const band of bands) {
    const start = y
    for (const row of rowsOf(ordered(band.nodes, graph, placed))) {
      y += placeRow(row, y, width, placed) + gap
    }
    shown.push({ name: band.name, y: start - gap / 2, height: y - start })
    y += bandGap - gap
  }
  const lines = graph.edges.flatMap(({ source, target, ...facts }): PlacedLine[] => {
    const [from, to] = [placed.get(source), placed.get(target)]
    return from === undefined || to === undefined ? [] : [{ from, to, ...facts }]
  })
  return { width, height: y + 8, bands: shown, boxes: [...placed.values()], lines }
}

function bandsOf(nodes: readonly Node[], focus: Focus, draft: string): { name: string; nodes: Node[] }[] {
  const groups = new Map<number, { names: Set<string>; nodes: Node[] }>()
  for (const node of nodes) {
    const level = isFocus(node, focus) ? 100 : (rankOf(node.kind as Parameters<typeof rankOf>[0])?.level ?? 99)
    const group = groups.get(level) ?? { names: new Set(), nodes: [] }
    group.names.add(level === 100 ? draft : (node.kind ?? '其他'))
    group.nodes.push(node)
    groups.set(level, group)
  }
  return [...groups]
    .sort(([one], [other]) => one - other)
    .map(([, group]) => ({ name: [...group.names].join('、'), nodes: group.nodes }))
}

/** Boxes of a band in the order of what they are tied to in the bands above, so that lines cross less. */
function ordered(nodes: Node[], graph: InstrumentGraph, placed: ReadonlyMap<string, PlacedBox>): Node[] {
  const weight = new Map<string, number>()
  for (const node of nodes) {
    const neighbours = graph.edges.flatMap(({ source, target }) => {
      const other = source === node.id ? placed.get(target) : target === node.id ? placed.get(source) : undefined
      return other === undefined ? [] : [other.x]
    })
    weight.set(node.id, neighbours.length === 0 ? 0 : neighbours.reduce((sum, x) => sum + x, 0) / neighbours.length)
  }
  return nodes.toSorted(
    (one, other) =>
      weight.get(one.id)! - weight.get(other.id)! ||
      other.incoming - one.incoming ||
      one.title.localeCompare(other.title, 'zh')
  )
}

function rowsOf(nodes: Node[]): Node[][] {
  const rows: Node[][] = []
  for (let start = 0; start < nodes.length; start += perRow) rows.push(nodes.slice(start, start + perRow))
  return rows
}

/** Places one row in the middle of the picture; returns its height. */
function placeRow(row: Node[], y: number, width: number, placed: Map<string, PlacedBox>): number {
  const total = row.length * (boxWidth + gap) - gap
  let x = left + Math.max(0, (width - left - total) / 2)
  let tallest = 0
  for (const { id, title, kind, known } of row) {
    const lines = titleLines(title)
    const height = lines.length * lineHeight + 16
    placed.set(id, { id, title, lines, known, x, y, width: boxWidth, height, ...(kind !== undefined && { kind }) })
    tallest = Math.max(tallest, height)
    x += boxWidth + gap
  }
  return tallest
}

const mostLines = 4

/** A title in up to four lines of about one length; what is left out is told by the picture's tooltip. */
function titleLines(title: string): string[] {
  const short = title.replace(/^(?:中华人民共和国|中国共产党)(?=.{4})/, '')
  const characters = [...short]
  const count = Math.ceil(characters.length / charactersInLine)
  const length = Math.ceil(characters.length / count)
  const lines: string[] = []
  for (let start = 0; start < characters.length; ) {
    let end = Math.min(characters.length, start + length)
    // A closing mark may not begin a line.
    while (end < characters.length && /[）》〉、]/.test(characters[end]!)) end += 1
    lines.push(characters.slice(start, end).join(''))
    start = end
  }
  if (lines.length <= mostLines) return lines
  return [...lines.slice(0, mostLines - 1), `${lines[mostLines - 1]!.slice(0, -1)}…`]
}
