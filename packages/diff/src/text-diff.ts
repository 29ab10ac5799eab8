import { diffArrays } from 'diff'
import type { ReferencePair, TextSegment } from './model.js'
import { maskNumbers } from './normalise.js'
import type { Token } from './tokens.js'
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

/** The difference of two texts as segments a reader can follow; words, references, titles and quantities stay whole. */
export function diffText(old: string, next: string): TextSegment[] {
  return diffTokens(tokenise(old), tokenise(next)).segments
}

/** The difference of two token lists, and the references that stand at the same place in both. */
export interface TokenDifference {
  segments: TextSegment[]
  pairs: ReferencePair[]
}

/** The difference of two token lists; tokens of one key and different text are references that follow a renumbering. */
export function diffTokens(olds: readonly Token[], news: readonly Token[]): TokenDifference {
  const runs = runsOf(olds, news)
  const pairs = runs.flatMap(referencePairsOf)
  return { segments: segmentsOf(withoutIslands(runs)), pairs }
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
  const changes = diffArrays(
    olds.map((token) => token.key),
    news.map((token) => token.key),
    { maxEditLength: mostEdits }
  )
  if (changes === undefined) return [{ old: [...olds], new: [...news], equal: false }]
  const runs: TokenRun[] = []
  let o = 0
  let n = 0
  for (const { value, added, removed } of changes) {
    const equal = !added && !removed
    let run = runs.at(-1)
    if (run === undefined || run.equal || equal) {
      run = { old: [], new: [], equal }
      runs.push(run)
    }
    if (!added) {
      run.old.push(...olds.slice(o, o + value.length))
      o += value.length
    }
    if (!removed) {
      run.new.push(...news.slice(n, n + value.length))
      n += value.length
    }
  }
  return runs
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
  if (text.length > shortIsland || /[，。；：、（）“”《》\n]/.test(text)) return false
  // Between an insertion and another insertion nothing is gained by joining.
  return before.old.length > 0 && before.new.length > 0 && after.old.length > 0 && after.new.length > 0
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
      if (before.text === token.text) push(segments, 'equal', token.text)
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
