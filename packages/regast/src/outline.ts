import { levelWords } from './address.js'
import { headingOf, numOf } from './label.js'
import type { RegastNode, Root } from './nodes.js'

/** How many nodes of each kind a tree holds; quoted 款 and 项 are counted with the others. */
export interface ClauseCounts {
  book: number
  part: number
  chapter: number
  section: number
  division: number
  article: number
  paragraph: number
  point: number
  indent: number
  attachment: number
}

const counted = [
  'book',
  'part',
  'chapter',
  'section',
  'division',
  'article',
  'paragraph',
  'point',
  'indent',
  'attachment'
] as const satisfies readonly (keyof ClauseCounts)[]

/** Counts the clauses in and below a node. */
export function countClauses(node: RegastNode): ClauseCounts {
  const counts = Object.fromEntries(counted.map((type) => [type, 0])) as unknown as ClauseCounts
  count(node, counts)
  return counts
}

function count(node: RegastNode, counts: ClauseCounts): void {
  if (node.type in counts) counts[node.type as keyof ClauseCounts] += 1
  if ('children' in node) for (const child of node.children) count(child as RegastNode, counts)
}

/** A readable outline of a tree, one line a heading and article, with counts; Chinese, lines joined by `\n`. */
export function formatOutline(tree: Root): string {
  const lines: string[] = []
  for (const child of tree.children) if (child.type === 'title') lines.push(words(child))
  lines.push(`共${formatCounts(countClauses(tree))}`)
  outline(tree, 0, lines)
  return lines.join('\n')
}

function outline(node: RegastNode, depth: number, lines: string[]): void {
  if (!('children' in node)) return
  for (const child of node.children as RegastNode[]) {
    const indent = '  '.repeat(depth)
    switch (child.type) {
      case 'book':
      case 'part':
      case 'chapter':
      case 'section':
      case 'division':
      case 'attachment':
      case 'preamble': {
        const heading = [numOf(child)?.value, captionOf(child)].filter(Boolean).join(' ')
        const label = heading === '' && child.type === 'preamble' ? '（正文之前）' : heading
        lines.push(`${indent}${label}${summary(child)}`)
        outline(child, depth + 1, lines)
        break
      }
      case 'article': {
        const { paragraph, point, indent: deeper } = countClauses(child)
        const counts = [`${paragraph}款`, point > 0 ? `${point}项` : '', deeper > 0 ? `${deeper}目` : ''].join('')
        const heading = captionOf(child)
        const label = heading === '' ? '' : heading.startsWith('【') ? heading : ` ${heading}`
        lines.push(`${indent}${numOf(child)?.value ?? ''}${label}（${counts}）${excerpt(child)}`)
      }
    }
  }
}

function summary(node: RegastNode): string {
  const counts = countClauses(node)
  const shown: Partial<ClauseCounts> = { ...counts }
  if (node.type in counts) shown[node.type as keyof ClauseCounts] = 0
  if (counts.article > 0) shown.paragraph = shown.point = shown.indent = 0
  const text = formatCounts(shown)
  return text === '' ? '' : `（${text}）`
}

function formatCounts(counts: Partial<ClauseCounts>): string {
  return counted
    .filter((type) => (counts[type] ?? 0) > 0)
    .map((type) => `${counts[type]}${levelWords[type]}`)
    .join('')
}

function captionOf(node: RegastNode): string {
  const heading = headingOf(node)
  return heading === undefined ? '' : words(heading)
}

function excerpt(article: RegastNode): string {
  if (!('children' in article)) return ''
  for (const child of article.children as RegastNode[]) {
    if (child.type !== 'paragraph') continue
    const text = words(child)
    return text.length > 24 ? `${text.slice(0, 24)}…` : text
  }
  return ''
}

function words(node: RegastNode): string {
  if (!('children' in node)) return ''
  return (node.children as RegastNode[]).map((child) => (child.type === 'text' ? child.value : '')).join('')
}
