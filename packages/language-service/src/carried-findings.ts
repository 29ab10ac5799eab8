import type { Finding, TextEdit } from '@tiaoli/lint'
import type { Range } from 'vscode-languageserver-types'
import { changeBetween } from './change-between.js'
import type { Draft } from './draft.js'
import { rangeOf } from './protocol.js'

/** What the slower checks found, at one version of a text. */
export interface Checked {
  draft: Draft
  findings: readonly Finding[]
  /** Where they stand in that text; their own positions may move with the tree. */
  spans: readonly (readonly [start: number, end: number])[]
}

/** Keeps what was found with where it stood. */
export function checkedOf(draft: Draft, findings: readonly Finding[]): Checked {
  const spans = findings.map(
    ({ position: { start, end } }) => [start.offset ?? 0, end.offset ?? start.offset ?? 0] as const
  )
  return { draft, findings, spans }
}

/** Findings of an earlier version where they now stand; those in the stretch that changed are left out. */
export function carried(
  { draft: before, findings, spans }: Checked,
  draft: Draft
): { finding: Finding; range: Range }[] {
  if (before === draft) return findings.map((finding) => ({ finding, range: rangeOf(finding.position) }))
  const { start, end, delta } = changeBetween(before.source, draft.source)
  return findings.flatMap((finding, index) => {
    const [from, to] = spans[index]!
    if (to >= start && from <= end) return []
    const moved = to < start ? 0 : delta
    const range = { start: draft.document.positionAt(from + moved), end: draft.document.positionAt(to + moved) }
    return [{ finding, range }]
  })
}

/** The same with their fixes, so that they can be carried out; a fix that reaches into what changed is left out. */
export function moved(checked: Checked, draft: Draft): Finding[] {
  const { start, end, delta } = changeBetween(checked.draft.source, draft.source)
  const moveEdits = (edits: readonly TextEdit[]): TextEdit[] | undefined => {
    if (edits.some((edit) => edit.end >= start && edit.start <= end)) return undefined
    return edits.map((edit) => {
      const by = edit.end < start ? 0 : delta
      return { start: edit.start + by, end: edit.end + by, text: edit.text }
    })
  }
  const pointAt = ({ line, character }: Range['start']) => ({ line: line + 1, column: character + 1 })
  return carried(checked, draft).map(({ finding: { fix, offers, ...finding }, range }) => {
    const found: Finding = { ...finding, position: { start: pointAt(range.start), end: pointAt(range.end) } }
    const edits = fix && moveEdits(fix)
    if (edits !== undefined) found.fix = edits
    const kept = offers?.flatMap((offer) => {
      const own = moveEdits(offer.edits)
      return own === undefined ? [] : [{ title: offer.title, edits: own }]
    })
    if (kept !== undefined) found.offers = kept
    return found
  })
}
