import type { ArticleOutline, Outline, ParagraphOutline, StructureOutline } from '@tiaoli/library'
import type { Article, ClauseNumber } from 'regast'
import { parseAddress } from 'regast'

/** 款 of an article: how many 项 each has, or the numbers of its 项 with those of their 目 where they are no plain count. */
type ParagraphCode = number | [number: string, indents: string[]][]
type ArticleCode = [address: string, path: number, paragraphs: ParagraphCode[] | 0, topic?: string]

interface OutlineCode {
  complete: boolean
  inserted: boolean
  /** Addresses of the structures around articles, each combination once. */
  paths: string[][]
  articles: ArticleCode[]
  structures: [address: string, heading: string, paragraphs?: number][]
}

/** An outline as a text to keep; the texts of articles are not part of it. */
export function encodeOutline(outline: Outline): string {
  const paths = new Map<string, number>()
  const articles: ArticleCode[] = []
  for (const [, { address, path, paragraphs, topic }] of outline.articles) {
    const key = path.join(' ')
    const index = paths.get(key) ?? paths.size
    paths.set(key, index)
    const coded = paragraphs === undefined ? 0 : paragraphs.map(encodeParagraph)
    articles.push(topic === undefined ? [address, index, coded] : [address, index, coded, topic])
  }
  const code: OutlineCode = {
    complete: outline.complete,
    inserted: outline.inserted,
    paths: [...paths.keys()].map((key) => (key === '' ? [] : key.split(' '))),
    articles,
    structures: [...outline.structures.values()].map(({ address, heading, paragraphs }) =>
      paragraphs === undefined ? [address, heading] : [address, heading, paragraphs]
    )
  }
  return JSON.stringify(code)
}

function encodeParagraph({ points }: ParagraphOutline): ParagraphCode {
  const plain = points.every(
    ({ number, indents }, index) => number.value === index + 1 && number.insert === undefined && indents.length === 0
  )
  if (plain) return points.length
  return points.map(({ number, indents }) => [writeNumber(number), indents.map(writeNumber)])
}

function writeNumber({ value, insert }: ClauseNumber): string {
  return insert === undefined ? String(value) : `${value}-${insert}`
}

function readNumber(text: string): ClauseNumber {
  const [value, insert] = text.split('-').map(Number)
  return insert === undefined ? { value: value! } : { value: value!, insert }
}

/** The outline of a kept text; `articleOf` finds the text of an article when somebody asks for it. */
export function decodeOutline(text: string, articleOf: (address: string) => Article | undefined): Outline {
  const code = JSON.parse(text) as OutlineCode
  const articles = new Map<string, ArticleOutline>()
  for (const entry of code.articles) articles.set(entry[0], new KeptArticle(entry, code.paths, articleOf))
  const structures = new Map<string, StructureOutline>()
  for (const [address, heading, paragraphs] of code.structures) {
    structures.set(address, paragraphs === undefined ? { address, heading } : { address, heading, paragraphs })
  }
  return { complete: code.complete, inserted: code.inserted, articles, structures }
}

class KeptArticle implements ArticleOutline {
  constructor(
    private readonly code: ArticleCode,
    private readonly paths: string[][],
    private readonly articleOf: (address: string) => Article | undefined
  ) {}

  get address(): string {
    return this.code[0]
  }

  get number(): ClauseNumber {
    return parseAddress(this.address)?.at(-1)?.number ?? { value: 0 }
  }

  get path(): string[] {
    return this.paths[this.code[1]] ?? []
  }

  get topic(): string | undefined {
    return this.code[3]
  }

  get paragraphs(): ParagraphOutline[] {
    const [, , paragraphs] = this.code
    return paragraphs === 0 ? [] : paragraphs.map(decodeParagraph)
  }

  get node(): Article | undefined {
    return this.articleOf(this.address)
  }
}

function decodeParagraph(code: ParagraphCode): ParagraphOutline {
  if (typeof code === 'number') {
    return { points: Array.from({ length: code }, (_, index) => ({ number: { value: index + 1 }, indents: [] })) }
  }
  return { points: code.map(([number, indents]) => ({ number: readNumber(number), indents: indents.map(readNumber) })) }
}
