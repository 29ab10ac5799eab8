import type { Article, Attachment, ClauseNumber, Paragraph, Point, RegastNode, Root } from 'regast'
import { clauseTexts } from 'regast'

/** One 款 as far as references need it: the numbers of its 项, and of the 目 in each. */
export interface ParagraphOutline {
  points: { number: ClauseNumber; indents: ClauseNumber[] }[]
  /** Set where it ends with a colon and no 项 follow: the paragraphs after it may be its list, and not 款. */
  open?: true
}

/** One 条 as far as references need it. */
export interface ArticleOutline {
  number: ClauseNumber
  address: string
  /** What the article is about, in a few words. */
  topic?: string | undefined
  /** Its 款; absent where a register does not record them. */
  paragraphs?: ParagraphOutline[]
  /** Addresses of the 编, 章, 节 around it, outermost first. */
  path: string[]
  /** Its text, where the library has one. */
  node?: Article
  /** How many articles of the text bear this number, where they are more than one. */
  times?: number
}

/** One 编, 分编, 章, 节, 序言 or 附件. */
export interface StructureOutline {
  address: string
  heading: string
  /** What an annex is called: 附件, 附录, 附表 or 附图; absent where it is not told. */
  label?: string
  /** 款 directly in it (a preamble's). */
  paragraphs?: number
  /** Addresses of the structures around it, where its own does not tell them: 章 that are numbered through the 编. */
  path?: readonly string[]
}

/** The clauses of one version of an instrument. */
export interface Outline {
  /** Whether every clause is recorded, so that a clause not found does not exist. */
  complete: boolean
  /** Whether articles such as 第十条之一 are recorded with the others. */
  inserted: boolean
  articles: ReadonlyMap<string, ArticleOutline>
  structures: ReadonlyMap<string, StructureOutline>
  /** Files of articles, by address, that stand in another file than the version's own: parts of one long text. */
  files?: ReadonlyMap<string, string>
  /** Set where its parts each count their 章 from one, so that the number alone names none of them. */
  restarts?: true
}

/** The outline of a clause tree. */
export function outlineOfTree(tree: Root): Outline {
  const articles = new Map<string, ArticleOutline>()
  const structures = new Map<string, StructureOutline>()
  walk(tree, [])
  // Part files of one long law begin in its middle: what is not in them may be elsewhere.
  const first = articles.values().next().value
  const titles = tree.children.filter((child) => child.type === 'title').length
  const partial = titles > 1 || (first !== undefined && first.number.value > 1)
  return { complete: !partial, inserted: true, articles, structures }

  function walk(node: RegastNode, path: string[]): void {
    if (!('children' in node)) return
    switch (node.type) {
      case 'article': {
        const first = articles.get(node.address)
        if (first === undefined) articles.set(node.address, new TreeArticle(node, path))
        else first.times = (first.times ?? 1) + 1
        return
      }
      case 'paragraph':
        return
      case 'preamble':
      case 'book':
      case 'part':
      case 'chapter':
      case 'section':
      case 'division':
      case 'attachment': {
        const heading = node.children.find((child) => child.type === 'heading')
        const outline: StructureOutline = { address: node.address, heading: heading ? plainText(heading) : '' }
        const paragraphs = node.children.filter((child) => child.type === 'paragraph').length
        if (paragraphs > 0) outline.paragraphs = paragraphs
        if (path.length > 0) outline.path = path
        if (node.type === 'attachment') labelAnnex(outline, node)
        if (!structures.has(node.address)) structures.set(node.address, outline)
        const around = [...path, node.address]
        for (const child of node.children) {
          // What stands in no article has nothing below it that an outline names.
          if (child.type !== 'paragraph' && child.type !== 'heading') walk(child as RegastNode, around)
        }
        return
      }
    }
    for (const child of node.children) walk(child as RegastNode, path)
  }
}

function labelAnnex(outline: StructureOutline, { children }: Attachment): void {
  const [num] = children
  const label = num?.type === 'num' ? annexLabel.exec(num.value)?.[0] : undefined
  if (label !== undefined) outline.label = label
}

const annexLabel = /^附[件录表图]/

/** An article of a tree; its 款 are counted when first asked for, since most articles are never cited. */
class TreeArticle implements ArticleOutline {
  private counted: ParagraphOutline[] | undefined
  times?: number

  constructor(
    readonly node: Article,
    readonly path: string[]
  ) {}

  get number(): ClauseNumber {
    return this.node.number
  }

  get address(): string {
    return this.node.address
  }

  get topic(): string | undefined {
    const heading = this.node.children.find((child) => child.type === 'heading')
    return heading && plainText(heading)
  }

  get paragraphs(): ParagraphOutline[] {
    if (this.counted === undefined) {
      this.counted = []
      for (const child of this.node.children) if (child.type === 'paragraph') this.counted.push(paragraphOutline(child))
    }
    return this.counted
  }
}

// Without closures: every 款 of a library passes here when it is read for the first time.
function paragraphOutline(node: Paragraph): ParagraphOutline {
  const points: ParagraphOutline['points'] = []
  for (const child of node.children) {
    if (child.type === 'point') points.push({ number: child.number, indents: indentsOf(child) })
  }
  return points.length === 0 && announcesList(node) ? { points, open: true } : { points }
}

function indentsOf(point: Point): ClauseNumber[] {
  const indents: ClauseNumber[] = []
  for (const child of point.children) if (child.type === 'indent') indents.push(child.number)
  return indents
}

function announcesList({ children }: Paragraph): boolean {
  const last = children[children.length - 1]
  if (last?.type !== 'text') return false
  const end = last.value.trimEnd()
  return end.endsWith('：') || end.endsWith(':')
}

function plainText(node: RegastNode): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map((child) => plainText(child as RegastNode)).join('') : ''
}

/** The text of an article without its number, one clause a line. */
export function articleText(node: Article): string {
  return clauseTexts({ type: 'root', children: [node] })
    .map((clause) => clause.text)
    .join('\n')
}
