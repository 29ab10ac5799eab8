import type { TextEdit } from '@tiaoli/lint'
import type { CodeAction, Diagnostic, Range } from 'vscode-languageserver-types'
import { CodeActionKind } from 'vscode-languageserver-types'
import type { Draft } from '../draft.js'
import { overlap, rangeOf } from '../protocol.js'

/** Blanks that the parser misses after a number or a heading sign. */
export function parserActions(draft: Draft, range: Range, diagnostics: readonly Diagnostic[]): CodeAction[] {
  return draft.messages.flatMap((message) => {
    const { ruleId, place } = message
    const position = place === undefined ? undefined : 'start' in place ? place : { start: place, end: place }
    if (position === undefined || !overlap(rangeOf(position), range)) return []
    const edit = missingBlank(draft, ruleId, message.expected?.[0], position.start.offset ?? 0)
    if (edit === undefined) return []
    const about = diagnostics.filter(({ code }) => code === ruleId)
    return [
      {
        title: '补上空格',
        kind: CodeActionKind.QuickFix,
        diagnostics: about,
        isPreferred: true,
        edit: { changes: { [draft.uri]: draft.editsOf([edit]) } }
      }
    ]
  })
}

function missingBlank(
  draft: Draft,
  ruleId: string | undefined,
  expected: string | undefined,
  offset: number
): TextEdit | undefined {
  const line = draft.source.slice(offset, offset + 40)
  if (ruleId === 'heading-space') {
    // The message begins behind the signs or at them, as the line was read.
    const before = /#+$/.exec(draft.source.slice(Math.max(0, offset - 6), offset))
    const signs = before?.[0].length ?? 0
    const behind = signs > 0 ? 0 : (/^#+/.exec(line)?.[0].length ?? 0)
    return signs + behind === 0 ? undefined : { start: offset + behind, end: offset + behind, text: ' ' }
  }
  if (ruleId !== 'article-without-space' || expected === undefined) return undefined
  const number = expected.trimEnd()
  return line.startsWith(number)
    ? { start: offset + number.length, end: offset + number.length, text: '　' }
    : undefined
}
