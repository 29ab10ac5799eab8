import type { Html, Root as Markdown, RootContent as MarkdownContent, PhrasingContent } from 'mdast'
import type { Article, Comment, Num, Paragraph, Phrasing, RegastNode, Root, Structure } from 'regast'
import { headingOf } from 'regast'
import type { Node } from 'unist'
import { type Item, isItem, isPhrasing, leadOf, ownParts } from './clause-lead.js'
import { captionEnd } from './clauses.js'
import { canonicalNumber } from './markers.js'
import { isListed, listStyle, runsInOrder, toLists } from './to-lists.js'
import { mergeText, phrasingToMarkdown } from './to-phrasing.js'

const levels = ['book', 'part', 'chapter', 'section'] as const

/** The canonical Markdown of a clause tree, as mdast. */
export function toMarkdown(tree: Root): Markdown {
  return new MarkdownWriter(tree).write()
}

class MarkdownWriter {
  private readonly out: MarkdownContent[] = []
  private readonly present: Set<string>

  constructor(private readonly tree: Root) {
    this.present = new Set()
    collectUnits(tree, this.present)
  }

  write(): Markdown {
    this.addAll(this.tree.children, 1)
    return { type: 'root', children: this.out }
  }

  private addAll(children: Node[], depth: number): void {
    for (const child of children as RegastNode[]) this.add(child, depth)
  }

  /** `depth` is that of the heading the node stands under. */
  private add(node: RegastNode, depth: number): void {
    const { out } = this
    switch (node.type) {
      case 'frontMatter':
        out.push({ type: 'yaml', value: node.value })
        break
      case 'title':
        this.addHeading(1, phrasingToMarkdown(node.children))
        break
      case 'note':
      case 'signature':
      case 'tocItem':
        this.addParagraph(phrasingToMarkdown(node.children))
        break
      case 'toc':
        for (const child of node.children) {
          if (child.type === 'heading') this.addHeading(2, phrasingToMarkdown(child.children))
          else if (child.type === 'comment' || node.children[0]!.type === 'heading') this.add(child, 2)
          // Entries without a 目录 line above them are headings that repeat those of the body.
          else this.addHeading(this.depthOf(child.unit ?? 'chapter'), phrasingToMarkdown(child.children))
        }
        break
      case 'book':
      case 'part':
      case 'chapter':
      case 'section':
        this.addStructure(node, Math.min(depth + 1, 6))
        break
      case 'preamble':
      case 'division':
      case 'attachment':
        this.addStructure(node, node.type === 'division' ? Math.min(depth + 1, 6) : 2)
        break
      case 'article':
        this.addArticle(node, depth)
        break
      case 'paragraph':
        this.addClause([], node)
        break
      case 'comment':
        out.push(commentToMarkdown(node))
        break
      case 'block':
        out.push(node.mdast as MarkdownContent)
    }
  }

  private depthOf(unit: string): number {
    return levels.filter((level) => this.present.has(level)).indexOf(unit as 'book') + 2
  }

  private addStructure(
    node: Structure | Extract<RegastNode, { type: 'division' | 'attachment' | 'preamble' }>,
    depth: number
  ): void {
    const words: PhrasingContent[] = []
    const rest: Node[] = []
    for (const child of node.children as RegastNode[]) {
      if (child.type === 'num') words.push({ type: 'text', value: numberText(child, true) })
      else if (child.type === 'heading') words.push(...phrasingToMarkdown(child.children))
      else rest.push(child)
    }
    if (words.length > 0) this.addHeading(depth, words)
    this.addAll(rest, words.length > 0 ? depth : 1)
  }

  private addArticle(article: Article, depth: number): void {
    const [num, ...rest] = article.children as RegastNode[]
    const number = num?.type === 'num' ? num : undefined
    const label: PhrasingContent[] = number === undefined ? [] : [{ type: 'text', value: numberText(number, true) }]
    const alone: PhrasingContent[] = number === undefined ? [] : [{ type: 'text', value: numberText(number, false) }]
    let body = number === undefined ? (article.children as RegastNode[]) : rest
    const caption = body[0]
    if (caption?.type === 'heading') {
      body = body.slice(1)
      const words = [...label, ...phrasingToMarkdown(caption.children)]
      const text = plainText(caption)
      if (text.startsWith('【')) label.splice(0, label.length, ...words)
      else {
        if (/^[（(].*[）)]$/.test(text) && number?.value.startsWith('第')) this.addParagraph(words)
        else this.addHeading(Math.min(depth + 1, 6), words)
        this.addAll(body, depth)
        return
      }
      alone.splice(0, alone.length, ...words)
    }
    const [first, ...others] = body
    if (first?.type === 'paragraph' && leadOf(first).length > 0 && !first.quoted && !readsAsCaption(first, caption)) {
      this.addClause(label, first)
      this.addAll(others, depth)
    } else {
      // A comment on the line of the number stays there: below it, it would introduce what follows.
      let count = 0
      while (body[count]?.type === 'comment' && isPhrasing(body[count]!)) count += 1
      this.addParagraph([...alone, ...phrasingToMarkdown(body.slice(0, count) as Phrasing[])])
      this.addAll(body.slice(count), depth)
    }
  }

