import type { LawClause } from './law-text.js'
import { readLaw } from './law-text.js'
import type { QuotedText } from './operation.js'

const articleNumber = /^第[〇零一二三四五六七八九十百千0-9]+条(?:之[一二三四五六七八九十]+)?[\s\u3000]*/

/** The 款 of quoted lines, with their 项 and 目; the number of an article in front is left out. */
export function paragraphsOf(text: QuotedText): LawClause[] {
  const lines = text.map((line) => line.trim())
  if (lines.length > 0) lines[0] = lines[0]!.replace(articleNumber, '')
  const law = readLaw(`# 引文\n\n第一条　${lines.join('\n\n')}\n`)
  const [article] = law.items.filter((item) => item.type === 'article')
  return (article?.clauses ?? []).map(withoutOrigin)
}

/** The 项 (or 目) of quoted lines; a marker in front of each is read and left to be printed anew. */
export function itemsOf(text: QuotedText, level: 'point' | 'indent'): LawClause[] {
  const marked = level === 'point' ? /^[（(][〇零一二三四五六七八九十百千0-9]+[）)]/ : /^\d+[.．、]/
  const items: LawClause[] = []
  for (const line of text) {
    const match = marked.exec(line)
    if (match !== null || items.length === 0) {
      items.push({ level, text: line.slice(match?.[0].length ?? 0).trim(), children: [] })
      continue
    }
    const below = /^\d+[.．、]\s*/.exec(line)
    items.at(-1)!.children.push({
      level: 'indent',
      text: line.slice(below?.[0].length ?? 0).trim(),
      children: [],
      ...(below && { printed: below[0].trim() })
    })
  }
  return items
}

/** Quoted articles: those of one quotation are told apart by the numbers in front of them. */
export function articlesOf(texts: readonly QuotedText[]): LawClause[][] {
  return texts.map(paragraphsOf)
}

function withoutOrigin(clause: LawClause): LawClause {
  const { origin: _, source: __, children, ...rest } = clause
  return { ...rest, children: children.map(withoutOrigin) }
}
