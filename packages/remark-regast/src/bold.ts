import { type Join, type Line, richLine } from './lines.js'
import { textRun } from './runs.js'

const blank = /\s/
const punctuation = /[\p{P}\p{S}]/u

/**
 * Where bold text closes that opens at `start`, as CommonMark has it for one pair of `**` on a line: index of the closing pair,
 * -1 where the line is anything less simple. Numbers of articles are often set so.
 */
export function boldEnd(source: string, start: number, end: number): number {
  const close = source.indexOf('**', start + 2)
  if (close === -1 || close >= end - 1 || close === start + 2) return -1
  const after = close + 2
  if (source.charAt(after) === '*' || source.charAt(start + 2) === '*') return -1
  if (blank.test(source.charAt(start + 2)) || blank.test(source.charAt(close - 1))) return -1
  // Chinese does without the blank that a closing mark needs behind a punctuation mark: what that makes of it is remark's to say.
  if (isPunctuation(source, close - 1) && after < end) return -1
  return close
}

function isPunctuation(source: string, index: number): boolean {
  const code = source.charCodeAt(index)
  // Half of a pair of units may be either.
  return (code >= 0xd800 && code <= 0xdfff) || punctuation.test(source.charAt(index))
}

/** A line that opens with bold text and goes on plain. */
export function boldLine(
  source: string,
  start: number,
  close: number,
  end: number,
  line: number,
  lineStart: number,
  join: Join,
  depth: number
): Line | undefined {
  const runs = [textRun(start + 2, close, line, lineStart, source.slice(start + 2, close), ['strong'])]
  if (close + 2 < end) {
    runs.push(textRun(close + 2, end, line, lineStart, source.slice(close + 2, end), undefined))
  }
  return richLine(runs, source, join, depth)
}
