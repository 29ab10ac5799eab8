import type {
  Article,
  Attachment,
  Block,
  Comment,
  Division,
  Indent,
  Num,
  Paragraph,
  Point,
  Preamble,
  Structure,
  Text
} from 'regast'
import type { Node, Position } from 'unist'
import { endsSentence, skipBlank } from './characters.js'
import { addressBelow, articleAddress, clauseNumber } from './known-strings.js'
import { boundsOf, type Line } from './lines.js'
import type { ItemMarker, OrdinalMarker } from './markers.js'
import {
  breakNode,
  closeNode,
  headingNode,
  linePosition,
  numberNode,
  phrasingOf,
  plainText,
  pushPhrasing,
  trimChildren
} from './phrasing.js'

/** What 款 may stand in. */
export type ParagraphParent = Article | Structure | Division | Attachment | Preamble

/** Whether the next 项 of a style after the line at an index continues a list whose last number is given. */
export type ItemFollows = (index: number, style: string, last: number) => boolean

/** Builds 条 and what is below them from lines, one after the other; knows which clause is open. */
export class ClauseBuilder {
  article: Article | undefined
  /** Comments and blocks that wait for the next line to show where they stand. */
  floating: (Block | Comment)[] = []
  /** Lines that a single line break made 款 of their own. */
  readonly softBreaks: Line[] = []
  private paragraph: Paragraph | undefined
  /** Open 项 and 目, outermost first, and the style of number of each level. */
  private readonly items: (Point | Indent)[] = []
  private readonly styles: string[] = []
  /** The line that may be continued, if any. */
  private open: Line | undefined

  constructor(private readonly source: string) {}

  /** Opens an article with what its line holds beyond the number. */
  openArticle(parent: { children: unknown[] }, line: Line, marker: OrdinalMarker | ItemMarker, prefix: string): void {
    const { number, end: numberEnd } = marker
    this.close()
    this.flush(parent)
    const position = linePosition(line)
    const { text, from: start, to } = boundsOf(line, this.source)
    // The number of a list in front of it is a sign of Markdown's.
    const from = (marker.kind === 'ordinal' ? marker.start : undefined) ?? start
    // 第一条：… prints a colon with the number; a comment in between keeps the two apart.
    let end = numberEnd < to && text.charCodeAt(numberEnd) === 0xff1a ? numberEnd + 1 : numberEnd
    if (end > numberEnd && line.runs?.some((run) => run.kind === 'comment')) end = numberEnd
    const num = numberNode(line, this.source, from, end, position, 'article', number.value)
    const caption = captionEnd(text, end, to, line.depth > 0)
    const plain = caption === end && caption < to
    const article: Article = {
      type: 'article',
      number,
      address: articleAddress(prefix, number),
      // Nearly always a number and one 款, for which there is room from the start and for no more.
      children: plain ? [num, num] : [num],
      position
    }
    parent.children.push(article)
    this.article = article
    if (plain) {
      article.children[1] = this.paragraphOf(article, line, caption, position)
      return
    }
    if (caption > end) {
      const heading = headingNode(line, this.source, end, caption)
      if (heading !== undefined) article.children.push(heading)
    }
    if (caption < to) this.addParagraph(article, line, caption)
    else if (caption === end) pushPhrasing(article.children, line, this.source, to, to)
  }

  /** Running text: goes on with the open clause where a line break is all that parts them, else opens the next 款. */
  addText(parent: () => ParagraphParent, line: Line, index: number, continuesItem: ItemFollows): void {
    const { open } = this
    if (line.join === 'item' && this.items.length > 0 && nestingOf(this.styles[0]!) > line.nesting) this.closeItems(0)
    const holder = this.items[this.items.length - 1] ?? this.paragraph
    if (open !== undefined && holder !== undefined) {
      if (this.continues(open, line)) {
        this.continueIn(holder, open, line)
        return
      }
      const [item] = this.items
      if (item !== undefined && !line.quoted && continuesItem(index, this.styles[0]!, item.number.value)) {
        this.closeItems(1)
        this.continueIn(item, open, line)
        return
      }
    }
    if (line.join === 'soft' && open !== undefined) this.softBreaks.push(line)
    this.addParagraph(parent(), line, boundsOf(line, this.source).from)
  }

