import type { Library, LinkedDocument, LinkTarget } from '@tiaoli/library'
import { createAnnotator } from '@tiaoli/library'
import { XmlWriter } from '@tiaoli/xml'
import type { Article, Attachment, Block, Indent, Paragraph, Phrasing, Point, Preamble, RegastNode, Root } from 'regast'
import { addressStep } from 'regast'
import { VFileMessage } from 'vfile-message'
import { type Modification, modificationsOf } from './amendments.js'
import { writeBlock } from './block-writer.js'
import { collectAddresses, isPhrasing, partsOf, quotedClass, splitBase } from './clause-parts.js'
import { type HistoryEvent, historyOfNotes } from './history.js'
import { instrumentIri, portionIri } from './iri.js'
import { type AknFacts, type Metadata, ownWorkIri, writeMetadata } from './metadata.js'
import { aknNamespace, isContainer, isItem, ownNamespace } from './names.js'
import { type LineContext, writeModification, writePhrasing } from './phrasing-writer.js'
import { dropCharacters, openingOf, type QuotedStructures, quotedStructures } from './quoted-structures.js'
import { divideRoot, type Regions } from './regions.js'
import { writeToc } from './toc-writer.js'

/** What an export is made of beside the tree. */
export interface AknOptions {
  facts: AknFacts
  /** References and terms of the same parse; without them the text is exported without links. */
  links?: LinkedDocument
  /** Where the IRIs of other instruments come from. */
  library?: Library
  /** Adoption and amendments; by default as the notes under the title tell them, which then also date the text. */
  history?: HistoryEvent[]
  /** ISO day on which the file is made. */
  generated?: string
}

/** A clause tree as an Akoma Ntoso 3.0 document, and what could not be written as it is. */
export function exportAkn(tree: Root, options: AknOptions): { value: string; messages: VFileMessage[] } {
  return new AknExport(tree, options).run()
}

class AknExport {
  private readonly xml = new XmlWriter()
  private readonly line: LineContext
  private readonly used = new Set<string>()
  private readonly addresses = new Set<string>()
  private readonly terms = new Map<string, string>()
  private readonly regions: Regions
  private readonly metadata: Metadata
  private readonly modifications: Map<string, Modification>
  private readonly quotations: QuotedStructures

  constructor(
    private readonly tree: Root,
    private readonly options: AknOptions
  ) {
    this.line = {
      xml: this.xml,
      annotate: createAnnotator(options.links),
      href: (target, end) => this.href(target, end),
      termId: (name) => this.terms.get(name)!
    }
    collectAddresses(tree, this.addresses)
    for (const { text } of options.links?.terms ?? []) {
      if (!this.terms.has(text)) this.terms.set(text, `term_${this.terms.size + 1}`)
    }
    this.regions = divideRoot(tree)
    const history = options.history ?? historyOfNotes(tree)
    this.metadata = {
      facts: options.facts,
      documentType: options.facts.stage === undefined ? 'act' : 'bill',
      history,
      // A history from elsewhere does not tell which of its versions this text is.
      day: options.facts.date ?? (options.history === undefined ? history.at(-1)?.date : undefined),
      generated: options.generated,
      terms: [...this.terms].map(([name, id]) => ({ id, name })),
      modifications: [],
      frontMatter: tree.children.flatMap((child) => (child.type === 'frontMatter' ? [child.value] : []))
    }
    this.modifications = modificationsOf(tree, options.facts.title, options.links, (target) =>
      this.href(target, 'from')
    )
    this.metadata.modifications = [...this.modifications.values()]
    this.quotations = quotedStructures(tree, this.modifications)
  }

  run(): { value: string; messages: VFileMessage[] } {
    const { xml, metadata } = this
    const { documentType } = metadata
    xml.element('akomaNtoso', { xmlns: aknNamespace, 'xmlns:tiaoli': ownNamespace }, () => {
      const contains = metadata.history.length > 1 ? 'singleVersion' : 'originalVersion'
      xml.element(documentType, { name: metadata.facts.kind ?? documentType, contains }, () => {
        writeMetadata(xml, metadata)
        this.writeRegions()
      })
    })
    const value = xml.end()
    const messages: VFileMessage[] = []
    if (xml.replaced > 0) {
      const message = new VFileMessage(`有 ${xml.replaced} 个字符是 XML 不能表示的控制字符，已用“\uFFFD”代替。`)
      message.source = 'akn'
      message.ruleId = 'unwritable-character'
      messages.push(message)
    }
    return { value, messages }
  }

  private writeRegions(): void {
    const { xml, regions } = this
    this.region('preface', regions.preface)
    if (regions.preamble !== undefined) this.preamble(regions.preamble)
    this.comments(regions.beforeBody)
    xml.element('body', {}, () => {
      // The schema asks for something in a body; a text without clauses gets a container that says so.
      if (!regions.body.some((child) => child.type !== 'comment')) xml.element('hcontainer', { name: 'empty' })
      this.writeAll(regions.body)
    })
    if (regions.conclusions.length > 0) this.region('conclusions', regions.conclusions)
    this.comments(regions.afterBody)
    if (regions.attachments.length > 0) {
      xml.element('attachments', {}, () => {
        for (const child of regions.attachments) {
          if (child.type === 'attachment') this.attachment(child)
          else this.write(child)
        }
      })
    }
  }

