import {
  child as childNamed,
  descendants,
  elements,
  rawText,
  readComment,
  type XmlElement,
  type XmlNode
} from '@tiaoli/xml'
import type { AlignType, Table, TableRow } from 'mdast'
import type {
  Article,
  Block,
  BodyContent,
  ClauseNumber,
  Comment,
  Indent,
  Paragraph,
  Phrasing,
  Point,
  RegastNode,
  Root
} from 'regast'
import { addressStep, joinAddress, type Level, parseAddress } from 'regast'
import { VFileMessage } from 'vfile-message'
import type { AknFacts } from './metadata.js'
import { numberOf } from './number-of.js'
import { Paragraphs } from './paragraphs.js'
import { keptMarkdown, linesIn, readCell, readPhrasing, textOf } from './phrasing-reader.js'
import { isDocument, readAknDocument } from './read-document.js'
import { readFacts } from './read-facts.js'
import { takeQuoted } from './take-quoted.js'

/** A clause tree read from Akoma Ntoso; nodes have no positions. */
export interface AknDocument {
  tree: Root
  facts: AknFacts
}

/** Reads an Akoma Ntoso 3.0 document; `value` is `undefined` where it was refused, and the messages say why. */
export function importAkn(source: string): { value: AknDocument | undefined; messages: VFileMessage[] } {
  const { value: document, messages } = readAknDocument(source)
  if (document === undefined) return { value: undefined, messages }
  const reading = new AknImport(document)
  return { value: { tree: reading.run(), facts: readFacts(document) }, messages: reading.messages }
}

const structureNames = new Set(['book', 'part', 'chapter', 'section'])
const itemNames = new Set(['point', 'indent'])
const prefixLevels: Record<string, Level> = { attachment: 'attachment', division: 'division' }

interface Parent {
  children: unknown[]
}

class AknImport {
  readonly messages: VFileMessage[] = []
  private readonly root: Root = { type: 'root', children: [] }
  private readonly unknown = new Set<string>()
  /** Where a quotation of several lines goes on: the 款 of the innermost clause that is read. */
  private openParagraphs: Paragraphs | undefined

  constructor(private readonly document: XmlElement) {}

  run(): Root {
    const { root } = this
    for (const child of this.document.children) {
      if (child.type === 'comment') this.comment(root, child.value)
      else if (child.type === 'element') this.region(child)
    }
    return root
  }

  private region(element: XmlElement): void {
    const { root } = this
    switch (element.name) {
      case 'meta':
        for (const found of descendants(element, 'tiaoli:frontMatter')) {
          root.children.push({ type: 'frontMatter', value: rawText(found) })
        }
        return
      case 'coverPage':
      case 'preface':
        this.lines(element, root)
        return
      case 'preamble':
        this.preamble(element)
        return
      case 'body':
      case 'mainBody':
        this.hierarchy(element.children, root, '')
        return
      case 'conclusions':
        this.lines(element, innermost(root))
        return
      case 'attachments':
        for (const child of element.children) {
          if (child.type === 'comment') this.comment(root, child.value)
          else if (child.type === 'element') this.attachment(child)
        }
        return
      default:
        this.note(element, `没有读取 ${element.name} 中的内容。`)
    }
  }

  /** Titles, notes, contents, signatures and blocks outside the clauses. */
  private lines(element: XmlElement, parent: Parent): void {
    for (const child of element.children) {
      if (child.type === 'comment') this.comment(parent, child.value)
      else if (child.type === 'element') this.lineElement(child, element, parent)
    }
  }

  private lineElement(child: XmlElement, region: XmlElement, parent: Parent): void {
    const push = (node: unknown) => parent.children.push(node)
    const name = child.name === 'formula' || child.name === 'container' ? (child.attributes.name ?? '') : child.name
    if (child.name === 'container' && name === 'toc') push({ type: 'toc', children: this.toc(child) })
    else if (child.name === 'toc') push({ type: 'toc', children: this.toc({ ...child, children: [child] }) })
    else if (name === 'longTitle' || (child.name === 'p' && has(child, 'docTitle'))) {
      for (const line of linesIn(child)) push({ type: 'title', children: line })
    } else if (child.name === 'table' || child.name === 'block') {
      const block = this.block(child)
      if (block !== undefined) push(block)
    } else {
      const type =
        name === 'signature' || region.name === 'conclusions' || has(child, 'signature') ? 'signature' : 'note'
      for (const line of linesIn(child)) if (line.length > 0) push({ type, children: line })
    }
  }

