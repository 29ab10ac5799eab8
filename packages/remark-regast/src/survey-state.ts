import type { ClauseNumber } from 'regast'
import type { Line } from './lines.js'

/** Which kind of number counts the articles: 第X条, or where there is none 一、 or 1. */
export type ArticleStyle = 'ordinal' | 'comma' | 'arabic' | 'none'

/** What a survey knows from the lines before: all that decides what the next line is. */
export class SurveyState {
  /** Number of the last article of the body or of the attachment that is being read. */
  last: ClauseNumber | undefined
  lastComma = 0
  /** Whether 第X条 was met there, and up to two of 一、. */
  ordinals = false
  commas = 0
  private arabic = 0
  private running = true
  /** Quotations that are open. */
  depth = 0
  /** Text inserted by an amendment that quotes without quotation marks. */
  inserted = false
  previous: Line | undefined
  titled = false
  header = true
  contentsSeen = false
  structured = false
  /** The line lists the attachments that follow. */
  announcing = false

  addArabic(value: number): void {
    this.arabic += 1
    if (value !== this.arabic) this.running = false
  }

  addComma(value: number): void {
    if (this.commas < 2) this.commas += 1
    this.lastComma = value
  }

  /** An attachment counts its articles anew. */
  restart(): void {
    this.last = undefined
    this.lastComma = 0
    this.ordinals = false
    this.commas = 0
    this.arabic = 0
    this.running = true
  }

  get style(): ArticleStyle {
    if (this.ordinals) return 'ordinal'
    // Arabic numbers that run on under the headings 一、二、 count the provisions; where they restart they are items.
    if (this.running && this.arabic > 2 && this.commas > 1) return 'arabic'
    return this.commas > 0 ? 'comma' : 'none'
  }

  copy(): SurveyState {
    return new SurveyState().assign(this)
  }

  assign(other: SurveyState): this {
    this.last = other.last
    this.lastComma = other.lastComma
    this.ordinals = other.ordinals
    this.commas = other.commas
    this.arabic = other.arabic
    this.running = other.running
    this.depth = other.depth
    this.inserted = other.inserted
    this.previous = other.previous
    this.titled = other.titled
    this.header = other.header
    this.contentsSeen = other.contentsSeen
    this.structured = other.structured
    this.announcing = other.announcing
    return this
  }

  equals(other: SurveyState): boolean {
    return (
      this.last?.value === other.last?.value &&
      this.last?.insert === other.last?.insert &&
      this.lastComma === other.lastComma &&
      this.ordinals === other.ordinals &&
      this.commas === other.commas &&
      this.arabic === other.arabic &&
      this.running === other.running &&
      this.depth === other.depth &&
      this.inserted === other.inserted &&
      this.previous === other.previous &&
      this.titled === other.titled &&
      this.header === other.header &&
      this.contentsSeen === other.contentsSeen &&
      this.structured === other.structured &&
      this.announcing === other.announcing
    )
  }
}
