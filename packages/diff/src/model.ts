import type { LinkedReference } from '@tiaoli/library'
import type { Root } from 'regast'

/** What happened to a clause between two drafts; `merged` with several new clauses: they were put together anew. */
export type ChangeKind = 'unchanged' | 'modified' | 'renumbered' | 'moved' | 'added' | 'deleted' | 'split' | 'merged'

/** Every kind, in the order in which a summary counts them. */
export const changeKinds: readonly ChangeKind[] = [
  'added',
  'deleted',
  'modified',
  'moved',
  'split',
  'merged',
  'renumbered',
  'unchanged'
]

/** What happened to the heading of a 编, 章, 节 or attachment. */
export type HeadingChangeKind = 'unchanged' | 'renumbered' | 'renamed' | 'moved' | 'added' | 'deleted'

/** A stretch of text: in both drafts, only in one, or a reference whose number follows a renumbering. */
export type TextSegment =
  | { kind: 'equal' | 'deleted' | 'inserted'; text: string }
  | { kind: 'reference'; old: string; new: string }

/** A reference that stands in both drafts with another number. */
export interface ReferenceChange {
  old: string
  new: string
  /** Address of the clause that it stands in, in the new draft. */
  in: string
  /** Whether it means the same clause as before. */
  follows: boolean
}

/** What happened to the own text of one 款, 项 or 目; the clauses below it have entries of their own. */
export interface ClauseChange {
  kind: ChangeKind
  level: 'heading' | 'paragraph' | 'point' | 'indent' | 'block'
  /** Addresses in the old and in the new draft. */
  old: string[]
  new: string[]
  /** Number as printed in the old and in the new draft, such as （三）; absent where the level has none. */
  oldNumber?: string
  newNumber?: string
  /** Address in the old draft of a clause that another article lost and that stands here (nearly) as it was. */
  movedFrom?: string
  /** Address in the new draft where a clause that this article lost stands (nearly) as it was. */
  movedTo?: string
  /** Nothing changed but numbers in references that follow a renumbering. */
  referencesOnly?: true
  /** Texts of several clauses are joined by U+2029. */
  segments: TextSegment[]
}

/** What happened to one article (or passage outside articles), or to several that were split or merged. */
export interface ArticleChange {
  kind: ChangeKind
  /** Addresses in the old draft; empty for an added article. */
  old: string[]
  /** Addresses in the new draft; empty for a deleted article. */
  new: string[]
  /** From 0 to 1, of the texts with clause numbers masked. */
  similarity: number
  /** The text changed too: for `moved`, `split` and `merged`. */
  modified?: true
  /** Nothing changed but numbers in references that follow a renumbering. */
  referencesOnly?: true
  /** References whose number changed. */
  references?: ReferenceChange[]
  clauses: ClauseChange[]
}

/** What happened to a heading; texts with their number, such as 第三章　组织体系. */
export interface HeadingChange {
  kind: HeadingChangeKind
  old: string[]
  new: string[]
  oldText: string
  newText: string
}

/** How many articles there are of each kind. */
export type ChangeCounts = Record<ChangeKind, number>

/** One reference as it stands in both drafts. */
export interface ReferencePair {
  old: LinkedReference
  new: LinkedReference
}

/** Everything that changed between two drafts. */
export interface DraftComparison {
  title: { old: string; new: string; segments: TextSegment[] }
  counts: ChangeCounts
  /** In the order of the new draft, what was deleted behind what stood before it. */
  articles: ArticleChange[]
  /** In the order of the new draft. */
  headings: HeadingChange[]
  /** Text outside articles: a preamble, an attachment; addresses of the structures that hold it, `''` for the draft itself. */
  passages: ArticleChange[]
  /** References that stand in both drafts at the same place of the text. */
  referencePairs: ReferencePair[]
  /** Where clauses of the old draft are in the new one. */
  addresses: AddressMap
}

/** Where clauses of the old draft are in the new one. */
export interface AddressMap {
  /**
   * Addresses in the new draft of the clause that bore an address in the old one, the main one first; empty where it
   * was deleted, `undefined` where the old draft has no such clause.
   */
  toNew(address: string): readonly string[] | undefined
  /** The other way round. */
  toOld(address: string): readonly string[] | undefined
}

/** The drafts of a comparison, as trees. */
export interface ComparedTrees {
  old: Root
  new: Root
}
