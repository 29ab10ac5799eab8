import type { LinkedDocument } from '@tiaoli/library'
import { VFileMessage } from 'vfile-message'
import type { TextEdit } from './text-edit.js'

/** What becomes of a draft when a defined term gets another name. */
export interface TermRename {
  edits: TextEdit[]
  /** Places that a person should look at: the words where they are not the term, and those of the new name. */
  messages: VFileMessage[]
}

/** Why a name cannot be given to a term. */
export type TermNameFault = 'empty' | 'punctuation'

/** What is wrong with a name for a term; `undefined` where nothing is. */
export function termNameFault(name: string): TermNameFault | undefined {
  if (name.trim() === '') return 'empty'
  return /[\s，。、；：“”《》（）<>#|*_`]/.test(name) ? 'punctuation' : undefined
}

/** Renames a term where a draft defines and uses it; nothing is touched where the words only look like it. */
export function planTermRename(
  { source, links }: { source: string; links: Pick<LinkedDocument, 'terms'> },
  from: string,
  to: string
): TermRename {
  const edits: TextEdit[] = []
  const messages: VFileMessage[] = []
  const lineStarts = [0, ...Array.from(source.matchAll(/\r\n|\r|\n/g), ({ 0: end, index }) => index + end.length)]
  for (const { start, end, text, role } of links.terms) {
    if (text !== from || (role === 'use' && abbreviation.test(source.slice(end.offset, end.offset + 4)))) continue
    if (source.slice(start.offset, end.offset) === text) edits.push({ start: start.offset, end: end.offset, text: to })
    else tell(start.offset, 'term-left', `“${from}”中夹有其他标记，没有改动`)
  }
  const renamed = new Set(edits.map(({ start }) => start))
  for (const at of occurrences(source, from))
    if (!renamed.has(at)) tell(at, 'term-left', `这里的“${from}”没有读作这个用语，没有改动`)
  for (const at of occurrences(source, to)) tell(at, 'term-met', `原来就有“${to}”这几个字，改名以后会与这个用语相混`)
  messages.sort((left, right) => left.line! - right.line! || left.column! - right.column!)
  return { edits, messages }

  function tell(offset: number, ruleId: 'term-left' | 'term-met', reason: string): void {
    const line = lineStarts.findLastIndex((start) => start <= offset)
    const place = { line: line + 1, column: offset - lineStarts[line]! + 1, offset }
    const message = new VFileMessage(reason, { place, ruleId, source: 'tiaoli-edit' })
    message.fatal = false
    messages.push(message)
  }
}

/** What follows the full name that a term stands for: the last words of 市港口机构（以下简称港口机构） are that name's. */
const abbreviation = /^\s?[（(]以下/

function occurrences(source: string, words: string): number[] {
  const found: number[] = []
  for (let at = source.indexOf(words); at !== -1; at = source.indexOf(words, at + words.length)) found.push(at)
  return found
}