  private toc(element: XmlElement): unknown[] {
    const found: unknown[] = []
    for (const child of element.children) {
      if (child.type === 'comment') this.comment({ children: found }, child.value)
      if (child.type !== 'element') continue
      if (child.name === 'toc') found.push(...this.toc(child))
      else if (child.name === 'tocItem') {
        const children = readPhrasing(child)
        const unit = child.attributes.class
        const number = numberOf(textOf(child))
        found.push({ type: 'tocItem', children, ...(unit && structureNames.has(unit) && number && { unit, number }) })
      } else if (child.name === 'p') found.push({ type: 'heading', children: readPhrasing(child) })
      else {
        const block = this.block(child)
        if (block !== undefined) found.push(block)
      }
    }
    return found
  }

  private preamble(element: XmlElement): void {
    const children: RegastNode[] = []
    const paragraphs = new Paragraphs(children, 'preamble')
    for (const child of element.children) {
      if (child.type === 'comment') this.comment({ children }, child.value)
      if (child.type !== 'element') continue
      if (child.name === 'container' && child.attributes.name === 'heading') {
        for (const line of linesIn(child)) children.push({ type: 'heading', children: line })
      } else if (child.name === 'blockList') this.blockList(child, paragraphs.open(child), paragraphs)
      else if (child.name === 'table' || child.name === 'block') {
        const block = this.block(child)
        if (block !== undefined) children.push(block)
      } else {
        for (const line of child.name === 'p' ? [readPhrasing(child)] : linesIn(child)) {
          paragraphs.open(child).children.push(...line)
        }
      }
    }
    this.root.children.push({ type: 'preamble', address: 'preamble', children: children as never })
  }

  private blockList(element: XmlElement, holder: Paragraph | Point | Indent, paragraphs: Paragraphs | undefined): void {
    let count = 0
    for (const child of element.children) {
      if (child.type === 'comment') this.comment(holder, child.value)
      if (child.type !== 'element') continue
      if (child.name === 'listIntroduction') holder.children.push(...(readPhrasing(child) as Phrasing[]))
      else if (child.name === 'listWrapUp' && paragraphs !== undefined) {
        // What follows a list is the next 款.
        paragraphs.open().children.push(...readPhrasing(child))
      } else if (child.name === 'item') {
        count += 1
        const item = this.itemNode(child, holder, count)
        this.base(child, item as Parent)
        for (const inner of child.children) {
          if (inner.type === 'comment') this.comment(item, inner.value)
          else if (inner.type === 'element') {
            if (inner.name === 'blockList') this.blockList(inner, item, undefined)
            else if (inner.name === 'p') item.children.push(...(readPhrasing(inner) as Phrasing[]))
          }
        }
      }
    }
  }

  private itemNode(element: XmlElement, holder: Paragraph | Point | Indent, count: number): Point | Indent {
    const type = holder.type === 'paragraph' ? 'point' : 'indent'
    const { address, number } = this.place(element, type, holder.address, count)
    const item = { type, number, address, children: [] } as unknown as Point | Indent
    if (element.attributes.class === 'quoted') item.quoted = true
    ;(holder.children as unknown[]).push(item)
    return item
  }

  /** Clauses and structures of a body. */
  private hierarchy(nodes: XmlNode[], parent: Parent, address: string): void {
    const paragraphs = new Paragraphs(parent.children, address)
    const above = this.openParagraphs
    this.openParagraphs = paragraphs
    let count = 0
    for (const node of nodes) {
      if (node.type === 'comment') this.comment(parent, node.value)
      if (node.type !== 'element') continue
      const { name } = node
      if (name === 'num' || name === 'heading' || name === 'subheading') continue
      if (name === 'paragraph') this.clause(node, paragraphs.open(node), paragraphs)
      else if (itemNames.has(name)) {
        // Items right below an article belong to its first 款.
        const holder = paragraphs.last ?? paragraphs.open()
        this.clause(node, this.itemNode(node, holder, holder.children.filter(isItem).length + 1), undefined)
      } else if (name === 'intro' || name === 'content' || name === 'wrapUp') {
        const quoted = takeQuoted(node)
        for (const line of this.contentLines(node)) paragraphs.open().children.push(...(line as Phrasing[]))
        for (const structure of quoted) this.quotation(structure, paragraphs.last ?? paragraphs.open(), paragraphs)
      } else if (name === 'hcontainer') this.hcontainer(node, parent, address, ++count)
      else if (name === 'p' || name === 'table' || name === 'block') {
        const block = this.block(node)
        if (block !== undefined) parent.children.push(block)
        else {
          const line = readPhrasing(node)
          if (line.length > 0) paragraphs.open().children.push(...line)
        }
      } else this.structure(node, parent, address, ++count)
    }
    this.openParagraphs = above
  }

