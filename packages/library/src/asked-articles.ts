import { numOf } from 'regast'
import { inlineIndents, inlinePoints, paragraphNode } from './inline-points.js'
import type { ArticleOutline, Outline } from './outline.js'
import { type ArticleOrder, orderOf } from './outline-index.js'

/** What reading one article asked of the articles of its own document, which decides whether it would be read the same again. */
export interface ArticleQuestions {
  /** Addresses that were looked up, whether an article was there or not. */
  addresses: readonly string[]
  /** What was asked of their order, with the answers. */
  orders: readonly OrderQuestion[]
}

interface OrderQuestion {
  /** Which is the last, which stand before one, whether there are any in an annex. */
  about: 'last' | 'before' | 'within'
  address: string
  count: number
  answer: string
}

/** The articles of an outline, which notice what they are asked for. */
export class AskedArticles implements ReadonlyMap<string, ArticleOutline> {
  private readonly addresses = new Set<string>()
  private orders: OrderQuestion[] = []

  constructor(private readonly articles: ReadonlyMap<string, ArticleOutline>) {}

  get size(): number {
    return this.articles.size
  }

  get(address: string): ArticleOutline | undefined {
    this.addresses.add(address)
    return this.articles.get(address)
  }

  has(address: string): boolean {
    this.addresses.add(address)
    return this.articles.has(address)
  }

  keys() {
    return this.articles.keys()
  }

  values() {
    return this.articles.values()
  }

  entries() {
    return this.articles.entries()
  }

  [Symbol.iterator]() {
    return this.articles.entries()
  }

  forEach(visit: (article: ArticleOutline, address: string, all: ReadonlyMap<string, ArticleOutline>) => void): void {
    for (const [address, article] of this.articles) visit(article, address, this)
  }

  askOrder(order: ArticleOrder, about: OrderQuestion['about'], address = '', count = 0): void {
    this.orders.push({ about, address, count, answer: answerOf(order, about, address, count) })
  }

  /** What has been asked since this was called last. */
  takeQuestions(): ArticleQuestions {
    const questions = { addresses: [...this.addresses], orders: this.orders }
    this.addresses.clear()
    if (this.orders.length > 0) this.orders = []
    return questions
  }
}

/** The last article of the text, or of one of its annexes. */
export function lastArticle(outline: Outline, annex: string): ArticleOutline | undefined {
  const order = orderOf(outline)
  if (outline.articles instanceof AskedArticles) outline.articles.askOrder(order, 'last', annex)
  return lastWithin(order, annex)
}

function lastWithin({ articles }: ArticleOrder, annex: string): ArticleOutline | undefined {
  return articles.findLast(({ address }) =>
    annex === '' ? !address.startsWith('att_') : address.startsWith(`${annex}__`)
  )
}

/** The place of an article in the order of its outline, looked at as far as the given number of articles before it. */
export function orderBefore(outline: Outline, address: string, count: number): ArticleOrder {
  const order = orderOf(outline)
  if (outline.articles instanceof AskedArticles) outline.articles.askOrder(order, 'before', address, count)
  return order
}

/** Whether an annex, or another structure that its articles name, has articles. */
export function hasArticles(outline: Outline, structure: string): boolean {
  const order = orderOf(outline)
  if (outline.articles instanceof AskedArticles) outline.articles.askOrder(order, 'within', structure)
  return hasArticlesWithin(order, structure)
}

function hasArticlesWithin({ articles }: ArticleOrder, structure: string): boolean {
  return articles.some(({ address }) => address.startsWith(`${structure}__`))
}

function answerOf(order: ArticleOrder, about: OrderQuestion['about'], address: string, count: number): string {
  const { articles } = order
  if (about === 'last') return lastWithin(order, address)?.address ?? ''
  if (about === 'within') return String(hasArticlesWithin(order, address))
  const index = order.index.get(address)
  if (index === undefined) return ''
  return index < count ? String(index) : `${articles[index - count]!.address} ${articles[index - 1]!.address}`
}

/** How the articles of a document have changed since its outline was read last. */
export class ArticleChanges {
  private readonly changed: ReadonlySet<string>
  private readonly order: ArticleOrder | undefined

  constructor(before: Outline, now: Outline) {
    this.changed = changedArticles(before, now)
    this.order = sameOrder(before, now) ? undefined : orderOf(now)
  }

  /** Whether questions have the same answers as before. */
  keep({ addresses, orders }: ArticleQuestions): boolean {
    const { changed, order } = this
    if (changed.size > 0 && addresses.some((address) => changed.has(address))) return false
    return (
      order === undefined ||
      orders.every(({ about, address, count, answer }) => answerOf(order, about, address, count) === answer)
    )
  }
}

function changedArticles(before: Outline, now: Outline): Set<string> {
  const changed = new Set<string>()
  for (const [address, article] of now.articles) {
    const known = before.articles.get(address)
    if (known === undefined || !sameArticle(known, article)) changed.add(address)
  }
  for (const address of before.articles.keys()) if (!now.articles.has(address)) changed.add(address)
  return changed
}

/** Whether nothing differs of what a reference to an article, or from it, depends on. */
function sameArticle(before: ArticleOutline, now: ArticleOutline): boolean {
  if (before.node !== now.node && writtenOf(before) !== writtenOf(now)) return false
  if (before.times !== now.times || before.path.length !== now.path.length) return false
  for (let at = 0; at < now.path.length; at++) if (before.path[at] !== now.path[at]) return false
  return true
}

function writtenOf({ node, paragraphs }: ArticleOutline): string {
  const number = node && numOf(node)?.value
  // Items that run in the text are no clauses, but are cited all the same.
  const running = paragraphs?.map((_, index) => {
    const paragraph = node && paragraphNode(node, index + 1)
    return paragraph && [inlinePoints(paragraph).length, inlineIndents(paragraph)]
  })
  return JSON.stringify([number?.startsWith('第'), paragraphs, running])
}

function sameOrder(before: Outline, now: Outline): boolean {
  if (before.articles.size !== now.articles.size) return false
  const addresses = before.articles.keys()
  for (const address of now.articles.keys()) if (addresses.next().value !== address) return false
  return true
}
