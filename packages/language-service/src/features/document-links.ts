import type { DocumentLink } from 'vscode-languageserver-types'
import type { FeatureContext } from '../context.js'
import type { Draft } from '../draft.js'
import { rangeBetween } from '../protocol.js'
import { mainTarget } from '../target.js'

/** Links from references to other instruments to the texts that a reader can open. */
export function documentLinks({ targets }: FeatureContext, draft: Draft): DocumentLink[] {
  return draft.links.references.flatMap((reference) => {
    const target = mainTarget(reference)
    if (target?.instrument == null || target.status === 'unknown-instrument') return []
    const place = targets.text(target, draft)
    if (place === undefined) return []
    const { line, character } = place.selection.start
    const link: DocumentLink = {
      range: rangeBetween(reference.start, reference.end),
      target: line === 0 && character === 0 ? place.uri : `${place.uri}#L${line + 1},${character + 1}`,
      tooltip: `打开${targets.read(target, draft).label}`
    }
    return [link]
  })
}
