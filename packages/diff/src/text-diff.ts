import type { ReferencePair, TextSegment } from './model.js'
import { maskNumbers, normaliseText } from './normalise.js'
import { phraseAnchors } from './phrase-anchors.js'
import { diffSequences } from './sequence-diff.js'
import type { Token, TokenSpan } from './tokens.js'
import { tokenise } from './tokens.js'

/** Runs of tokens that both texts have, or only one. */
interface TokenRun {
  old: Token[]
  new: Token[]
  equal: boolean
}

/** Beyond so many edits two texts are shown as one replaced by the other. */
const mostEdits = 1200
/** Equal words between two changes that are no longer than this are taken as changed too: scattered words cannot be read. */
const shortIsland = 1
/** The same between two long changes: of a sentence that was rewritten a word or two that stayed are no help. */
const shortIslandBetweenLong = 3
const longChange = 12

/** The difference of two texts as segments a reader can follow; words, references, titles and quantities stay whole. */
export function diffText(old: string, next: string): TextSegment[] {
  return diffSpans({ text: old, spans: [] }, { text: next, spans: [] }, (text) => text).segments
}

/** A text with the stretches of it that are tokens already, ascending and apart. */
export interface SpannedText {
  text: string
  spans: readonly TokenSpan[]
}

/** The difference of two texts, and the references that stand at the same place in both. */
export interface TextDifference {
  segments: TextSegment[]
  pairs: ReferencePair[]
}

/**
 * The difference of two texts with references in them; references of one key and different text are those that follow
 * a renumbering. What `normalise` makes equal (blanks and widths of brackets) is no change.
 */
export function diffSpans(old: SpannedText, next: SpannedText, normalise = normaliseText): TextDifference {
  const runs: TokenRun[] = []
  const add = (run: TokenRun): void => {
    const last = runs.at(-1)
    if (last === undefined || last.equal !== run.equal) {
      runs.push(run)
      return
    }
    last.old.push(...run.old)
    last.new.push(...run.new)
  }
  let o = 0
  let n = 0
  const upTo = (oldTo: number, newTo: number): void => {
    if (o === oldTo || n === newTo) {
      // What only one text has need not be cut into words.
      if (o < oldTo || n < newTo) add({ old: wholeOf(old, o, oldTo), new: wholeOf(next, n, newTo), equal: false })
      return
    }
    runsOf(tokensBetween(old, o, oldTo, normalise), tokensBetween(next, n, newTo, normalise)).forEach(add)
  }
  for (const anchor of phraseAnchors(old.text, next.text, old.spans, next.spans)) {
    upTo(anchor.old, anchor.new)
    const text = old.text.slice(anchor.old, anchor.old + anchor.length)
    add({ old: [{ text, key: text }], new: [{ text, key: text }], equal: true })
    o = anchor.old + anchor.length
    n = anchor.new + anchor.length
  }
  upTo(old.text.length, next.text.length)
  const pairs = runs.flatMap(referencePairsOf)
  return { segments: segmentsOf(withoutIslands(runs)), pairs }
}

function wholeOf({ text }: SpannedText, from: number, to: number): Token[] {
  const part = text.slice(from, to)
  return part === '' ? [] : [{ text: part, key: part }]
}

function tokensBetween(
  { text, spans }: SpannedText,
  from: number,
  to: number,
  normalise: (text: string) => string
): Token[] {
  if (from === to) return []
  const inside = spans
    .filter(({ start, end }) => start >= from && end <= to)
    .map((span) => ({ ...span, start: span.start - from, end: span.end - from }))
  return tokenise(text.slice(from, to), inside).map((token) =>
    token.key === token.text ? { ...token, key: normalise(token.text) } : token
  )
}

/** References of a run that correspond: at the same place of an equal run, in the same order of a changed one where they name the same levels. */
function referencePairsOf(run: TokenRun): ReferencePair[] {
  const pairs: ReferencePair[] = []
  if (run.equal) {
    for (const [index, { reference }] of run.new.entries()) {
      const before = run.old[index]!.reference
      if (before !== undefined && reference !== undefined) pairs.push({ old: before, new: reference })
    }
    return pairs
  }
  const open = run.old.filter((token) => token.reference !== undefined)
  for (const { reference, text } of run.new) {
    if (reference === undefined) continue
    const at = open.findIndex((token) => maskNumbers(token.text) === maskNumbers(text))
    if (at === -1) continue
    pairs.push({ old: open[at]!.reference!, new: reference })
    open.splice(0, at + 1)
  }
  return pairs
}

function runsOf(olds: readonly Token[], news: readonly Token[]): TokenRun[] {
  if (olds.length === 0 && news.length === 0) return []
  const runs = diffSequences(
    olds.map((token) => token.key),
    news.map((token) => token.key),
    mostEdits
  )
  if (runs === undefined) return [{ old: [...olds], new: [...news], equal: false }]
  return runs.map(({ equal, oldFrom, oldTo, newFrom, newTo }) => ({
    old: olds.slice(oldFrom, oldTo),
    new: news.slice(newFrom, newTo),
    equal
  }))
}

function withoutIslands(runs: TokenRun[]): TokenRun[] {
  const joined: TokenRun[] = []
  for (const [index, run] of runs.entries()) {
    const before = joined.at(-1)
    const after = runs[index + 1]
    if (run.equal && before !== undefined && after !== undefined && isIsland(run, before, after)) {
      before.old.push(...run.old)
      before.new.push(...run.new)
      continue
    }
    if (before !== undefined && !before.equal && !run.equal) {
      before.old.push(...run.old)
      before.new.push(...run.new)
    } else joined.push(run)
  }
  return joined
}

function isIsland(run: TokenRun, before: TokenRun, after: TokenRun): boolean {
  const text = textOf(run.new)
  if (run.old.some((token, index) => token.text !== run.new[index]!.text)) return false
  const longest = isLong(before) && isLong(after) ? shortIslandBetweenLong : shortIsland
  if (text.length > longest || /[，。；：、（）“”《》\n]/.test(text)) return false
  // Between an insertion and another insertion nothing is gained by joining.
  return before.old.length > 0 && before.new.length > 0 && after.old.length > 0 && after.new.length > 0
}

/** Whether a change has many characters; stops counting where it does, since changes grow as they are joined. */
function isLong(run: TokenRun): boolean {
  let length = 0
  for (const side of [run.old, run.new]) {
    for (const { text } of side) {
      length += text.length
      if (length >= longChange) return true
    }
  }
  return false
}

function segmentsOf(runs: readonly TokenRun[]): TextSegment[] {
  const segments: TextSegment[] = []
  for (const run of runs) {
    if (!run.equal) {
      push(segments, 'deleted', textOf(run.old))
      push(segments, 'inserted', textOf(run.new))
      continue
    }
    for (const [index, token] of run.new.entries()) {
      const before = run.old[index]!
      if (before.text === token.text || token.reference === undefined) push(segments, 'equal', token.text)
      else segments.push({ kind: 'reference', old: before.text, new: token.text })
    }
  }
  return segments
}

function push(segments: TextSegment[], kind: 'equal' | 'deleted' | 'inserted', text: string): void {
  if (text === '') return
  const last = segments.at(-1)
  if (last !== undefined && last.kind === kind) last.text += text
  else segments.push({ kind, text })
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map((token) => token.text).join('')
}

/** Whether segments hold a change of words, not only references that follow. */
export function changesWords(segments: readonly TextSegment[]): boolean {
  return segments.some((segment) => segment.kind === 'deleted' || segment.kind === 'inserted')
}