  /** Quoted lines as 款 behind the one that quotes them, and as its 项; numbers of articles and headings are their words. */
  private quotation(element: XmlElement, holder: Paragraph | Point | Indent, paragraphs: Paragraphs | undefined): void {
    let printed = ''
    // Marks that a file of others keeps in attributes are words with us.
    const { startQuote = '', endQuote = '' } = element.attributes
    if (startQuote !== '') markItems(element, startQuote)
    let last: Paragraph | undefined
    const open = (line: XmlElement | undefined, words: Phrasing[]): Paragraph | undefined => {
      const paragraph = paragraphs?.open(line)
      if (paragraph === undefined) return undefined
      paragraph.quoted = true
      // Every quoted line opens with the mark.
      paragraph.children.push(...withWords(`${startQuote}${printed}`, words))
      printed = ''
      last = paragraph
      return paragraph
    }
    const read = (parent: XmlElement): void => {
      for (const child of elements(parent)) {
        const { name } = child
        if (name === 'num' || name === 'heading' || name === 'subheading') continue
        if (itemNames.has(name)) {
          const item = this.itemNode(child, holder, holder.children.filter(isItem).length + 1)
          item.quoted = true
          this.clause(child, item, undefined)
        } else if (name === 'paragraph') {
          const paragraph = open(child, [])
          if (paragraph === undefined) continue
          const words = paragraph.children.splice(0)
          this.clause(child, paragraph, undefined)
          const own = withWords(textOfWords(words), paragraph.children as Phrasing[])
          paragraph.children = own as typeof paragraph.children
        } else if (name === 'p' || name === 'content' || name === 'intro' || name === 'wrapUp') {
          for (const line of linesIn(child)) open(undefined, line)
        } else {
          const num = childNamed(child, 'num')
          const heading = childNamed(child, 'heading')
          const number = num === undefined ? '' : rawText(num)
          printed += number === '' || /\s$/.test(number) ? number : `${number.trim()}　`
          if (heading !== undefined) open(undefined, readPhrasing(heading))
          read(child)
        }
      }
    }
    read(element)
    if (endQuote !== '' && last !== undefined) (last as Paragraph).children.push({ type: 'text', value: endQuote })
  }

  private structure(element: XmlElement, parent: Parent, address: string, count: number): void {
    const { name } = element
    if (name === 'article') {
      const { address: own, number } = this.place(element, 'article', address.startsWith('att_') ? address : '', count)
      const article: Article = { type: 'article', number, address: own, children: [] }
      parent.children.push(article)
      this.base(element, article)
      this.hierarchy(element.children, article, own)
      return
    }
    const type = structureNames.has(name) ? name : 'division'
    if (type === 'division' && name !== 'division') this.note(element, `条理没有 ${name} 这一层级，读作不编号的分组。`)
    const { address: own, number } = this.place(element, type as Level, '', count)
    const node = { type, address: own, children: [] as unknown[] } as Parent & { number?: ClauseNumber }
    if (type !== 'division') node.number = number
    else {
      const num = childNamed(element, 'num')
      const stated = num && numberOf(textOf(num))
      if (stated !== undefined) node.number = stated
    }
    parent.children.push(node)
    this.base(element, node)
    this.hierarchy(element.children, node, address.startsWith('att_') ? address : own)
  }

