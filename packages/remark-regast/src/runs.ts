import type { Nodes } from 'mdast'
import type { Mark } from 'regast'
import { isBlank, skipBlank, trimBlank } from './characters.js'

/** A stretch of a line: text, or inline content that is kept aside. Offsets are of the source. */
export interface Run {
  kind: 'text' | 'inline' | 'comment'
  start: number
  end: number
  line: number
  lineStart: number
  /** What a reader sees; as long as the stretch, or the one character an escape stands for. */
  value: string
  marks: Mark[] | undefined
  mdast: Nodes | undefined
  endLine: number
  endLineStart: number
}

/** A stretch of text with every field set, so that all stretches have one shape. */
export function textRun(
  start: number,
  end: number,
  line: number,
  lineStart: number,
  value: string,
  marks: Mark[] | undefined
): Run {
  return {
    kind: 'text',
    start,
    end,
    line,
    lineStart,
    value,
    marks,
    mdast: undefined,
    endLine: line,
    endLineStart: lineStart
  }
}

/** A part of a stretch of text, from one index of it to another; only stretches as long as their source have parts. */
function partOf({ start, line, lineStart, value, marks }: Run, from: number, to: number): Run {
  return textRun(start + from, start + to, line, lineStart, value.slice(from, to), marks)
}

/** Leaves out blanks at the edges of a line; a comment there does not make them part of it. */
export function trimRuns(runs: Run[]): Run[] {
  const first = runs[0]
  const last = runs[runs.length - 1]
  if (first === undefined || last === undefined) return runs
  if (isTrimmed(first, 0) && isTrimmed(last, last.value.length - 1)) return runs
  return trimEdge(trimEdge(runs, 1), -1)
}

/** Whether nothing has to be left out at an edge, where a run shows the character at an index. */
function isTrimmed(run: Run, index: number): boolean {
  return run.kind === 'inline' || (run.kind === 'text' && index >= 0 && !isBlank(run.value.charCodeAt(index)))
}

/** Trims the start of a line (`step` 1) or its end (-1). */
function trimEdge(runs: Run[], step: 1 | -1): Run[] {
  const kept: (Run | undefined)[] = [...runs]
  for (let index = step === 1 ? 0 : runs.length - 1; index >= 0 && index < runs.length; index += step) {
    const run = runs[index]!
    if (run.kind === 'comment') continue
    if (run.kind === 'inline') break
    const { length } = run.value
    const from = step === 1 ? skipBlank(run.value, 0, length) : 0
    const to = step === 1 ? length : trimBlank(run.value, 0, length)
    kept[index] = undefined
    if (from === to) continue
    // Only runs as long as their source have blanks beside other characters.
    kept[index] = to - from === length ? run : partOf(run, from, to)
    break
  }
  return kept.filter((run) => run !== undefined)
}

/** What a reader sees of a rich line; comments leave no trace, other inline content is U+FFFC. */
export function runsText(runs: Run[]): string {
  let text = ''
  for (const run of runs) text += run.kind === 'text' ? run.value : run.kind === 'inline' ? '\uFFFC' : ''
  return text
}

/** The runs of a line from one index of its text to another; a comment at a cut goes with what follows it. */
export function sliceRuns(runs: Run[], from: number, to: number): Run[] {
  const kept: Run[] = []
  const total = runsText(runs).length
  let index = 0
  for (const run of runs) {
    if (run.kind === 'comment') {
      if (index >= from && (index < to || to === total)) kept.push(run)
      continue
    }
    const length = run.kind === 'inline' ? 1 : run.value.length
    const first = Math.max(from, index)
    const last = Math.min(to, index + length)
    if (first < last) {
      if (run.kind === 'inline' || last - first === length) kept.push(run)
      else {
        kept.push(partOf(run, first - index, last - index))
      }
    }
    index += length
  }
  return kept
}
