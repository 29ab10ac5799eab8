import type { LinkedReference, LinkTarget, Outline } from '@tiaoli/library'
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types'
import { CodeActionKind } from 'vscode-languageserver-types'
import type { FeatureContext } from '../context.js'
import type { Draft } from '../draft.js'
import { nearClauses, nearTitles } from '../near-clauses.js'
import { overlap, rangeBetween } from '../protocol.js'
import { findInstrument, versionOf } from '../target.js'

/** Likely clauses and titles for a reference that leads nowhere. */
export function referenceActions(
  context: FeatureContext,
  draft: Draft,
  reference: LinkedReference,
  diagnostics: readonly Diagnostic[]
): CodeAction[] {
  const range = rangeBetween(reference.start, reference.end)
  const about = diagnostics.filter((diagnostic) => overlap(diagnostic.range, range))
  const written = draft.source.slice(reference.start.offset, reference.end.offset)
  const change = (title: string, from: string, to: string): CodeAction[] => {
    const at = written.indexOf(from)
    if (at === -1 || at !== written.lastIndexOf(from)) return []
    const start = reference.start.offset + at
    const edits = draft.editsOf([{ start, end: start + from.length, text: to }])
    return [{ title, kind: CodeActionKind.QuickFix, diagnostics: about, edit: { changes: { [draft.uri]: edits } } }]
  }
  return reference.targets.flatMap((target) => {
    if (target.status === 'superseded') {
      const next = findInstrument(target, draft)?.replacedBy
      const quoted = /《[^《》]+》/.exec(written)?.[0]
      return next === undefined || quoted === undefined ? [] : change(`改引《${next}》`, quoted, `《${next}》`)
    }
    if (target.status === 'unknown-instrument' && target.instrument !== null) {
      return nearTitles(target.instrument, draft.library).flatMap((title) =>
        change(`是不是《${title}》？`, `《${target.instrument}》`, `《${title}》`)
      )
    }
    if (target.status !== 'dangling' || target.from === null) return []
    return nearClauses(target, outlineFor(context, draft, target)).flatMap(({ from, to }) =>
      change(`是不是${to}？`, from, to)
    )
  })
}

function outlineFor(context: FeatureContext, draft: Draft, target: LinkTarget): Outline | undefined {
  if (target.instrument === null) return draft.outline
  const instrument = findInstrument(target, draft)
  return instrument === undefined
    ? context.store.titled(target.instrument, draft)?.outline
    : versionOf(instrument, target)?.outline
}
