import type { RegastNode } from 'regast'

/** A tree in lines a person can read: type, address, and the node's own words; ⏎ is a line break, [ ] a number. */
export function sketch(node: RegastNode): string {
  const lines: string[] = []
  draw(node, 0, lines)
  return lines.join('\n')
}

function draw(node: RegastNode, depth: number, lines: string[]): void {
  const children = ('children' in node ? node.children : []) as RegastNode[]
  const address = 'address' in node ? ` ${node.address}` : ''
  const quoted = 'quoted' in node && node.quoted ? ' quoted' : ''
  lines.push(
    `${'  '.repeat(depth)}${node.type}${quoted}${address} ${children.map(word).join('')}${word(node)}`.trimEnd()
  )
  for (const child of children) {
    if (!['text', 'num', 'break', 'inline'].includes(child.type)) draw(child, depth + 1, lines)
  }
}

function word(node: RegastNode): string {
  switch (node.type) {
    case 'text':
      return node.marks === undefined ? node.value : `<${node.marks.join(' ')}>${node.value}</>`
    case 'num':
      return `[${node.value}] `
    case 'break':
      return '⏎'
    case 'inline':
    case 'block':
      return `{${node.mdast.type}}`
    case 'comment':
    case 'frontMatter':
      return `{${node.value}}`
    default:
      return ''
  }
}
