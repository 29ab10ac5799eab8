import type { LinkedDocument } from '@tiaoli/library'
import { createLibrary, linkDocument } from '@tiaoli/library'
import type { Root } from 'regast'
import type { AlignedArticle } from './address-map.js'
import { createAddressMap } from './address-map.js'
import { alignClauses } from './align-clauses.js'
import type { ClauseContext } from './clause-changes.js'
import { clauseChanges } from './clause-changes.js'
import { referencesByClause } from './clause-references.js'
import { follows } from './follow.js'
import type { ArticleGroup } from './match-drafts.js'
import { matchDrafts } from './match-drafts.js'
import type { ArticleChange, ChangeCounts, ChangeKind, ClauseChange, DraftComparison, ReferencePair } from './model.js'
import { normaliseText } from './normalise.js'
import { matchPassages } from './passages.js'
import { diffText } from './text-diff.js'
import type { DraftUnits, Unit } from './units.js'
import { unitsOf } from './units.js'

/** One of the two drafts of a comparison. */
export interface ComparedDraft {
  tree: Root
  /** Its links; without them references are read as far as the draft alone tells. */
  links?: LinkedDocument
}

/** Compares two drafts, or two versions of a law, article by article and clause by clause; near linear in their length. */
export function compareDrafts(old: ComparedDraft, next: ComparedDraft): DraftComparison {
  const olds = unitsOf(old.tree)
  const news = unitsOf(next.tree)
  const match = matchDrafts(olds, news)
  const articles = match.articles.map(withClauses)
  const passages = matchPassages(olds, news, match.structures).map(withClauses)
  const addresses = createAddressMap([...articles, ...passages], match.structures, olds, news)
  const context: ClauseContext = {
    oldReferences: referencesByClause(old.links ?? linkAlone(old.tree)),
    newReferences: referencesByClause(next.links ?? linkAlone(next.tree)),
    addresses,
    pairs: []
  }
  const changes = articles.map((group) => articleChange(group, context))
  const passageChanges = passages.map((group) => articleChange(group, context))
  return {
    title: { old: olds.title, new: news.title, segments: titleSegments(olds, news) },
    counts: countKinds(changes),
    articles: changes,
    headings: match.structures.headings,
    passages: passageChanges,
    referencePairs: context.pairs,
    addresses
  }
}

function linkAlone(tree: Root): LinkedDocument {
  return linkDocument(tree, { library: createLibrary([]) })
}

function withClauses(group: ArticleGroup): AlignedArticle {
  const clausesOf = (units: readonly Unit[]) => units.flatMap((unit) => unit.clauses)
  return { ...group, clauses: alignClauses(clausesOf(group.old), clausesOf(group.new)) }
}

function titleSegments(olds: DraftUnits, news: DraftUnits): DraftComparison['title']['segments'] {
  if (normaliseText(olds.title) !== normaliseText(news.title)) return diffText(olds.title, news.title)
  return news.title === '' ? [] : [{ kind: 'equal', text: news.title }]
}

function articleChange(group: AlignedArticle, context: ClauseContext): ArticleChange {
  const sameArticle = group.old.length === 1 && group.new.length === 1
  const firstPair = context.pairs.length
  const clauses = group.clauses.flatMap((clause) => clauseChanges(clause, context, sameArticle))
  const references = referenceChanges(context.pairs.slice(firstPair), context)
  const worded = clauses.some((clause) => clause.kind !== 'unchanged' && clause.referencesOnly !== true)
  const change: ArticleChange = {
    kind: kindOf(group, worded, references.length > 0),
    old: group.old.map((unit) => unit.address),
    new: group.new.map((unit) => unit.address),
    similarity: worded || group.similarity === 0 ? round(group.similarity) : 1,
    clauses
  }
  if (['moved', 'split', 'merged'].includes(change.kind) && isReworded(clauses)) change.modified = true
  if (change.kind === 'modified' && !worded) change.referencesOnly = true
  if (references.length > 0) change.references = references
  return change
}

function kindOf(group: AlignedArticle, worded: boolean, referring: boolean): ChangeKind {
  if (group.old.length === 0) return 'added'
  if (group.new.length === 0) return 'deleted'
  if (group.old.length > 1) return 'merged'
  if (group.new.length > 1) return 'split'
  if (group.moved) return 'moved'
  if (worded) return 'modified'
  if (group.old[0]!.address !== group.new[0]!.address) return 'renumbered'
  return referring ? 'modified' : 'unchanged'
}

/** Whether words changed, not only the place or the number of clauses. */
function isReworded(clauses: readonly ClauseChange[]): boolean {
  return clauses.some(
    (clause) => clause.kind !== 'unchanged' && clause.kind !== 'renumbered' && clause.referencesOnly !== true
  )
}

function referenceChanges(pairs: readonly ReferencePair[], { addresses }: ClauseContext) {
  return pairs
    .filter((pair) => normaliseText(pair.old.text) !== normaliseText(pair.new.text))
    .map((pair) => ({
      old: pair.old.text,
      new: pair.new.text,
      in: pair.new.in,
      follows: follows(pair.old, pair.new, addresses)
    }))
}

function round(similarity: number): number {
  return Math.round(similarity * 1000) / 1000
}

function countKinds(changes: readonly ArticleChange[]): ChangeCounts {
  const counts: ChangeCounts = {
    added: 0,
    deleted: 0,
    modified: 0,
    moved: 0,
    split: 0,
    merged: 0,
    renumbered: 0,
    unchanged: 0
  }
  for (const { kind } of changes) counts[kind] += 1
  return counts
}
