import { lastStep } from './address-map.js'
import type { ClauseGroup } from './align-clauses.js'
import type { PlacedReference, ReferencesByClause } from './clause-references.js'
import { followKeys } from './follow.js'
import type { AddressMap, ChangeKind, ClauseChange, ReferencePair, TextSegment } from './model.js'
import { normaliseText } from './normalise.js'
import { changesWords, diffSpans } from './text-diff.js'
import type { TokenSpan } from './tokens.js'
import type { Clause } from './units.js'

/** Between the texts of clauses that were split or merged: a character that no draft has. */
export const clauseBreak = '\u2029'

/** What telling the changes of clauses needs to know. */
export interface ClauseContext {
  oldReferences: ReferencesByClause
  newReferences: ReferencesByClause
  addresses: AddressMap
}

/**
 * The changes of a group of clauses and of the clauses below them, in the order of the text; `pairs` collects the
 * references that stand in both drafts.
 */
export function clauseChanges(
  group: ClauseGroup,
  context: ClauseContext,
  sameArticle: boolean,
  pairs: ReferencePair[]
): ClauseChange[] {
  const own = changeOf(group, context, sameArticle, pairs)
  return [own, ...group.children.flatMap((child) => clauseChanges(child, context, sameArticle, pairs))]
}

function changeOf(
  group: ClauseGroup,
  context: ClauseContext,
  sameArticle: boolean,
  pairs: ReferencePair[]
): ClauseChange {
  const { old: olds, new: news } = group
  const change: ClauseChange = {
    kind: 'unchanged',
    level: (news[0] ?? olds[0])!.level,
    old: olds.map((clause) => clause.address),
    new: news.map((clause) => clause.address),
    segments: []
  }
  if (olds[0]?.printed !== undefined) change.oldNumber = olds[0].printed
  if (news[0]?.printed !== undefined) change.newNumber = news[0].printed
  if (olds.length === 0 || news.length === 0) {
    const added = olds.length === 0
    change.kind = added ? 'added' : 'deleted'
    if (group.elsewhere !== undefined) change[added ? 'movedFrom' : 'movedTo'] = group.elsewhere.address
    change.segments = [{ kind: added ? 'inserted' : 'deleted', text: joinTexts(added ? news : olds) }]
    return change
  }
  const segments = segmentsOf(olds, news, context, pairs)
  change.segments = segments
  const words = changesWords(segments)
  if (!words && segments.some((segment) => segment.kind === 'reference')) change.referencesOnly = true
  change.kind = kindOf(group, words || change.referencesOnly === true, sameArticle)
  return change
}

function kindOf({ old: olds, new: news, inOrder }: ClauseGroup, changed: boolean, sameArticle: boolean): ChangeKind {
  if (olds.length > 1) return 'merged'
  if (news.length > 1) return 'split'
  if (!inOrder) return 'moved'
  if (changed) return 'modified'
  return sameArticle && lastStep(olds[0]!.address) === lastStep(news[0]!.address) ? 'unchanged' : 'renumbered'
}

function joinTexts(clauses: readonly Clause[]): string {
  return clauses.map((clause) => clause.text).join(clauseBreak)
}

function segmentsOf(
  olds: readonly Clause[],
  news: readonly Clause[],
  context: ClauseContext,
  pairs: ReferencePair[]
): TextSegment[] {
  const oldPlaced = placedIn(olds, context.oldReferences)
  const newPlaced = placedIn(news, context.newReferences)
  const oldText = joinTexts(olds)
  const newText = joinTexts(news)
  if (oldText === newText || normaliseText(oldText) === normaliseText(newText)) {
    pairInOrder(oldPlaced, newPlaced, () => true, pairs)
    return equalText(newText)
  }
  const kept = commonEnds(oldText, newText, oldPlaced, newPlaced)
  pairInOrder(oldPlaced, newPlaced, (placed) => placed.end <= kept.start, pairs)
  const oldMiddle = within(oldPlaced, kept.start, oldText.length - kept.end)
  const newMiddle = within(newPlaced, kept.start, newText.length - kept.end)
  const keys = followKeys(oldMiddle, newMiddle, context.addresses)
  const difference = diffSpans(
    { text: oldText.slice(kept.start, oldText.length - kept.end), spans: spansOf(oldMiddle, keys.old) },
    { text: newText.slice(kept.start, newText.length - kept.end), spans: spansOf(newMiddle, keys.new) }
  )
  pairs.push(...difference.pairs)
  const oldTail = oldPlaced.filter((placed) => placed.start >= oldText.length - kept.end)
  const newTail = newPlaced.filter((placed) => placed.start >= newText.length - kept.end)
  pairInOrder(oldTail, newTail, () => true, pairs)
  return joinSegments([
    ...equalText(newText.slice(0, kept.start)),
    ...difference.segments,
    ...equalText(newText.slice(newText.length - kept.end))
  ])
}

