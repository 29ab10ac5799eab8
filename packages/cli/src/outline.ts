import type { Level, RegastNode, Root } from 'regast'
import { clauseText, levelWords, numOf } from 'regast'

const counted: readonly Level[] = ['book', 'part', 'chapter', 'section', 'article', 'paragraph', 'point', 'indent']

/** The structure of a draft for reading: title and counts, then a line for each 编, 章, 节 with the articles in it. */
export function outlineText(title: string, tree: Root): string {
  const lines: string[] = []
  for (const child of tree.children) addSection(child, 1, lines)
  return [`${title}：${countsOf(tree)}`, ...lines].map((line) => `${line}\n`).join('')
}

function addSection(node: RegastNode, depth: number, lines: string[]): void {
  switch (node.type) {
    case 'preamble':
    case 'book':
    case 'part':
    case 'chapter':
    case 'section':
    case 'division':
    case 'attachment': {
      const children: readonly RegastNode[] = node.children
      const name = children.map((child) => {
        if (child.type === 'num') return child.value
        return child.type === 'heading' ? clauseText(child, node.address).text : undefined
      })
      const heading = name.filter((part) => part !== undefined).join('　') || '序言'
      lines.push(`${'  '.repeat(depth)}${heading}　${[articleRange(node), countsOf(node)].filter(Boolean).join('，')}`)
      for (const child of children) addSection(child, depth + 1, lines)
    }
  }
}

function articleRange(node: RegastNode): string {
  const numbers: string[] = []
  visit(node, (found) => {
    if (found.type !== 'article') return
    const num = numOf(found)
    if (num !== undefined) numbers.push(num.value.replace(/\s+/g, ''))
  })
  return numbers.length < 2 ? (numbers[0] ?? '') : `${numbers[0]}至${numbers.at(-1)}`
}

function countsOf(node: RegastNode): string {
  const counts = new Map<string, number>()
  visit(node, (found) => {
    if (found !== node) counts.set(found.type, (counts.get(found.type) ?? 0) + 1)
  })
  const levels = counted.filter((level) => counts.has(level))
  return levels.map((level) => `${counts.get(level)} ${levelWords[level]}`).join('、')
}

function visit(node: RegastNode, see: (node: RegastNode) => void): void {
  see(node)
  if ('children' in node) for (const child of node.children) visit(child as RegastNode, see)
}
