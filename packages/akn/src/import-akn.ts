import { child as childNamed, descendants, elements, rawText, type XmlElement, type XmlNode } from '@tiaoli/xml'
import type {
  Article,
  BodyContent,
  ClauseNumber,
  Indent,
  Level,
  Paragraph,
  Phrasing,
  Point,
  RegastNode,
  Root
} from 'regast'
import { VFileMessage } from 'vfile-message'
import type { AknFacts } from './metadata.js'
import { isItem, itemNames, structureNames } from './names.js'
import { numberOf } from './number-of.js'
import { Paragraphs } from './paragraphs.js'
import { linesIn, readPhrasing, textOf } from './phrasing-reader.js'
import { contentLines, readBlock } from './read-block.js'
import { isDocument, readAknDocument } from './read-document.js'
import { readFacts } from './read-facts.js'
import { readBase, readPlace } from './read-place.js'
import type { ClauseReader } from './read-quotation.js'
import { readQuotation } from './read-quotation.js'
import { readToc } from './read-toc.js'
import { takeQuoted } from './take-quoted.js'
import { addComment, type TreeParent } from './tree-parent.js'

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

class AknImport implements ClauseReader {
  readonly messages: VFileMessage[] = []
  private readonly root: Root = { type: 'root', children: [] }
  private readonly unknown = new Set<string>()
  /** Where a quotation of several lines goes on: the 款 of the innermost clause that is read. */
  private openParagraphs: Paragraphs | undefined

  constructor(private readonly document: XmlElement) {}