function pairInOrder(
  olds: readonly PlacedReference[],
  news: readonly PlacedReference[],
  wanted: (placed: PlacedReference) => boolean,
  pairs: ReferencePair[]
): void {
  const before = olds.filter(wanted)
  const after = news.filter(wanted)
  if (before.length !== after.length) return
  for (const [index, placed] of after.entries()) pairs.push({ old: before[index]!.reference, new: placed.reference })
}

/** References between two indices, with extents counted from the first. */
function within(placed: readonly PlacedReference[], from: number, to: number): PlacedReference[] {
  return placed
    .filter(({ start, end }) => start >= from && end <= to)
    .map(({ reference, start, end }) => ({ reference, start: start - from, end: end - from }))
}

const border = /[，。；：！？、\n\u2029]/

/**
 * How many characters two texts share at their beginning and at their end, counted in whole phrases and never cutting
 * a reference: only what lies between has to be cut into words.
 */
function commonEnds(
  old: string,
  next: string,
  oldPlaced: readonly PlacedReference[],
  newPlaced: readonly PlacedReference[]
): { start: number; end: number } {
  const most = Math.min(old.length, next.length)
  let start = 0
  while (start < most && old[start] === next[start]) start += 1
  const cuts = (index: number, placed: readonly PlacedReference[]) =>
    placed.some((reference) => reference.start < index && reference.end > index)
  while (start > 0 && (!border.test(old[start - 1]!) || cuts(start, oldPlaced) || cuts(start, newPlaced))) start -= 1
  let end = 0
  while (end < most - start && old[old.length - 1 - end] === next[next.length - 1 - end]) end += 1
  while (
    end > 0 &&
    ((end < old.length && !border.test(old[old.length - end - 1]!)) ||
      (end < next.length && !border.test(next[next.length - end - 1]!)) ||
      cuts(old.length - end, oldPlaced) ||
      cuts(next.length - end, newPlaced))
  ) {
    end -= 1
  }
  return { start, end }
}

function joinSegments(segments: readonly TextSegment[]): TextSegment[] {
  const joined: TextSegment[] = []
  for (const segment of segments) {
    const last = joined.at(-1)
    if (segment.kind === 'equal' && last?.kind === 'equal') last.text += segment.text
    else joined.push(segment)
  }
  return joined
}

function equalText(text: string): TextSegment[] {
  return text === '' ? [] : [{ kind: 'equal', text }]
}

/** References in the joined text of several clauses. */
function placedIn(clauses: readonly Clause[], references: ReferencesByClause): readonly PlacedReference[] {
  if (clauses.length === 1) return references.of(clauses[0]!)
  const placed: PlacedReference[] = []
  let at = 0
  for (const clause of clauses) {
    for (const { reference, start, end } of references.of(clause)) {
      placed.push({ reference, start: start + at, end: end + at })
    }
    at += clause.text.length + 1
  }
  return placed
}

function spansOf(placed: readonly PlacedReference[], keys: readonly (string | undefined)[]): TokenSpan[] {
  return placed.map(({ reference, start, end }, index) => {
    const key = keys[index]
    return key === undefined ? { start, end, reference } : { start, end, reference, key }
  })
}
