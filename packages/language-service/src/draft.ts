import type { Insertions, TextEdit as SourceEdit } from '@tiaoli/edit'
import type {
  Library,
  LinkedDocument,
  LinkedReference,
  LinkedTerm,
  Outline,
  ScanCache,
  TextPlace
} from '@tiaoli/library'
import { linkDocument, outlineOfTree, titleKey } from '@tiaoli/library'
import type { Article, ClauseText, RegastNode, Root } from 'regast'
import { articleOf, clauseText, holdsText } from 'regast'
import type { IncrementalParser, ParseResult } from 'remark-regast'
import type { VFileMessage } from 'vfile-message'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Position, TextEdit } from 'vscode-languageserver-types'
import { type AddressedNode, articleClauses, articleNodes, ownTexts, visitAround } from './article-facts.js'
import { changeBetween } from './change-between.js'
import { type DraftFacts, factsOf } from './facts.js'
import { byReachedArticle } from './reached-articles.js'

/** A draft as read at one version of its text, until the same parser reads another; what features need beyond the links is computed when first asked for. */
export class Draft {
  readonly uri: string
  readonly version: number
  readonly source: string
  readonly tree: Root
  readonly messages: VFileMessage[]
  readonly facts: DraftFacts
  /** Set once the same parser has read another text: the tree then no longer says where things stand in this one. */
  isOutdated = false
  /** What inserting an article would change, where that has been prepared. */
  insertions: Insertions | undefined
  private readonly memo = new Map<string, unknown>()

  constructor(
    readonly document: TextDocument,
    readonly library: Library,
    private readonly cache: ScanCache,
    { source, tree, messages }: ReadSource
  ) {
    this.uri = document.uri
    this.version = document.version
    this.source = source
    this.tree = tree
    this.messages = messages
    this.facts = factsOf(tree, document.uri)
  }

  /** References, terms and document numbers; a text that is only shown is never asked for them. */
  get links(): LinkedDocument {
    return this.once('links', () => {
      const { title, date } = this.facts
      const { tree, library, cache } = this
      return linkDocument(tree, {
        library,
        cache,
        ...(title !== undefined && { title }),
        ...(date !== undefined && { date })
      })
    })
  }

  get title(): string {
    return this.facts.title ?? ''
  }

  /** Key under which spellings of its title meet. */
  get key(): string {
    return this.once('key', () => titleKey(this.title))
  }

  get outline(): Outline {
    return this.once('outline', () => outlineOfTree(this.tree))
  }

  /** Clause texts in the order of the source. */
  get clauses(): readonly ClauseText[] {
    return this.once('clauses', () => {
      const found: ClauseText[] = []
      visitAround(
        this.tree,
        (article) => found.push(...articleClauses(article)),
        (node, address) => {
          if (holdsText(node)) found.push(clauseText(node, address))
        }
      )
      return found
    })
  }

  /** The first node of each address, in the order of the source. */
  get nodes(): ReadonlyMap<string, AddressedNode> {
    return this.once('nodes', () => nodesByAddress(this.tree))
  }

  /** The articles in the order of the source. */
  get articles(): readonly Article[] {
    return this.once('articles', () => {
      const found: Article[] = []
      visitAround(
        this.tree,
        (article) => found.push(article),
        () => {}
      )
      return found
    })
  }

  /** References into this draft from itself, by the article or structure that they point to; a range at each of its ends' articles and between. */
  get incoming(): ReadonlyMap<string, readonly LinkedReference[]> {
    return this.once('incoming', () =>
      byReachedArticle(this.links.references, this, (target) => target.instrument === null)
    )
  }

  /** References by the article or structure that they stand in. */
  get outgoing(): ReadonlyMap<string, readonly LinkedReference[]> {
    return this.once('outgoing', () => groupBy(this.links.references, (reference) => articleOf(reference.in)))
  }

  /** The reference at an offset, the innermost where one stands in another. */
  referenceAt(offset: number): LinkedReference | undefined {
    return innermost(this.links.references, offset)
  }

