import { clauseLabel, excerpt } from '@tiaoli/report'
import { parseNumeral } from 'regast'
import type { WorkspaceSymbol } from 'vscode-languageserver-types'
import { SymbolKind } from 'vscode-languageserver-types'
import type { FeatureContext } from '../context.js'
import { rangeOf } from '../protocol.js'

const most = 200

/** Clauses of all drafts that hold every word of a query; 8 and 第八条 find article eight. */
export function workspaceSymbols({ store }: FeatureContext, query: string): WorkspaceSymbol[] {
  const words = query
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  const numbers = words.map((word) => parseNumeral(word.replace(/^第|条$/g, '')))
  const found: WorkspaceSymbol[] = []
  for (const draft of store.all()) {
    for (const { node, address, text } of draft.clauses) {
      if (found.length >= most) return found
      const number = /^art_(\d+)__para_1$/.exec(address)?.[1]
      const named = node.type === 'title' ? draft.title : ''
      const fits = words.every(
        (word, index) =>
          text.includes(word) || named.includes(word) || (number !== undefined && Number(number) === numbers[index])
      )
      if (!fits || text.trim() === '') continue
      const label = address === '' ? '' : `${clauseLabel(address, undefined, draft.outline)} `
      found.push({
        name: `${label}${excerpt(text, 40)}`,
        kind:
          node.type === 'title' ? SymbolKind.File : node.type === 'heading' ? SymbolKind.Namespace : SymbolKind.Method,
        containerName: draft.title,
        location: { uri: draft.uri, range: rangeOf(node.position) }
      })
    }
  }
  return found
}