  run(): Root {
    const { root } = this
    for (const child of this.document.children) {
      if (child.type === 'comment') addComment(root, child.value)
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
          if (child.type === 'comment') addComment(root, child.value)
          else if (child.type === 'element') this.attachment(child)
        }
        return
      default:
        this.note(element, `没有读取 ${element.name} 中的内容。`)
    }
  }

  /** Titles, notes, contents, signatures and blocks outside the clauses. */
  private lines(element: XmlElement, parent: TreeParent): void {
    for (const child of element.children) {
      if (child.type === 'comment') addComment(parent, child.value)
      else if (child.type === 'element') this.lineElement(child, element, parent)
    }
  }

  private lineElement(child: XmlElement, region: XmlElement, parent: TreeParent): void {
    const push = (node: unknown) => parent.children.push(node)
    const name = child.name === 'formula' || child.name === 'container' ? (child.attributes.name ?? '') : child.name
    if (child.name === 'container' && name === 'toc') push({ type: 'toc', children: readToc(child, this.note) })
    else if (child.name === 'toc') push({ type: 'toc', children: readToc({ ...child, children: [child] }, this.note) })
    else if (name === 'longTitle' || (child.name === 'p' && has(child, 'docTitle'))) {
      for (const line of linesIn(child)) push({ type: 'title', children: line })
    } else if (child.name === 'table' || child.name === 'block') {
      const block = readBlock(child, this.note)
      if (block !== undefined) push(block)
    } else {
      const type =
        name === 'signature' || region.name === 'conclusions' || has(child, 'signature') ? 'signature' : 'note'
      for (const line of linesIn(child)) if (line.length > 0) push({ type, children: line })
    }
  }

  private preamble(element: XmlElement): void {
    const children: RegastNode[] = []
    const paragraphs = new Paragraphs(children, 'preamble')
    for (const child of element.children) {
      if (child.type === 'comment') addComment({ children }, child.value)
      if (child.type !== 'element') continue
      if (child.name === 'container' && child.attributes.name === 'heading') {
        for (const line of linesIn(child)) children.push({ type: 'heading', children: line })
      } else if (child.name === 'blockList') this.blockList(child, paragraphs.open(child), paragraphs)
      else if (child.name === 'table' || child.name === 'block') {
        const block = readBlock(child, this.note)
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
      if (child.type === 'comment') addComment(holder, child.value)
      if (child.type !== 'element') continue
      if (child.name === 'listIntroduction') holder.children.push(...(readPhrasing(child) as Phrasing[]))
      else if (child.name === 'listWrapUp' && paragraphs !== undefined) {
        // What follows a list is the next 款.
        paragraphs.open().children.push(...readPhrasing(child))
      } else if (child.name === 'item') {
        count += 1
        const item = this.itemNode(child, holder, count)
        readBase(child, item as TreeParent)
        for (const inner of child.children) {
          if (inner.type === 'comment') addComment(item, inner.value)
          else if (inner.type === 'element') {
            if (inner.name === 'blockList') this.blockList(inner, item, undefined)
            else if (inner.name === 'p') item.children.push(...(readPhrasing(inner) as Phrasing[]))
          }
        }
      }
    }
  }

  itemNode(element: XmlElement, holder: Paragraph | Point | Indent, count: number): Point | Indent {
    const type = holder.type === 'paragraph' ? 'point' : 'indent'
    const { address, number } = readPlace(element, type, holder.address, count)
    const item = { type, number, address, children: [] } as unknown as Point | Indent
    if (element.attributes.class === 'quoted') item.quoted = true
    ;(holder.children as unknown[]).push(item)
    return item
  }

  /** Clauses and structures of a body. */
  private hierarchy(nodes: XmlNode[], parent: TreeParent, address: string): void {
    const paragraphs = new Paragraphs(parent.children, address)
    const above = this.openParagraphs
    this.openParagraphs = paragraphs
    let count = 0
    for (const node of nodes) {
      if (node.type === 'comment') addComment(parent, node.value)
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
        for (const line of contentLines(node, this.note)) paragraphs.open().children.push(...(line as Phrasing[]))
        for (const structure of quoted) readQuotation(structure, paragraphs.last ?? paragraphs.open(), paragraphs, this)
      } else if (name === 'hcontainer') this.hcontainer(node, parent, address, ++count)
      else if (name === 'p' || name === 'table' || name === 'block') {
        const block = readBlock(node, this.note)
        if (block !== undefined) parent.children.push(block)
        else {
          const line = readPhrasing(node)
          if (line.length > 0) paragraphs.open().children.push(...line)
        }
      } else this.structure(node, parent, address, ++count)
    }
    this.openParagraphs = above
  }

  private structure(element: XmlElement, parent: TreeParent, address: string, count: number): void {
    const { name } = element
    if (name === 'article') {
      const { address: own, number } = readPlace(element, 'article', address.startsWith('att_') ? address : '', count)
      const article: Article = { type: 'article', number, address: own, children: [] }
      parent.children.push(article)
      readBase(element, article)
      this.hierarchy(element.children, article, own)
      return
    }
    const type = structureNames.has(name) ? name : 'division'
    if (type === 'division' && name !== 'division') this.note(element, `条理没有 ${name} 这一层级，读作不编号的分组。`)
    const { address: own, number } = readPlace(element, type as Level, '', count)
    const node = { type, address: own, children: [] as unknown[] } as TreeParent & { number?: ClauseNumber }
    if (type !== 'division') node.number = number
    else {
      const num = childNamed(element, 'num')
      const stated = num && numberOf(textOf(num))
      if (stated !== undefined) node.number = stated
    }
    parent.children.push(node)
    readBase(element, node)
    this.hierarchy(element.children, node, address.startsWith('att_') ? address : own)
  }

  private hcontainer(element: XmlElement, parent: TreeParent, address: string, count: number): void {
    const content = childNamed(element, 'content')
    switch (element.attributes.name) {
      case 'empty':
        return
      case 'block':
        for (const child of content === undefined ? [] : elements(content)) {
          const block = readBlock(child, this.note)
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
        parent.children.push({ type: 'toc', children: content === undefined ? [] : readToc(content, this.note) })
        return
      case 'attachment':
      case 'preamble': {
        const type = element.attributes.name
        const own = type === 'preamble' ? { address: 'preamble' } : readPlace(element, 'attachment', '', count)
        const node = { type, ...own, children: [] as unknown[] }
        parent.children.push(node)
        readBase(element, node)
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
    const { address, number } = readPlace(element, 'attachment', '', count)
    const node = { type: 'attachment' as const, number, address, children: [] as BodyContent[] }
    this.root.children.push(node)
    readBase(element, node)
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
  clause(element: XmlElement, node: Paragraph | Point | Indent, paragraphs: Paragraphs | undefined): void {
    readBase(element, node as TreeParent)
    let count = 0
    for (const child of element.children) {
      if (child.type === 'comment') addComment(node, child.value)
      if (child.type !== 'element') continue
      const { name } = child
      if (name === 'content' || name === 'intro') {
        const quoted = takeQuoted(child)
        for (const [index, line] of contentLines(child, this.note).entries()) {
          if (index > 0 && line.length > 0) node.children.push({ type: 'break' })
          node.children.push(...(line as Phrasing[]))
        }
        for (const structure of quoted) readQuotation(structure, node, this.openParagraphs ?? paragraphs, this)
      } else if (name === 'wrapUp' && paragraphs !== undefined) {
        for (const line of contentLines(child, this.note)) paragraphs.open().children.push(...(line as Phrasing[]))
      } else if (name === 'hcontainer' && ['block', 'text'].includes(child.attributes.name ?? '')) {
        this.hcontainer(child, node, node.address, 0)
      } else if (name !== 'num' && name !== 'heading' && name !== 'subheading' && name !== 'meta') {
        count += 1
        if (!itemNames.has(name)) this.note(child, `${name} 在这里读作${node.type === 'paragraph' ? '项' : '目'}。`)
        this.clause(child, this.itemNode(child, node, count), undefined)
      }
    }
  }

  private readonly note = (element: XmlElement, reason: string): void => {
    if (this.unknown.has(reason)) return
    this.unknown.add(reason)
    const message = new VFileMessage(reason, { line: element.line, column: 1 })
    message.source = 'akn'
    message.ruleId = 'foreign-structure'
    this.messages.push(message)
  }
}

function has(element: XmlElement, name: string): boolean {
  return descendants(element, name).length > 0
}

/** The container that is open at the end of a tree, where a parser leaves its signatures. */
function innermost(root: Root): TreeParent {
  let parent: TreeParent = root
  for (;;) {
    const last = (parent.children as RegastNode[]).at(-1)
    if (last === undefined || !('children' in last) || !(structureNames.has(last.type) || last.type === 'division'))
      return parent
    parent = last
  }
}