  private hcontainer(element: XmlElement, parent: Parent, address: string, count: number): void {
    const content = childNamed(element, 'content')
    switch (element.attributes.name) {
      case 'empty':
        return
      case 'block':
        for (const child of content === undefined ? [] : elements(content)) {
          const block = this.block(child)
          if (block !== undefined) parent.children.push(block)
        }
        return
      case 'text':
        for (const line of content === undefined ? [] : linesIn(content)) parent.children.push(...line)
        return
      case 'title':
      case 'note':
      case 'signature':
        for (const line of content === undefined ? [] : linesIn(content)) {
          parent.children.push({ type: element.attributes.name, children: line })
        }
        return
      case 'toc':
        parent.children.push({ type: 'toc', children: content === undefined ? [] : this.toc(content) })
        return
      case 'attachment':
      case 'preamble': {
        const type = element.attributes.name
        const own = type === 'preamble' ? { address: 'preamble' } : this.place(element, 'attachment', '', count)
        const node = { type, ...own, children: [] as unknown[] }
        parent.children.push(node)
        this.base(element, node)
        this.hierarchy(element.children, node, node.address)
        return
      }
      default:
        this.structure({ ...element, name: 'division' }, parent, address, count)
    }
  }

  private attachment(element: XmlElement): void {
    if (element.name !== 'attachment') {
      this.note(element, `没有读取 ${element.name} 中的内容。`)
      return
    }
    const count = this.root.children.filter((child) => child.type === 'attachment').length + 1
    const { address, number } = this.place(element, 'attachment', '', count)
    const node = { type: 'attachment' as const, number, address, children: [] as BodyContent[] }
    this.root.children.push(node)
    this.base(element, node)
    for (const child of elements(element)) {
      if (child.name === 'num' || child.name === 'heading') continue
      if (!isDocument(child)) {
        this.note(child, `没有读取附件中的 ${child.name}。`)
        continue
      }
      for (const region of elements(child)) {
        if (region.name === 'mainBody' || region.name === 'body') this.hierarchy(region.children, node, address)
        else if (region.name !== 'meta') this.lines(region, node)
      }
    }
  }

  /** 款, 项 or 目. `paragraphs` opens the next 款 for text that follows a list. */
  private clause(element: XmlElement, node: Paragraph | Point | Indent, paragraphs: Paragraphs | undefined): void {
    this.base(element, node as Parent)
    let count = 0
    for (const child of element.children) {
      if (child.type === 'comment') this.comment(node, child.value)
      if (child.type !== 'element') continue
      const { name } = child
      if (name === 'content' || name === 'intro') {
        const quoted = takeQuoted(child)
        for (const [index, line] of this.contentLines(child).entries()) {
          if (index > 0 && line.length > 0) node.children.push({ type: 'break' })
          node.children.push(...(line as Phrasing[]))
        }
        for (const structure of quoted) this.quotation(structure, node, this.openParagraphs ?? paragraphs)
      } else if (name === 'wrapUp' && paragraphs !== undefined) {
        for (const line of this.contentLines(child)) paragraphs.open().children.push(...(line as Phrasing[]))
      } else if (name === 'hcontainer' && ['block', 'text'].includes(child.attributes.name ?? '')) {
        this.hcontainer(child, node, node.address, 0)
      } else if (name !== 'num' && name !== 'heading' && name !== 'subheading' && name !== 'meta') {
        count += 1
        if (!itemNames.has(name)) this.note(child, `${name} 在这里读作${node.type === 'paragraph' ? '项' : '目'}。`)
        this.clause(child, this.itemNode(child, node, count), undefined)
      }
    }
  }

  /** The lines of `content` or `intro`; a block, and phrasing beside one, needs no line break between them. */
  private contentLines(element: XmlElement): unknown[][] {
    const lines: unknown[][] = []
    let joined = true
    const add = (nodes: unknown[], joins: boolean) => {
      const last = lines[lines.length - 1]
      if (last !== undefined && (joins || joined)) last.push(...nodes)
      else lines.push([...nodes])
      joined = joins
    }
    for (const child of element.children) {
      if (child.type === 'comment') add([{ type: 'comment', value: readComment(child.value) } satisfies Comment], true)
      if (child.type !== 'element') continue
      const block = this.block(child)
      if (block !== undefined) add([block], true)
      else if (child.name === 'p') add(readPhrasing(child), false)
      else for (const line of linesIn(child)) add(line, false)
    }
    return lines
  }

