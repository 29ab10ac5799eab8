import { toString as mdastText } from 'mdast-util-to-string'
import type { Article, Indent, Paragraph, Phrasing, Point, RegastNode, Root } from 'regast'
import type { DocumentLine, LineKind } from './line.js'

/** The lines of a draft in order; every comment belongs to the line behind it. */
export function linesOf(tree: Root): DocumentLine[] {
  return new Lines(tree).run()
}

const structures = ['book', 'part', 'chapter', 'section'] as const

class Lines {
  private readonly lines: DocumentLine[] = []
  private readonly levels: Map<string, number>
  private comments: string[] = []
  /** Addresses that the next line opens. */
  private addresses: string[] = []

  constructor(private readonly tree: Root) {
    const present = new Set<string>()
    collectTypes(tree, present)
    this.levels = new Map(structures.filter((unit) => present.has(unit)).map((unit, index) => [unit, index + 1]))
  }

  run(): DocumentLine[] {
    this.addAll(this.tree.children as RegastNode[], 0)
    const last = this.lines[this.lines.length - 1]
    if (this.comments.length > 0) {
      if (last !== undefined) last.commentsAfter = this.comments
      else this.push('paragraph', '', [])
    }
    return this.lines
  }

  private addAll(children: readonly RegastNode[], level: number): void {
    for (const child of children) this.add(child, level)
  }

  private add(node: RegastNode, level: number): void {
    switch (node.type) {
      case 'comment':
        this.comments.push(node.value)
        break
      case 'title':
      case 'note':
        this.push(node.type, '', node.children)
        break
      case 'signature':
        this.signature(node.children)
        break
      case 'toc':
        for (const child of node.children as RegastNode[]) {
          if (child.type === 'heading') this.push('contentsHeading', '', child.children)
          else if (child.type === 'tocItem')
            this.push('contents', '', child.children, this.levels.get(child.unit ?? '') ?? 1)
          else this.add(child, level)
        }
        break
      case 'book':
      case 'part':
      case 'chapter':
      case 'section':
        this.structure(node, 'heading', this.levels.get(node.type)!)
        break
      case 'preamble':
        this.structure(node, 'heading', 1)
        break
      case 'division':
        this.structure(node, 'heading', Math.min(level + 1, 5))
        break
      case 'attachment':
        this.structure(node, 'attachment', 1)
        break
      case 'article':
        this.article(node)
        break
      case 'paragraph':
        this.clause(node, '')
        break
      case 'point':
      case 'indent':
        this.item(node, 1)
        break
      case 'block':
        this.lines.push({ ...this.line('block', '', []), block: node })
    }
  }

  /** What stands between body and signature and names the attachments to come is no signature. */
  private signature(children: readonly Phrasing[]): void {
    const text = textOf(children).trim()
    const before = this.lines[this.lines.length - 1]
    if (/^附[件录表图]?\s*[：:]\s*\S/.test(text)) this.push('announcement', '', children, 1)
    else if (before?.kind === 'announcement' && /^\d{1,2}[.．、]/.test(text)) this.push('announcement', '', children, 2)
    else this.push('signature', '', children)
  }

  private structure(node: Extract<RegastNode, { address: string }>, kind: LineKind, level: number): void {
    const children = node.children as RegastNode[]
    const { label, heading, rest } = headed(children)
    this.addresses.push(node.address)
    if (kind === 'attachment' && label !== '' && heading.length > 0) {
      // Official documents print 附件 on a line of its own, and its name below.
      this.push(kind, label, [], level)
      this.push('attachmentName', '', heading, level)
    } else if (label !== '' || heading.length > 0)
      this.push(kind, heading.length > 0 ? spaced(label) : label, heading, level)
    this.addAll(rest, label === '' && heading.length === 0 ? 0 : level)
  }

  private article(node: Article): void {
    const { label, heading, rest } = headed(node.children as RegastNode[])
    this.addresses.push(node.address)
    const first = rest.find((child) => child.type !== 'comment')
    const opening = textOf(heading).startsWith('【') ? heading : []
    const own = heading.length > 0 && opening.length === 0
    if (own || first?.type !== 'paragraph' || leadOf(first).length === 0 || first.quoted) {
      this.push(own ? 'articleHeading' : 'article', heading.length > 0 ? spaced(label) : label, heading)
      this.addAll(rest, 0)
      return
    }
    // Comments between the number and its text stand on the line itself.
    const at = rest.indexOf(first)
    const inside = rest.slice(0, at) as Phrasing[]
    this.clause(first, spaced(label), [...opening, ...inside])
    this.addAll(rest.slice(at + 1), 0)
  }

