import type { Point as Place } from 'unist'
import type { Heading, Indent, Note, Paragraph, Phrasing, Point, RegastNode, Root, Signature, Title } from './nodes.js'

/** A node that holds text of its own. */
export type TextHolder = Title | Note | Heading | Paragraph | Point | Indent | Signature

/** The text of one clause without the clauses below it, and where each of its characters stands in the source. */
export interface ClauseText {
  node: TextHolder
  /** Address of the deepest clause that holds the text; `''` outside every clause. */
  address: string
  /** Runs joined, a line break as `\n`, other inline content as U+FFFC. */
  text: string
  /** Where each run begins: index in `text`, and place in the source. */
  runs: { index: number; place: Place; length: number }[]
}

/** The clause texts of a tree in the order of the source. */
export function clauseTexts(tree: Root): ClauseText[] {
  const found: ClauseText[] = []
  collect(tree, '', found)
  return found
}

function collect(node: RegastNode, address: string, found: ClauseText[]): void {
  if (!('children' in node)) return
  const own = 'address' in node && typeof node.address === 'string' ? node.address : address
  if (holdsText(node)) found.push(clauseText(node, own))
  for (const child of node.children) collect(child as RegastNode, own, found)
}

/** Whether a node holds text of its own. */
export function holdsText(node: RegastNode): node is TextHolder {
  switch (node.type) {
    case 'title':
    case 'note':
    case 'heading':
    case 'paragraph':
    case 'point':
    case 'indent':
    case 'signature':
      return true
    default:
      return false
  }
}

/** The own text of one node. */
export function clauseText(node: TextHolder, address: string): ClauseText {
  let text = ''
  // Most clauses are one run: a list that is pushed to takes room for seventeen.
  let runs: ClauseText['runs'] = []
  for (const child of node.children as (Phrasing | RegastNode)[]) {
    if (child.type === 'num') continue
    if (child.type === 'text' || child.type === 'break' || child.type === 'inline') {
      const value = child.type === 'text' ? child.value : child.type === 'break' ? '\n' : '\uFFFC'
      if (child.position) {
        const run = { index: text.length, place: child.position.start, length: value.length }
        if (runs.length === 0) runs = [run]
        else runs.push(run)
      }
      text = text === '' ? value : text + value
    }
  }
  return { node, address, text, runs }
}

/** Place in the source (line and column from 1, offset from 0, UTF-16 units) of an index into a clause's text. */
export function placeAt(clause: ClauseText, index: number): Required<Place> {
  let low = 0
  let high = clause.runs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (clause.runs[middle]!.index <= index) low = middle
    else high = middle - 1
  }
  const run = clause.runs[low]
  if (run === undefined) return { line: 1, column: 1, offset: 0 }
  const ahead = Math.min(Math.max(0, index - run.index), run.length)
  return { line: run.place.line, column: run.place.column + ahead, offset: (run.place.offset ?? 0) + ahead }
}
