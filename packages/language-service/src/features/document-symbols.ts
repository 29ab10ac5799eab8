import { excerpt } from '@tiaoli/report'
import type { Article, RegastNode } from 'regast'
import { clauseText, formatAddress } from 'regast'
import type { DocumentSymbol } from 'vscode-languageserver-types'
import { SymbolKind } from 'vscode-languageserver-types'
import { type AddressedNode, articleFact, placedFact } from '../article-facts.js'
import { numberOf } from '../clause-lines.js'
import { selectionOf } from '../clause-location.js'
import type { Draft } from '../draft.js'
import { inStretches } from '../in-stretches.js'
import { rangeOf } from '../protocol.js'
import { textRange } from '../subject.js'

const kinds: Partial<Record<RegastNode['type'], SymbolKind>> = {
  title: SymbolKind.File,
  preamble: SymbolKind.Namespace,
  book: SymbolKind.Module,
  part: SymbolKind.Module,
  chapter: SymbolKind.Namespace,
  section: SymbolKind.Class,
  division: SymbolKind.Namespace,
  attachment: SymbolKind.Package,
  article: SymbolKind.Method,
  point: SymbolKind.EnumMember
}

/** What an entry says, apart from where it stands now. */
interface Entry {
  node: RegastNode
  name: string
  detail: string
  kind: SymbolKind
  below: readonly Entry[]
}

/** How many entries an outline may have and still list 项: nobody reads more, and an editor asks for all of them at every stroke. */
const mostEntries = 1000

/** The outline of a draft: 编, 章, 节, 条, and the 项 of each 条 where these do not make it too long. */
export function documentSymbols(draft: Draft): DocumentSymbol[] {
  return draft.once('symbols', () => {
    const entries = draft.articles.reduce(
      (sum, article) => sum + 1 + (articleEntries(article)[0]?.below.length ?? 0),
      0
    )
    const ofArticle = entries > mostEntries ? bareArticle : wholeArticle
    return draft.tree.children.flatMap(entriesOf).map((entry) => symbolOf(entry, ofArticle))
  })
}

/** Prepares the outline in small steps; gives the symbols of articles, the very objects. */
export function* prepareSymbols(draft: Draft): Generator<readonly DocumentSymbol[]> {
  for (const _ of inStretches(draft, articleEntries)) yield []
  if (!draft.isOutdated) yield* inStretches(draft, articleSymbolIn(draft))
}

/** What makes the symbols of the articles of a draft. */
function articleSymbolIn({ articles }: Draft): (article: Article) => DocumentSymbol {
  const entries = articles.reduce((sum, article) => sum + 1 + (articleEntries(article)[0]?.below.length ?? 0), 0)
  return entries > mostEntries ? bareArticle : wholeArticle
}

function entriesOf(node: RegastNode): readonly Entry[] {
  return node.type === 'article' ? articleEntries(node) : readEntries(node)
}

/** The words of an article and its 项, read once. */
const articleEntries = articleFact<readonly Entry[]>((article) => readEntries(article))

function readEntries(node: RegastNode): Entry[] {
  const kind = kinds[node.type]
  const below = 'children' in node ? (node.children as RegastNode[]).flatMap(entriesOf) : []
  if (kind === undefined) return below
  if (node.type === 'title') {
    const name = clauseText(node, '').text.trim()
    return name === '' ? [] : [{ node, name, detail: '', kind, below: [] }]
  }
  const holder = node as AddressedNode
  const printed = numberOf(holder)
  const heading = headingOf(holder)
  const name =
    printed === '' ? heading || formatAddress(holder.address) : `${printed}${heading === '' ? '' : ` ${heading}`}`
  return [{ node, name, detail: heading === '' ? opening(holder) : '', kind, below }]
}

function symbolOf(entry: Entry, ofArticle: (article: Article) => DocumentSymbol): DocumentSymbol {
  const { node, below } = entry
  if (node.type === 'article') return ofArticle(node)
  return placed(
    entry,
    below.map((inner) => symbolOf(inner, ofArticle))
  )
}

/** The symbol of an article, its only entry. */
const wholeArticle = placedFact((article) => {
  const entry = articleEntries(article)[0]!
  return placed(
    entry,
    entry.below.map((point) => placed(point))
  )
})

const bareArticle = placedFact((article) => placed(articleEntries(article)[0]!))

function placed({ node, name, detail, kind }: Entry, children: DocumentSymbol[] = []): DocumentSymbol {
  const selectionRange = node.type === 'title' ? textRange(node) : selectionOf(node as AddressedNode)
  const symbol: DocumentSymbol = { name, kind, range: rangeOf(node.position), selectionRange }
  // There may be two to an article, and nothing is written of what one does not have.
  if (detail !== '') symbol.detail = detail
  if (children.length > 0) symbol.children = children
  return symbol
}

/** The words of the heading of a unit or article. */
export function headingOf(node: AddressedNode): string {
  const heading = (node.children as RegastNode[]).find((child) => child.type === 'heading')
  return heading?.type === 'heading' ? clauseText(heading, '').text.trim() : ''
}

/** How a clause begins. */
function opening(node: AddressedNode): string {
  const holder = node.type === 'article' ? node.children.find((child) => child.type === 'paragraph') : node
  if (holder?.type !== 'paragraph' && holder?.type !== 'point') return ''
  return excerpt(clauseText(holder, '').text, 24)
}
