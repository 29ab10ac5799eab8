import type {
  Article,
  ClauseNumber,
  ClauseText,
  Indent,
  Paragraph,
  Point,
  RegastNode,
  Root,
  StructureUnit
} from 'regast'
import { clauseText } from 'regast'
import { maskNumbers, normaliseText } from './normalise.js'

/** A clause inside a unit: its own text and the clauses below it. */
export interface Clause {
  level: 'heading' | 'paragraph' | 'point' | 'indent' | 'block'
  address: string
  number?: ClauseNumber
  /** Number as printed, such as （三）; absent where the level has none. */
  printed?: string
  /** Own text, without the clauses below. */
  text: string
  /** Where the text stands in the source; absent for a block. */
  source?: ClauseText
  children: Clause[]
  /** Normalised, masked text with the clauses below it, once somebody asked for it. */
  masked?: string
}

/** What is aligned as a whole: an article, or the text that a structure holds outside articles. */
export interface Unit {
  kind: 'article' | 'passage'
  address: string
  /** Its number as printed, such as 第三条; `''` for a passage. */
  printed: string
  clauses: Clause[]
  /** Addresses of the structures around it, outermost first. */
  path: string[]
  /** Normalised text of all its clauses, levels marked; equal texts mean equal units. */
  text: string
  /** The same with clause numbers masked. */
  masked: string
}

/** 编, 分编, 章, 节, a division, an attachment or the preamble. */
export interface StructureFact {
  unit: StructureUnit | 'division' | 'attachment' | 'preamble'
  address: string
  /** Its number as printed, such as 第三章. */
  printed: string
  heading: string
  path: string[]
}

/** A draft taken apart for comparison. */
export interface DraftUnits {
  title: string
  articles: Unit[]
  passages: Unit[]
  structures: StructureFact[]
}

/** Takes a clause tree apart into articles, passages outside articles, and structures, in the order of the text. */
export function unitsOf(tree: Root): DraftUnits {
  const found: DraftUnits = { title: '', articles: [], passages: [], structures: [] }
  walk(tree, [], '', found)
  return found
}

function walk(
  node: Extract<RegastNode, { children: unknown[] }>,
  path: string[],
  address: string,
  found: DraftUnits
): void {
  const loose: Clause[] = []
  for (const child of node.children as RegastNode[]) {
    switch (child.type) {
      case 'title':
        found.title ||= clauseText(child, '').text
        break
      case 'article':
        found.articles.push(articleUnit(child, path))
        break
      case 'paragraph':
        loose.push(clauseOf(child))
        break
      case 'block':
        loose.push({ level: 'block', address, text: blockText(child.mdast), children: [] })
        break
      case 'book':
      case 'part':
      case 'chapter':
      case 'section':
      case 'division':
      case 'attachment':
      case 'preamble': {
        const parts = child.children as RegastNode[]
        const heading = parts.find((part) => part.type === 'heading')
        const num = parts.find((part) => part.type === 'num')
        found.structures.push({
          unit: child.type,
          address: child.address,
          printed: num?.type === 'num' ? num.value.trim() : '',
          heading: heading === undefined ? '' : clauseText(heading, child.address).text.trim(),
          path
        })
        walk(child, [...path, child.address], child.address, found)
        break
      }
    }
  }
  if (loose.length > 0)
    found.passages.push({ kind: 'passage', address, printed: '', path, ...textsOf(loose), clauses: loose })
}

function articleUnit(node: Article, path: string[]): Unit {
  const clauses: Clause[] = []
  let printed = ''
  for (const child of node.children) {
    if (child.type === 'num') printed = child.value.trim()
    else if (child.type === 'heading') {
      const source = clauseText(child, node.address)
      if (source.text.trim() !== '') {
        clauses.push({ level: 'heading', address: node.address, text: source.text, source, children: [] })
      }
    } else if (child.type === 'paragraph') clauses.push(clauseOf(child))
    else if (child.type === 'block') {
      clauses.push({ level: 'block', address: node.address, text: blockText(child.mdast), children: [] })
    }
  }
  return { kind: 'article', address: node.address, printed, path, ...textsOf(clauses), clauses }
}

function clauseOf(node: Paragraph | Point | Indent): Clause {
  const source = clauseText(node, node.address)
  const children: Clause[] = []
  let printed: string | undefined
  for (const child of node.children as RegastNode[]) {
    if (child.type === 'num') printed = child.value.trim()
    else if (child.type === 'point' || child.type === 'indent') children.push(clauseOf(child))
    else if (child.type === 'block') {
      children.push({ level: 'block', address: node.address, text: blockText(child.mdast), children: [] })
    }
  }
  const clause: Clause = {
    level: node.type,
    address: node.address,
    number: node.number,
    text: source.text,
    source,
    children
  }
  if (printed !== undefined) clause.printed = printed
  return clause
}

const levelMarks = { heading: '\u0001', paragraph: '\u0002', point: '\u0003', indent: '\u0004', block: '\u0005' }

function textsOf(clauses: readonly Clause[]): { text: string; masked: string } {
  let text = ''
  const add = (clause: Clause): void => {
    text += levelMarks[clause.level] + normaliseText(clause.text)
    clause.children.forEach(add)
  }
  clauses.forEach(add)
  return { text, masked: maskNumbers(text) }
}

/** Normalised, masked text of a clause with the clauses below it. */
export function maskedTextOf(clause: Clause): string {
  clause.masked ??= textsOf([clause]).masked.slice(1)
  return clause.masked
}

/** Clauses and the clauses below them, in the order of the text. */
export function flatten(clauses: readonly Clause[]): Clause[] {
  return clauses.flatMap((clause) => [clause, ...flatten(clause.children)])
}

function blockText(mdast: unknown): string {
  const node = mdast as { type?: string; value?: string; children?: unknown[] }
  if (typeof node.value === 'string') return node.value
  if (!Array.isArray(node.children)) return ''
  const between = node.type === 'table' || node.type === 'blockquote' ? '\n' : node.type === 'tableRow' ? ' | ' : ''
  return node.children.map(blockText).join(between)
}
