import type { Block, Break, Comment, Heading, Num, Phrasing, Text } from 'regast'
import type { Point as Place, Position } from 'unist'
import { skipBlank } from './characters.js'
import { type NumberKind, printedNumber } from './known-strings.js'
import type { Line } from './lines.js'
import { type Run, sliceRuns } from './runs.js'

/** Position of a whole line. */
export function linePosition(line: Line): Position {
  return {
    start: { line: line.line, column: line.start - line.lineStart + 1, offset: line.start },
    end: { line: line.endLine, column: line.end - line.endLineStart + 1, offset: line.end }
  }
}

/**
 * Position of a part of a plain line. Where it begins or ends with the line itself, it shares that place with the clause that the line
 * opens, and where it begins right behind a number with that: places are most of what a tree holds, and the collector copies all of
 * it. Only a node and its first or last child may share one, or the end of a node with the start of the next, so that whoever
 * moves a tree can tell.
 */
function partPosition(
  line: Line,
  start: number,
  end: number,
  whole: Position | undefined,
  before: Place | undefined
): Position {
  const { lineStart } = line
  return {
    start:
      whole?.start.offset === start
        ? whole.start
        : before?.offset === start
          ? before
          : placeIn(line.line, lineStart, start),
    end: whole?.end.offset === end ? whole.end : placeIn(line.line, lineStart, end)
  }
}

function placeIn(line: number, lineStart: number, offset: number): Place {
  return { line, column: offset - lineStart + 1, offset }
}

function span(line: number, lineStart: number, start: number, end: number): Position {
  return {
    start: { line, column: start - lineStart + 1, offset: start },
    end: { line, column: end - lineStart + 1, offset: end }
  }
}

/** The printed number of a line between two indices its marker counts in; `whole` is the position of a clause that opens with it. */
export function numberNode(
  line: Line,
  source: string,
  from: number,
  end: number,
  whole: Position | undefined,
  kind: NumberKind,
  value: number
): Num {
  if (line.runs === undefined) {
    return {
      type: 'num',
      value: printedNumber(source, from, end, kind, value),
      position: partPosition(line, from, end, whole, undefined)
    }
  }
  const runs = sliceRuns(line.runs, from, end).filter((run) => run.kind === 'text')
  const last = runs[runs.length - 1]!
  const num: Num = {
    type: 'num',
    value: runs.map((run) => run.value).join(''),
    position: span(line.line, line.lineStart, runs[0]!.start, last.end)
  }
  return num
}

/** Appends the phrasing of a line between two indices its marker counts in, blanks at both edges left out. */
export function pushPhrasing(children: unknown[], line: Line, source: string, from: number, to: number): void {
  if (line.runs === undefined) {
    const text = plainText(line, source, from, to, undefined)
    if (text !== undefined) children.push(text)
    return
  }
  let edge = true
  for (const run of sliceRuns(line.runs, from, to)) {
    const node = runNode(run, edge)
    if (node !== undefined) children.push(node)
    if (run.kind === 'inline' || (node !== undefined && run.kind === 'text')) edge = false
  }
}

/**
 * The phrasing of a line between two indices, as children of their own; `whole` is the position of a clause that ends with it, and
 * that begins where it does unless a number stands before it. An array has room for what it holds and no more.
 */
export function phrasingOf(
  line: Line,
  source: string,
  from: number,
  to: number,
  whole: Position | undefined
): Phrasing[] {
  if (line.runs === undefined) {
    const text = plainText(line, source, from, to, whole)
    return text === undefined ? [] : [text]
  }
  const children: Phrasing[] = []
  pushPhrasing(children, line, source, from, to)
  return children.slice()
}

/** The text of a plain line between two offsets, `before` being where a number ends in front of it; `undefined` where there are only blanks. */
export function plainText(
  line: Line,
  source: string,
  from: number,
  to: number,
  whole: Position | undefined,
  before?: Place
): Text | undefined {
  const start = skipBlank(source, from, to)
  if (start >= to) return undefined
  return { type: 'text', value: source.slice(start, to), position: partPosition(line, start, to, whole, before) }
}

function runNode(run: Run, edge: boolean): Phrasing | undefined {
  if (run.kind === 'text') {
    // Escaped characters are one character for two or more of the source and never blank at an edge.
    const linear = run.end - run.start === run.value.length
    const skip = edge && linear ? skipBlank(run.value, 0, run.value.length) : 0
    if (skip === run.value.length) return undefined
    const text: Text = {
      type: 'text',
      value: run.value.slice(skip),
      position: span(run.line, run.lineStart, run.start + skip, run.end)
    }
    if (run.marks !== undefined) text.marks = [...run.marks]
    return text
  }
  const position: Position = {
    start: { line: run.line, column: run.start - run.lineStart + 1, offset: run.start },
    end: {
      line: run.endLine,
      column: run.end - run.endLineStart + 1,
      offset: run.end
    }
  }
  return run.kind === 'comment'
    ? { type: 'comment', value: run.value, position }
    : { type: 'inline', mdast: run.mdast!, position }
}

/**
 * The line break before a line that continues a clause: its line ending, with the backslash that makes it a hard one.
 * `before` ends what stands in front of it; `undefined` where both are on one line.
 */
export function breakNode(before: Position, line: Line, source: string): Break | undefined {
  const from = before.end.offset!
  let index = from
  while (index < line.start && source.charCodeAt(index) !== 10 && source.charCodeAt(index) !== 13) index++
  if (index === line.start) return undefined
  const crlf = source.charCodeAt(index) === 13 && source.charCodeAt(index + 1) === 10
  const start = index > from && source.charCodeAt(index - 1) === 0x5c ? index - 1 : index
  return {
    type: 'break',
    position: {
      start: { line: before.end.line, column: before.end.column + start - from, offset: start },
      end: { line: before.end.line + 1, column: 1, offset: index + (crlf ? 2 : 1) }
    }
  }
}

/** The node of a line that is a comment or is kept aside. */
export function asideNode(line: Line): Block | Comment {
  const position = linePosition(line)
  return line.kind === 'comment'
    ? { type: 'comment', value: line.value, position }
    : { type: 'block', mdast: line.mdast!, position }
}

/** The heading that a line holds between two indices its marker counts in; `undefined` where there are no words. */
export function headingNode(line: Line, source: string, from: number, to: number): Heading | undefined {
  const children = phrasingOf(line, source, from, to, undefined)
  const first = children[0]?.position
  const last = children[children.length - 1]?.position
  if (first === undefined || last === undefined) return undefined
  return { type: 'heading', children, position: { start: first.start, end: last.end } }
}

/** Ends a node where its last child ends. */
export function closeNode(node: {
  children: { position?: Position | undefined }[]
  position?: Position | undefined
}): void {
  const first = node.children[0]?.position
  const last = node.children[node.children.length - 1]?.position
  if (first === undefined || last === undefined) return
  const { position } = node
  if (position === undefined) node.position = { start: first.start, end: last.end }
  else if (position.end !== last.end) node.position = { start: position.start, end: last.end }
}

/** Gives back the room that an array has taken to grow; one that is pushed to takes room for seventeen at once. */
export function trimChildren(node: { children: unknown[] }): void {
  node.children = node.children.slice()
}
