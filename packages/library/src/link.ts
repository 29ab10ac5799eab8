import type { Root } from 'regast'
import { type ArticleMemo, signatureOf } from './article-memo.js'
import { AskedArticles } from './asked-articles.js'
import { readClause } from './clause-reader.js'
import { documentClauses } from './document-clauses.js'
import { DocumentReading } from './document-reading.js'
import { statedStart } from './effective.js'
import type { Library } from './library.js'
import type { LinkedDocument } from './linked.js'
import { type Outline, outlineOfTree } from './outline.js'
import { articleAddressOf, isOfArticle, titleOf } from './reading.js'
import { readRemembered } from './remembered-article.js'
import { type ScanCache, type Scanner, scannerOf } from './scan-cache.js'

/** What linking needs to know beside the text. */
export interface LinkOptions {
  library: Library
  /** Title of the document, where the tree does not tell it. */
  title?: string
  /** ISO day on which the document was adopted or last amended: its references mean the versions of that day. */
  date?: string
  /**
   * What was found before in one draft; pass the same one again to pay only for changed clauses. What was found in the others is
   * handed out again, moved in place, so that the document linked before must not be used any more.
   */
  cache?: ScanCache
}

/** Finds and resolves every reference of a document; never throws on text. */
export function linkDocument(tree: Root, options: LinkOptions): LinkedDocument {
  const { library, date, cache } = options
  const clauses =
    cache === undefined
      ? documentClauses(tree)
      : cache.articles.clauseTexts(tree).filter((clause) => clause.node.type !== 'title')
  const title = options.title ?? titleOf(tree)
  const starts = startOf(tree, date, title, library)
  const outline = outlineOfTree(tree)
  const asked = cache && new AskedArticles(outline.articles)
  const own = asked === undefined ? outline : { ...outline, articles: asked }
  const reading = new DocumentReading(clauses, own, title, library, date, starts, cache?.names)
  const scanner = scannerOf(reading, cache)
  const memo = asked && memoOf(reading, outline, asked, options)
  for (let start = 0, end = 0; start < clauses.length; start = end) {
    const article = articleAddressOf(clauses[start]!.address)
    end = start + 1
    while (end < clauses.length && isOfArticle(clauses[end]!.address, article)) end++
    if (memo === undefined) readClauses(reading, start, end, scanner)
    else readAgain(reading, article, start, end, memo, scanner)
  }
  return reading.result
}

/** The clauses of an article, as they were read before where that holds. */
function readAgain(
  reading: DocumentReading,
  article: string,
  start: number,
  end: number,
  memo: ArticleMemo,
  scanner: Scanner
): void {
  readRemembered(reading, article, start, end, memo, scanner, () => readClauses(reading, start, end, scanner))
}

function readClauses(reading: DocumentReading, start: number, end: number, scanner: Scanner): void {
  for (let index = start; index < end; index++)
    readClause(reading, index, scanner.mentionsIn(reading.clauses[index]!.text))
}

/**
 * The day from which a document of a known day applies, by what the library knows of it, or by its last articles; a start before
 * that day is an older text's.
 */
function startOf(
  tree: Root,
  date: string | undefined,
  title: string | undefined,
  library: Library
): string | undefined {
  if (date === undefined) return undefined
  const own = title === undefined ? [] : library.find(title).instruments
  const known = own.length === 1 ? own[0]!.versions.find((version) => version.date === date)?.effective : undefined
  const stated = known ?? statedStart(tree)
  return stated === undefined || stated === 'at-once' || stated < date ? date : stated
}

/** The memory of articles, where each can be read without regard to the one before it. */
function memoOf(
  reading: DocumentReading,
  outline: Outline,
  asked: AskedArticles,
  { cache, title }: LinkOptions
): ArticleMemo | undefined {
  const { clauses, library, self, date, start, names } = reading
  // An amendment goes on from item to item, and a text without articles from paragraph to paragraph.
  if (cache === undefined || reading.amendment !== undefined || outline.articles.size === 0) return undefined
  cache.articles.begin(library, signatureOf(outline, clauses, [title, self.title, date, start], names), outline, asked)
  return cache.articles
}
