import type { Nodes } from 'mdast'
import type { Article } from 'regast'
import type { Point } from 'unist'
import type { Line } from './lines.js'
import { parseMarkdown } from './markdown.js'
import { type ParseResult, treeOfLines } from './parse.js'
import { frontMatterEnd } from './regions.js'
import { actsAsWhole, type Restart, type Scan, scanSource } from './scan.js'

/** Replaces the text between two offsets, in UTF-16 units of the text before the edit. */
export interface TextEdit {
  start: number
  end: number
  text: string
}

/** Reads a draft again after each edit; an edit costs the reading of the blocks it touches, and the assembly of the tree. */
export interface IncrementalParser {
  /** The text as it stands. */
  readonly source: string
  /** Starts with a new text. */
  parse(source: string): ParseResult
  /** Applies an edit; the result equals that of a fresh parse. Unchanged articles of the tree handed out before become part of it, so that one must not be used any more. */
  edit(edit: TextEdit): ParseResult
  /** UTF-16 units that the last parse or edit read. */
  readonly read: number
}

/** A parser that remembers the text it read last. */
export function createIncrementalParser(): IncrementalParser {
  return new BlockCache()
}

class BlockCache implements IncrementalParser {
  source = ''
  read = 0
  private lines: Line[] = []
  private restarts: Restart[] = []
  private end: Required<Point> = { line: 1, column: 1, offset: 0 }
  private whole = false
  /** Articles in which there is nothing to report. */
  private readonly sound = new WeakSet<Article>()

  parse(source: string): ParseResult {
    this.source = source
    this.whole = actsAsWhole(source)
    this.restarts = []
    const { lines, end } = scanSource(source, parseMarkdown, { restarts: this.restarts })
    this.lines = lines
    this.end = end
    this.read = source.length
    return treeOfLines(lines, source, end, this.sound)
  }

  edit({ start, end, text }: TextEdit): ParseResult {
    const old = this.source
    const source = old.slice(0, start) + text + old.slice(end)
    const around = source.slice(Math.max(0, start - 1), start + text.length + 1)
    // A block may join the one before it, so that reading begins one block early.
    const first = this.restartBefore(start) - 1
    if (first < 0 || this.whole || actsAsWhole(around) || this.touchesFrontMatter(source, start))
      return this.parse(source)
    const from = this.restarts[first]!
    const delta = text.length - (end - start)
    const restarts: Restart[] = []
    let next = first
    const stopAt = (offset: number): boolean => {
      if (offset - delta <= end || offset < start + text.length) return false
      while (next < this.restarts.length && this.restarts[next]!.offset < offset - delta) next += 1
      return this.restarts[next]?.offset === offset - delta
    }
    const scan = scanSource(source, parseMarkdown, { from, restarts, stopAt })
    this.splice(scan, from, first, restarts, delta, scan.end.offset < source.length ? next : this.restarts.length)
    this.source = source
    this.read = scan.end.offset - from.offset
    return treeOfLines(this.lines, source, this.end, this.sound)
  }

  /** Index of the last block that begins at or before an offset, -1 where there is none. */
  private restartBefore(offset: number): number {
    let low = 0
    let high = this.restarts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.restarts[middle]!.offset <= offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  private touchesFrontMatter(source: string, start: number): boolean {
    const from = source.charCodeAt(0) === 0xfeff ? 1 : 0
    return source.startsWith('---', from) && start <= frontMatterEnd(source, from) + 1
  }

  /** Puts new lines in the place of old ones and moves what follows. */
  private splice(scan: Scan, from: Restart, first: number, restarts: Restart[], delta: number, next: number): void {
    const kept = this.restarts[next]
    const tail = kept === undefined ? [] : this.lines.slice(kept.lines)
    const count = from.lines + scan.lines.length
    for (const restart of restarts) restart.lines += from.lines
    const later = this.restarts.slice(next)
    if (kept === undefined) this.end = scan.end
    else {
      const lineDelta = scan.end.line - kept.line
      const linesDelta = count - kept.lines
      const mover = new LineMover(delta, lineDelta)
      for (const line of tail) mover.move(line)
      for (const restart of later) {
        restart.offset += delta
        restart.line += lineDelta
        restart.lines += linesDelta
      }
      const { line, column, offset } = this.end
      this.end = { line: line + lineDelta, column, offset: offset + delta }
    }
    this.lines = [...this.lines.slice(0, from.lines), ...scan.lines, ...tail]
    this.restarts = [...this.restarts.slice(0, first), ...restarts, ...later]
  }
}

/** Moves lines to where they stand after an edit before them. */
class LineMover {
  /** Kept-aside trees that were moved: one may be part of another. */
  private readonly moved = new Set<Nodes>()

  constructor(
    private readonly delta: number,
    private readonly lineDelta: number
  ) {}

  move(line: Line): void {
    const { delta, lineDelta } = this
    line.shift(delta, lineDelta)
    if (line.mdast !== undefined) this.moveTree(line.mdast)
    if (line.runs === undefined) {
      // What a survey read of a plain line counts in the source.
      const { marker } = line
      if (marker === undefined) return
      marker.end += delta
      if (marker.kind !== 'ordinal') return
      marker.content += delta
      if (marker.start !== undefined) marker.start += delta
      return
    }
    for (const run of line.runs) {
      run.start += delta
      run.end += delta
      run.lineStart += delta
      run.line += lineDelta
      run.endLine += lineDelta
      run.endLineStart += delta
      if (run.mdast !== undefined) this.moveTree(run.mdast)
    }
  }

  private moveTree(node: Nodes): void {
    if (this.moved.has(node)) return
    this.moved.add(node)
    if (node.position !== undefined) {
      for (const place of [node.position.start, node.position.end]) {
        place.offset = place.offset! + this.delta
        place.line += this.lineDelta
      }
    }
    if ('children' in node) for (const child of node.children) this.moveTree(child)
  }
}
