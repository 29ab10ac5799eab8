import type { ClauseText } from 'regast'
import { parseNumeral } from 'regast'
import type { Place } from './place.js'
import { partAt, quotedParts } from './reading.js'
import type { Renumbered } from './renumbered.js'

/** A quotation as seen from one clause text: which parts are quoted, and which clause of the amended text they become. */
export interface Quotation {
  holds(index: number): boolean
  /** Whether what begins at an index is the number that the quoted clause itself bears. */
  labels(index: number): boolean
  /** The clause of the amended instrument that an index inside the quotation belongs to. */
  position(index: number): { place: Place }
}

const openingArticle = /^[“"]?第([〇零一二三四五六七八九十百千]+)条(?:之([一二三四五六七八九十]+))?(?=[\s\u3000])/
/** The number that a quoted 编, 章, 节 or 条 bears: it names itself and points nowhere. */
const openingLabel =
  /^[“"]?第[〇零一二三四五六七八九十百千]+(?:编|分编|章|节|条)(?:之[一二三四五六七八九十]+)?(?=[\s\u3000]|$)/
/** Words of the amendment itself, which end a quotation without marks. */
const amends = /(?:改为|修改|增加|删去|删除|作为)/
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
  /** Whether the running quotation began in an item （一） of a package, so that the 项 that it quotes stand as 目. */
  private beganInItem = false
  /** Whether the amended text stands without marks: 内容如下：, then 第七节 …, 第一百二十三条 …. */
  private unmarked = false
  /** Whether no clause of the item has been read yet. */
  private begins = false

  constructor(
    public amends: string,
    /** Clauses whose numbers in the text before do not hold in what is quoted. */
    readonly renumbered: Renumbered
  ) {}

  /** A new top item begins: no clause is open. */
  openItem(): void {
    this.open = {}
    this.unmarked = false
    this.begins = true
  }

  /** Another instrument is named outside a quotation: a package amends several, one after the other. */
  mention(title: string): void {
    if (!/(?:决定|修正案[^》]*|通知)$/.test(title)) this.amends = title
  }

  /** The words outside quotations point to a clause, or to several, from the first to the last of them. */
  point(first: Place, last: Place): void {
    this.open = last
    // The next quotation becomes the clause that was named last before it: 将第二款、第三款修改为 begins with 第二款.
    this.quoted = first
  }

  /** The clause that is open outside quotations. */
  openPosition(): { place: Place } {
    return { place: this.open }
  }

  enterClause(clause: ClauseText): Quotation {
    const { text } = clause
    // A closing mark that was forgotten ends with its item, unless the next one goes on with the amended text.
    const forgotten = this.begins && (amends.test(text) || /^[^“”]+“/.test(text))
    this.begins = false
    const wasOpen = this.inQuotation && !forgotten
    const { parts, open } = quotedParts(text, wasOpen)
    if (!wasOpen && parts.length === 0) {
      if (clause.node.type !== 'heading' && openingLabel.test(text)) this.unmarked = true
      else if (amends.test(text)) this.unmarked = false
    } else this.unmarked = false
    this.parts = this.unmarked ? [[0, text.length]] : parts
    this.atStart = wasOpen || this.unmarked || /^[“"]/.test(text)
    if (!wasOpen) this.beganInItem = clause.node.type === 'point'
    if (this.atStart) this.advance(clause, wasOpen || this.unmarked)
    this.inQuotation = open
    return {
      labels: (index) => isLabel(text, index),
      holds: (index) => partAt(this.parts, index) !== undefined,
      position: (index) => ({ place: this.placeIn(text, index) })
    }
  }

  leaveClause(): void {
    if (!this.inQuotation && this.parts.length === 0) this.quoted = this.open
  }

  /** A new paragraph of a quotation: the next 款, a 项, or the article whose number opens it. */
  private advance({ node, text }: ClauseText, wasOpen: boolean): void {
    if (wasOpen && (node.type === 'point' || (node.type === 'indent' && this.beganInItem))) {
      this.quoted = { ...this.quoted, point: node.number }
      return
    }
    const opened = articleAt(text, 0)
    if (opened !== undefined) {
      this.quoted = opened
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
    const begin = partAt(this.parts, index)?.[0] ?? index
    const { article, paragraph, point } = this.quoted
    let place: Place = { article, paragraph: paragraph ?? { value: 1 }, ...(point === undefined ? {} : { point }) }
    // A quotation that begins in the middle of the text may open with the number of its article.
    if (begin > 0) place = articleAt(text, begin) ?? place
    for (let at = text.indexOf('\n', begin); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) {
      const item = openingPoint.exec(text.slice(at + 1, at + 12))
      const { paragraph: own = { value: 1 } } = place
      place =
        item !== null
          ? { ...place, point: { value: parseNumeral(item[1]!) ?? 1 } }
          : (articleAt(text, at + 1) ?? { article: place.article, paragraph: { value: own.value + 1 } })
    }
    return place.article === undefined ? {} : place
  }
}

/** The place that the number of an article opens at an index. */
function articleAt(text: string, index: number): Place | undefined {
  const found = openingArticle.exec(text.slice(index, index + 24))
  if (found === null) return undefined
  const value = parseNumeral(found[1]!) ?? 0
  const insert = found[2] === undefined ? undefined : parseNumeral(found[2])
  return { article: { value, ...(insert === undefined ? {} : { insert }) }, paragraph: { value: 1 } }
}

/** Whether what begins at an index is the number of a clause at the beginning of a line. */
function isLabel(text: string, index: number): boolean {
  let line = index
  while (line > 0 && /[“"\s]/.test(text[line - 1]!) && text[line - 1] !== '\n') line--
  const opens = line === 0 || text[line - 1] === '\n' || (text[index - 1] === '“' && /[：:]$/.test(text.slice(0, line)))
  return opens && openingLabel.test(text.slice(index, index + 24))
}