  /** A table, or Markdown that was kept as it is. */
  private block(element: XmlElement): Block | undefined {
    if (element.name === 'block' && element.attributes.name === 'markdown') {
      const mdast = keptMarkdown(element.attributes['tiaoli:mdast'])
      if (mdast !== undefined) return { type: 'block', mdast }
      this.note(element, '其中的 Markdown 已损坏，只保留文字。')
    }
    if (element.name !== 'table') return undefined
    const rows: TableRow[] = elements(element)
      .filter(({ name }) => name === 'tr')
      .map((row) => ({
        type: 'tableRow',
        children: elements(row).map((cell) => ({
          type: 'tableCell',
          children: elements(cell).flatMap((line, index) => [
            ...(index === 0 ? [] : [{ type: 'break' as const }]),
            ...readCell(line)
          ])
        }))
      }))
    const align = element.attributes['tiaoli:align']?.split(',').map((side) => (side === '' ? null : side)) as
      | AlignType[]
      | undefined
    const table: Table = { type: 'table', ...(align && { align }), children: rows }
    return { type: 'block', mdast: table }
  }

  /** Number and heading of an element, with comments between them. */
  private base(element: XmlElement, node: Parent): void {
    for (const child of elements(element)) {
      if (child.name === 'num') {
        const value = textOf(child)
        // The mark of a quotation that begins with a number stands in front of it.
        const quote = /^[“‘「]/.exec(value)?.[0] ?? ''
        if (quote !== '') node.children.push({ type: 'text', value: quote })
        if (value.length > quote.length) node.children.push({ type: 'num', value: value.slice(quote.length) })
      } else if (child.name === 'heading') node.children.push({ type: 'heading', children: readPhrasing(child) })
    }
  }

  /** Address and number: as the eId says where it is one of ours, else by the printed number, else by counting. */
  private place(
    element: XmlElement,
    level: Level,
    parent: string,
    count: number
  ): { address: string; number: ClauseNumber } {
    const address = (element.attributes.eId ?? '').replace(/\.\d+$/, '')
    const last = parseAddress(address)?.at(-1)
    if (last?.level === (prefixLevels[level] ?? level) && last.number !== undefined)
      return { address, number: last.number }
    const num = childNamed(element, 'num')
    const number = (num && numberOf(textOf(num))) ?? { value: count }
    return { address: joinAddress(parent, addressStep(level, number)), number }
  }

  private comment(parent: Parent, value: string): void {
    parent.children.push({ type: 'comment', value: readComment(value) })
  }

  private note(element: XmlElement, reason: string): void {
    if (this.unknown.has(reason)) return
    this.unknown.add(reason)
    const message = new VFileMessage(reason, { line: element.line, column: 1 })
    message.source = 'akn'
    message.ruleId = 'foreign-structure'
    this.messages.push(message)
  }
}

/** Phrasing with words in front of it, which join its first text. */
function withWords(words: string, phrasing: readonly Phrasing[]): Phrasing[] {
  const [first, ...rest] = phrasing
  if (words === '') return [...phrasing]
  if (first?.type === 'text' && first.marks === undefined) return [{ ...first, value: words + first.value }, ...rest]
  return [{ type: 'text', value: words }, ...phrasing]
}

/** Puts the mark of a quotation in front of the numbers of its 项 and 目. */
function markItems(element: XmlElement, mark: string): void {
  for (const child of elements(element)) {
    const num = itemNames.has(child.name) ? childNamed(child, 'num') : undefined
    num?.children.unshift({ type: 'text', value: mark })
    markItems(child, mark)
  }
}

function textOfWords(nodes: readonly { type: string }[]): string {
  return nodes.map((node) => ('value' in node ? String(node.value) : '')).join('')
}

function has(element: XmlElement, name: string): boolean {
  return descendants(element, name).length > 0
}

function isItem(node: { type: string }): boolean {
  return itemNames.has(node.type)
}

/** The container that is open at the end of a tree, where a parser leaves its signatures. */
function innermost(root: Root): Parent {
  let parent: Parent = root
  for (;;) {
    const last = (parent.children as RegastNode[]).at(-1)
    if (last === undefined || !('children' in last) || !(structureNames.has(last.type) || last.type === 'division'))
      return parent
    parent = last
  }
}
