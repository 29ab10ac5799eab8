import type { Board, InstrumentKind } from '@tiaoli/library'

/** How many findings of each weight the checker has on a draft. */
export interface FindingCounts {
  error: number
  warning: number
  info: number
}

/** One draft as lists show it; what can be opened of it goes by the keys of its data. */
export interface DraftEntry {
  /** Path below the workspace without extension, slashes between: part of every permanent address. */
  id: string
  title: string
  /** What tells it from the other drafts of the same regulation: 征求意见稿, else a date or the name of the file. */
  name: string
  /** Path below the workspace. */
  file: string
  stage?: string
  date?: string
  version?: string
  articles: number
  references: number
  /** References with a target that is not resolved. */
  toCheck: number
  findings: FindingCounts
  /** Requirements of the brief that are binding, and how many of them are covered. */
  covered?: { covered: number; total: number }
  textKey: string
  findingsKey: string
  coverageKey?: string
}

/** A comparison that the site holds: ids of two or three drafts, oldest first. */
export interface ComparisonEntry {
  drafts: string[]
  key: string
}

/** The successive drafts of one regulation, oldest first. */
export interface Work {
  title: string
  drafts: DraftEntry[]
  comparisons: ComparisonEntry[]
}

/** What a reading room opens with. */
export interface SiteIndex {
  /** Name of the workspace. */
  name: string
  /** Served from the drafts themselves, so that changes arrive by themselves. */
  live: boolean
  works: Work[]
  /** How many instruments the library has, and of how many the text is at hand. */
  library: { instruments: number; texts: number }
  /** What could not be read, a sentence each. */
  problems: string[]
}

/** One version of an instrument. */
export interface VersionEntry {
  date?: string
  /** The text is at hand, not only its outline. */
  text: boolean
  articles: number
  key: string
}

/** One instrument of the library. */
export interface InstrumentEntry {
  title: string
  shortNames: string[]
  kind?: InstrumentKind
  board?: Board
  status?: 'in-force' | 'repealed' | 'amended-title'
  replacedBy?: string
  /** Oldest first; versions of which nothing but the day is known are left out. */
  versions: VersionEntry[]
  /** References from drafts and from other texts of the library. */
  citedBy: number
}

/** A group of the library's tree: a ladder, a board of the framework, or a kind. */
export interface LibraryGroup {
  name: string
  scope?: string
  groups: LibraryGroup[]
  /** Titles. */
  entries: string[]
}

/** The library as the reading room lists it. */
export interface LibraryView {
  groups: LibraryGroup[]
  instruments: InstrumentEntry[]
}
