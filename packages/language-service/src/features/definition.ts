import { flattenRequirements } from '@tiaoli/brief'
import type { LocationLink, Position } from 'vscode-languageserver-types'
import type { FeatureContext } from '../context.js'
import type { Draft } from '../draft.js'
import { positionOf } from '../protocol.js'
import { subjectAt } from '../subject.js'

/** Where what stands at a position is laid down: the cited clause, the definition of a term, the requirement of the brief. */
export function definition(context: FeatureContext, draft: Draft, position: Position): LocationLink[] {
  const subject = subjectAt(draft, draft.offsetAt(position))
  switch (subject?.kind) {
    case 'reference': {
      const place = context.targets.locate(subject.target, draft)
      if (place === undefined) return []
      return [
        {
          targetUri: place.uri,
          targetRange: place.range,
          targetSelectionRange: place.selection,
          originSelectionRange: subject.range
        }
      ]
    }
    case 'term': {
      const { text, definition: place = subject.term.start } = subject.term
      const start = positionOf(place)
      const range = { start, end: { line: start.line, character: start.character + text.length } }
      return [
        { targetUri: draft.uri, targetRange: range, targetSelectionRange: range, originSelectionRange: subject.range }
      ]
    }
    case 'requirement': {
      const found = context.store.workspace.brief?.(draft.uri)
      const requirement = found && flattenRequirements(found.brief.requirements).find(({ id }) => id === subject.id)
      if (found === undefined || requirement === undefined) return []
      const start = positionOf(requirement.place)
      const range = { start, end: start }
      return [
        { targetUri: found.uri, targetRange: range, targetSelectionRange: range, originSelectionRange: subject.range }
      ]
    }
    default:
      return []
  }
}
