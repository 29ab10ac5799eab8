import { lastStep } from './address-map.js'
import type { ClauseGroup } from './align-clauses.js'
import type { PlacedReference, ReferencesByClause } from './clause-references.js'
import { followKeys } from './follow.js'
import type { AddressMap, ChangeKind, ClauseChange, ReferencePair, TextSegment } from './model.js'
import { normaliseText } from './normalise.js'
import { changesWords, diffTokens } from './text-diff.js'
import type { Token, TokenSpan } from './tokens.js'
import { tokenise } from './tokens.js'
import type { Clause } from './units.js'

/** Between the texts of clauses that were split or merged: a character that no draft has. */
export const clauseBreak = '\u2029'

/** What telling the changes of clauses needs to know. */
export interface ClauseContext {
  oldReferences: ReferencesByClause
  newReferences: ReferencesByClause
  addresses: AddressMap
  /** Collects the references that stand in both drafts. */
  pairs: ReferencePair[]
}

/** The changes of a group of clauses and of the clauses below them, in the order of the text. */
export function clauseChanges(group: ClauseGroup, context: ClauseContext, sameArticle: boolean): ClauseChange[] {
  const own = changeOf(group, context, sameArticle)
  return [own, ...group.children.flatMap((child) => clauseChanges(child, context, sameArticle))]
}

function changeOf(group: ClauseGroup, context: ClauseContext, sameArticle: boolean): ClauseChange {
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
    change.segments = [{ kind: added ? 'inserted' : 'deleted', text: joinTexts(added ? news : olds) }]
    return change
  }
  const segments = segmentsOf(olds, news, context)
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

function segmentsOf(olds: readonly Clause[], news: readonly Clause[], context: ClauseContext): TextSegment[] {
  const oldPlaced = placedIn(olds, context.oldReferences)
  const newPlaced = placedIn(news, context.newReferences)
  const oldText = joinTexts(olds)
  const newText = joinTexts(news)
  if (oldText === newText && oldPlaced.length === newPlaced.length) {
    for (const [index, placed] of newPlaced.entries()) {
      context.pairs.push({ old: oldPlaced[index]!.reference, new: placed.reference })
    }
    return equalText(newText)
  }
  if (normaliseText(oldText) === normaliseText(newText)) {
    if (oldPlaced.length === newPlaced.length) {
      for (const [index, placed] of newPlaced.entries()) {
        context.pairs.push({ old: oldPlaced[index]!.reference, new: placed.reference })
      }
    }
    return equalText(newText)
  }
  const keys = followKeys(oldPlaced, newPlaced, context.addresses)
  const { segments, pairs } = diffTokens(tokensOf(oldText, oldPlaced, keys.old), tokensOf(newText, newPlaced, keys.new))
  context.pairs.push(...pairs)
  return segments
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

function tokensOf(text: string, placed: readonly PlacedReference[], keys: readonly (string | undefined)[]): Token[] {
  const spans = placed.map(({ reference, start, end }, index): TokenSpan => {
    const key = keys[index]
    return key === undefined ? { start, end, reference } : { start, end, reference, key }
  })
  // Blanks and widths of brackets are no change.
  return tokenise(text, spans).map((token) => ({
    ...token,
    key: token.key === token.text ? normaliseText(token.text) : token.key
  }))
}
