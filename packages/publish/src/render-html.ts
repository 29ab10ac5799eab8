import type { AnnotatedPiece, LinkedDocument, LinkedReference } from '@tiaoli/library'
import { createAnnotator } from '@tiaoli/library'
import { html, htmlPage, Markup } from '@tiaoli/report'
import type { Nodes } from 'mdast'
import { toString as mdastText } from 'mdast-util-to-string'
import type { Phrasing, RegastNode, Root } from 'regast'
import { formatAddress, headingOf, numOf } from 'regast'
import type { PublishedFacts } from './facts.js'
import { stylesheet } from './stylesheet.js'

/** A draft as one page of plain, semantic HTML: anchors are addresses, sure references are links, no scripts. */
export function renderClausesHtml(tree: Root, facts: PublishedFacts, links?: LinkedDocument): string {
  return new HtmlPage(tree, facts, links).render()
}

type Structure = Extract<
  RegastNode,
  { type: 'book' | 'part' | 'chapter' | 'section' | 'division' | 'preamble' | 'attachment' }
>

const structureTypes = new Set(['book', 'part', 'chapter', 'section', 'division', 'preamble', 'attachment'])

class HtmlPage {
  private readonly annotate
  /** Ids that stand in the page: a second clause of the same number gets none. */
  private readonly ids = new Set<string>()
  private readonly known = new Set<string>()
  /** Whether the line before named an attachment to come. */
  private announcing = false

  constructor(
    private readonly tree: Root,
    private readonly facts: PublishedFacts,
    links: LinkedDocument | undefined
  ) {
    this.annotate = createAnnotator(links)
    collectAddresses(tree, this.known)
  }

  render(): string {
    const { title, date, stage, version, kind } = this.facts
    const children = this.tree.children as RegastNode[]
    const contents = this.contents(children)
    return htmlPage(
      { title, style: stylesheet },
      html`${contents}<main itemscope itemtype="https://schema.org/Legislation">
<header><h1 itemprop="name">${title}</h1>
${children.filter((child) => child.type === 'note').map((note) => html`<p class="note">${this.phrasing(note)}</p>\n`)}${
  date !== undefined &&
  html`<p class="facts">${[stage, version && `第 ${version} 稿`].filter(Boolean).join('　')} <time itemprop="legislationDateVersion" datetime="${date}">${date}</time></p>\n`
}${kind !== undefined && html`<meta itemprop="legislationType" content="${kind}">\n`}</header>
${this.all(children, 2)}</main>
`
    )
  }

  private contents(children: readonly RegastNode[]): Markup | undefined {
    const entries = (nodes: readonly RegastNode[]): Markup[] =>
      nodes.flatMap((node) => {
        if (!isStructure(node) || (node.type === 'preamble' && heading(node) === '')) return []
        const below = entries(node.children as RegastNode[])
        return [
          html`<li><a href="#${node.address}">${heading(node)}</a>${below.length > 0 && html`<ul>${below}</ul>`}</li>`
        ]
      })
    const found = entries(children)
    return found.length === 0 ? undefined : html`<nav aria-label="目录"><ul>${found}</ul></nav>\n`
  }

  private all(children: readonly RegastNode[], depth: number): Markup[] {
    return children.flatMap((child) => this.node(child, depth) ?? [])
  }

  private node(node: RegastNode, depth: number): Markup | undefined {
    switch (node.type) {
      case 'article':
        return html`<section class="article"${this.id(node.address)} itemprop="hasPart" itemscope itemtype="https://schema.org/Legislation">
<meta itemprop="legislationIdentifier" content="${node.address}">
${this.articleBody(node, depth)}</section>
`
      case 'paragraph':
      case 'point':
      case 'indent':
        return this.clause(node)
      case 'signature':
        return html`<p class="${this.signatureClass(node)}">${this.phrasing(node)}</p>\n`
      case 'block':
        return block(node.mdast as Nodes)
      default:
        return isStructure(node) ? this.structure(node, depth) : undefined
    }
  }

  /** What stands between body and signature and names the attachments to come is no signature, and stands on the left. */
  private signatureClass(node: RegastNode): string {
    const text = mdastText(node).trim()
    if (/^附[件录表图]?\s*[：:]\s*\S/.test(text)) this.announcing = true
    else if (!this.announcing || !/^\d{1,2}[.．、]/.test(text)) {
      this.announcing = false
      return 'signature'
    } else return 'announcement more'
    return 'announcement'
  }

  private structure(node: Structure, depth: number): Markup {
    const text = heading(node)
    const level = Math.min(depth, 6)
    const opening = text === '' ? '' : `<h${level}>`
    const closing = text === '' ? '' : `</h${level}>\n`
    return html`<section class="${node.type}"${this.id(node.address)}>
${new Markup(opening)}${text}${new Markup(closing)}${this.all(node.children as RegastNode[], depth + 1)}</section>
`
  }

