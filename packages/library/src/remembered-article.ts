import type { ArticleMemo, ArticleReading } from './article-memo.js'
import { moveTo, originOf } from './article-memo.js'
import type { DocumentReading } from './document-reading.js'
import type { Scanner } from './scan-cache.js'

/**
 * Takes over what reading the clauses from `start` to `end`, the article at an address, gave the last time, or has them read and keeps what
 * that gives.
 */
export function readRemembered(
  reading: DocumentReading,
  address: string,
  start: number,
  end: number,
  memo: ArticleMemo,
  scanner: Scanner,
  read: () => void
): void {
  const { clauses, result, thread } = reading
  const first = clauses[start]!
  const name = memo.nameOf(address)
  const aliasesBefore = thread.aliasesSoFar
  if (takeOver(reading, start, end, memo, scanner, name)) return
  const { references, unresolved, terms, documentNumbers } = result
  const before = {
    references: references.length,
    unresolved: unresolved.length,
    terms: terms.length,
    documentNumbers: documentNumbers.length,
    mentioned: thread.mentioned.length
  }
  const aliasesKnown = new Map(thread.aliases)
  thread.looksBack = false
  memo.takeQuestions()
  read()
  if (thread.looksBack) return
  memo.keep(name, {
    clauses: clauses.slice(start, end),
    mentions: clauses.slice(start, end).map(({ text }) => scanner.mentionsIn(text)),
    epoch: scanner.epoch,
    asked: memo.takeQuestions(),
    at: originOf(first),
    aliasesBefore,
    references: references.slice(before.references),
    unresolved: unresolved.slice(before.unresolved),
    terms: terms.slice(before.terms),
    documentNumbers: documentNumbers.slice(before.documentNumbers),
    mentioned: thread.mentioned.slice(before.mentioned),
    aliases: [...thread.aliases].filter(([alias, title]) => aliasesKnown.get(alias) !== title)
  })
}

/** Adds what an unchanged article gave the last time; `false` where it has changed. */
function takeOver(
  reading: DocumentReading,
  start: number,
  end: number,
  memo: ArticleMemo,
  scanner: Scanner,
  name: string
): boolean {
  const { clauses, result, thread, names } = reading
  const known = memo.find(name, clauses, start, end, thread.aliasesSoFar)
  if (known === undefined) return false
  const { reading: kept, shift } = known
  if (!stillMentions(kept, scanner)) return false
  moveTo(kept, shift)
  const first = clauses[start]!
  kept.at = originOf(first)
  // Nodes that a parser built anew have to be let go with the old tree.
  if (kept.clauses[0] !== first) kept.clauses = clauses.slice(start, end)
  for (const reference of kept.references) result.references.push(reference)
  for (const reference of kept.unresolved) result.unresolved.push(reference)
  for (const term of kept.terms) {
    if (term.role === 'use') term.definition = names.placeOf(term.text)
    result.terms.push(term)
  }
  for (const number of kept.documentNumbers) result.documentNumbers.push(number)
  for (const title of kept.mentioned) thread.mentioned.push(title)
  for (const [alias, title] of kept.aliases) thread.setAlias(alias, title)
  thread.pass(first)
  memo.keep(name, kept)
  return true
}

/** Whether the titles that are known now lead to the same mentions as those known when an article was read. */
function stillMentions(kept: ArticleReading, scanner: Scanner): boolean {
  if (kept.epoch === scanner.epoch) return true
  if (!kept.clauses.every(({ text }, index) => scanner.mentionsIn(text) === kept.mentions[index])) return false
  kept.epoch = scanner.epoch
  return true
}
