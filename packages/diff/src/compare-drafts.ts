import type { LinkedDocument } from '@tiaoli/library'
import { createLibrary, linkDocument } from '@tiaoli/library'
import type { Root } from 'regast'
import type { AlignedArticle } from './address-map.js'
import { createAddressMap } from './address-map.js'
import type { ClauseGroup } from './align-clauses.js'
import { alignClauses } from './align-clauses.js'
import type { ClauseContext } from './clause-changes.js'
import { clauseChanges } from './clause-changes.js'
import { referencesByClause } from './clause-references.js'
import { follows } from './follow.js'
import type { ArticleGroup } from './match-drafts.js'
import { matchDrafts } from './match-drafts.js'
import type { ArticleChange, ChangeCounts, ChangeKind, ClauseChange, DraftComparison, ReferencePair } from './model.js'
import { linkMovedClauses } from './moved-clauses.js'
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

/**
 * Compares two drafts, or two versions of a law, article by article and clause by clause; near linear in their length.
 * What costs time and not everybody asks for (the clauses of an article that did not change, links where no changed
 * clause refers to another, where every clause went) is worked out when it is first read.
 */
export function compareDrafts(old: ComparedDraft, next: ComparedDraft): DraftComparison {
  const olds = unitsOf(old.tree)
  const news = unitsOf(next.tree)
  const match = matchDrafts(olds, news)
  const articles = match.articles.map((group) => new AlignedUnits(group))
  const passages = matchPassages(olds, news, match.structures).map((group) => new AlignedUnits(group))
  linkMovedClauses([...articles.filter((group) => !group.isUntouched), ...passages])
  const addresses = createAddressMap([...articles, ...passages], match.structures, olds, news)
  const context: ClauseContext = {
    oldReferences: referencesByClause(() => old.links ?? linkAlone(old.tree)),
    newReferences: referencesByClause(() => next.links ?? linkAlone(next.tree)),
    addresses
  }
  const changes = articles.map((group) => articleChange(group, context))
  const passageChanges = passages.map((group) => articleChange(group, context))
  const pairsOnce = once(() => [...changes, ...passageChanges].flatMap(({ pairs }) => pairs()))
  return {
    title: { old: olds.title, new: news.title, segments: titleSegments(olds, news) },
    counts: countKinds(changes.map(({ change }) => change)),
    articles: changes.map(({ change }) => change),
    headings: match.structures.headings,
    passages: passageChanges.map(({ change }) => change),
    get referencePairs() {
      return pairsOnce()
    },
    addresses
  }
}

function linkAlone(tree: Root): LinkedDocument {
  return linkDocument(tree, { library: createLibrary([]) })
}

/** A group of articles whose clauses are aligned when somebody asks for them. */
class AlignedUnits implements AlignedArticle {
  readonly old: Unit[]
  readonly new: Unit[]
  readonly similarity: number
  readonly moved: boolean
  private known: ClauseGroup[] | undefined

  constructor(group: ArticleGroup) {
    this.old = group.old
    this.new = group.new
    this.similarity = group.similarity
    this.moved = group.moved
  }

  get clauses(): ClauseGroup[] {
    this.known ??= alignClauses(
      this.old.flatMap((unit) => unit.clauses),
      this.new.flatMap((unit) => unit.clauses)
    )
    return this.known
  }

  /** Whether it is one article that reads as before, character by character. */
  get isUntouched(): boolean {
    const [old, next] = [this.old[0], this.new[0]]
    return this.old.length === 1 && this.new.length === 1 && old!.kind === 'article' && old!.key === next!.key
  }
}

function titleSegments(olds: DraftUnits, news: DraftUnits): DraftComparison['title']['segments'] {
  if (normaliseText(olds.title) !== normaliseText(news.title)) return diffText(olds.title, news.title)
  return news.title === '' ? [] : [{ kind: 'equal', text: news.title }]
}

/** A change, and the references that stand in both drafts in it. */
interface PairedChange {
  change: ArticleChange
  pairs(): ReferencePair[]
}

function articleChange(group: AlignedUnits, context: ClauseContext): PairedChange {
  const sameArticle = group.old.length === 1 && group.new.length === 1
  const read = once(() => {
    const pairs: ReferencePair[] = []
    return { clauses: group.clauses.flatMap((clause) => clauseChanges(clause, context, sameArticle, pairs)), pairs }
  })
  const ends = { old: group.old.map((unit) => unit.address), new: group.new.map((unit) => unit.address) }
  if (group.isUntouched) {
    const change: ArticleChange = {
      kind: kindOf(group, false, false),
      ...ends,
      similarity: 1,
      get clauses() {
        return read().clauses
      }
    }
    return { change, pairs: () => read().pairs }
  }
  const { clauses, pairs } = read()
  const references = referenceChanges(pairs, context)
  const worded = clauses.some((clause) => clause.kind !== 'unchanged' && clause.referencesOnly !== true)
  const change: ArticleChange = {
    kind: kindOf(group, worded, references.length > 0),
    ...ends,
    similarity: worded || group.similarity === 0 ? round(group.similarity) : 1,
    clauses
  }
  if (['moved', 'split', 'merged'].includes(change.kind) && isReworded(clauses)) change.modified = true
  if (change.kind === 'modified' && !worded) change.referencesOnly = true
  if (references.length > 0) change.references = references
  return { change, pairs: () => pairs }
}

/** The result of a function that is called at the first request, and never again. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
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