  /** The number stands on the line of the first 款; a heading of the article on a line of its own. */
  private articleBody(node: Extract<RegastNode, { type: 'article' }>, depth: number): Markup[] {
    const children = node.children as RegastNode[]
    const num = numOf(node)
    const caption = headingOf(node)
    const number = html`<b class="number">${num?.value ?? formatAddress(node.address)}</b>`
    const rest = children.filter((child) => child !== num && child !== caption)
    const first = rest.findIndex((child) => child.type === 'paragraph')
    if (caption !== undefined) {
      const level = Math.min(depth, 6)
      return [
        html`${new Markup(`<h${level} class="caption">`)}${number}　${this.phrasing(caption)}${new Markup(`</h${level}>`)}\n`,
        ...this.all(rest, depth)
      ]
    }
    if (first === -1) return [html`<p>${number}</p>\n`, ...this.all(rest, depth)]
    return rest.flatMap((child, index) =>
      index === first ? this.clause(child as never, number) : (this.node(child, depth) ?? [])
    )
  }

  private clause(node: Extract<RegastNode, { type: 'paragraph' | 'point' | 'indent' }>, number?: Markup): Markup {
    const children = node.children as RegastNode[]
    const num = numOf(node)
    const printed = number ?? (num && html`<span class="number">${num.value}</span>`)
    const below = children.filter(
      (child) => child.type === 'point' || child.type === 'indent' || child.type === 'block'
    )
    const caption = headingOf(node)
    return html`<div class="${node.type}"${this.id(node.address)}>
<p>${printed}${number !== undefined && '　'}${caption !== undefined && html`<b>${this.phrasing(caption)}</b> `}${this.phrasing(node)}</p>
${this.all(below, 6)}</div>
`
  }

  private phrasing(node: RegastNode): Markup[] {
    const children = ('children' in node ? node.children : []) as RegastNode[]
    const own = children.filter((child): child is Phrasing => ['text', 'break', 'inline'].includes(child.type))
    return grouped(this.annotate(own)).map(({ reference, pieces }) => {
      const words = pieces.map(piece)
      if (reference === undefined) return html`${words}`
      const [target, ...others] = reference.targets
      const title = reference.targets.map((found) => found.reason ?? targetLabel(found)).join('；')
      const doubtful = reference.targets.some(({ status }) => status !== 'resolved')
      const anchor = target?.instrument === null && !doubtful ? target.from : null
      if (anchor !== null && this.known.has(anchor) && others.every(({ instrument }) => instrument === null)) {
        return html`<a href="#${anchor}" title="${title}">${words}</a>`
      }
      return html`<span class="${doubtful ? 'reference unsure' : 'reference'}" title="${title}">${words}</span>`
    })
  }

  private id(address: string): Markup | undefined {
    if (this.ids.has(address)) return undefined
    this.ids.add(address)
    return html` id="${address}"`
  }
}

function isStructure(node: RegastNode): node is Structure {
  return structureTypes.has(node.type)
}

function heading(node: Structure): string {
  const num = numOf(node)
  const words = headingOf(node)
  const text = words === undefined ? '' : plainText(words)
  return `${num === undefined ? '' : `${num.value}　`}${text}`.trim()
}

function plainText(node: RegastNode): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? (node.children as RegastNode[]).map(plainText).join('') : ''
}

function targetLabel({ instrument, from, to }: LinkedReference['targets'][number]): string {
  const place = from === null ? '' : formatAddress(from) + (to === undefined ? '' : `至${formatAddress(to)}`)
  return instrument === null ? place || '本文' : `《${instrument}》${place}`
}

function piece({ node }: AnnotatedPiece): Markup | undefined {
  if (node.type === 'break') return new Markup('<br>')
  if (node.type === 'inline') return node.mdast.type === 'link' ? undefined : html`${mdastText(node.mdast)}`
  if (node.type !== 'text') return undefined
  let words = html`${node.value}`
  for (const mark of node.marks ?? []) {
    const name = { strong: 'strong', emphasis: 'em', delete: 's' }[mark]
    words = new Markup(`<${name}>${words.html}</${name}>`)
  }
  return words
}

function grouped(pieces: AnnotatedPiece[]): { reference: LinkedReference | undefined; pieces: AnnotatedPiece[] }[] {
  const groups: { reference: LinkedReference | undefined; pieces: AnnotatedPiece[] }[] = []
  for (const found of pieces) {
    const last = groups[groups.length - 1]
    if (last !== undefined && last.reference === found.reference) last.pieces.push(found)
    else groups.push({ reference: found.reference, pieces: [found] })
  }
  return groups
}

function block(mdast: Nodes): Markup {
  if (mdast.type !== 'table') return html`<blockquote>${mdastText(mdast)}</blockquote>\n`
  const [head, ...rows] = mdast.children.map((row) => row.children.map((cell) => mdastText(cell)))
  const sides = (mdast.align ?? []).map((side) => (side === 'right' || side === 'center' ? side : undefined))
  const cell = (name: 'td' | 'th', words: string, column: number) => {
    const side = sides[column] === undefined ? '' : html` class="${sides[column]}"`
    return html`${new Markup(`<${name}`)}${side}>${words}${new Markup(`</${name}>`)}`
  }
  return html`<table><thead><tr>${(head ?? []).map((words, column) => cell('th', words, column))}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((words, column) => cell('td', words, column))}</tr>`)}</tbody></table>
`
}

function collectAddresses(node: RegastNode, found: Set<string>): void {
  if ('address' in node && typeof node.address === 'string') found.add(node.address)
  if ('children' in node) for (const child of node.children) collectAddresses(child as RegastNode, found)
}
