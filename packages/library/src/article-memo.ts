import type { ClauseMentions } from '@tiaoli/citation'
import type { Article, ClauseText, RegastNode, Root } from 'regast'
import { clauseText, clauseTexts, holdsText } from 'regast'
import { ArticleChanges, type ArticleQuestions, type AskedArticles } from './asked-articles.js'
import type { DefinedNames } from './defined-names.js'
import { documentClauses } from './document-clauses.js'
import type { LinkedDocument, LinkedReference, LinkedTerm, TextPlace } from './linked.js'
import type { Outline } from './outline.js'
import { cellTexts, hasTable } from './table-cells.js'

/** What reading one article gave, and everything beside the document as a whole that it depended on. */
export interface ArticleReading {
  clauses: readonly ClauseText[]
  /** What was found in each of them, and the titles that were known then. */
  mentions: readonly ClauseMentions[]
  epoch: number
  asked: ArticleQuestions
  /** Where its first words stood; a parser may move the nodes of an unchanged article in place. */
  at: Origin
  /** Abbreviations in force where the article begins. */
  aliasesBefore: string
  references: LinkedReference[]
  unresolved: LinkedReference[]
  terms: LinkedTerm[]
  documentNumbers: LinkedDocument['documentNumbers']
  /** Titles that it mentions, and abbreviations that it defines, for the articles after it. */
  mentioned: string[]
  aliases: (readonly [name: string, title: string])[]
}

/** Line and offset of the first words of an article. */
export interface Origin {
  line: number
  offset: number
}

/** How far an article has moved in the source since it was read. */
export interface Shift {
  lines: number
  offset: number
}

/**
 * Readings of articles from the last time a document was linked. Each holds as long as its words and the articles that it asked
 * for are the same, so that a change costs one article, or with its number or its 款 those that cite it.
 */
export class ArticleMemo {
  private signature = ''
  private library: unknown
  private outline: Outline | undefined
  private changes: ArticleChanges | undefined
  private asked: AskedArticles | undefined
  private readonly read = new WeakMap<Article, readonly ClauseText[]>()
  private known = new Map<string, ArticleReading>()
  private next = new Map<string, ArticleReading>()
  private seen = new Map<string, number>()

  /** Begins a pass over a document with that outline; what was read about something else is forgotten. */
  begin(library: unknown, signature: string, outline: Outline, asked: AskedArticles): void {
    const same = this.library === library && this.signature === signature && this.outline !== undefined
    this.known = same ? this.next : new Map()
    this.changes = same ? new ArticleChanges(this.outline!, outline) : undefined
    this.next = new Map()
    this.seen = new Map()
    this.library = library
    this.signature = signature
    this.outline = outline
    this.asked = asked
  }

  /** The clause texts of a tree; an article that a parser handed out before, moved or not, has the same texts at other places. */
  clauseTexts(tree: Root): ClauseText[] {
    const found: ClauseText[] = []
    const visit = (node: RegastNode, address: string): void => {
      if (node.type === 'article') {
        let texts = this.read.get(node)
        if (texts === undefined) {
          texts = hasTable(node)
            ? documentClauses({ type: 'root', children: [node] })
            : clauseTexts({ type: 'root', children: [node] })
          this.read.set(node, texts)
        }
        for (const text of texts) found.push(text)
        return
      }
      if (!('children' in node)) return
      const own = 'address' in node && typeof node.address === 'string' ? node.address : address
      if (holdsText(node)) found.push(clauseText(node, own))
      for (const child of node.children) {
        if (child.type === 'block') found.push(...cellTexts(child, node, own))
        else visit(child as RegastNode, own)
      }
    }
    visit(tree, '')
    return found
  }

  /** Name of an article in this pass: its address, and which one of several articles with that number it is. */
  nameOf(address: string): string {
    const times = this.seen.get(address) ?? 0
    this.seen.set(address, times + 1)
    return times === 0 ? address : `${address}#${times}`
  }

  /** The reading of an article with the same words in the same arrangement, and how far it has moved. */
  find(
    name: string,
    clauses: readonly ClauseText[],
    start: number,
    end: number,
    aliasesBefore: string
  ): { reading: ArticleReading; shift: Shift } | undefined {
    const reading = this.known.get(name)
    if (reading === undefined || reading.aliasesBefore !== aliasesBefore) return undefined
    if (!this.changes!.keep(reading.asked)) return undefined
    if (!sameArrangement(reading.clauses, clauses, start, end)) return undefined
    const now = originOf(clauses[start])
    return { reading, shift: { lines: now.line - reading.at.line, offset: now.offset - reading.at.offset } }
  }

  /** What has been asked of the articles of the document since this was called last. */
  takeQuestions(): ArticleQuestions {
    return this.asked!.takeQuestions()
  }

  keep(name: string, reading: ArticleReading): void {
    this.next.set(name, reading)
  }
}

/**
 * What the reading of every article depends on beside its words and what it asks of other articles: facts, the structures of the
 * document, and who defines what, as a term or as the name of an instrument.
 */
export function signatureOf(
  own: Outline,
  clauses: readonly ClauseText[],
  about: readonly (string | undefined)[],
  names: Pick<DefinedNames, 'all' | 'kindOf'>
): string {
  const parts = about.map((fact) => fact ?? '\0')
  parts.push(own.complete ? '1' : '0')
  for (const { address, heading, label = '', paragraphs = 0, path = [] } of own.structures.values())
    parts.push(`${address} ${label} ${paragraphs} ${path.join(' ')}`, heading)
  for (const definition of names.all)
    parts.push(definition.name, names.kindOf(definition), clauses[definition.clause]!.address)
  return parts.join('\n')
}

/**
 * Moves what was read of an article to where it now stands, in place as a parser moves its nodes: most articles move at every
 * stroke, and copies of all that is in them would cost more than reading the one that changed.
 */
export function moveTo({ references, terms, documentNumbers }: ArticleReading, { lines, offset }: Shift): void {
  if (lines === 0 && offset === 0) return
  for (const found of references) movePlaces(found, lines, offset)
  for (const found of terms) movePlaces(found, lines, offset)
  for (const found of documentNumbers) movePlaces(found, lines, offset)
}

function movePlaces({ start, end }: { start: TextPlace; end: TextPlace }, lines: number, offset: number): void {
  start.line += lines
  start.offset += offset
  end.line += lines
  end.offset += offset
}

/** Where the first words of an article stand. */
export function originOf(first: ClauseText | undefined): Origin {
  const place = first?.runs[0]?.place
  return { line: place?.line ?? 1, offset: place?.offset ?? 0 }
}

/** Whether clauses have the same words, at the same distances from the first of them. */
function sameArrangement(
  before: readonly ClauseText[],
  now: readonly ClauseText[],
  start: number,
  end: number
): boolean {
  if (before.length !== end - start || before[0]!.runs.length === 0 || now[start]!.runs.length === 0) return false
  if (before.every((old, index) => old === now[start + index])) return true
  const from = originOf(before[0])
  const to = originOf(now[start])
  return before.every((old, index) => {
    const clause = now[start + index]!
    if (old.text !== clause.text || old.address !== clause.address || old.node.type !== clause.node.type) return false
    if (old.runs.length !== clause.runs.length) return false
    return old.runs.every((run, at) => {
      const other = clause.runs[at]!
      return (
        run.index === other.index &&
        run.length === other.length &&
        run.place.column === other.place.column &&
        run.place.line - from.line === other.place.line - to.line &&
        (run.place.offset ?? 0) - from.offset === (other.place.offset ?? 0) - to.offset
      )
    })
  })
}
