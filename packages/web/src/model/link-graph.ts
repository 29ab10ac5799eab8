import type { InstrumentKind } from '@tiaoli/library'

/** A draft or an instrument in the picture of links; position in units of the picture, about 1 a pixel at full size. */
export interface GraphNode {
  kind: 'draft' | 'instrument'
  /** Id of the draft, or title of the instrument. */
  id: string
  /** Short enough to stand beside a dot. */
  name: string
  instrumentKind?: InstrumentKind
  /** Not in the library: only its title is known. */
  unknown?: true
  x: number
  y: number
  /** References that it makes and receives. */
  cites: number
  cited: number
}

/** References from one text to another: indices of nodes, and how many. */
export type GraphEdge = [from: number, to: number, count: number]

/** Which text refers to which. */
export interface LinkGraph {
  nodes: GraphNode[]
  edges: GraphEdge[]
}

/** Radius of a node in units of the picture. */
export function radiusOf({ kind, cites, cited }: Pick<GraphNode, 'kind' | 'cites' | 'cited'>): number {
  return (kind === 'draft' ? 7 : 4) + Math.min(16, Math.sqrt(cites + cited))
}
