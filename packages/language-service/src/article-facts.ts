import type { Article, ClauseText, RegastNode, Root } from 'regast'
import { clauseTexts } from 'regast'

/** A node of the tree that has an address. */
export type AddressedNode = Extract<RegastNode, { address: string }>

/**
 * Remembers what follows from the words of an article alone. The parser hands an unchanged article out again, moved in
 * place, so that what is remembered may hold its nodes and distances from its first line, but no line or offset.
 */
export function articleFact<T>(compute: (article: Article) => T): (article: Article) => T {
  const known = new WeakMap<Article, T>()
  return (article) => {
    let fact = known.get(article)
    if (fact === undefined) {
      fact = compute(article)
      known.set(article, fact)
    }
    return fact
  }
}

/**
 * Remembers what follows from the words of an article and the line that it begins on: protocol positions count lines and
 * columns, so that it holds for every article but the changed one as long as no line is broken before it.
 */
export function placedFact<T>(compute: (article: Article) => T): (article: Article) => T {
  const known = new WeakMap<Article, { line: number; fact: T }>()
  return (article) => {
    const line = article.position?.start.line ?? 0
    let found = known.get(article)
    if (found?.line !== line) {
      found = { line, fact: compute(article) }
      known.set(article, found)
    }
    return found.fact
  }
}

/** The clause texts of an article. */
export const articleClauses = articleFact<readonly ClauseText[]>((article) =>
  clauseTexts({ type: 'root', children: [article] })
)

/** The nodes of an article that have an address, itself first. */
export const articleNodes = articleFact<readonly AddressedNode[]>((article) => {
  const found: AddressedNode[] = []
  const visit = (node: RegastNode): void => {
    if ('address' in node && typeof node.address === 'string') found.push(node as AddressedNode)
    if ('children' in node) for (const child of node.children) visit(child as RegastNode)
  }
  visit(article)
  return found
})

/** Visits a tree in the order of the source; articles are handed over whole, and what is in them is not visited. */
export function visitAround(
  tree: Root,
  article: (node: Article) => void,
  other: (node: RegastNode, address: string) => void
): void {
  const visit = (node: RegastNode, around: string): void => {
    if (node.type === 'article') {
      article(node)
      return
    }
    const address = 'address' in node && typeof node.address === 'string' ? node.address : around
    other(node, address)
    if ('children' in node) for (const child of node.children) visit(child as RegastNode, address)
  }
  visit(tree, '')
}

/**
 * Gives every text of a tree that was read after an edit a string of its own. The parser cuts texts out of the source, and
 * the engine keeps a whole source alive for each such piece; caches of clause texts would keep one source for every keystroke.
 */
export function ownTexts(tree: Root): void {
  visitAround(tree, ownArticle, ownText)
}

const ownArticle = articleFact((article) => {
  const visit = (node: RegastNode): void => {
    ownText(node)
    if ('children' in node) for (const child of node.children) visit(child as RegastNode)
  }
  visit(article)
  return true
})

function ownText(node: RegastNode): void {
  // Adding a character and taking it off again makes a copy, which nothing shorter does.
  if ('value' in node && typeof node.value === 'string') node.value = ` ${node.value}`.slice(1)
}