  /** One 款 with everything listed in it; `before` stands between the label and its text. */
  private clause(node: Paragraph, label: string, before: Phrasing[] = []): void {
    this.addresses.push(node.address)
    const lead = leadOf(node)
    const children = node.children as RegastNode[]
    if (label !== '' || lead.length > 0) this.push(label === '' ? 'paragraph' : 'article', label, [...before, ...lead])
    this.below(children.slice(children.indexOf(lead[lead.length - 1]!) + 1), 1)
  }

  private item(node: Point | Indent, level: number): void {
    this.addresses.push(node.address)
    const children = node.children as RegastNode[]
    const { label, heading, rest } = headed(children)
    const lead = phrasingAt(rest)
    const kind = node.type === 'point' ? 'point' : 'indent'
    if (heading.length > 0) {
      this.push('articleHeading', label, heading)
      if (lead.length > 0) this.push('paragraph', '', lead)
    } else this.push(kind, label === '' ? '• ' : label, lead, level)
    this.below(rest.slice(lead.length), node.type === 'point' ? 1 : level + 1)
  }

  private below(children: readonly RegastNode[], level: number): void {
    for (let index = 0; index < children.length; index++) {
      const child = children[index]!
      if (child.type === 'point' || child.type === 'indent') this.item(child, level)
      else if (isPhrasing(child) && child.type !== 'comment') {
        const words = phrasingAt(children.slice(index))
        this.push('paragraph', '', words)
        index += words.length - 1
      } else this.add(child, 0)
    }
  }

  private push(kind: LineKind, label: string, children: readonly Phrasing[], level = 1): void {
    this.lines.push({ ...this.line(kind, label, children), level })
  }

  private line(kind: LineKind, label: string, children: readonly Phrasing[]): DocumentLine {
    const { addresses, comments } = this
    this.addresses = []
    this.comments = []
    return { kind, level: 1, label, children: [...children], addresses, comments }
  }
}

/** The words of a line, a line break as `\n`; comments leave nothing, and links, whose words stand beside them. */
export function textOf(children: readonly RegastNode[]): string {
  return children.map(wordsOf).join('')
}

/** What one node of phrasing shows. */
export function wordsOf(node: RegastNode): string {
  if (node.type === 'text') return node.value
  if (node.type === 'break') return '\n'
  return node.type === 'inline' && node.mdast.type !== 'link' ? mdastText(node.mdast) : ''
}

function collectTypes(node: RegastNode, found: Set<string>): void {
  found.add(node.type)
  if (node.type === 'article' || !('children' in node)) return
  for (const child of node.children) collectTypes(child as RegastNode, found)
}

/** Number (with a quotation mark in front of it), heading, and what follows. */
function headed(children: readonly RegastNode[]): { label: string; heading: Phrasing[]; rest: RegastNode[] } {
  const num = children.findIndex((child) => child.type === 'num')
  let at = 0
  let label = ''
  if (num === 0 || (num === 1 && children[0]!.type === 'text')) {
    label = children
      .slice(0, num + 1)
      .map((child) => ('value' in child ? String(child.value) : ''))
      .join('')
    at = num + 1
  }
  const next = children[at]
  const heading = next?.type === 'heading' ? next.children : []
  return { label, heading, rest: children.slice(next?.type === 'heading' ? at + 1 : at) }
}

/** 第一条 and 附件1 are set off from what follows, （一） and 1. are not. */
export function spaced(label: string): string {
  return /[^、.．)）：:①-⑳]$/.test(label) ? `${label}　` : label
}

function leadOf(node: Paragraph): Phrasing[] {
  return phrasingAt(node.children as RegastNode[])
}

function phrasingAt(children: readonly RegastNode[]): Phrasing[] {
  const end = children.findIndex((child) => !isPhrasing(child))
  const lead = (end === -1 ? [...children] : children.slice(0, end)) as Phrasing[]
  // Comments at the end of a lead introduce what follows it.
  while (end !== -1 && lead[lead.length - 1]?.type === 'comment') lead.pop()
  return lead
}

function isPhrasing(node: RegastNode): node is Phrasing {
  return node.type === 'text' || node.type === 'break' || node.type === 'inline' || node.type === 'comment'
}
