import type { SearchResult } from '@tiaoli/search'
import { clauseDocuments, createScanIndex, createSearcher } from '@tiaoli/search'
import type { RegulationDocument } from '@tiaoli/workspace'

const most = 20

/** The clauses of one draft that answer queries, found as `tiaoli search` finds them. */
export async function findInDraft(
  { tree, facts }: RegulationDocument,
  queries: readonly string[]
): Promise<SearchResult[]> {
  const index = createScanIndex()
  await index.add([{ text: { id: '', title: facts.title ?? '' }, clauses: clauseDocuments(tree, '') }])
  const searcher = createSearcher(index)
  const results: SearchResult[] = []
  for (const query of queries) results.push(await searcher.search(query, { limit: most }))
  return results
}
