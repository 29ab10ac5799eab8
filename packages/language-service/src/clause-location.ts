import { articleOf, numOf } from 'regast'
import type { Location, Range } from 'vscode-languageserver-types'
import type { AddressedNode } from './article-facts.js'
import type { Draft } from './draft.js'
import { rangeOf } from './protocol.js'

/** The location of a clause by its address; of a 款 that a text leaves out, its article. */
export function locationIn(
  uri: string,
  address: string | null,
  nodes: ReadonlyMap<string, AddressedNode>,
  draft?: Draft
): (Location & { selection: Range }) | undefined {
  if (address === null) {
    const title = draft?.tree.children.find((child) => child.type === 'title')
    const range = rangeOf(title?.position)
    return { uri, range, selection: range }
  }
  const node = nodes.get(address) ?? nodes.get(articleOf(address))
  if (node === undefined) return undefined
  return { uri, range: rangeOf(node.position), selection: selectionOf(node) }
}

/** What of a clause is shown as the place that was found: its number, or its first line. */
export function selectionOf(node: AddressedNode): Range {
  const number = numOf(node)
  if (number?.position !== undefined) return rangeOf(number.position)
  const range = rangeOf(node.position)
  return { start: range.start, end: range.start }
}

/** The nodes of a kind from one address to another. */
export function rangeOfNodes(nodes: ReadonlyMap<string, AddressedNode>, from: string, to: string): AddressedNode[] {
  const first = nodes.get(from)
  if (first === undefined) return []
  if (from === to) return [first]
  const found: AddressedNode[] = []
  let open = false
  for (const [address, node] of nodes) {
    if (address === from) open = true
    if (open && node.type === first.type) found.push(node)
    if (address === to) break
  }
  return found
}
