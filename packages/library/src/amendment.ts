import type { ClauseText } from 'regast'
import { parseNumeral } from 'regast'
import type { Place } from './place.js'
import { partAt, quotedParts } from './reading.js'

/** A quotation as seen from one clause text: which parts are quoted, and which clause of the amended text they become. */
export interface Quotation {
  holds(index: number): boolean
  /** The clause of the amended instrument that an index inside the quotation belongs to. */
  position(index: number): { place: Place }
}

const openingArticle = /^[“"]?第([〇零一二三四五六七八九十百千]+)条(?:之([一二三四五六七八九十]+))?(?=[\s\u3000])/
const openingPoint = /^[“"]?[（(]([一二三四五六七八九十]+)[）)]/

/**
 * Follows an amendment document: which instrument it amends at a place, which clause its words point to, and which
 * clause a quotation becomes. Each paragraph of a longer quotation opens with a mark; only the last closes.
 */
export class AmendmentReading {
  /** Where the words outside quotations point to, within one item. */
  private open: Place = {}
  private inQuotation = false
  /** The clause that the running quotation has reached. */
  private quoted: Place = {}
  private parts: [number, number][] = []
  private atStart = false

  constructor(public amends: string) {}

  /** A new top item begins: no clause is open. */
  openItem(): void {
    this.open = {}
  }

  /** Another instrument is named outside a quotation: a package amends several, one after the other. */
  mention(title: string): void {
    if (!/(?:决定|修正案[^》]*|通知)$/.test(title)) this.amends = title
  }

  /** The words outside quotations point to a clause. */
  point(place: Place): void {
    this.open = place
    // The next quotation becomes the clause that was named last before it.
    this.quoted = place
  }

  /** The clause that is open outside quotations. */
  openPosition(): { place: Place } {
    return { place: this.open }
  }

  enterClause(clause: ClauseText): Quotation {
    const { text } = clause
    const wasOpen = this.inQuotation
    const { parts, open } = quotedParts(text, wasOpen)
    this.parts = parts
    this.atStart = wasOpen || /^[“"]/.test(text)
    if (this.atStart) this.advance(clause, wasOpen)
    this.inQuotation = open
    return {
      holds: (index) => partAt(this.parts, index) !== undefined,
      position: (index) => ({ place: this.placeIn(text, index) })
    }
  }

  leaveClause(): void {
    if (!this.inQuotation && this.parts.length === 0) this.quoted = this.open
  }

  /** A new paragraph of a quotation: the next 款, a 项, or the article whose number opens it. */
  private advance({ node, text }: ClauseText, wasOpen: boolean): void {
    if (wasOpen && node.type === 'point') {
      this.quoted = { ...this.quoted, point: node.number }
      return
    }
    const article = openingArticle.exec(text)
    if (article !== null) {
      const value = parseNumeral(article[1]!) ?? 0
      const insert = article[2] === undefined ? undefined : parseNumeral(article[2])
      this.quoted = { article: { value, ...(insert === undefined ? {} : { insert }) }, paragraph: { value: 1 } }
      return
    }
    const point = openingPoint.exec(text)
    if (point !== null) {
      this.quoted = { ...this.quoted, point: { value: parseNumeral(point[1]!) ?? 1 } }
      return
    }
    const { paragraph, article: number } = this.quoted
    this.quoted =
      number === undefined
        ? {}
        : { article: number, paragraph: { value: wasOpen ? (paragraph?.value ?? 1) + 1 : (paragraph?.value ?? 1) } }
  }

  /** Lines of one clause text are paragraphs of the quotation as well. */
  private placeIn(text: string, index: number): Place {
    const { article, paragraph, point } = this.quoted
    if (article === undefined) return {}
    const first = paragraph?.value ?? 1
    if (!text.includes('\n')) return { article, paragraph: { value: first }, ...(point === undefined ? {} : { point }) }
    const begin = partAt(this.parts, index)?.[0] ?? index
    let count = first
    let listed = point
    for (let at = text.indexOf('\n', begin); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) {
      const item = openingPoint.exec(text.slice(at + 1, at + 12))
      if (item === null) {
        count += 1
        listed = undefined
      } else listed = { value: parseNumeral(item[1]!) ?? 1 }
    }
    return { article, paragraph: { value: count }, ...(listed === undefined ? {} : { point: listed }) }
  }
}
