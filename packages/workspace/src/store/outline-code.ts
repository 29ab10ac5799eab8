import type { ArticleOutline, Outline, ParagraphOutline, StructureOutline } from '@tiaoli/library'
import type { Article, ClauseNumber } from 'regast'
import { parseAddress } from 'regast'

/**
 * 款 of an article: how many 项 each has, -1 where it announces a list that has no numbers, or the numbers of its 项 with
 * those of their 目 where they are no plain count.
 */
type ParagraphCode = number | [number: string, indents: string[]][]
type ArticleCode = [address: string, path: number, paragraphs: ParagraphCode[] | 0, topic?: string]
/** A path of -1 is none, in front of the label of an annex. */
type StructureCode = [address: string, heading: string, paragraphs: number, path?: number, label?: string]

interface OutlineCode {
  complete: boolean
  inserted: boolean
  /** Addresses of the structures around articles, each combination once. */
  paths: string[][]
  articles: ArticleCode[]
  structures: StructureCode[]
}

/** An outline as a text to keep; the texts of articles are not part of it. */
export function encodeOutline(outline: Outline): string {
  const paths = new Paths()
  const articles: ArticleCode[] = []
  for (const { address, path, paragraphs, topic } of outline.articles.values()) {
    const coded = paragraphs === undefined ? 0 : paragraphs.map(encodeParagraph)
    if (topic === undefined) articles.push([address, paths.indexOf(path), coded])
    else articles.push([address, paths.indexOf(path), coded, topic])
  }
  const structures: StructureCode[] = []
  for (const { address, heading, label, paragraphs = 0, path } of outline.structures.values()) {
    if (label !== undefined)
      structures.push([address, heading, paragraphs, path === undefined ? -1 : paths.indexOf(path), label])
    else if (path === undefined) structures.push([address, heading, paragraphs])
    else structures.push([address, heading, paragraphs, paths.indexOf(path)])
  }
  const { complete, inserted } = outline
  const code: OutlineCode = { complete, inserted, paths: paths.known, articles, structures }
  return JSON.stringify(code)
}

/** Paths of addresses, each once. Neighbours share the very same list, so that few need to be compared. */
class Paths {
  readonly known: string[][] = []
  private readonly byWords = new Map<string, number>()
  private last: readonly string[] | undefined
  private lastIndex = 0

  indexOf(path: readonly string[]): number {
    if (path === this.last) return this.lastIndex
    const words = path.join(' ')
    let index = this.byWords.get(words)
    if (index === undefined) {
      index = this.known.push([...path]) - 1
      this.byWords.set(words, index)
    }
    this.last = path
    this.lastIndex = index
    return index
  }
}

function encodeParagraph({ points, open }: ParagraphOutline): ParagraphCode {
  if (points.length === 0) return open === true ? -1 : 0
  for (let index = 0; index < points.length; index++) {
    const { number, indents } = points[index]!
    if (number.value !== index + 1 || number.insert !== undefined || indents.length > 0) return encodePoints(points)
  }
  return points.length
}

function encodePoints(points: ParagraphOutline['points']): ParagraphCode {
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
  for (const [address, heading, paragraphs, path = -1, label] of code.structures) {
    const structure: StructureOutline = { address, heading }
    if (paragraphs > 0) structure.paragraphs = paragraphs
    if (path !== -1) structure.path = code.paths[path]!
    if (label !== undefined) structure.label = label
    structures.set(address, structure)
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
  if (code === -1) return { points: [], open: true }
  if (typeof code === 'number') {
    return { points: Array.from({ length: code }, (_, index) => ({ number: { value: index + 1 }, indents: [] })) }
  }
  return { points: code.map(([number, indents]) => ({ number: readNumber(number), indents: indents.map(readNumber) })) }
}