  /** One clause: its own line, then whatever stands below it. */
  private addClause(label: PhrasingContent[], node: Paragraph | Item): void {
    const lead = leadOf(node)
    const below: RegastNode[] = (node.children as RegastNode[]).slice(lead.length + ownParts(node))
    // A comment between a lead-in and its items stands on a line of its own.
    if (below[0] !== undefined && isItem(below[0])) {
      while (lead.length > 1 && lead[lead.length - 1]!.type === 'comment') below.unshift(lead.pop()!)
    }
    const words = [...label, ...phrasingToMarkdown(lead, label.length > 0)]
    if (words.length > 0) this.addParagraph(words)
    for (let index = 0; index < below.length; index++) {
      const child = below[index]!
      if (child.type !== 'point' && child.type !== 'indent') {
        if (child.type === 'text' || child.type === 'break' || child.type === 'inline') {
          let end = index
          while (end < below.length && isPhrasing(below[end]!)) end += 1
          this.addParagraph(phrasingToMarkdown(below.slice(index, end).filter(isPhrasing)))
          index = end - 1
        } else this.add(child, 6)
      } else if (isListed(child)) {
        let end = index
        while (end < below.length && isItem(below[end]!) && isListed(below[end] as Item)) end += 1
        const items = below.slice(index, end) as Item[]
        if (runsInOrder(items)) this.out.push(...toLists(items))
        else for (const item of items) this.addItem(item)
        index = end - 1
      } else if (listStyle(child) === 'bullet') {
        // What stands below a bullet and is no list follows the list; its own numbers say where it belongs.
        this.out.push(...toLists([{ ...child, children: leadOf(child) } as Item]))
        this.addClause([], { ...child, children: child.children.slice(leadOf(child).length) } as Item)
      } else this.addItem(child)
    }
  }

  private addItem(item: Item): void {
    const children = item.children as RegastNode[]
    const heading = headingOf(item)
    const label = itemLabel(item)
    if (heading === undefined) {
      this.addClause(label, item)
      return
    }
    this.addHeading(3, [...label, ...phrasingToMarkdown(heading.children)])
    // Under a heading the lines of an item are paragraphs.
    let from = 0
    const lead = leadOf(item)
    for (let at = 0; at <= lead.length; at++) {
      if (at < lead.length && lead[at]!.type !== 'break') continue
      if (at > from) this.addParagraph(phrasingToMarkdown(lead.slice(from, at)))
      from = at + 1
    }
    this.addClause([], { ...item, children: children.slice(lead.length + ownParts(item)) } as Item)
  }

  private addHeading(depth: number, children: PhrasingContent[]): void {
    if (children.length === 0) return
    this.out.push({ type: 'heading', depth: Math.min(6, Math.max(1, depth)) as 1, children: mergeText(children) })
  }

  private addParagraph(children: PhrasingContent[]): void {
    if (children.length > 0) this.out.push({ type: 'paragraph', children: mergeText(children) })
  }
}

function collectUnits(
  node: Root | Structure | Extract<RegastNode, { type: 'division' | 'attachment' }>,
  present: Set<string>
): void {
  for (const child of node.children) {
    switch (child.type) {
      case 'book':
      case 'part':
      case 'chapter':
      case 'section':
        present.add(child.type)
        collectUnits(child, present)
        break
      case 'division':
      case 'attachment':
        collectUnits(child, present)
    }
  }
}

/** A number as it is printed in front of words: 第一条 and 附件1 are set off by a full-width space, （一） and 1. are not. */
function numberText(num: Num, spaced: boolean): string {
  const value = canonicalNumber(num.value)
  return spaced && /[^、.．)）：:①-⑳]$/.test(value) ? `${value}\u3000` : value
}

function itemLabel(item: Item): PhrasingContent[] {
  const label: PhrasingContent[] = []
  for (const child of item.children as RegastNode[]) {
    if (child.type === 'num') {
      const mark = (item.children as RegastNode[])[0]
      if (mark?.type === 'text') label.push({ type: 'text', value: mark.value })
      label.push({ type: 'text', value: numberText(child, false) })
      break
    }
  }
  return label
}

function commentToMarkdown(node: Comment): Html {
  return { type: 'html', value: `<!-- ${node.value} -->` }
}

/** Whether the first 款 of an article would read as its caption if it stood on the line of the number. */
function readsAsCaption(paragraph: Paragraph, caption: RegastNode | undefined): boolean {
  if (caption?.type === 'heading') return false
  const text = plainText({ children: leadOf(paragraph) })
  return captionEnd(text, 0, text.length, false) > 0
}

function plainText(node: { children: Phrasing[] }): string {
  return node.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
}