  /** Opens a 项, or a 目 where a 项 of another style is open; a bullet has no marker. */
  openItem(parent: () => ParagraphParent, line: Line, marker: ItemMarker | undefined): void {
    const style = marker?.style ?? 'bullet'
    // A list inside a list is a level of its own, whatever its numbers look like.
    const nested = line.nesting > 1 ? `${style} ${line.nesting}` : style
    const key = line.quoted ? `quoted ${nested}` : nested
    const position = linePosition(line)
    const paragraph = this.paragraph ?? this.paragraphAround(parent(), line, position)
    const known = this.styles.indexOf(key)
    const level = known === -1 ? this.styles.length : known
    this.closeItems(level)
    const holder = level === 0 ? paragraph : this.items[level - 1]!
    this.flush(holder)
    const type = level === 0 ? 'point' : 'indent'
    const value = marker?.number.value ?? nextNumber(holder.children as Node[], type)
    const { text, from: start, to } = boundsOf(line, this.source)
    const quoting = marker !== undefined && line.quoted && text.charCodeAt(start) === 0x201c
    const plain = marker === undefined || quoting ? undefined : this.plainItem(line, marker, start, to, position)
    const node = {
      type,
      number: clauseNumber(value),
      address: addressBelow(holder.address, type, value),
      children: plain ?? [],
      position
    } as Point | Indent
    if (line.quoted) node.quoted = true
    ;(holder.children as Node[]).push(node)
    this.items.push(node)
    this.styles.push(key)
    this.open = line
    if (plain !== undefined) return
    let from = start
    if (marker !== undefined) {
      if (quoting) {
        pushPhrasing(node.children, line, this.source, from, from + 1)
        from += 1
      }
      node.children.push(numberNode(line, this.source, from, marker.end, position, 'item', value))
      from = marker.end
    }
    if (line.depth > 0) {
      const heading = headingNode(line, this.source, from, to)
      if (heading !== undefined) node.children.push(heading)
    } else pushPhrasing(node.children, line, this.source, from, to)
  }

  /** The number and the words of a 项 that is a plain line; an array that is pushed to takes room for seventeen. */
  private plainItem(
    line: Line,
    marker: ItemMarker,
    from: number,
    to: number,
    whole: Position
  ): [Num, Text] | undefined {
    if (line.runs !== undefined || line.depth > 0) return undefined
    const num = numberNode(line, this.source, from, marker.end, whole, 'item', marker.number.value)
    const words = plainText(line, this.source, marker.end, to, whole, num.position!.end)
    return words && [num, words]
  }

  /** Closes the open article and everything in it. */
  close(): void {
    this.closeParagraph()
    const { article } = this
    if (article === undefined) return
    // A table after an article belongs to it; comments after the last block introduce what follows.
    let last = this.floating.length
    while (last > 0 && this.floating[last - 1]!.type === 'comment') last -= 1
    if (last > 0) for (const node of this.floating.splice(0, last)) article.children.push(node)
    closeNode(article)
    if (article.children.length > 2) trimChildren(article)
    this.article = undefined
  }

  /** Puts waiting comments and blocks into the node that the next line belongs to. */
  flush(parent: { children: unknown[] }): void {
    if (this.floating.length === 0) return
    for (const node of this.floating) parent.children.push(node)
    this.floating = []
  }

  private continues(open: Line, line: Line): boolean {
    const [item] = this.items
    const deepest = this.items[this.items.length - 1]
    // A heading stands behind the number, or first.
    if (deepest?.children[0]?.type === 'heading' || deepest?.children[1]?.type === 'heading') return true
    // A quotation that opened inside an item stays in it.
    if (line.quoted && item !== undefined && item.quoted !== true) return true
    if (this.floating.length > 0) return false
    // Further paragraphs of a list item continue it, those of an article that is one are its 款.
    if (line.join === 'item') return item !== undefined
    if (line.join === 'hard') return true
    if (line.join !== 'soft') return false
    const { text, from, to } = boundsOf(open, this.source)
    return !endsSentence(text, from, to)
  }

