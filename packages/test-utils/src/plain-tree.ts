import type { RegastNode } from 'regast'

/** A tree without positions, neighbouring runs of text with the same marks joined: what a draft says, however it was written. */
export function plainTree(node: RegastNode): object {
  return plain(node) as object
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return joined(value.map(plain))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .filter(([key, field]) => key !== 'position' && key !== 'data' && field !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
  return Object.fromEntries(entries.map(([key, field]) => [key, plain(field)]))
}

function joined(nodes: unknown[]): unknown[] {
  const found: unknown[] = []
  for (const node of nodes) {
    const last = found[found.length - 1]
    if (isText(node) && isText(last) && String(node.marks) === String(last.marks)) last.value += node.value
    else found.push(node)
  }
  return found
}

function isText(node: unknown): node is { type: 'text'; value: string; marks?: string[] } {
  return typeof node === 'object' && node !== null && 'type' in node && node.type === 'text' && 'value' in node
}
