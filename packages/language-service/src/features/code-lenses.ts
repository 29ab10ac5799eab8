import type { LinkedReference, LinkTarget } from '@tiaoli/library'
import type { CodeLens } from 'vscode-languageserver-types'
import { articleOf } from '../addresses.js'
import { placedFact } from '../article-facts.js'
import type { FeatureContext } from '../context.js'
import { byReachedArticle, type Draft } from '../draft.js'
import { selectionOf } from '../target.js'
import { tracesOf } from '../trace.js'

/**
 * What a lens runs, with the URI and the position of an article: a client that knows the command asks for the references
 * to what stands there and shows them; one that does not shows the title alone.
 */
export const showReferencesCommand = 'tiaoli.showReferences'

/** Over each article how often it is cited, and which requirements of the brief it answers. */
export function codeLenses(context: FeatureContext, draft: Draft): CodeLens[] {
  const answered = answersOf(draft)
  const elsewhere = citedFromElsewhere(context, draft)
  const lenses: CodeLens[] = []
  const seen = new Set<string>()
  for (const node of draft.articles) {
    const { address } = node
    // Of two articles with one number the references mean the first.
    if (seen.has(address)) continue
    seen.add(address)
    let cited = 0
    for (const reference of draft.incoming.get(address) ?? []) if (articleOf(reference.in) !== address) cited += 1
    for (const found of elsewhere) cited += found.get(address)?.length ?? 0
    const ids = answered.get(address)
    if (cited === 0 && ids === undefined) continue
    const range = rangeOfNumber(node)
    if (cited > 0) {
      const title = `被引用 ${cited} 处`
      lenses.push({ range, command: { title, command: showReferencesCommand, arguments: [draft.uri, range.start] } })
    }
    if (ids !== undefined) lenses.push({ range, command: { title: `落实 ${[...ids].join('、')}`, command: '' } })
  }
  return lenses
}

const rangeOfNumber = placedFact(selectionOf)

/** Requirements of the brief by the article that answers them. */
function answersOf(draft: Draft): Map<string, Set<string>> {
  const answered = new Map<string, Set<string>>()
  for (const { address, ids } of tracesOf(draft)) {
    if (ids.length === 0) continue
    const article = articleOf(address)
    const known = answered.get(article)
    if (known === undefined) answered.set(article, new Set(ids))
    else for (const id of ids) known.add(id)
  }
  return answered
}

/** For each other draft that has been read, its references into this one by article. */
function citedFromElsewhere({ store }: FeatureContext, draft: Draft): Map<string, LinkedReference[]>[] {
  const isHere = ({ instrument }: LinkTarget): boolean => instrument !== null && store.keyOf(instrument) === draft.key
  const found: Map<string, LinkedReference[]>[] = []
  for (const other of store.known()) {
    if (other === draft || other.key === draft.key) continue
    found.push(byReachedArticle(other.links.references, draft.outline, isHere))
  }
  return found
}
