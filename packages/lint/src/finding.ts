import type { ClauseText } from 'regast'
import { placeAt } from 'regast'
import type { Position } from 'unist'

/** How much a finding weighs; only an error fails a check by itself. */
export type Severity = 'error' | 'warning' | 'info'

/** One sentence in Chinese and in English. */
export interface Said {
  zh: string
  en: string
}

/** What a clause rule found; `start` and `end` are indices into the text of the clause. */
export interface ClauseFinding {
  start: number
  end: number
  reason: Said
  /** Text to put in place of the found text. */
  replace?: string
  /** Where what is replaced is not what is marked. */
  edits?: { start: number; end: number; text: string }[]
  note?: string
}

/** What a document rule found, in a clause or at a place of the source. */
export interface DocumentFinding {
  /** Clause that `start` and `end` count in; the whole clause where they are absent. */
  clause?: ClauseText
  start?: number
  end?: number
  /** Offsets into the source, where no clause text holds the place (numbers, headings, comments). */
  source?: { start: number; end: number; address?: string }
  reason: Said
  replace?: string
  edits?: { start: number; end: number; text: string }[]
  note?: string
  related?: { clause: ClauseText; start?: number; end?: number; reason: Said }[]
  expected?: string[]
  /** Overrides what the rule says of its fixes. */
  fix?: 'safe' | 'offer'
}

/** A change of the source: the characters from `start` to `end` (offsets in UTF-16 units) become `text`. */
export interface TextEdit {
  start: number
  end: number
  text: string
}

/** Languages that a finding speaks. */
export type Language = 'zh' | 'en'

/** Something to put right in a draft. */
export interface Finding {
  ruleId: string
  severity: Severity
  /** One Chinese sentence. */
  reason: string
  /** The same in English. */
  english: string
  position: Position
  /** Address of the deepest clause around it; `''` outside every clause. */
  address: string
  /** The address as a drafter says it: 第三条第二款; `''` outside every clause. */
  label: string
  /** What stands there. */
  actual?: string
  /** What should stand there. */
  expected?: string[]
  /** Edits that `--fix` applies. */
  fix?: TextEdit[]
  /** Edits that a person may choose. */
  offers?: { title: string; edits: TextEdit[] }[]
  note?: string
  related?: { position: Position; address: string; label: string; reason: string; english: string }[]
}

/** Where a stretch of a clause's text stands in the source. */
export function positionIn(clause: ClauseText, start = 0, end = clause.text.length): Position {
  return { start: placeAt(clause, start), end: placeAt(clause, end) }
}

/**
 * Edits of a clause's text as edits of the source; `undefined` where the text does not stand there letter by letter
 * (markup or an escaped character lies in between), because a mechanical change could then damage it.
 */
export function sourceEdits(clause: ClauseText, edits: readonly TextEdit[], source: string): TextEdit[] | undefined {
  const moved: TextEdit[] = []
  for (const edit of edits) {
    const start = startOffset(clause, edit.start)
    const end = edit.end === edit.start ? start : placeAt(clause, edit.end - 1).offset + 1
    if (source.slice(start, end) !== clause.text.slice(edit.start, edit.end)) return undefined
    moved.push({ start, end, text: edit.text })
  }
  return moved
}

/** An insertion goes behind the character before it, so that it stays on the same line. */
function startOffset(clause: ClauseText, index: number): number {
  if (index < clause.text.length || index === 0) return placeAt(clause, index).offset
  return placeAt(clause, index - 1).offset + 1
}

/** What a finding, or a place beside it, says in a language. */
export function reasonIn({ reason, english }: Pick<Finding, 'reason' | 'english'>, language: Language): string {
  return language === 'en' ? english : reason
}
