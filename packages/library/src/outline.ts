import type { Article, ClauseNumber, Paragraph, Point, RegastNode, Root } from 'regast'
import { clauseTexts, compareNumbers } from 'regast'

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
}

/** One 编, 分编, 章, 节, 序言 or 附件. */
export interface StructureOutline {
  address: string
  heading: string
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
      case 'article':
        // The first of two articles with one number is the one that a reference means; the parser reports the second.
        if (!articles.has(node.address)) articles.set(node.address, new TreeArticle(node, path))
        return
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

/** An article of a tree; its 款 are counted when first asked for, since most articles are never cited. */
class TreeArticle implements ArticleOutline {
  private counted: ParagraphOutline[] | undefined

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
    this.counted ??= this.node.children
      .filter((child): child is Paragraph => child.type === 'paragraph')
      .map(paragraphOutline)
    return this.counted
  }
}

function paragraphOutline(node: Paragraph): ParagraphOutline {
  const points = node.children
    .filter((child): child is Point => child.type === 'point')
    .map((point) => ({
      number: point.number,
      indents: point.children.flatMap((child) => (child.type === 'indent' ? [child.number] : []))
    }))
  return points.length === 0 && announcesList(node) ? { points, open: true } : { points }
}

function announcesList(node: Paragraph): boolean {
  const last = node.children.at(-1)
  return last?.type === 'text' && /[：:]\s*$/.test(last.value)
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

/** One outline out of two parts of one text; complete only where one part already was. */
export function mergeOutlines(first: Outline, second: Outline): Outline {
  const articles = new Map(
    [...first.articles, ...second.articles].sort(([, left], [, right]) => compareNumbers(left.number, right.number))
  )
  return {
    complete: first.complete && second.complete,
    inserted: first.inserted && second.inserted,
    articles,
    structures: new Map([...second.structures, ...first.structures])
  }
}
