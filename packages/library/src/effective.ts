import type { Article, Root } from 'regast'
import { parseNumeral } from 'regast'
import type { InstrumentEvent } from './history.js'
import { articleText } from './outline.js'

const start =
  /自\s*([12]\d{3}|[〇○零一二三四五六七八九]{4})\s*年\s*([\d一二三四五六七八九十]{1,3})\s*月\s*([\d一二三四五六七八九十]{1,3})\s*日\s*起\s*(?:正式)?(?:施行|实施|生效|执行)/
const atOnce = /自\s*(?:公布|发布|印发|颁布|通过)之日\s*起\s*(?:正式)?(?:施行|实施|生效)/

/** The day from which a text says that it applies: an ISO day, `'at-once'` where it is the day of its publication. */
export function statedStart(tree: Root): string | 'at-once' | undefined {
  for (const article of lastArticles(tree, 3)) {
    const text = articleText(article)
    const day = start.exec(text)
    if (day !== null) {
      const [years, months, days] = day.slice(1, 4).map(parseNumeral)
      if (years && months && days) return `${years}-${String(months).padStart(2, '0')}-${String(days).padStart(2, '0')}`
    }
    if (atOnce.test(text)) return 'at-once'
  }
  return undefined
}

/** Up to `count` articles from the end of the body, annexes aside, the last first. */
function lastArticles(tree: Root, count: number): Article[] {
  const found: Article[] = []
  walk(tree)
  return found

  function walk(node: { children: readonly unknown[] }): void {
    for (let index = node.children.length - 1; index >= 0 && found.length < count; index--) {
      const child = node.children[index] as { type: string; children?: readonly unknown[] }
      if (child.type === 'article') found.push(child as unknown as Article)
      else if (['book', 'part', 'chapter', 'section', 'division'].includes(child.type) && child.children) {
        walk({ children: child.children })
      }
    }
  }
}

/**
 * The ISO day from which the text of a day applies, by its history and its last article; `undefined` where they do not
 * say. A text that was only amended repeats the first start, which is not its own.
 */
export function effectiveDay(
  events: readonly InstrumentEvent[],
  stated: string | undefined,
  date: string | undefined
): string | undefined {
  const change = events.findLast(
    ({ action }) => action === 'adopted' || action === 'amended' || action === 'revised' || action === 'issued'
  )
  const since = date ?? change?.date
  const noted = events.findLast(({ action }) => action === 'effective')?.date
  if (noted !== undefined && (since === undefined || noted >= since)) return noted
  if (stated === 'at-once')
    return change?.action === 'amended'
      ? undefined
      : (events.findLast(({ action }) => action === 'issued')?.date ?? since)
  return stated !== undefined && since !== undefined && stated >= since ? stated : undefined
}
