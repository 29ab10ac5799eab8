import type { Attachment, Division, Preamble, Root, Structure, Toc, TocItem } from 'regast'
import { addressStep } from 'regast'
import type { Node, Point as Place } from 'unist'
import { assignAddresses } from './addresses.js'
import { type OpenedArticle, rememberArticles, reuseArticle } from './article-cache.js'
import { ClauseBuilder, type ParagraphParent } from './clauses.js'
import { divisionOpens } from './divisions.js'
import { clauseNumber } from './known-strings.js'
import { boundsOf, type Line } from './lines.js'
import type { AttachmentMarker, ItemMarker, OrdinalMarker } from './markers.js'
import { asideNode, closeNode, headingNode, linePosition, numberNode, phrasingOf } from './phrasing.js'
import type { Survey } from './survey.js'
import type { ArticleStyle } from './survey-state.js'

type Container = Root | Structure | Division | Attachment | Preamble

const ranks = { attachment: 0, book: 1, part: 2, chapter: 3, section: 4, division: 5 }

/** A clause tree, and what only its lines show: depth of Markdown headings (0 for plain lines) and the depth they should have, and 款 that a single line break made. */
export interface Build {
  tree: Root
  headings: { node: Structure | Division | Attachment; depth: number; expected: number }[]
  softBreaks: Line[]
}

/**
 * Builds the clause tree from surveyed lines; `end` is the place after the last character. With `reuse`, articles whose lines
 * are as they were are taken over from the last build, and moved.
 */
export function buildTree(survey: Survey, source: string, end: Required<Place>, reuse = false): Build {
  return new TreeBuilder(survey, source, end, reuse).run()
}

class TreeBuilder {
  private readonly root: Root
  /** Open containers, the root first, each with the depth of its heading and what numbers it. */
  private readonly containers: { node: Container; depth: number; style: string }[]
  private readonly clauses: ClauseBuilder
  private readonly headings: Build['headings'] = []
  /** How many attachments have a number so far. */
  private readonly attachments = new Map<number, number>()
  private prefix = ''
  private readonly opened: OpenedArticle[] = []
  private scope = 0
  private toc: Toc | undefined
  /** A heading so far without words. */
  private unnamed: Structure | Attachment | undefined
  /** Where the next 项 of a style was found, so that looking ahead costs one pass. */
  private ahead: { style: string; from: number; found: number; value: number } | undefined

  constructor(
    private readonly survey: Survey,
    private readonly source: string,
    end: Required<Place>,
    private readonly reuse: boolean
  ) {
    this.root = { type: 'root', children: [], position: { start: { line: 1, column: 1, offset: 0 }, end } }
    this.containers = [{ node: this.root, depth: 0, style: '' }]
    this.clauses = new ClauseBuilder(source)
  }

  run(): Build {
    const { clauses, root, reuse } = this
    const { lines } = this.survey
    let last = 0
    for (let index = 0; index < lines.length; index++) {
      const line = lines[index]!
      if (line.kind === 'text') {
        const reused = reuse ? this.takeOver(line, index) : 0
        if (reused > 0) index += reused - 1
        else this.text(line, index)
        // What is built looks back to the text before it and no further: the collector need not copy the lines of a long law.
        if (!reuse) {
          lines.fill(line, last, index)
          last = index
        }
      } else if (line.kind === 'frontMatter') {
        root.children.push({ type: 'frontMatter', value: line.value, position: linePosition(line) })
      } else clauses.floating.push(asideNode(line))
    }
    clauses.close()
    clauses.flush(this.container)
    this.closeTo(1)
    if (this.toc) closeNode(this.toc)
    assignAddresses(root)
    if (this.reuse) rememberArticles(lines, this.opened)
    return { tree: root, headings: this.headings, softBreaks: clauses.softBreaks }
  }

  /** Puts an article of the last build in its place; returns how many lines it stands for. */
  private takeOver(line: Line, index: number): number {
    const { marker } = line
    if (line.role !== 'body' || marker?.kind !== 'ordinal' || marker.unit !== 'article') return 0
    const cached = reuseArticle(this.survey.lines, index, this.style)
    if (cached === undefined || cached.prefix !== this.prefix) return 0
    this.clauses.close()
    while (this.container.type === 'preamble') this.closeTo(this.containers.length - 1)
    this.clauses.flush(this.container)
    ;(this.container.children as Node[]).push(cached.node)
    return cached.count
  }

  private get container(): Container {
    return this.containers[this.containers.length - 1]!.node
  }

  private get style(): ArticleStyle {
    return this.survey.styles[this.scope]!
  }

