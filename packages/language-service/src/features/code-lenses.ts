import type { LinkTarget } from '@tiaoli/library'
import { titleKey } from '@tiaoli/library'
import type { CodeLens } from 'vscode-languageserver-types'
import { articleOf } from '../addresses.js'
import type { FeatureContext } from '../context.js'
import { byReachedArticle, type Draft } from '../draft.js'
import { rangeBetween } from '../protocol.js'
import { selectionOf } from '../target.js'
import { tracesOf } from '../trace.js'

/** What a lens runs: a client that knows the first command shows the places; one that does not shows the title alone. */
export const showReferencesCommand = 'tiaoli.showReferences'

/** Over each article how often it is cited, and which requirements of the brief it answers. */
export function codeLenses(context: FeatureContext, draft: Draft): CodeLens[] {
  const answered = new Map<string, Set<string>>()
  for (const { address, ids } of tracesOf(draft)) {
    const article = articleOf(address)
    const known = answered.get(article) ?? new Set()
    for (const id of ids) known.add(id)
    answered.set(article, known)
  }
  const elsewhere = context.store
    .all()
    .filter((other) => other !== draft && other.key !== draft.key)
    .map((other) => {
      const isHere = ({ instrument }: LinkTarget) => instrument !== null && titleKey(instrument) === draft.key
      return { draft: other, found: byReachedArticle(other.links.references, draft.outline, isHere) }
    })
  const lenses: CodeLens[] = []
  for (const [address, node] of draft.nodes) {
    const range = selectionOf(node)
    const cited =
      node.type !== 'article'
        ? []
        : [
            ...(draft.incoming.get(address) ?? [])
              .filter((reference) => articleOf(reference.in) !== address)
              .map((reference) => ({ draft, reference })),
            ...elsewhere.flatMap(({ draft: other, found }) =>
              (found.get(address) ?? []).map((reference) => ({ draft: other, reference }))
            )
          ]
    if (cited.length > 0) {
      const places = cited.map(({ draft: from, reference }) => ({
        uri: from.uri,
        range: rangeBetween(reference.start, reference.end)
      }))
      lenses.push({
        range,
        command: {
          title: `被引用 ${cited.length} 处`,
          command: showReferencesCommand,
          arguments: [draft.uri, range.start, places]
        }
      })
    }
    const ids = answered.get(address)
    if (ids !== undefined && ids.size > 0) {
      lenses.push({ range, command: { title: `落实 ${[...ids].join('、')}`, command: '' } })
    }
  }
  return lenses
}
