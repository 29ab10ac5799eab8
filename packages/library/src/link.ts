import type { Root } from 'regast'
import { clauseTexts } from 'regast'
import { type ArticleMemo, signatureOf } from './article-memo.js'
import { readClause } from './clause-reader.js'
import { DocumentReading } from './document-reading.js'
import { statedStart } from './effective.js'
import type { Library } from './library.js'
import type { LinkedDocument } from './linked.js'
import { outlineOfTree } from './outline.js'
import { articleAddressOf, isOfArticle, titleOf } from './reading.js'
import { readRemembered } from './remembered-article.js'
import { type ScanCache, scannerOf } from './scan-cache.js'

/** What linking needs to know beside the text. */
export interface LinkOptions {
  library: Library
  /** Title of the document, where the tree does not tell it. */
  title?: string
  /** ISO day on which the document was adopted or last amended: its references mean the versions of that day. */
  date?: string
  /** What was found before in one draft; pass the same one again to pay only for changed clauses. */
  cache?: ScanCache
}

/** Finds and resolves every reference of a document; never throws on text. */
export function linkDocument(tree: Root, options: LinkOptions): LinkedDocument {
  const { library, date, cache } = options
  const texts = cache === undefined ? clauseTexts(tree) : cache.articles.clauseTexts(tree)
  const clauses = texts.filter((clause) => clause.node.type !== 'title')
  const title = options.title ?? titleOf(tree)
  const reading = new DocumentReading(clauses, outlineOfTree(tree), title, library, date, startOf(tree, date))
  const scan = scannerOf(reading.names.table(reading.self), reading.names.titles, cache)
  const memo = memoOf(reading, options)
  for (let start = 0, end = 0; start < clauses.length; start = end) {
    const article = articleAddressOf(clauses[start]!.address)
    end = start + 1
    while (end < clauses.length && isOfArticle(clauses[end]!.address, article)) end++
    const read = (): void => {
      for (let index = start; index < end; index++) readClause(reading, index, scan(clauses[index]!.text))
    }
    if (memo === undefined) read()
    else readRemembered(reading, start, end, memo, read)
  }
  return reading.result
}

/** The day from which a document of a known day applies, by its last articles; a start before that day is an older text's. */
function startOf(tree: Root, date: string | undefined): string | undefined {
  const stated = date === undefined ? undefined : statedStart(tree)
  return stated === undefined || stated === 'at-once' || stated < date! ? date : stated
}

/** The memory of articles, where each can be read without regard to the one before it. */
function memoOf(reading: DocumentReading, { cache, title }: LinkOptions): ArticleMemo | undefined {
  const { own, clauses, library, self, date, start, names } = reading
  // An amendment goes on from item to item, and a text without articles from paragraph to paragraph.
  if (cache === undefined || reading.amendment !== undefined || own.articles.size === 0) return undefined
  cache.articles.begin(
    library,
    signatureOf(own, clauses, [title, self.title, date, start, ...[...names.titles].sort()], names.all)
  )
  return cache.articles
}