  private text(line: Line, index: number): void {
    switch (line.role) {
      case 'title':
      case 'note':
        this.addLine(this.root, line, line.role)
        return
      case 'contents':
        this.addContents(line)
        return
      case 'signature':
        this.clauses.close()
        while (this.container.type === 'preamble') this.closeTo(this.containers.length - 1)
        this.addLine(this.container, line, 'signature')
        return
      default:
        this.addBody(line, index)
    }
  }

  private addLine(parent: { children: unknown[] }, line: Line, type: 'title' | 'note' | 'signature'): void {
    this.clauses.flush(parent)
    const { from, to } = boundsOf(line, this.source)
    const children = phrasingOf(line, this.source, from, to, undefined)
    parent.children.push({ type, children, position: linePosition(line) })
  }

  private addBody(line: Line, index: number): void {
    const { marker } = line
    const { unnamed } = this
    this.unnamed = undefined
    if (unnamed !== undefined && (marker === undefined || marker.kind === 'unnumbered') && this.isName(line)) {
      this.name(unnamed, line)
      return
    }
    switch (marker?.kind) {
      case 'ordinal':
        if (marker.unit === 'article') {
          this.openArticle(line, marker)
          if (this.reuse)
            this.opened.push({ index, node: this.clauses.article!, style: this.style, prefix: this.prefix })
        } else if (marker.unit === 'division') this.openDivision(line, marker, 'ordinal')
        else this.openStructure(line, marker.unit, marker)
        return
      case 'attachment':
        this.openAttachment(line, marker)
        return
      case 'preamble':
        this.clauses.close()
        this.closeTo(1)
        this.push({ type: 'preamble', address: 'preamble', children: [] }, line, undefined, '')
        return
      case 'unnumbered':
        this.openDivision(line, undefined, 'unnumbered')
        return
      case 'item':
        this.addItem(line, marker, index)
        return
    }
    if (line.depth > 0) this.openDivision(line, undefined, 'heading')
    else if (line.bullet) this.clauses.openItem(this.parent, line, undefined)
    else this.clauses.addText(this.parent, line, index, this.itemFollows)
  }

  /** 一、 and 1. open an article where no 条 does, （一） and 一、 may head a group of articles; else they are 项 and 目. */
  private addItem(line: Line, marker: ItemMarker, index: number): void {
    const { style } = this
    if (!line.quoted) {
      if (marker.style === style) {
        this.openArticle(line, marker)
        return
      }
      if (style !== 'comma' && divisionOpens(this.survey.lines, index, this.source, style, this.container)) {
        this.openDivision(line, marker, marker.style)
        return
      }
    }
    this.clauses.openItem(this.parent, line, marker)
  }

  /** Whether a line holds the words of a heading whose number stands alone on the line before. */
  private isName(line: Line): boolean {
    const { text, from, to } = boundsOf(line, this.source)
    return to - from <= 30 && !line.quoted && !line.bullet && !/[，。；：！？]/.test(text.slice(from, to))
  }

  private name(unnamed: Structure | Attachment, line: Line): void {
    const { from, to } = boundsOf(line, this.source)
    this.clauses.flush(unnamed)
    const heading = headingNode(line, this.source, from, to)
    if (heading !== undefined) unnamed.children.push(heading)
  }

  private openArticle(line: Line, marker: OrdinalMarker | ItemMarker): void {
    this.clauses.close()
    while (this.container.type === 'preamble') this.closeTo(this.containers.length - 1)
    this.clauses.openArticle(this.container, line, marker, this.prefix)
  }

  private openStructure(line: Line, type: Structure['type'], marker: OrdinalMarker): void {
    this.clauses.close()
    this.closeAbove(ranks[type])
    const node: Structure = { type, number: marker.number, address: '', children: [] }
    this.push(node, line, marker.end, '')
    if (marker.content === boundsOf(line, this.source).to) this.unnamed = node
  }

  private openAttachment(line: Line, marker: AttachmentMarker): void {
    let value = marker.number?.value ?? this.attachments.size + 1
    while (marker.number === undefined && this.attachments.has(value)) value += 1
    // 附表1 beside 附件1 is another one.
    const times = (this.attachments.get(value) ?? 0) + 1
    this.attachments.set(value, times)
    const number = times === 1 ? clauseNumber(value) : { value, insert: times }
    this.clauses.close()
    this.closeTo(1)
    const node: Attachment = { type: 'attachment', number, address: '', children: [] }
    this.push(node, line, marker.end, '')
    if (marker.number !== undefined && marker.end === boundsOf(line, this.source).to) this.unnamed = node
    this.prefix = addressStep('attachment', number)
    this.scope += 1
  }

  private openDivision(line: Line, marker: OrdinalMarker | ItemMarker | undefined, style: string): void {
    const node: Division = { type: 'division', address: '', children: [] }
    if (marker !== undefined) node.number = marker.number
    this.clauses.close()
    while (this.containers.length > 1 && this.yieldsTo(line, marker !== undefined, style)) {
      this.closeTo(this.containers.length - 1)
    }
    this.push(node, line, marker?.end, style)
  }

