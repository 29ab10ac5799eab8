import { excerpt } from '@tiaoli/report'
import type { RegastNode } from 'regast'
import { clauseText, formatAddress } from 'regast'
import type { DocumentSymbol, Range } from 'vscode-languageserver-types'
import { SymbolKind } from 'vscode-languageserver-types'
import { numberOf } from '../clause-lines.js'
import type { AddressedNode, Draft } from '../draft.js'
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

/** The outline of a draft: 编, 章, 节, 条, and the 项 of each 条. */
export function documentSymbols(draft: Draft): DocumentSymbol[] {
  return draft.tree.children.flatMap((node) => symbolsOf(node))
}

function symbolsOf(node: RegastNode): DocumentSymbol[] {
  const kind = kinds[node.type]
  const below = 'children' in node ? (node.children as RegastNode[]).flatMap(symbolsOf) : []
  if (kind === undefined) return below
  if (node.type === 'title') {
    const text = clauseText(node, '').text.trim()
    return text === '' ? [] : [symbol(text, '', kind, rangeOf(node.position), textRange(node), [])]
  }
  const holder = node as AddressedNode
  const printed = numberOf(holder)
  const heading = headingOf(holder)
  const name =
    printed === '' ? heading || formatAddress(holder.address) : `${printed}${heading === '' ? '' : ` ${heading}`}`
  const detail = heading === '' ? opening(holder) : ''
  return [symbol(name, detail, kind, rangeOf(holder.position), selectionOf(holder), below)]
}

function symbol(
  name: string,
  detail: string,
  kind: SymbolKind,
  range: Range,
  selectionRange: Range,
  children: DocumentSymbol[]
): DocumentSymbol {
  return { name, detail, kind, range, selectionRange, children }
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
