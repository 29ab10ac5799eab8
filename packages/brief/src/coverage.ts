import type { Point } from 'unist'
import type { VFileMessage } from 'vfile-message'
import type { Linkage, Requirement } from './brief.js'
import type { ForbiddenHit } from './forbidden.js'

/**
 * How a draft stands to one requirement: `covered`, `partly`, `not-covered`; for what must not be in it `contradicted`,
 * `respected`, or `unchecked` where the brief states no terms to look for.
 */
export type CoverageStatus = 'covered' | 'partly' | 'not-covered' | 'contradicted' | 'respected' | 'unchecked'

/** A clause that declares to answer a requirement. */
export interface Answer {
  address: string
  /** The clause as a drafter writes it. */
  label: string
  /** Address of the 章 around it, or of itself; `''` outside all of them. */
  chapter: string
  extent: 'full' | 'part'
  /** The clause still holds a placeholder or is only planned to answer (待落实), so it answers nothing yet. */
  placeholder: boolean
  /** Where the tracing comment begins. */
  place: Point
}

/** How a draft stands to one requirement. */
export interface RequirementCoverage {
  requirement: Requirement
  /** 1 for a requirement of the highest level. */
  depth: number
  status: CoverageStatus
  answers: Answer[]
  /** Instruments that no answering clause cites, its own answers or those of requirements below it. */
  uncited: Linkage[]
  /** Forbidden terms that occur. */
  hits: ForbiddenHit[]
  /** One Chinese sentence on why it is not covered. */
  reason?: string
}

/** An article that declares to answer nothing. */
export interface UntracedArticle {
  address: string
  label: string
  /** Heading of the chapter around it. */
  chapter: string
  /** How it begins. */
  excerpt: string
  /** What a comment says about why (落实: 无，…); absent where there is no comment. */
  explanation?: string
  place: Point
}

/** How many requirements have each status. */
export type StatusFigures = Record<CoverageStatus, number> & { total: number }

/** Figures of one chapter of the brief; requirements that have others below them are not counted, these are. */
export interface ChapterFigures {
  id: string
  name: string
  must: StatusFigures
  should: StatusFigures
  may: StatusFigures
  mustNot: StatusFigures
}

/** Figures of one chapter of the draft. */
export interface DraftChapterFigures {
  address: string
  label: string
  heading: string
  articles: number
  /** Articles that answer something themselves or in a part of them. */
  traced: number
  /** Articles for which a comment says that they answer nothing. */
  explained: number
}

/** Coverage of a draft against a brief. */
export interface Coverage {
  brief: { title: string; regulation: string }
  draft: { title: string; file?: string; stage?: string; date?: string }
  requirements: RequirementCoverage[]
  chapters: ChapterFigures[]
  total: Omit<ChapterFigures, 'id' | 'name'>
  draftChapters: DraftChapterFigures[]
  untraced: UntracedArticle[]
  /** Tracing comments that name an unknown requirement or cannot be read. */
  messages: VFileMessage[]
}
