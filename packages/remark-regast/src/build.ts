import type {
  Article,
  Attachment,
  Block,
  ClauseNumber,
  Comment,
  Division,
  Heading,
  Indent,
  Paragraph,
  Point,
  Preamble,
  Root,
  Structure,
  Toc,
  TocItem
} from 'regast'
import { addressStep, joinAddress } from 'regast'
import type { Node, Point as Place } from 'unist'
import { assignAddresses } from './addresses.js'
import { endsSentence } from './characters.js'
import { type Line, lineText, runsText } from './lines.js'
import type { ItemStyle, Marker } from './markers.js'
import { asideNode, breakNode, linePosition, numberNode, pushPhrasing } from './phrasing.js'
import type { Survey } from './survey.js'

type Container = Root | Structure | Division | Attachment | Preamble
type ParagraphParent = Container | Article
type Ordinal = Extract<Marker, { kind: 'ordinal' }>
type Item = Extract<Marker, { kind: 'item' }>

const ranks = { attachment: 0, book: 1, part: 2, chapter: 3, section: 4, division: 5 }

/** Builds the clause tree from surveyed lines; `end` is the place after the last character. */
export function buildTree(survey: Survey, source: string, end: Required<Place>): Root {
  return new TreeBuilder(survey, source, end).run()
}

class TreeBuilder {
  private readonly root: Root
  private readonly containers: Container[]
  private readonly divisionKeys = new Map<Division, { depth: number; key: string }>()
  private readonly headingDepths = new Map<Container, number>()
  private attachmentPrefix = ''
  private readonly attachments = new Set<number>()
  private article: Article | undefined
  private paragraph: Paragraph | undefined
  /** Open 项 and 目, outermost first, with the style of number of each level. */
  private items: (Point | Indent)[] = []
  private styles: string[] = []
  private toc: Toc | undefined
  /** Comments and blocks that wait for the next line to show where they stand. */
  private floating: (Block | Comment)[] = []
  /** The line that may be continued, if any. */
  private open: Line | undefined
  /** The open item was a heading: what follows is its text. */
  private underHeading = false

  constructor(
    private readonly survey: Survey,
    private readonly source: string,
    end: Required<Place>
  ) {
    this.root = {
      type: 'root',
      children: [],
      position: { start: { line: 1, column: 1, offset: 0 }, end }
    }
    this.containers = [this.root]
  }

  run(): Root {
    const { lines } = this.survey
    for (let index = 0; index < lines.length; index++) {
      const line = lines[index]!
      if (line.kind === 'text') this.text(line, index)
      else if (line.kind === 'frontMatter') {
        this.root.children.push({ type: 'frontMatter', value: line.value, position: linePosition(line) })
      } else this.floating.push(asideNode(line))
    }
    this.flush(this.article ?? this.container())
    this.closeArticle()
    while (this.containers.length > 1) closeNode(this.containers.pop()!)
    if (this.toc) closeNode(this.toc)
    assignAddresses(this.root)
    return this.root
  }

  private container(): Container {
    return this.containers[this.containers.length - 1]!
  }

  private text(line: Line, index: number): void {
    switch (line.role) {
      case 'title':
      case 'note': {
        this.flush(this.root)
        const node = { type: line.role, children: [], position: linePosition(line) }
        pushPhrasing(node.children, line, this.source, line.runs ? 0 : line.start, this.endOf(line))
        this.root.children.push(node)
        return
      }
      case 'contents':
        this.contents(line)
        return
      case 'signature': {
        this.closeArticle()
        this.flush(this.container())
        const node = { type: 'signature' as const, children: [], position: linePosition(line) }
        pushPhrasing(node.children, line, this.source, line.runs ? 0 : line.start, this.endOf(line))
        ;(this.container() as Structure).children.push(node)
        return
      }
      default:
        this.body(line, index)
    }
  }

  private body(line: Line, index: number): void {
    const { marker } = line
    switch (marker?.kind) {
      case 'ordinal':
        if (marker.unit === 'article') this.openArticle(line, marker.number, marker.end)
        else if (marker.unit === 'division') this.openDivision(line, marker, 'ordinal')
        else this.openStructure(line, marker)
        return
      case 'attachment':
        this.openAttachment(line, marker)
        return
      case 'preamble':
        this.openPreamble(line)
        return
      case 'item':
        this.item(line, marker, index)
        return
    }
    if (line.depth > 0) this.openDivision(line, undefined, 'heading')
    else if (line.bullet) this.openItem(line, undefined)
    else this.running(line)
  }

  // 编章节, divisions, attachments

  private openStructure(line: Line, marker: Ordinal): void {
    const type = marker.unit as Structure['type']
    this.openContainer({ type, number: marker.number, address: '', children: [] }, line, marker.end)
  }

