import type { InstrumentEvent, KindFinding } from '@tiaoli/library'

/** One paragraph of a published text, before anything is made of it. */
export interface SourceLine {
  text: string
  /** 1 for the largest heading that the source marks. */
  heading?: number
  centered?: boolean
  /** Where it stands in the source: line of a text file, page of a PDF; from 1. */
  place?: number
  /** Cells by rows, where the paragraph is a table; `text` is empty then. */
  table?: string[][]
  /** Comments of the draft, such as those that trace requirements, in front of the paragraph and behind it. */
  before?: string[]
  after?: string[]
}

/** The paragraphs of a published text. */
export interface SourceText {
  lines: SourceLine[]
  /** Title that the source states apart from its text, such as that of a web page. */
  statedTitle?: string
  /** What reading it left open. */
  doubts: string[]
  /** Words around the text that are no part of it. */
  dropped: string[]
}

/** What an import recognised. */
export interface Recognised {
  title: string
  kind?: KindFinding
  issuer?: string[]
  /** ISO day of the text. */
  date?: string
  effective?: string
  history: InstrumentEvent[]
  chapters: number
  articles: number
  /** Highest article number. */
  lastArticle?: number
  /** Set for a part of a longer text, such as one 编 of a code. */
  part?: true
}

/** A text that was imported. */
export interface Imported {
  file: string
  /** The text as a Markdown draft. */
  markdown: string
  recognised: Recognised
  /** What nobody should take for certain, in Chinese sentences. */
  doubts: string[]
  dropped: string[]
}

/** What of a file besides its text counts. */
export interface ImportFacts {
  file: string
  /** Title and ISO day that the name of the file states. */
  namedTitle?: string
  namedDate?: string
  /** Folders that it lies in, the innermost last. */
  folders: string[]
}
