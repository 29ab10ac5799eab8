import type { Node } from 'unist'

/** A Markdown node without positions and other machinery, so that equal content gives equal JSON. */
export function cleanMdast(node: Node): Node {
  const { position: _position, data: _data, ...rest } = node as Node & { children?: Node[] }
  return rest.children === undefined ? rest : ({ ...rest, children: rest.children.map(cleanMdast) } as Node)
}