  private openAttachment(line: Line, marker: Extract<Marker, { kind: 'attachment' }>): void {
    let value = marker.number?.value ?? this.attachments.size + 1
    while (marker.number === undefined && this.attachments.has(value)) value += 1
    this.attachments.add(value)
    const node: Attachment = { type: 'attachment', number: { value }, address: '', children: [] }
    this.openContainer(node, line, marker.end)
    this.attachmentPrefix = addressStep('attachment', node.number)
  }

  private openDivision(line: Line, marker: Ordinal | Item | undefined, style: string): void {
    const node: Division = { type: 'division', address: '', children: [] }
    if (marker !== undefined) node.number = marker.number
    this.closeArticle()
    while (this.containers.length > 1) {
      const open = this.container()
      if (open.type === 'attachment') break
      if (open.type === 'division') {
        const { depth, key } = this.divisionKeys.get(open)!
        const deeper = line.depth > 0 && depth > 0 ? depth >= line.depth : key === style || this.hasDivision(style)
        if (!deeper) break
      } else if (open.type !== 'preamble') {
        const depth = this.headingDepths.get(open)!
        if (line.depth === 0 || depth === 0 || depth < line.depth || marker !== undefined) break
      }
      this.closeContainer()
    }
    this.divisionKeys.set(node, { depth: line.depth, key: style })
    this.pushContainer(node, line, marker?.end)
  }

  private hasDivision(style: string): boolean {
    return this.containers.some((open) => open.type === 'division' && this.divisionKeys.get(open)!.key === style)
  }

  private openPreamble(line: Line): void {
    this.closeArticle()
    while (this.containers.length > 1) this.closeContainer()
    this.pushContainer({ type: 'preamble', address: 'preamble', children: [] }, line, undefined)
  }

  private openContainer(node: Structure | Attachment, line: Line, numberEnd: number): void {
    this.closeArticle()
    const rank = ranks[node.type]
    while (this.containers.length > 1) {
      const open = this.container()
      if (open.type !== 'preamble' && open.type !== 'root' && ranks[open.type] < rank) break
      this.closeContainer()
    }
    this.pushContainer(node, line, numberEnd)
  }

  private pushContainer(node: Exclude<Container, Root>, line: Line, numberEnd: number | undefined): void {
    const parent = this.container()
    this.flush(parent)
    node.position = linePosition(line)
    ;(parent.children as Node[]).push(node)
    const from = numberEnd ?? (line.runs ? 0 : line.start)
    if (numberEnd !== undefined) (node.children as Node[]).push(numberNode(line, this.source, line.runs ? 0 : line.start, numberEnd))
    this.heading(node.children, line, from)
    this.containers.push(node)
    this.headingDepths.set(node, line.depth)
    this.open = undefined
  }

  private closeContainer(): void {
    const node = this.containers.pop()!
    if (node.type === 'attachment') this.attachmentPrefix = ''
    closeNode(node)
  }

  private heading(children: Node[], line: Line, from: number): void {
    const words: Heading = { type: 'heading', children: [] }
    pushPhrasing(words.children, line, this.source, from, this.endOf(line))
    if (words.children.length === 0) return
    words.position = spanOf(words.children)
    children.push(words)
  }

  private contents(line: Line): void {
    if (line.marker?.kind === 'contents' && this.toc === undefined) {
      this.closeArticle()
      while (this.containers.length > 1) this.closeContainer()
      this.flush(this.root)
      this.toc = { type: 'toc', children: [], position: linePosition(line) }
      this.root.children.push(this.toc)
      this.heading(this.toc.children as Node[], line, line.runs ? 0 : line.start)
      return
    }
    const item: TocItem = { type: 'tocItem', children: [], position: linePosition(line) }
    const { marker } = line
    if (marker?.kind === 'ordinal' && marker.unit !== 'article' && marker.unit !== 'division') {
      item.unit = marker.unit
      item.number = marker.number
    }
    pushPhrasing(item.children, line, this.source, line.runs ? 0 : line.start, this.endOf(line))
    this.flush(this.toc!)
    this.toc!.children.push(item)
  }

  // 条 款 项 目

  private openArticle(line: Line, number: ClauseNumber, numberEnd: number): void {
    this.closeArticle()
    let open = this.container()
    while (open.type === 'preamble') {
      this.closeContainer()
      open = this.container()
    }
    this.flush(open)
    const article: Article = {
      type: 'article',
      number,
      address: joinAddress(this.attachmentPrefix, addressStep('article', number)),
      children: [],
      position: linePosition(line)
    }
    ;(open.children as Node[]).push(article)
    this.article = article
    let end = numberEnd
    const text = line.runs === undefined ? this.source : runsText(line.runs)
    // 第一条：… prints a colon with the number.
    if (text.charCodeAt(end) === 0xff1a && end < this.endOf(line)) end += 1
    article.children.push(numberNode(line, this.source, line.runs ? 0 : line.start, end))
    const to = this.endOf(line)
    const caption = captionEnd(text, end, to, line.depth > 0)
    if (caption > end) {
      const words: Heading = { type: 'heading', children: [] }
      pushPhrasing(words.children, line, this.source, end, caption)
      if (words.children.length > 0) {
        words.position = spanOf(words.children)
        article.children.push(words)
      }
    }
    this.open = undefined
    if (caption < to) this.addParagraph(article, line, caption)
    else if (caption === end) pushPhrasing(article.children, line, this.source, to, to)
  }

