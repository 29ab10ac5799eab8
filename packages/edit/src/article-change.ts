import type { LinkedReference } from '@tiaoli/library'
import type { Article, ClauseNumber, RegastNode } from 'regast'
import { articleOf, formatNumeral } from 'regast'
import type { TextEdit } from './text-edit.js'

/** A change in the order of the articles, numbered as if it had been made: the text itself is not changed. */
export type ArticleChange =
  | { kind: 'insert'; after: Article }
  | { kind: 'delete'; article: Article }
  | { kind: 'swap'; upper: Article; lower: Article }

/** The children of a unit in their order after a change. */
export function orderAfter(children: readonly RegastNode[], change: ArticleChange | undefined): readonly RegastNode[] {
  switch (change?.kind) {
    case 'delete':
      return children.filter((child) => child !== change.article)
    case 'swap': {
      const { upper, lower } = change
      if (!children.includes(upper)) return children
      return children.map((child) => (child === upper ? lower : child === lower ? upper : child))
    }
    default:
      return children
  }
}

/** The addresses of an article and of everything in it. */
export function addressesIn(article: Article): Set<string> {
  const found = new Set<string>()
  const visit = (node: RegastNode): void => {
    if ('address' in node && typeof node.address === 'string') found.add(node.address)
    if ('children' in node) for (const child of node.children) visit(child as RegastNode)
  }
  visit(article)
  return found
}

/** The addresses of the articles of a tree, in the order of the text. */
export function articleAddresses(root: RegastNode): string[] {
  if (root.type === 'article') return [root.address]
  if (!('children' in root) || root.type === 'paragraph') return []
  return (root.children as RegastNode[]).flatMap(articleAddresses)
}

/** Where the articles stand before and after a change. */
export interface ArticleOrder {
  /** How many articles stand before one now. */
  before(address: string): number | undefined
  /** Its number after the change; `undefined` of one that is gone. */
  after(address: string): ClauseNumber | undefined
}

/** Whether a reference that counts articles, 前条 and its kin, would lead elsewhere after a change. */
export function shifts({ in: holder, targets }: LinkedReference, order: ArticleOrder): boolean {
  const here = articleOf(holder)
  const moves = (there: string): boolean => {
    const was = (order.before(here) ?? 0) - (order.before(there) ?? 0)
    // A number that was inserted leaves a gap in the order, so that the numbers themselves are the measure.
    const [now, then] = [order.after(here), order.after(there)]
    return now === undefined || then === undefined || now.value - then.value !== was
  }
  return targets.some(({ from, to }) => [from, to ?? from].some((end) => end !== null && moves(articleOf(end))))
}

/** 前条 as the number of the article that it has meant so far; `undefined` where the reference is not so simple. */
export function namedInstead(
  reference: LinkedReference,
  numberOf: (address: string) => ClauseNumber | undefined
): TextEdit | undefined {
  const { text, start, targets } = reference
  const [target] = targets
  if (targets.length !== 1 || target?.from == null || target.to !== undefined) return undefined
  const written = /^[前上]一?条/.exec(text)?.[0]
  const number = numberOf(articleOf(target.from))
  if (written === undefined || number === undefined || number.insert !== undefined) return undefined
  return { start: start.offset, end: start.offset + written.length, text: `第${formatNumeral(number.value)}条` }
}

/** Whether a reference counts the articles to where it leads: 前条, 前两条. */
export function countsArticles(text: string): boolean {
  return relativeArticles.test(text)
}

const relativeArticles = /^[前上][一二两三四五六七八九十\d]*条/
