import type { Html, List, Nodes, Root, RootContent } from 'mdast'
import { skipBlank, trimBlank } from './characters.js'
import { commentValue, splitPhrasing } from './inline-runs.js'
import { type Join, Line, plainLine, richLine } from './lines.js'
import { type Run, textRun } from './runs.js'

/** The written lines of a Markdown tree whose positions are those of `source`. */
export function linesOfMarkdown(tree: Root, source: string): Line[] {
  const lines: Line[] = []
  for (const node of tree.children) addBlock(node, source, 'block', lines)
  return lines
}

function addBlock(node: RootContent, source: string, join: Join, lines: Line[]): void {
  switch (node.type) {
    case 'paragraph':
    case 'heading': {
      const depth = node.type === 'heading' ? node.depth : 0
      let parted = false
      for (const { join: own, runs } of splitPhrasing(node.children, source, join)) {
        // A comment in front of a line stands before whatever the line opens.
        while (runs[0]?.kind === 'comment' || isBlankRun(runs)) {
          const run = runs.shift()!
          if (run.kind === 'comment') lines.push(commentLine(run))
        }
        const line = richLine(runs, source, parted ? 'block' : own, depth)
        // A line of nothing but blanks parts paragraphs, whatever Markdown thinks of its characters.
        parted = line === undefined
        if (line !== undefined) lines.push(line)
      }
      break
    }
    case 'list':
      addList(node, source, lines)
      break
    case 'html':
      addHtml(node, source, lines)
      break
    case 'code':
      if (/^[`~]/.test(source.slice(node.position!.start.offset!).trimStart())) addAside(node, lines)
      // An indented paragraph is text to a drafter, code only to Markdown.
      else addPlain(node, source, join, lines)
      break
    case 'yaml': {
      const line = lineOf('frontMatter', node)
      line.value = node.value
      lines.push(line)
      break
    }
    default:
      addAside(node, lines)
  }
}

function isBlankRun([first, second]: Run[]): boolean {
  return first?.kind === 'text' && second?.kind === 'comment' && trimBlank(first.value, 0, first.value.length) === 0
}

function commentLine(run: Run): Line {
  const line = new Line('comment', run.start, run.end, run.line, run.lineStart, 'block', 0)
  line.value = run.value
  line.endOn(run.endLine, run.endLineStart)
  return line
}

function addAside(node: Nodes, lines: Line[]): void {
  const line = lineOf('block', node)
  line.mdast = node
  lines.push(line)
}

function lineOf(kind: Line['kind'], node: Nodes): Line {
  const { start, end } = node.position!
  const line = new Line(kind, start.offset!, end.offset!, start.line, start.offset! - start.column + 1, 'block', 0)
  line.endOn(end.line, end.offset! - end.column + 1)
  return line
}

function addList(list: List, source: string, lines: Line[]): void {
  for (const item of list.children) {
    const before = lines.length
    const [first, ...rest] = item.children
    if (first !== undefined) addBlock(first, source, 'block', lines)
    const opening = lines[before]
    const start = item.position!.start
    const marker = list.ordered ? /^\d+[.)]/.exec(source.slice(start.offset!, start.offset! + 12))?.[0] : undefined
    if (opening === undefined || opening.kind !== 'text' || opening.line !== start.line || opening.depth > 0) {
      if (marker !== undefined) lines.splice(before, 0, markerLine(item, source, marker))
    } else if (marker === undefined) opening.bullet = true
    else extendToMarker(opening, source, start.offset!, marker)
    for (const node of rest) addBlock(node, source, node.type === 'paragraph' ? 'item' : 'block', lines)
    for (let index = before; index < lines.length; index++) lines[index]!.nesting += 1
  }
}

/** The number of an item that opens with something else than text. */
function markerLine(item: Nodes, source: string, marker: string): Line {
  const start = item.position!.start
  const from = start.offset!
  return plainLine(source, from, from + marker.length, start.line, from - start.column + 1, 'block', 0)!
}

/** Makes the number that Markdown takes for a list marker part of the line again: it is what the drafter wrote. */
function extendToMarker(line: Line, source: string, start: number, marker: string): void {
  if (line.runs !== undefined) {
    const end = start + marker.length
    const blank = skipBlank(source, end, line.start)
    const piece = (from: number, to: number) =>
      textRun(from, to, line.line, line.lineStart, source.slice(from, to), undefined)
    line.runs = [piece(start, end), ...(blank > end ? [piece(end, blank)] : []), ...line.runs]
  }
  line.start = start
}

function addPlain(node: Nodes, source: string, join: Join, lines: Line[]): void {
  const { start, end } = node.position!
  let line = start.line
  let lineStart = start.offset! - start.column + 1
  let from = start.offset!
  let next = join
  while (from <= end.offset!) {
    let to = from
    while (to < end.offset! && source.charCodeAt(to) !== 10 && source.charCodeAt(to) !== 13) to++
    const plain = plainLine(source, from, to, line, lineStart, next, 0)
    if (plain === undefined) next = 'block'
    else {
      lines.push(plain)
      next = 'soft'
    }
    from = to + (source.charCodeAt(to) === 13 && source.charCodeAt(to + 1) === 10 ? 2 : 1)
    line += 1
    lineStart = from
  }
}

/** HTML is kept aside, except comments and the text that follows a comment on its line. */
function addHtml(node: Html, source: string, lines: Line[]): void {
  const { start, end } = node.position!
  const found: Line[] = []
  let index = start.offset!
  let line = start.line
  let lineStart = start.offset! - start.column + 1
  const to = end.offset!
  while (index < to) {
    const code = source.charCodeAt(index)
    if (code === 10 || code === 13) {
      index += code === 13 && source.charCodeAt(index + 1) === 10 ? 2 : 1
      line += 1
      lineStart = index
    } else if (code === 32 || code === 9) index += 1
    else if (source.startsWith('<!--', index)) {
      const close = source.indexOf('-->', index + 4)
      if (close === -1 || close + 3 > to) {
        addAside(node, lines)
        return
      }
      const comment = new Line('comment', index, close + 3, line, lineStart, 'block', 0)
      comment.value = commentValue(source.slice(index, close + 3))
      for (let at = index; at < close + 3; at++) {
        const inner = source.charCodeAt(at)
        if (inner === 10 || (inner === 13 && source.charCodeAt(at + 1) !== 10)) {
          line += 1
          lineStart = at + 1
        }
      }
      comment.endOn(line, lineStart)
      found.push(comment)
      index = close + 3
    } else {
      let stop = index
      while (stop < to && source.charCodeAt(stop) !== 10 && source.charCodeAt(stop) !== 13) stop++
      if (found.length === 0 || source.slice(index, stop).includes('<')) {
        addAside(node, lines)
        return
      }
      const plain = plainLine(source, index, stop, line, lineStart, 'block', 0)
      if (plain !== undefined) found.push(plain)
      index = stop
    }
  }
  for (const line of found) lines.push(line)
}
