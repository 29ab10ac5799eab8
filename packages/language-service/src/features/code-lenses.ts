import type { LinkedReference, LinkTarget } from '@tiaoli/library'
import { articleOf } from 'regast'
import type { CodeLens } from 'vscode-languageserver-types'
import { placedFact } from '../article-facts.js'
import { selectionOf } from '../clause-location.js'
import type { FeatureContext } from '../context.js'
import type { Draft } from '../draft.js'
import { byReachedArticle } from '../reached-articles.js'
import { tracesOf } from '../trace.js'

/**
 * What a lens runs, with the URI and the position of an article: a client that knows the command asks for the references
 * to what stands there and shows them; one that does not shows the title alone.
 */
export const showReferencesCommand = 'tiaoli.showReferences'

type References = ReadonlyMap<string, readonly LinkedReference[]>

/** The lenses of drafts; how often an article is cited is told for those that are looked at, the few that a window shows. */
export class CodeLenses {
  /** Drafts that were asked for, so that a lens names its own by a number: there is one to an article. */
  private readonly uris: string[] = []
  /** References of a draft into the one that was asked for last. */
  private readonly into = new WeakMap<Draft, { draft: Draft; references: References }>()

  constructor(private readonly context: FeatureContext) {}

  /** Over each article whether it is cited, to be resolved, and which requirements of the brief it answers. */
  of(draft: Draft): CodeLens[] {
    const answered = answersOf(draft)
    const elsewhere = this.elsewhere(draft)
    const handle = this.handleOf(draft.uri)
    const lenses: CodeLens[] = []
    const seen = new Set<string>()
    for (const node of draft.articles) {
      const { address } = node
      // Of two articles with one number the references mean the first.
      if (seen.has(address)) continue
      seen.add(address)
      const isCited =
        draft.incoming.get(address)?.some((reference) => articleOf(reference.in) !== address) ||
        elsewhere.some((found) => found.has(address))
      const ids = answered.get(address)
      if (!isCited && ids === undefined) continue
      const range = rangeOfNumber(node)
      if (isCited) lenses.push({ range, data: [handle, address] })
      if (ids !== undefined) lenses.push({ range, command: { title: `落实 ${[...ids].join('、')}`, command: '' } })
    }
    return lenses
  }

  /** A lens with its words; one of an article that is gone says that nothing cites it. */
  resolve(lens: CodeLens): CodeLens {
    if (lens.command !== undefined) return lens
    const { range, data } = lens
    const [handle, address] = data as [number, string]
    const uri = this.uris[handle]
    const draft = uri === undefined ? undefined : this.context.store.get(uri)
    if (draft === undefined) throw new TypeError('a lens of no draft that was asked for')
    let cited = 0
    for (const reference of draft.incoming.get(address) ?? []) if (articleOf(reference.in) !== address) cited += 1
    for (const found of this.elsewhere(draft)) cited += found.get(address)?.length ?? 0
    const title = `被引用 ${cited} 处`
    return { range, command: { title, command: showReferencesCommand, arguments: [draft.uri, range.start] } }
  }

  /** For each other draft that has been read, its references into this one by article. */
  private elsewhere(draft: Draft): References[] {
    const { store } = this.context
    const isHere = ({ instrument }: LinkTarget): boolean => instrument !== null && store.keyOf(instrument) === draft.key
    const all: References[] = []
    for (const other of store.known()) {
      if (other === draft || other.key === draft.key) continue
      let known = this.into.get(other)
      if (known?.draft !== draft) {
        known = { draft, references: byReachedArticle(other.links.references, draft, isHere) }
        this.into.set(other, known)
      }
      all.push(known.references)
    }
    return all
  }

  private handleOf(uri: string): number {
    const known = this.uris.indexOf(uri)
    return known === -1 ? this.uris.push(uri) - 1 : known
  }
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