  private addParagraph(parent: ParagraphParent, line: Line, from: number): void {
    const paragraph = this.newParagraph(parent, line)
    pushPhrasing(paragraph.children, line, this.source, from, this.endOf(line))
    paragraph.position = linePosition(line)
    const first = paragraph.children[0]
    if (first !== undefined) paragraph.position.start = { ...first.position!.start }
    this.open = line
  }

  private newParagraph(parent: ParagraphParent, line: Line): Paragraph {
    this.closeParagraph()
    this.flush(parent)
    let value = 1
    const { children } = parent
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index]!
      if (child.type === 'paragraph') {
        value = child.number.value + 1
        break
      }
    }
    const number = { value }
    const paragraph: Paragraph = {
      type: 'paragraph',
      number,
      address: joinAddress(parent.type === 'article' ? parent.address : '', `para_${value}`),
      children: [],
      position: linePosition(line)
    }
    if (line.quoted) paragraph.quoted = true
    ;(children as Node[]).push(paragraph)
    this.paragraph = paragraph
    return paragraph
  }

  private item(line: Line, marker: Item, index: number): void {
    const { articles } = this.survey
    const quoted = line.quoted
    if (!quoted && marker.style === 'comma') {
      if (articles === 'comma') {
        this.openArticle(line, marker.number, marker.end)
        return
      }
      if (this.isDivision(line, marker, index)) {
        this.openDivision(line, marker, marker.style)
        return
      }
    } else if (!quoted && marker.style === 'arabic' && articles === 'arabic') {
      this.openArticle(line, marker.number, marker.end)
      return
    } else if (!quoted && articles !== 'comma' && this.isDivision(line, marker, index)) {
      this.openDivision(line, marker, marker.style)
      return
    }
    this.openItem(line, marker)
  }

  /** Whether a numbered line heads the articles below it instead of being an item. */
  private isDivision(line: Line, marker: Item, index: number): boolean {
    if (line.depth > 0) return true
    if (marker.style !== 'comma' && marker.style !== 'bracket') return false
    const text = lineText(line, this.source)
    if (text.length > 30 || /[，。；：？]/.test(text)) return false
    const before = this.textBefore(index)
    if (before !== undefined && before.depth === 0 && !this.isDivisionLine(before)) {
      const said = lineText(before, this.source)
      if (!/[。”）]$/.test(said)) return false
    }
    for (let at = index + 1; at < this.survey.lines.length; at++) {
      const next = this.survey.lines[at]!
      if (next.kind !== 'text') continue
      if (next.marker?.kind === 'ordinal') return next.marker.unit === 'article'
      if (this.survey.articles === 'arabic' && next.marker?.kind === 'item' && next.marker.style === 'arabic') return true
      return next.marker?.kind === 'item' && next.marker.style === 'bracket' && marker.style === 'comma'
        ? this.isDivision(next, next.marker, at)
        : false
    }
    return false
  }

  private textBefore(index: number): Line | undefined {
    for (let at = index - 1; at >= 0; at--) {
      const line = this.survey.lines[at]!
      if (line.kind === 'text' && line.role === 'body') return line
    }
    return undefined
  }

  private isDivisionLine(line: Line): boolean {
    const open = this.container()
    return open.type === 'division' && open.position!.start.offset === line.start
  }

  private openItem(line: Line, marker: Item | undefined): void {
    const style: ItemStyle | 'bullet' = marker?.style ?? 'bullet'
    const key = line.quoted ? `quoted ${style}` : style
    let paragraph = this.paragraph
    if (paragraph === undefined) {
      const parent = this.paragraphParent()
      paragraph = this.newParagraph(parent, line)
    }
    const known = this.styles.indexOf(key)
    const level = known === -1 ? this.styles.length : known
    this.styles.length = level
    while (this.items.length > level) closeNode(this.items.pop()!)
    this.styles.push(key)
    const parent = level === 0 ? paragraph : this.items[level - 1]!
    this.flush(parent)
    const type = level === 0 ? 'point' : 'indent'
    let value = marker?.number.value
    if (value === undefined) {
      value = 1
      for (const child of parent.children) if (child.type === type) value = child.number.value + 1
    }
    const number = { value }
    const node = {
      type,
      number,
      address: `${parent.address}__${type}_${value}`,
      children: [],
      position: linePosition(line)
    } as Point | Indent
    if (line.quoted) node.quoted = true
    ;(parent.children as Node[]).push(node)
    this.items.push(node)
    let from = line.runs ? 0 : line.start
    if (marker !== undefined) {
      const text = line.runs === undefined ? this.source : runsText(line.runs)
      if (line.quoted && text.charCodeAt(from) === 0x201c) {
        pushPhrasing(node.children, line, this.source, from, from + 1)
        from += 1
      }
      node.children.push(numberNode(line, this.source, from, marker.end))
      from = marker.end
    }
    pushPhrasing(node.children, line, this.source, from, this.endOf(line))
    this.underHeading = line.depth > 0
    this.open = line
  }

  private running(line: Line): void {
    const { open } = this
    if (open !== undefined && this.continues(open, line)) {
      const holder = this.items[this.items.length - 1] ?? this.paragraph!
      const aside = this.floating[this.floating.length - 1]
      this.flush(holder)
      const br = breakNode(aside?.position ?? linePosition(open), line, this.source)
      if (br !== undefined) (holder.children as Node[]).push(br)
      pushPhrasing(holder.children, line, this.source, line.runs ? 0 : line.start, this.endOf(line))
      this.open = line
      return
    }
    this.addParagraph(this.paragraphParent(), line, line.runs ? 0 : line.start)
  }

  private continues(open: Line, line: Line): boolean {
    if (this.underHeading && this.items.length > 0) return true
    if (line.quoted && this.items.length > 0 && this.items[0]!.quoted !== true) return true
    if (this.floating.length > 0) return false
    if (line.join === 'item') return true
    if (line.join === 'hard') return true
    if (line.join !== 'soft') return false
    const text = lineText(open, this.source)
    return !endsSentence(text, 0, text.length)
  }

  private paragraphParent(): ParagraphParent {
    if (this.article !== undefined) return this.article
    const open = this.container()
    if (open.type !== 'root') return open
    const preamble: Preamble = { type: 'preamble', address: 'preamble', children: [] }
    this.flush(this.root)
    this.root.children.push(preamble)
    this.containers.push(preamble)
    return preamble
  }

  private closeParagraph(): void {
    while (this.items.length > 0) closeNode(this.items.pop()!)
    this.styles.length = 0
    this.underHeading = false
    if (this.paragraph !== undefined) closeNode(this.paragraph)
    this.paragraph = undefined
    this.open = undefined
  }

  private closeArticle(): void {
    this.closeParagraph()
    const { article } = this
    if (article === undefined) return
    // A table after an article belongs to it; comments after the last block introduce what follows.
    let last = this.floating.length
    while (last > 0 && this.floating[last - 1]!.type === 'comment') last -= 1
    article.children.push(...this.floating.splice(0, last))
    closeNode(article)
    this.article = undefined
  }

  private flush(parent: { children: unknown[] }): void {
    if (this.floating.length === 0) return
    parent.children.push(...this.floating)
    this.floating = []
  }

  private endOf(line: Line): number {
    return line.runs === undefined ? line.end : runsText(line.runs).length
  }
}

