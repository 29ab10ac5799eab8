import { formatRegulation } from 'remark-regast'
import type { TextEdit } from 'vscode-languageserver-types'
import type { Draft } from '../draft.js'

/** The edits that bring a draft into canonical Markdown: the lines between the first and the last that differ. */
export function formatting(draft: Draft): TextEdit[] {
  const { source, document } = draft
  const { value: formatted } = formatRegulation(source)
  if (formatted === source) return []
  let start = 0
  while (start < source.length && source[start] === formatted[start]) start++
  let end = 0
  const most = Math.min(source.length, formatted.length) - start
  while (end < most && source[source.length - 1 - end] === formatted[formatted.length - 1 - end]) end++
  const range = { start: document.positionAt(start), end: document.positionAt(source.length - end) }
  return [{ range, newText: formatted.slice(start, formatted.length - end) }]
}
