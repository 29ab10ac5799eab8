import type { Block, Break, Comment, Heading, Num, Phrasing, Text } from 'regast'
import type { Position } from 'unist'
import { skipBlank } from './characters.js'
import { type Line, type Run, sliceRuns } from './lines.js'

/** Position of a whole line. */
export function linePosition(line: Line): Position {
  return {
    start: { line: line.line, column: line.start - line.lineStart + 1, offset: line.start },
    end: { line: line.endLine, column: line.end - line.endLineStart + 1, offset: line.end }
  }
}

function span(line: number, lineStart: number, start: number, end: number): Position {
  return {
    start: { line, column: start - lineStart + 1, offset: start },
    end: { line, column: end - lineStart + 1, offset: end }
  }
}

/** The printed number of a line between two indices its marker counts in. */
export function numberNode(line: Line, source: string, from: number, end: number): Num {
  if (line.runs === undefined) {
    return {
      type: 'num',
      value: source.slice(from, end),
      position: span(line.line, line.lineStart, from, end)
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
    const start = skipBlank(source, from, to)
    if (start < to) {
      const text: Text = {
        type: 'text',
        value: source.slice(start, to),
        position: span(line.line, line.lineStart, start, to)
      }
      children.push(text)
    }
    return
  }
  let edge = true
  for (const run of sliceRuns(line.runs, from, to)) {
    const node = runNode(run, edge)
    if (node !== undefined) children.push(node)
    if (run.kind === 'inline' || (node !== undefined && run.kind === 'text')) edge = false
  }
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
  const children: Phrasing[] = []
  pushPhrasing(children, line, source, from, to)
  const first = children[0]?.position
  const last = children[children.length - 1]?.position
  if (first === undefined || last === undefined) return undefined
  return { type: 'heading', children, position: { start: { ...first.start }, end: { ...last.end } } }
}

/** Ends a node where its last child ends. */
export function closeNode(node: {
  children: { position?: Position | undefined }[]
  position?: Position | undefined
}): void {
  const first = node.children[0]?.position
  const last = node.children[node.children.length - 1]?.position
  if (first === undefined || last === undefined) return
  const { line, column, offset } = last.end
  const end = { line, column, offset: offset! }
  if (node.position === undefined) node.position = { start: { ...first.start }, end }
  else node.position.end = end
}