  /** The defined term at an offset. */
  termAt(offset: number): LinkedTerm | undefined {
    return innermost(
      this.once('terms', () => [...this.links.terms].sort((a, b) => a.start.offset - b.start.offset)),
      offset
    )
  }

  /** The clause text that holds an offset. */
  clauseAt(offset: number): ClauseText | undefined {
    const { clauses } = this
    const at = lastAtOrBefore(
      clauses,
      offset,
      (clause) => clause.runs[0]?.place.offset ?? clause.node.position?.start.offset ?? 0
    )
    const clause = clauses[at]
    if (clause === undefined || clause.runs.length === 0) return undefined
    const last = clause.runs.at(-1)!
    return offset <= (last.place.offset ?? 0) + last.length ? clause : undefined
  }

  /** Nodes around an offset, outermost first. */
  pathAt(offset: number): RegastNode[] {
    const path: RegastNode[] = []
    let level: readonly RegastNode[] = this.tree.children as RegastNode[]
    for (;;) {
      const found = level.find((node) => spans(node, offset))
      if (found === undefined) return path
      path.push(found)
      if (!('children' in found)) return path
      level = found.children as RegastNode[]
    }
  }

  /** Address of the deepest clause around an offset; `''` outside every clause. */
  addressAt(offset: number): string {
    const node = this.pathAt(offset).findLast((candidate) => 'address' in candidate)
    return node !== undefined && 'address' in node ? node.address : ''
  }

  offsetAt(position: Position): number {
    return this.document.offsetAt(position)
  }

  /** Edits by offset as the protocol wants them. */
  editsOf(edits: readonly SourceEdit[]): TextEdit[] {
    const { document } = this
    return edits.map(({ start, end, text }) => ({
      range: { start: document.positionAt(start), end: document.positionAt(end) },
      newText: text
    }))
  }

  /** What a feature computes from this version, computed once. */
  once<T>(key: string, compute: () => T): T {
    if (!this.memo.has(key)) this.memo.set(key, compute())
    return this.memo.get(key) as T
  }
}

/** A text and what the parser makes of it. */
export interface ReadSource extends ParseResult {
  source: string
}

/** Reads a text with a parser that may have read one much like it. */
export function readWith(parser: IncrementalParser, source: string): ReadSource {
  if (parser.source === '') return { source, ...parser.parse(source) }
  const { start, end, delta } = changeBetween(parser.source, source)
  const read = parser.edit({ start, end, text: source.slice(start, end + delta) })
  ownTexts(read.tree)
  return { source, ...read }
}

function spans(node: RegastNode, offset: number): boolean {
  const { position } = node
  return position !== undefined && (position.start.offset ?? 0) <= offset && offset <= (position.end.offset ?? 0)
}

/** Nodes of a tree by address, the first of each. */
function nodesByAddress(tree: Root): Map<string, AddressedNode> {
  const found = new Map<string, AddressedNode>()
  const add = (node: AddressedNode): void => {
    if (!found.has(node.address)) found.set(node.address, node)
  }
  visitAround(
    tree,
    (article) => {
      for (const node of articleNodes(article)) add(node)
    },
    (node) => {
      if ('address' in node && typeof node.address === 'string') add(node as AddressedNode)
    }
  )
  return found
}

function groupBy<T>(values: readonly T[], key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const list = groups.get(key(value))
    if (list === undefined) groups.set(key(value), [value])
    else list.push(value)
  }
  return groups
}

/** Index of the last item that begins at or before an offset; -1 where there is none. */
function lastAtOrBefore<T>(items: readonly T[], offset: number, start: (item: T) => number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (start(items[middle]!) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The item that holds an offset and begins last; items overlap only where one stands right inside another. */
function innermost<T extends { start: TextPlace; end: TextPlace }>(items: readonly T[], offset: number): T | undefined {
  const at = lastAtOrBefore(items, offset, (item) => item.start.offset)
  for (let index = at; index >= 0 && index > at - 4; index--) {
    const item = items[index]!
    if (offset <= item.end.offset) return item
  }
  return undefined
}
