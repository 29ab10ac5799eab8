import type { ClauseText, Root } from 'regast'
import { placeAt } from 'regast'
import type { LinkedDocumentNumber } from './linked.js'
import type { Place } from './place.js'

/** What was pointed to last, for phrases that lean on it. */
export interface LastTarget {
  /** `null` for the document itself. */
  instrument: string | null
  place: Place
  /** End of the mention in its clause text. */
  end: number
}

/**
 * The quoted parts of a text; `open` says whether a quotation is still open from the text before. A paragraph of a
 * longer quotation opens with a mark of its own although none was closed.
 */
export function quotedParts(text: string, open: boolean): { parts: [number, number][]; open: boolean } {
  const parts: [number, number][] = []
  let start = open ? 0 : -1
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (char === '“') {
      if (start === -1) start = i
    } else if (char === '”' && start !== -1) {
      parts.push([start, i + 1])
      start = -1
    }
  }
  if (start !== -1) parts.push([start, text.length])
  return { parts, open: start !== -1 }
}

/** The part that an index lies in; the parts are in order. */
export function partAt(parts: readonly [number, number][], index: number): [number, number] | undefined {
  let low = 0
  let high = parts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (parts[middle]![1] <= index) low = middle + 1
    else high = middle
  }
  const part = parts[low]
  return part !== undefined && part[0] <= index ? part : undefined
}

/** Whether the same sentence goes on between two indices. */
export function sameSentence(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const char = text[i]
    if (char === '。' || char === '\n') return false
  }
  return true
}

/** The address asked about last: who reads a document and who keeps its thread ask about the same one. */
let asked = ''
let answered = ''

/** The address down to the 条 (or the structure) that a clause stands in. */
export function articleAddressOf(address: string): string {
  if (address === asked) return answered
  const cut = address.indexOf('__para_')
  asked = address
  answered = cut === -1 ? address : address.slice(0, cut)
  return answered
}

/** Whether a clause stands in the 条 (or the structure) of an address, the same as comparing {@link articleAddressOf}. */
export function isOfArticle(address: string, article: string): boolean {
  if (address.length === article.length) return address === article
  return address.startsWith('__para_', article.length) && address.startsWith(article)
}

/** Whether the sentence goes on to repeal what is named before an index. */
export function repeals(text: string, from: number): boolean {
  const sentence = /^[^。]*/.exec(text.slice(from, from + 160))![0]
  return /(?:同时|即行|予以|相应)?(?:废止|失效|停止执行)/.test(sentence)
}

/** The title that a tree states. */
export function titleOf(tree: Root): string | undefined {
  const node = tree.children.find((child) => child.type === 'title')
  if (node === undefined || node.type !== 'title') return undefined
  const text = node.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
  return text.trim() === '' ? undefined : text.trim()
}

/** A piece of a clause text with its places in the source. */
export function extent(clause: ClauseText, from: number, to: number): LinkedDocumentNumber {
  const text = clause.text.slice(from, to)
  const start = placeAt(clause, from)
  const end = placeAt(clause, Math.max(from, to - 1))
  end.column += 1
  end.offset += 1
  return { text, start, end, in: clause.address }
}
