import { excerpt } from '@tiaoli/report'
import type { RegastNode } from 'regast'
import { clauseText, formatAddress } from 'regast'
import type { DocumentSymbol } from 'vscode-languageserver-types'
import { SymbolKind } from 'vscode-languageserver-types'
import { type AddressedNode, articleFact, placedFact } from '../article-facts.js'
import { numberOf } from '../clause-lines.js'
import type { Draft } from '../draft.js'
import { rangeOf } from '../protocol.js'
import { textRange } from '../subject.js'
import { selectionOf } from '../target.js'

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

/** The outline of a draft: 编, 章, 节, 条, and the 项 of each 条. */
export function documentSymbols(draft: Draft): DocumentSymbol[] {
  return draft.once('symbols', () => draft.tree.children.flatMap(entriesOf).map(symbolOf))
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

function symbolOf(entry: Entry): DocumentSymbol {
  return entry.node.type === 'article' ? articleSymbol(entry.node) : placed(entry)
}

/** The symbol of an article, its only entry. */
const articleSymbol = placedFact((article) => placed(articleEntries(article)[0]!))

function placed({ node, name, detail, kind, below }: Entry): DocumentSymbol {
  const selectionRange = node.type === 'title' ? textRange(node) : selectionOf(node as AddressedNode)
  const symbol: DocumentSymbol = { name, kind, range: rangeOf(node.position), selectionRange }
  // There are two to an article of a long code, and nothing is written of what one does not have.
  if (detail !== '') symbol.detail = detail
  if (below.length > 0) symbol.children = below.map(symbolOf)
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
