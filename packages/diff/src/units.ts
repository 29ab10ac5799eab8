import type {
  ClauseNumber,
  ClauseText,
  Indent,
  Paragraph,
  Phrasing,
  Point,
  RegastNode,
  Root,
  StructureUnit
} from 'regast'
import { clauseText, headingOf, numOf } from 'regast'
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

/**
 * What is aligned as a whole: an article, or the text that a structure holds outside articles. Most articles of two
 * drafts are the same character by character, so that all but `key` is worked out when somebody asks for it.
 */
export class Unit {
  readonly address: string
  /** Its number as printed, such as 第三条; `''` for a passage. */
  readonly printed: string
  /** Everything it says and the numbers of its items, as written, levels marked: equal keys mean the same text. */
  readonly key: string
  private known: Clause[] | undefined
  private knownTexts: { text: string; masked: string } | undefined

  constructor(
    readonly kind: 'article' | 'passage',
    private readonly node: Holder,
    /** Addresses of the structures around it, outermost first. */
    readonly path: readonly string[]
  ) {
    this.address = 'address' in node ? node.address : ''
    this.printed = (kind === 'article' && numOf(node)?.value.trim()) || ''
    this.key = kind === 'article' ? keyOf(node) : ''
  }

  get clauses(): Clause[] {
    this.known ??= clausesIn(this.node, this.kind, this.address)
    return this.known
  }

  /** Normalised text of all its clauses, levels marked; equal texts mean equal units. */
  get text(): string {
    return this.texts.text
  }

  /** The same with clause numbers masked. */
  get masked(): string {
    return this.texts.masked
  }

  private get texts(): { text: string; masked: string } {
    this.knownTexts ??= textsOf(this.clauses)
    return this.knownTexts
  }
}

type Holder = Extract<RegastNode, { children: unknown[] }>

/** 编, 分编, 章, 节, a division, an attachment or the preamble. */
export interface StructureFact {
  unit: StructureUnit | 'division' | 'attachment' | 'preamble'
  address: string
  /** Its number as printed, such as 第三章. */
  printed: string
  heading: string
  path: readonly string[]
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
  walk(tree, [], found)
  return found
}

function walk(node: Holder, path: readonly string[], found: DraftUnits): void {
  let loose = false
  for (const child of node.children as RegastNode[]) {
    switch (child.type) {
      case 'title':
        found.title ||= clauseText(child, '').text
        break
      case 'article':
        found.articles.push(new Unit('article', child, path))
        break
      case 'paragraph':
      case 'block':
        loose = true
        break
      case 'book':
      case 'part':
      case 'chapter':
      case 'section':
      case 'division':
      case 'attachment':
      case 'preamble': {
        const heading = headingOf(child)
        found.structures.push({
          unit: child.type,
          address: child.address,
          printed: numOf(child)?.value.trim() ?? '',
          heading: heading === undefined ? '' : clauseText(heading, child.address).text.trim(),
          path
        })
        walk(child, [...path, child.address], found)
        break
      }
    }
  }
  if (loose) found.passages.push(new Unit('passage', node, path))
}

/** The clauses of an article, or those that a structure holds outside articles. */
function clausesIn(node: Holder, kind: Unit['kind'], address: string): Clause[] {
  const clauses: Clause[] = []
  for (const child of node.children as RegastNode[]) {
    if (child.type === 'paragraph') clauses.push(clauseOf(child))
    else if (child.type === 'block') {
      clauses.push({ level: 'block', address, text: blockText(child.mdast), children: [] })
    } else if (child.type === 'heading' && kind === 'article') {
      const source = clauseText(child, address)
      if (source.text.trim() !== '') {
        clauses.push({ level: 'heading', address, text: source.text, source, children: [] })
      }
    }
  }
  return clauses
}

/** Everything below an article but its number, as written. */
function keyOf(node: Holder): string {
  let key = ''
  const add = (holder: Holder): void => {
    for (const child of holder.children as (RegastNode | Phrasing)[]) {
      switch (child.type) {
        case 'text':
          key += child.value
          break
        case 'num':
          if (holder !== node) key += child.value
          break
        case 'break':
          key += '\n'
          break
        case 'inline':
          key += '\uFFFC'
          break
        case 'block':
          key += levelMarks.block + blockText(child.mdast)
          break
        case 'heading':
        case 'paragraph':
        case 'point':
        case 'indent':
          key += levelMarks[child.type]
          add(child)
      }
    }
  }
  add(node)
  return key
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
  // A comment in a cell is no text, as it is none between the lines.
  if (typeof node.value === 'string') return node.type === 'html' && node.value.startsWith('<!--') ? '' : node.value
  if (!Array.isArray(node.children)) return ''
  const between = node.type === 'table' || node.type === 'blockquote' ? '\n' : node.type === 'tableRow' ? ' | ' : ''
  return node.children.map(blockText).join(between)
}
