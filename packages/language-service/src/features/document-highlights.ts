import type { DocumentHighlight, Position } from 'vscode-languageserver-types'
import { DocumentHighlightKind } from 'vscode-languageserver-types'
import type { FeatureContext } from '../context.js'
import type { Draft } from '../draft.js'
import { rangeBetween } from '../protocol.js'
import { subjectAt } from '../subject.js'
import { references } from './references.js'

/** The places in this draft that mention what stands at a position, its own place included. */
export function documentHighlights(context: FeatureContext, draft: Draft, position: Position): DocumentHighlight[] {
  const subject = subjectAt(draft, draft.offsetAt(position))
  if (subject?.kind === 'term') {
    return draft.links.terms
      .filter(({ text }) => text === subject.term.text)
      .map(({ start, end, role }) => ({
        range: rangeBetween(start, end),
        kind: role === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read
      }))
  }
  return references(context, draft, position, true)
    .filter(({ uri }) => uri === draft.uri)
    .map(({ range }) => ({ range, kind: DocumentHighlightKind.Text }))
}