  /** A region of lines; one of comments alone needs no element around it. */
  private region(name: string, children: RegastNode[]): void {
    const write = () => {
      for (const child of children) this.outside(child)
    }
    if (children.some((child) => child.type !== 'comment')) this.xml.element(name, {}, write)
    else write()
  }

  private comments(children: RegastNode[]): void {
    for (const child of children) if (child.type === 'comment') this.xml.comment(child.value)
  }

  /** A node in front of the body or behind it. */
  private outside(node: RegastNode): void {
    const { xml } = this
    switch (node.type) {
      case 'title':
        xml.element('longTitle', {}, () => this.wrapped('docTitle', node.children))
        break
      case 'note':
        xml.element('formula', { name: 'note' }, () => this.p(node.children))
        break
      case 'signature':
        xml.element('formula', { name: 'signature' }, () => this.wrapped('signature', node.children))
        break
      case 'toc':
        xml.element('container', { name: 'toc' }, () =>
          writeToc(this.tree, node.children, this.line, (line) => this.p(line))
        )
        break
      case 'block':
        writeBlock(node, xml)
        break
      case 'comment':
        xml.comment(node.value)
    }
  }

  private preamble(preamble: Preamble): void {
    this.xml.element('preamble', { eId: this.eId(preamble.address) }, () => {
      for (const child of preamble.children) {
        if (child.type === 'heading') this.xml.element('container', { name: 'heading' }, () => this.p(child.children))
        else if (child.type !== 'paragraph') this.outside(child)
        else if (child.children.some(isItem)) this.blockList(child)
        else this.p(child.children as Phrasing[], this.eId(child.address), child.quoted)
      }
    })
  }

  /** 款 with 项 where the schema allows no hierarchy. */
  private blockList(node: Paragraph | Point | Indent): void {
    const { xml } = this
    const own = node.type === 'paragraph'
    const attributes = own ? { eId: this.eId(node.address), class: quotedClass(node.quoted) } : {}
    const { lead, items } = partsOf(node)
    xml.element('blockList', attributes, () => {
      if (own && lead.length > 0)
        xml.element('listIntroduction', {}, () => writePhrasing(lead as Phrasing[], this.line), true)
      for (const item of items) {
        if (!isItem(item)) this.outside(item)
        else {
          xml.element('item', { eId: this.eId(item.address), class: quotedClass(item.quoted) }, () => {
            const parts = partsOf(item)
            this.base(parts.base)
            if (parts.lead.length > 0 || parts.items.length === 0) this.p(parts.lead as Phrasing[])
            if (parts.items.length > 0) this.blockList(item)
          })
        }
      }
    })
  }

  private writeAll(children: readonly RegastNode[]): void {
    for (const child of children) this.write(child)
  }

  /** A node of the body. */
  private write(node: RegastNode): void {
    const { xml } = this
    if (this.quotations.absorbed.has(node)) return
    switch (node.type) {
      case 'comment':
        xml.comment(node.value)
        break
      case 'block':
        xml.element('hcontainer', { name: 'block' }, () => xml.element('content', {}, () => writeBlock(node, xml)))
        break
      case 'paragraph':
      case 'point':
      case 'indent':
        this.clause(node)
        break
      case 'article':
        this.hierarchy('article', node)
        break
      case 'preamble':
      case 'attachment':
        xml.element('hcontainer', { name: node.type, eId: this.eId(node.address) }, () => this.hierarchyContent(node))
        break
      case 'title':
      case 'note':
      case 'signature':
      case 'toc':
        xml.element('hcontainer', { name: node.type }, () => xml.element('content', {}, () => this.insideBody(node)))
        break
      default:
        if (isContainer(node)) this.hierarchy(node.type, node)
    }
  }

  private insideBody(node: Extract<RegastNode, { type: 'title' | 'note' | 'signature' | 'toc' }>): void {
    if (node.type === 'toc') writeToc(this.tree, node.children, this.line, (line) => this.p(line))
    else this.p(node.children)
  }

  private hierarchy(name: string, node: Article | Extract<RegastNode, { address: string }>): void {
    this.xml.element(name, { eId: this.eId(node.address) }, () => this.hierarchyContent(node))
  }

  private hierarchyContent(node: Extract<RegastNode, { address: string }>): void {
    const children = node.children as RegastNode[]
    const { base, rest } = splitBase(children)
    this.base(base)
    for (const child of rest) if (!this.regions.moved.has(child)) this.write(child)
  }

  /** Number and heading, with what stands between them. */
  private base(children: RegastNode[]): void {
    const { xml } = this
    let quote = ''
    for (const child of children) {
      if (child.type === 'num') xml.element('num', {}, () => xml.text(quote + child.value), true)
      else if (child.type === 'heading')
        xml.element('heading', {}, () => writePhrasing(child.children, this.line), true)
      else if (child.type === 'text') quote = child.value
      else if (child.type === 'comment') xml.comment(child.value)
    }
  }