  /** Whether the innermost container ends where a division opens. */
  private yieldsTo(line: Line, numbered: boolean, style: string): boolean {
    const open = this.containers[this.containers.length - 1]!
    if (open.node.type === 'attachment') return false
    // 总则, 分则 and 附则 divide the whole text.
    if (open.node.type === 'preamble' || style === 'unnumbered') return true
    const headings = line.depth > 0 && open.depth > 0
    if (open.node.type !== 'division') return headings && open.depth >= line.depth && !numbered
    if (headings) return open.depth >= line.depth
    return this.containers.some((container) => container.node.type === 'division' && container.style === style)
  }

  private closeAbove(rank: number): void {
    while (this.containers.length > 1) {
      const { type } = this.container
      if (type !== 'preamble' && type !== 'root' && ranks[type] < rank) return
      this.closeTo(this.containers.length - 1)
    }
  }

  private push(node: Exclude<Container, Root>, line: Line, numberEnd: number | undefined, style: string): void {
    const parent = this.container
    this.clauses.flush(parent)
    node.position = linePosition(line)
    ;(parent.children as Node[]).push(node)
    const { from, to } = boundsOf(line, this.source)
    if (numberEnd !== undefined)
      (node.children as Node[]).push(
        numberNode(
          line,
          this.source,
          from,
          numberEnd,
          node.position,
          'structure',
          node.type === 'preamble' ? 0 : (node.number?.value ?? 0)
        )
      )
    const heading = headingNode(line, this.source, numberEnd ?? from, to)
    if (heading !== undefined) node.children.push(heading)
    this.containers.push({ node, depth: line.depth, style })
    if (node.type !== 'preamble')
      this.headings.push({ node, depth: line.depth, expected: Math.min(this.containers.length, 6) })
  }

  private closeTo(depth: number): void {
    while (this.containers.length > depth) {
      const { node } = this.containers.pop()!
      if (node.type === 'attachment') this.prefix = ''
      closeNode(node)
    }
  }

  private addContents(line: Line): void {
    const { clauses, source } = this
    const { from, to } = boundsOf(line, source)
    if (this.toc === undefined) {
      clauses.close()
      this.closeTo(1)
      clauses.flush(this.root)
      this.toc = { type: 'toc', children: [], position: linePosition(line) }
      this.root.children.push(this.toc)
      if (line.marker?.kind !== 'ordinal') {
        const heading = headingNode(line, source, from, to)
        if (heading !== undefined) this.toc.children.push(heading)
        return
      }
    }
    const children = phrasingOf(line, source, from, to, undefined)
    const item: TocItem = { type: 'tocItem', children, position: linePosition(line) }
    const { marker } = line
    if (marker?.kind === 'ordinal' && marker.unit !== 'article' && marker.unit !== 'division') {
      item.unit = marker.unit
      item.number = marker.number
    }
    clauses.flush(this.toc)
    this.toc.children.push(item)
  }

  /** What text outside every article stands in; opens a preamble for text before all structure. */
  private readonly parent = (): ParagraphParent => {
    if (this.clauses.article !== undefined) return this.clauses.article
    const { container } = this
    if (container.type !== 'root') return container
    const preamble: Preamble = { type: 'preamble', address: 'preamble', children: [] }
    this.clauses.flush(this.root)
    this.root.children.push(preamble)
    this.containers.push({ node: preamble, depth: 0, style: '' })
    return preamble
  }

  /** Whether the next 项 of a style in this article continues a list, so that text before it belongs to the last 项. */
  private readonly itemFollows = (index: number, style: string, last: number): boolean => {
    const { lines } = this.survey
    if (
      this.ahead === undefined ||
      this.ahead.style !== style ||
      this.ahead.from > index ||
      this.ahead.found <= index
    ) {
      this.ahead = { style, from: index, found: lines.length, value: 0 }
      for (let at = index + 1; at < lines.length; at++) {
        const { kind, marker, quoted, role, depth } = lines[at]!
        if (kind !== 'text') continue
        const item = marker?.kind === 'item' && !quoted ? marker : undefined
        if (item?.style === style && item.style !== this.style) this.ahead.value = item.number.value
        else if (
          depth === 0 &&
          role === 'body' &&
          (item === undefined ? marker === undefined : item.style !== this.style)
        )
          continue
        this.ahead.found = at
        break
      }
    }
    const { found, value } = this.ahead
    // A lead-in right in front of the item opens a list of its own.
    if (value !== last + 1) return false
    const { text, from, to } = boundsOf(lines[found - 1]!, this.source)
    return !/[：:]/.test(text.charAt(Math.max(from, to - 1)))
  }
}
