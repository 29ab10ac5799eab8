import type { RegastNode } from 'regast'
import { clauseText, numOf } from 'regast'
import type { AddressedNode } from './article-facts.js'

/** The words of a clause as printed, one line for each 款, 项 and 目; an article opens with its number. */
export function clauseLines(node: AddressedNode): string[] {
  const lines: string[] = []
  collect(node, lines)
  if (node.type === 'article') {
    const printed = numberOf(node)
    if (printed !== '') lines[0] = `${printed}　${lines[0] ?? ''}`.trimEnd()
  }
  return lines
}

function collect(node: RegastNode, lines: string[]): void {
  switch (node.type) {
    case 'paragraph':
    case 'point':
    case 'indent': {
      const text = clauseText(node, '')
        .text.replace(/\s*\n\s*/g, '')
        .replaceAll('\uFFFC', '')
      const line = `${numberOf(node)}${text}`
      if (line !== '') lines.push(line)
      break
    }
    case 'heading': {
      const text = clauseText(node, '').text.trim()
      if (text !== '') lines.push(text)
      return
    }
  }
  if ('children' in node) for (const child of node.children) collect(child as RegastNode, lines)
}

/** The number of a clause as printed: 第三条, （一）. */
export function numberOf(node: RegastNode): string {
  const printed = numOf(node)?.value.trim() ?? ''
  return /^\d+[.．]$/.test(printed) ? `${printed} ` : printed
}
