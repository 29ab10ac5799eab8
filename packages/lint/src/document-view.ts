import type { Library, LinkedDocument, LinkedReference, Outline } from '@tiaoli/library'
import { nameOfClause, outlineOfTree } from '@tiaoli/library'
import type { Article, ClauseText, Paragraph, RegastNode, Root, Structure, StructureUnit } from 'regast'
import { articleOf, clauseTexts, placeAt } from 'regast'
import type { Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import type { DocumentFinding } from './finding.js'
import { type DocumentKind, frontMatterFields, kindOf } from './kinds.js'
import { parserEnglish } from './parser-english.js'

/** A draft to check, with what is known around it. */
export interface LintInput {
  tree: Root
  /** The text that the tree was read from; without it no finding has a fix. */
  source?: string
  /** Kind, where the front matter and the title do not tell it. */
  kind?: DocumentKind
  /** Title, where the tree does not tell it. */
  title?: string
  /** References of the draft, for the rules about references. */
  links?: LinkedDocument
  /** Instruments, for the rule about copied text. */
  library?: Library
  /** The draft before this one, for the rules that compare. */
  previous?: Root
  /** What the parser said; rules about structure report it under their own names. */
  parserMessages?: readonly VFileMessage[]
}

/** The node that has a type; the four units of structure share one. */
export type NodeOfType<T extends RegastNode['type']> = T extends StructureUnit
  ? Structure
  : Extract<RegastNode, { type: T }>

/** A draft as document rules see it: what several of them need is computed once, and only where asked for. */
export class DocumentView {
  readonly tree: Root
  readonly kind: DocumentKind | undefined
  readonly clauses: readonly ClauseText[]
  readonly fields: ReadonlyMap<string, string>
  readonly title: string
  readonly titleClause: ClauseText | undefined
  readonly notes: readonly ClauseText[]
  private readonly clauseOf = new Map<RegastNode, ClauseText>()

  constructor(readonly input: LintInput) {
    const { tree } = input
    this.tree = tree
    this.clauses = clauseTexts(tree)
    for (const clause of this.clauses) this.clauseOf.set(clause.node, clause)
    const front = tree.children.find((child) => child.type === 'frontMatter')
    this.fields = front === undefined ? new Map() : frontMatterFields(front.value)
    this.titleClause = this.clauses.find((clause) => clause.node.type === 'title')
    this.notes = this.clauses.filter((clause) => clause.node.type === 'note')
    this.title = input.title ?? this.titleClause?.text.replace(/\s+/g, '') ?? ''
    this.kind =
      input.kind ??
      kindOf({
        title: this.title,
        notes: this.notes.map((note) => note.text).join('\n'),
        ...(this.fields.has('kind') ? { kind: this.fields.get('kind')! } : {})
      })
  }

  private memo = new Map<string, unknown>()
  private once<T>(key: string, compute: () => T): T {
    if (!this.memo.has(key)) this.memo.set(key, compute())
    return this.memo.get(key) as T
  }

  /** Articles in the order of the source, those of annexes included. */
  get articles(): readonly Article[] {
    return this.nodes('article')
  }

  /** Articles of the regulation itself. */
  get bodyArticles(): readonly Article[] {
    return this.once('bodyArticles', () => this.articles.filter((article) => article.address.startsWith('art_')))
  }

  /** 款 in the order of the source. */
  get paragraphs(): readonly Paragraph[] {
    return this.nodes('paragraph')
  }

  /** Nodes of one type in the order of the source. */
  nodes<T extends RegastNode['type']>(type: T): NodeOfType<T>[] {
    const all = this.once('nodes', () => nodesByType(this.tree))
    return (all.get(type) ?? []) as RegastNode[] as NodeOfType<T>[]
  }

  get outline(): Outline {
    return this.once('outline', () => outlineOfTree(this.tree))
  }

  /** An address as a drafter says it: a 条 of one 款 has no 第一款. */
  labelOf(address: string): string {
    if (address === '') return ''
    const only = this.outline.articles.get(articleOf(address))?.paragraphs?.length === 1
    return nameOfClause(only ? address.replace(/__para_1(?=__|$)/, '') : address, this.outline)
  }

  /** Line and column of offsets into the source, for places that no clause text holds. */
  positionOf(start: number, end: number): Position {
    const starts = this.once('lineStarts', () => lineStarts(this.input.source ?? ''))
    const point = (offset: number) => {
      const line = lastStarted(starts, offset)
      return { line: line + 1, column: offset - starts[line]! + 1, offset }
    }
    return { start: point(start), end: point(end) }
  }

  /** The own text of a node that holds some. */
  textOf(node: RegastNode): ClauseText | undefined {
    return this.clauseOf.get(node)
  }

  /** Texts of a node and everything below it. */
  textsUnder(node: RegastNode): ClauseText[] {
    const found: ClauseText[] = []
    const visit = (at: RegastNode): void => {
      const own = this.clauseOf.get(at)
      if (own !== undefined) found.push(own)
      if ('children' in at) for (const child of at.children) visit(child as RegastNode)
    }
    visit(node)
    return found
  }

  /** 款, 项 and 目 that are the draft's own words, not quotations of another text. */
  get bodyClauses(): readonly ClauseText[] {
    return this.once('bodyClauses', () =>
      this.clauses.filter(({ node }) => isBody(node.type) && !('quoted' in node && node.quoted))
    )
  }

  /** References with the clause that holds each and where it stands in it; empty without links. */
  get references(): readonly { reference: LinkedReference; clause: ClauseText; start: number; end: number }[] {
    return this.once('references', () => locateReferences(this.clauses, this.input.links?.references ?? []))
  }

  /** What the parser reported under one id, as findings. */
  parserMessages(ruleId: string): DocumentFinding[] {
    return (this.input.parserMessages ?? []).flatMap(({ ruleId: id, place, reason, expected }) => {
      if (id !== ruleId || place === undefined || !('start' in place)) return []
      const source = { start: place.start.offset ?? 0, end: place.end.offset ?? 0 }
      return [
        {
          source,
          reason: { zh: reason, en: parserEnglish(id, expected ?? undefined) },
          ...(expected ? { expected } : {})
        }
      ]
    })
  }

  /** Word by which the title says what the document is: 条例, 办法…; `''` where it does not. */
  get titleNoun(): string {
    return this.once('titleNoun', () => titleNoun(this.title))
  }
}

/** Word by which a title says what the document is; `''` where it does not. */
export function titleNoun(title: string): string {
  const bare = title.replace(/[（(][^（）()]*[）)]$/, '')
  return /(?:实施细则|法典|法|条例|规定|办法|规则|细则|准则|章程|规程|守则|解释|决定|意见|通知)$/.exec(bare)?.[0] ?? ''
}

/** Whether a level of text is 款, 项 or 目. */
export function isBody(type: string): boolean {
  return type === 'paragraph' || type === 'point' || type === 'indent'
}

/** The nodes of a tree by type, each list in the order of the source. */
function nodesByType(tree: Root): Map<string, RegastNode[]> {
  const found = new Map<string, RegastNode[]>()
  const visit = (node: RegastNode): void => {
    const list = found.get(node.type)
    if (list === undefined) found.set(node.type, [node])
    else list.push(node)
    if ('children' in node) for (const child of node.children) visit(child as RegastNode)
  }
  visit(tree)
  return found
}

/** Pairs references with clause texts, both in the order of the source. */
function locateReferences(clauses: readonly ClauseText[], references: readonly LinkedReference[]) {
  const held = clauses.filter((clause) => clause.runs.length > 0)
  const starts = held.map((clause) => clause.runs[0]!.place.offset ?? 0)
  return references.flatMap((reference) => {
    const clause = held[lastStarted(starts, reference.start.offset)]
    if (clause === undefined) return []
    const start = indexAt(clause, reference.start.offset)
    const end = start + reference.text.length
    return clause.text.startsWith(reference.text, start) && placeAt(clause, start).offset === reference.start.offset
      ? [{ reference, clause, start, end }]
      : []
  })
}

/** Index of the last of ascending starts that an offset has reached; the first one where it has reached none. */
function lastStarted(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** Index into a clause's text of an offset into the source. */
export function indexAt(clause: ClauseText, offset: number): number {
  for (let at = clause.runs.length - 1; at >= 0; at--) {
    const run = clause.runs[at]!
    if ((run.place.offset ?? 0) <= offset) return run.index + Math.min(offset - (run.place.offset ?? 0), run.length)
  }
  return 0
}

function lineStarts(source: string): number[] {
  const starts = [0]
  for (let index = 0; index < source.length; index++) {
    const code = source.charCodeAt(index)
    if (code === 10 || (code === 13 && source.charCodeAt(index + 1) !== 10)) starts.push(index + 1)
  }
  return starts
}