  /** 款, 项 or 目: `intro` in front of what is listed in it, else `content`. */
  private clause(node: Paragraph | Point | Indent, line = this.line): void {
    const { xml } = this
    xml.element(node.type, { eId: this.eId(node.address), class: quotedClass(node.quoted) }, () => {
      const { base, lead, items } = partsOf(node)
      this.base(base)
      if (items.every((item) => this.quotations.absorbed.has(item)))
        xml.element('content', {}, () => this.lines(lead, node, line))
      else {
        if (lead.length > 0) xml.element('intro', {}, () => this.lines(lead, node, line))
        for (let index = 0; index < items.length; index++) {
          let end = index
          while (end < items.length && isPhrasing(items[end]!) && items[end]!.type !== 'comment') end += 1
          if (end > index) {
            const words = items.slice(index, end) as Phrasing[]
            xml.element('hcontainer', { name: 'text' }, () => xml.element('content', {}, () => this.p(words)))
            index = end - 1
          } else this.write(items[index]!)
        }
      }
    })
  }

  /** Lines and blocks of one clause. */
  private lines(children: readonly RegastNode[], node: Paragraph | Point | Indent, context: LineContext): void {
    const words: Phrasing[] = []
    const flush = () => {
      if (words.length === 0) return
      const modification = this.modifications.get(node.address)
      const line = words.splice(0)
      if (modification === undefined) this.xml.element('p', {}, () => writePhrasing(line, context), true)
      else {
        // An eId stands once, and one change is made in one place.
        this.modifications.delete(node.address)
        const quoted = this.quotations.of.get(node)
        const structure = quoted && (() => this.quotedStructure(`${modification.id}__qstr_1`, quoted))
        this.xml.element('p', {}, () => writeModification(modification.id, line, context, structure), true)
      }
    }
    for (const child of children) {
      if (isPhrasing(child)) words.push(child)
      else {
        flush()
        if (child.type === 'block') writeBlock(child as Block, this.xml)
      }
    }
    flush()
  }

  /** Quoted lines as the structure that they are: chapters hold articles, articles their 款. */
  private quotedStructure(id: string, clauses: readonly (Paragraph | Point | Indent)[]): void {
    let at = 0
    const write = (above: number): void => {
      while (at < clauses.length) {
        const clause = clauses[at]!
        const opening = openingOf(clause)
        if (opening === undefined) {
          at += 1
          this.clause(clause)
          continue
        }
        if (opening.rank <= above) return
        at += 1
        const { element, rank, number, printed } = opening
        const rest: LineContext = {
          ...this.line,
          annotate: (children) => dropCharacters(this.line.annotate(children), printed.length)
        }
        const isArticle = element === 'article'
        const eId = isArticle ? `${id}__${addressStep('article', number)}` : clause.address
        this.xml.element(element, { eId: this.eId(eId) }, () => {
          this.xml.element('num', {}, () => this.xml.text(printed))
          if (isArticle) this.clause(clause, rest)
          else this.xml.element('heading', {}, () => writePhrasing(clause.children as Phrasing[], rest))
          write(rank)
        })
      }
    }
    this.xml.element('quotedStructure', { eId: id }, () => write(-1))
  }

  private attachment(node: Attachment): void {
    const { xml } = this
    xml.element('attachment', { eId: this.eId(node.address) }, () => {
      const { base, rest } = splitBase(node.children as RegastNode[])
      this.base(base)
      xml.element('doc', { name: 'attachment' }, () => {
        writeMetadata(xml, { ...this.metadata, component: node.address })
        xml.element('mainBody', {}, () => {
          if (!rest.some((child) => child.type !== 'comment')) xml.element('p')
          this.writeAll(rest)
        })
      })
    })
  }

  private p(children: readonly Phrasing[], eId?: string, quoted?: boolean): void {
    this.xml.element('p', { eId, class: quotedClass(quoted) }, () => writePhrasing(children, this.line), true)
  }

  private wrapped(name: string, children: readonly Phrasing[]): void {
    this.xml.element('p', {}, () => this.xml.element(name, {}, () => writePhrasing(children, this.line)), true)
  }

  /** The address itself; the second clause of a draft that bears it gets `.2`, because an eId stands but once. */
  private eId(address: string): string {
    let id = address
    for (let count = 2; this.used.has(id); count++) id = `${address}.${count}`
    this.used.add(id)
    return id
  }

  private href(target: LinkTarget, end: 'from' | 'to'): string | undefined {
    if (target.status !== 'resolved' && target.status !== 'superseded') return undefined
    const address = end === 'from' ? target.from : (target.to ?? null)
    if (target.instrument === null) {
      if (address === null) return ownWorkIri(this.options.facts, this.metadata.documentType, this.metadata.history)
      return this.addresses.has(address) ? `#${address}` : undefined
    }
    const instrument = this.options.library?.find(target.instrument).instruments[0]
    return instrument && portionIri(instrumentIri(instrument), address, target.version)
  }
}