  private continueIn(holder: Paragraph | Point | Indent, open: Line, line: Line): void {
    const aside = this.floating[this.floating.length - 1]
    this.flush(holder)
    const lineBreak = breakNode(aside?.position ?? linePosition(open), line, this.source)
    if (lineBreak !== undefined) (holder.children as Node[]).push(lineBreak)
    const { from, to } = boundsOf(line, this.source)
    pushPhrasing(holder.children, line, this.source, from, to)
    this.open = line
  }

  private addParagraph(parent: ParagraphParent, line: Line, from: number): void {
    const paragraph = this.paragraphOf(parent, line, from, undefined)
    parent.children.push(paragraph)
  }

  /** A new 款 with the words of its line, to be put into its parent; `opening` is the position of an article that opens on this line. */
  private paragraphOf(parent: ParagraphParent, line: Line, from: number, opening: Position | undefined): Paragraph {
    this.closeParagraph()
    this.flush(parent)
    const { to } = boundsOf(line, this.source)
    const children = phrasingOf(line, this.source, from, to, opening)
    const first = children[0]?.position
    const last = children[children.length - 1]?.position
    // A 款 of one text stands where that stands.
    const whole = first === last ? first : first && last && { start: first.start, end: last.end }
    const paragraph = this.newParagraph(parent, line, children, whole ?? linePosition(line))
    this.open = line
    return paragraph
  }

  /** A 款 that opens with a 项 at a position. */
  private paragraphAround(parent: ParagraphParent, line: Line, { start, end }: Position): Paragraph {
    this.closeParagraph()
    this.flush(parent)
    const paragraph = this.newParagraph(parent, line, [], { start, end })
    parent.children.push(paragraph)
    return paragraph
  }

  private newParagraph(
    parent: ParagraphParent,
    line: Line,
    children: Paragraph['children'],
    position: Position
  ): Paragraph {
    const value = nextNumber(parent.children as Node[], 'paragraph')
    const paragraph: Paragraph = {
      type: 'paragraph',
      number: clauseNumber(value),
      address: parent.type === 'article' ? addressBelow(parent.address, 'para', value) : '',
      children,
      position
    }
    if (line.quoted) paragraph.quoted = true
    this.paragraph = paragraph
    return paragraph
  }

  private closeItems(level: number): void {
    while (this.items.length > level) {
      const item = this.items.pop()!
      closeNode(item)
      if (item.children.length > 2) trimChildren(item)
      this.styles.pop()
    }
  }

  private closeParagraph(): void {
    this.closeItems(0)
    const { paragraph } = this
    if (paragraph !== undefined) {
      closeNode(paragraph)
      if (paragraph.children.length > 1) trimChildren(paragraph)
    }
    this.paragraph = undefined
    this.open = undefined
  }
}

function nextNumber(children: Node[], type: string): number {
  for (let index = children.length - 1; index >= 0; index--) {
    const child = children[index]!
    if (child.type === type) return (child as Paragraph).number.value + 1
  }
  return 1
}

/** End of the caption of an article: 【…】, （…） alone on the line, or the words of a heading; `start` where there is none. */
export function captionEnd(text: string, start: number, end: number, heading: boolean): number {
  const index = skipBlank(text, start, end)
  if (index >= end) return start
  if (text.charAt(index) === '【') {
    const close = text.indexOf('】', index)
    return close === -1 || close >= end || close - index > 40 ? start : close + 1
  }
  if (end - index > 40) return start
  const rest = text.slice(index, end)
  if (/^[（(][^（）()，。；：]+[）)]$/.test(rest) && !/^[（(][一二三四五六七八九十\d]+[）)]$/.test(rest)) return end
  return heading && !/[。；：，]/.test(rest) ? end : start
}

/** How deep the list of a 项 stands in other lists, by its style: a 款 of an article that is an item itself stands less deep. */
function nestingOf(style: string): number {
  return Number(/ (\d+)$/.exec(style)?.[1] ?? 1)
}