/** End of the caption of an article: 【…】, （…） alone on the line, or the words of a heading; `start` where there is none. */
function captionEnd(text: string, start: number, end: number, heading: boolean): number {
  let index = start
  while (index < end && text.charCodeAt(index) <= 0x3000 && /\s/.test(text.charAt(index))) index += 1
  if (index >= end) return start
  if (text.charAt(index) === '【') {
    const close = text.indexOf('】', index)
    return close === -1 || close >= end || close - index > 40 ? start : close + 1
  }
  const rest = text.slice(index, Math.min(end, index + 42))
  if (end - index <= 40) {
    if (/^[（(][^（）()，。；：]+[）)]$/.test(rest) && !/^[（(][一二三四五六七八九十\d]+[）)]$/.test(rest)) return end
    if (heading && !/[。；：，]/.test(rest)) return end
  }
  return start
}

function spanOf(children: Node[]): { start: Place; end: Place } {
  return {
    start: { ...children[0]!.position!.start },
    end: { ...children[children.length - 1]!.position!.end }
  }
}

function closeNode(node: { children: { position?: { start: Place; end: Place } }[]; position?: { start: Place; end: Place } }): void {
  const last = node.children[node.children.length - 1]
  const first = node.children[0]
  if (last?.position === undefined || first?.position === undefined) return
  const end = last.position.end
  if (node.position === undefined) node.position = { start: { ...first.position.start }, end: { ...end } }
  else node.position.end = { line: end.line, column: end.column, offset: end.offset }
}
