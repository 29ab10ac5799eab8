import type { ClauseNumber } from 'regast'
import type { ArticleState } from './clause-states.js'
import type { LawClause, LawItem, LawStructure, LawText } from './law-text.js'
import { pathOf } from './law-text.js'

/** An article that the decision adds. */
export interface AddedArticle {
  clauses: LawClause[]
  to?: ClauseNumber
  after?: ArticleState
  before?: ArticleState
  holder?: LawStructure
}

/** Articles of the new text that a structure holds. */
export interface Cover {
  structure: LawStructure
  from: number
  to: number
}

/** The old text and everything that was decided about it; the new text is built from it at once. */
export interface AmendmentPlan {
  law: LawText
  title: string
  articles: ArticleState[]
  /** Text outside articles. */
  passages: Map<LawItem, ArticleState>
  added: AddedArticle[]
  /** Articles that become a 款 of another article, named by its new number. */
  demoted: { state: ArticleState; article: ClauseNumber; paragraph: number | undefined }[]
  covers: Cover[]
  /** Structures whose heading goes. */
  removed: Set<LawStructure>
  /** New numbers of structures. */
  newNumbers: Map<LawStructure, ClauseNumber>
  /** 对条文顺序作相应调整 was said. */
  renumbers: boolean
}

/** The number of the attachment that holds an item. */
export function attachmentOf(item: LawItem): ClauseNumber | undefined {
  return pathOf(item).find(({ unit }) => unit === 'attachment')?.number
}
