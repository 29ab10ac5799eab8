import type { RegastNode, Root } from 'regast'
import type { Position } from 'unist'
import { isBlank } from './characters.js'

/** A stretch of source that belongs to no leaf: a byte order mark, blanks, or Markdown's own signs with the blanks around them. */
export interface Trivia {
  kind: 'bom' | 'blank' | 'markup'
  start: number
  end: number
}

/** Source that is neither a leaf's nor trivia, or a leaf that does not agree with its source. */
export interface Loss {
  start: number
  end: number
  reason: 'overlap' | 'unclaimed' | 'value'
}

// Signs of headings, emphasis, bullets, underlined headings and links; everything else that is visible belongs to a leaf.
const markup = new Set('#*_-+=[~'.split(''))

/** The stretches of source between the leaves of a tree, in order. */
export function trivia(tree: Root, source: string): Trivia[] {
  return inspect(tree, source).trivia
}

/** What of `source` a tree has lost; empty where leaves and trivia, in order, are the source. */
export function checkLossless(tree: Root, source: string): Loss[] {
  return inspect(tree, source).losses
}

function inspect(tree: Root, source: string): { trivia: Trivia[]; losses: Loss[] } {
  const found: Trivia[] = []
  const losses: Loss[] = []
  let reached = 0
  const gap = (end: number): void => {
    let start = reached
    if (start === 0 && end > 0 && source.charCodeAt(0) === 0xfeff) {
      found.push({ kind: 'bom', start: 0, end: 1 })
      start = 1
    }
    if (start >= end) return
    let kind: Trivia['kind'] = 'blank'
    for (let index = start; index < end; index++) {
      if (isBlank(source.charCodeAt(index))) continue
      kind = 'markup'
      const hardBreak = source.charCodeAt(index) === 0x5c && /[\r\n]/.test(source.charAt(index + 1))
      if (!hardBreak && !markup.has(source.charAt(index))) {
        // The number of a list in front of an article.
        if (/^\s*\d{1,9}[.)][\s*_]*$/.test(source.slice(start, end))) break
        losses.push({ start, end, reason: 'unclaimed' })
        return
      }
    }
    found.push({ kind, start, end })
  }
  const visit = (node: RegastNode): void => {
    if ('children' in node) {
      for (const child of node.children) visit(child as RegastNode)
      return
    }
    const { start, end } = offsets(node.position)
    if (start < reached || end < start) {
      losses.push({ start, end, reason: 'overlap' })
      return
    }
    gap(start)
    if (!agrees(node, source.slice(start, end))) losses.push({ start, end, reason: 'value' })
    reached = end
  }
  visit(tree)
  gap(source.length)
  return { trivia: found, losses }
}

function offsets(position: Position | undefined): { start: number; end: number } {
  return { start: position?.start.offset ?? -1, end: position?.end.offset ?? -1 }
}

function agrees(node: RegastNode, slice: string): boolean {
  switch (node.type) {
    case 'text':
      // One escaped or referenced character stands for a longer piece of source; NUL is read as U+FFFD.
      return (
        node.value === slice ||
        (node.value.length <= 2 && /^(?:\\.|&.+;|\0)$/s.test(slice)) ||
        node.value === slice.replaceAll('\0', '\uFFFD')
      )
    case 'num':
      return node.value === slice || slice.includes('\\') || slice.includes('&') || /[*_]/.test(slice)
    case 'break':
      return /^\\?(?:\r\n|\n|\r)$/.test(slice)
    case 'comment':
      return slice.startsWith('<!--') && slice.endsWith('-->') && slice.slice(4, -3).trim() === node.value
    case 'frontMatter':
      return slice.startsWith('---') && slice.replaceAll('\0', '\uFFFD').includes(node.value)
    default:
      return slice.length > 0
  }
}
