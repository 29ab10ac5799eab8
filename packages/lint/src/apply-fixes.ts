import type { Finding, TextEdit } from './finding.js'

/** A text with fixes in it, and how many findings they settled. */
export interface Fixed {
  text: string
  applied: number
}

/**
 * Applies the safe fixes of findings (with `offers` also the first offer of each); where two overlap, the one that
 * begins first wins and the other is left for the next round.
 */
export function applyFixes(source: string, findings: readonly Finding[], { offers = false } = {}): Fixed {
  const groups = findings
    .map((finding) => finding.fix ?? (offers ? finding.offers?.[0]?.edits : undefined))
    .filter((edits) => edits !== undefined && edits.length > 0)
    .map((edits) => [...edits!].sort((left, right) => left.start - right.start))
    .sort((left, right) => left[0]!.start - right[0]!.start)
  const chosen: TextEdit[] = []
  let applied = 0
  for (const group of groups) {
    if (group.some((edit) => chosen.some((other) => touches(edit, other)))) continue
    chosen.push(...group)
    applied += 1
  }
  chosen.sort((left, right) => right.start - left.start)
  let text = source
  for (const edit of chosen) text = text.slice(0, edit.start) + edit.text + text.slice(edit.end)
  return { text, applied }
}

function touches(left: TextEdit, right: TextEdit): boolean {
  if (left.start === left.end || right.start === right.end) return left.start <= right.end && right.start <= left.end
  return left.start < right.end && right.start < left.end
}
