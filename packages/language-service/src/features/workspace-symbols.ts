import type { ClauseIndex, Hit, Searcher } from '@tiaoli/search'
import { clauseDocuments, createScanIndex, createSearcher } from '@tiaoli/search'
import { parseNumeral } from 'regast'
import type { WorkspaceSymbol } from 'vscode-languageserver-types'
import { SymbolKind } from 'vscode-languageserver-types'
import type { Draft } from '../draft.js'
import type { DraftStore } from '../draft-store.js'
import { rangeOf } from '../protocol.js'

const most = 50

/** Finds clauses of all drafts as `tiaoli search` does; a draft is taken up anew only after it has changed. */
export class ClauseFinder {
  private readonly index: ClauseIndex = createScanIndex()
  private readonly searcher: Searcher = createSearcher(this.index)
  /** Drafts as they are in the index. */
  private readonly taken = new Map<string, Draft>()

  constructor(private readonly store: DraftStore) {}

  /** Titles and headings with every word of a query, then the articles that answer it; 8 is the eighth article. */
  async symbols(query: string): Promise<WorkspaceSymbol[]> {
    const words = query.split(/\s+/).filter((word) => word !== '')
    if (words.length === 0) return []
    const drafts = this.store.all()
    await this.takeUp(drafts)
    const asked = words.map((word) => (parseNumeral(word) === undefined ? word : `第${word}条`)).join(' ')
    const { hits } = await this.searcher.search(asked, { limit: most })
    const byUri = new Map(drafts.map((draft) => [draft.uri, draft]))
    return [
      ...drafts.flatMap((draft) => headingsWith(draft, words)),
      ...hits.flatMap((hit) => symbolOf(hit, byUri.get(hit.text)))
    ]
  }

  private async takeUp(drafts: readonly Draft[]): Promise<void> {
    const present = new Set(drafts.map(({ uri }) => uri))
    const gone = [...this.taken.keys()].filter((uri) => !present.has(uri))
    for (const uri of gone) this.taken.delete(uri)
    await this.index.remove(gone)
    const changed = drafts.filter((draft) => this.taken.get(draft.uri) !== draft)
    for (const draft of changed) this.taken.set(draft.uri, draft)
    await this.index.add(
      changed.map(({ uri, title, facts, tree }) => ({
        text: { id: uri, title, ...(facts.date !== undefined && { version: facts.date }) },
        clauses: clauseDocuments(tree, uri)
      }))
    )
  }
}

function headingsWith(draft: Draft, words: readonly string[]): WorkspaceSymbol[] {
  const found: WorkspaceSymbol[] = []
  for (const { node, text } of draft.clauses) {
    if (node.type !== 'title' && node.type !== 'heading') continue
    if (text.trim() === '' || !words.every((word) => text.includes(word))) continue
    found.push({
      name: text.replace(/\s+/g, ''),
      kind: node.type === 'title' ? SymbolKind.File : SymbolKind.Namespace,
      containerName: draft.title,
      location: { uri: draft.uri, range: rangeOf(node.position) }
    })
  }
  return found
}

/** The stretch with the words is the name, because editors sift what they are given by the characters of names. */
function symbolOf({ number, address, snippet }: Hit, draft: Draft | undefined): WorkspaceSymbol[] {
  const node = draft?.nodes.get(snippet.address) ?? draft?.nodes.get(address)
  if (draft === undefined || node === undefined) return []
  const range = rangeOf(node.position)
  return [
    {
      name: `${number} ${snippet.text}`.trim(),
      kind: SymbolKind.Method,
      containerName: draft.title,
      location: { uri: draft.uri, range }
    }
  ]
}
