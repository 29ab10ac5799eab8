import type { SearchResult } from '@tiaoli/search'
import { clauseDocuments, createScanIndex, createSearcher } from '@tiaoli/search'
import type { RegulationDocument } from '@tiaoli/workspace'
import { formatNumeral } from 'regast'

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
  for (const query of queries) results.push(answering(await searcher.search(query, { limit: most })))
  return results
}

/**
 * Without clauses in which no word was found and whose number was not asked for: in one draft, the ranking fills its places
 * with what shares a turn of phrase. Where no words were asked for, all of them count.
 */
function answering(result: SearchResult): SearchResult {
  const { query, hits } = result
  if (hits.every(({ snippet }) => snippet.highlights.length === 0)) return result
  const asked = new Set(
    Array.from(query.matchAll(/(\d{1,4}|[零〇一二三四五六七八九十百千]{1,8})条/g), ([, number]) => label(number!))
  )
  return { ...result, hits: hits.filter(({ number, snippet }) => snippet.highlights.length > 0 || asked.has(number)) }
}

function label(number: string): string {
  return `第${/^\d/.test(number) ? formatNumeral(Number(number)) : number}条`
}
