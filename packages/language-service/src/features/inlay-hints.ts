import { articleOf } from 'regast'
import type { InlayHint, Range } from 'vscode-languageserver-types'
import type { FeatureContext } from '../context.js'
import type { Draft } from '../draft.js'
import { positionOf } from '../protocol.js'

/** After each reference in a range, what the cited article is about: its topic, or the words that it begins with. */
export function inlayHints({ targets }: FeatureContext, draft: Draft, range: Range): InlayHint[] {
  const hints: InlayHint[] = []
  for (const reference of draft.links.references) {
    const line = reference.end.line - 1
    if (line < range.start.line || line > range.end.line) continue
    const [target] = reference.targets
    if (target === undefined || target.from === null || reference.targets.length > 1) continue
    // What stands a few lines above needs no hint.
    if (target.instrument === null && articleOf(target.from) === articleOf(reference.in)) continue
    const gist = targets.gist(target, draft)
    if (gist !== undefined)
      hints.push({ position: positionOf(reference.end), label: `〔${gist}〕`, paddingLeft: false })
  }
  return hints
}
