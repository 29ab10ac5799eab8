import type { Root as Markdown } from 'mdast'
import type { Article, Root } from 'regast'
import type { Point } from 'unist'
import type { VFileMessage } from 'vfile-message'
import { buildTree } from './build.js'
import { checkStructure } from './checks.js'
import type { Line } from './lines.js'
import { type MarkdownParser, parseMarkdown, shiftPositions } from './markdown.js'
import { linesOfMarkdown } from './markdown-lines.js'
import { makeMessage } from './messages.js'
import { scanSource } from './scan.js'
import { survey } from './survey.js'

/** A clause tree and what there is to say about the draft it was read from. */
export interface ParseResult {
  tree: Root
  messages: VFileMessage[]
}

/** Reads a draft; never throws on text. Positions count UTF-16 units of `source`, a byte order mark included. */
export function parseRegulation(source: string): ParseResult {
  return parseSource(source, parseMarkdown, true)
}

/** The clause tree that `parseRegulation` gives, without looking for what there is to say about the draft. */
export function parseTree(source: string): Root {
  const { lines, end } = scanSource(source, parseMarkdown)
  return buildTree(survey(lines, source, []), source, end).tree
}

/** The clause tree of a text; `fast` allows reading plain blocks without the Markdown parser, with the same result. */
export function parseSource(source: string, parse: MarkdownParser, fast: boolean): ParseResult {
  if (fast) {
    const { lines, end } = scanSource(source, parse)
    return treeOfLines(lines, source, end)
  }
  return treeOfMarkdown(parse(source), source)
}

/** The clause tree of a Markdown tree that remark made of `source`; moves its positions where there is a byte order mark. */
export function treeOfMarkdown(markdown: Markdown, source: string): ParseResult {
  const bom = source.charCodeAt(0) === 0xfeff ? 1 : 0
  shiftPositions(markdown, bom, 1, 1 + bom)
  return treeOfLines(linesOfMarkdown(markdown, source), source, endOf(source))
}

/**
 * The clause tree of the lines of a draft that ends at `end`. With `sound`, the articles known to hold nothing to report, unchanged
 * articles of an earlier tree become part of it.
 */
export function treeOfLines(
  lines: Line[],
  source: string,
  end: Required<Point>,
  sound?: WeakSet<Article>
): ParseResult {
  const messages: VFileMessage[] = []
  const build = buildTree(survey(lines, source, messages, sound !== undefined), source, end, sound !== undefined)
  checkStructure(build, messages, sound)
  messages.sort((left, right) => (offsetOf(left) ?? 0) - (offsetOf(right) ?? 0))
  const { tree } = build
  if (tree.children.length === 0) {
    const start = { line: 1, column: 1, offset: 0 }
    messages.push(makeMessage('empty-document', '文件没有内容。', { start, end: start }))
  }
  return { tree, messages }
}

function offsetOf({ place }: VFileMessage): number | undefined {
  return place === undefined ? undefined : 'start' in place ? place.start.offset : place.offset
}

function endOf(source: string): Required<Point> {
  let line = 1
  let lineStart = 0
  for (let index = 0; index < source.length; index++) {
    const code = source.charCodeAt(index)
    if (code === 10 || (code === 13 && source.charCodeAt(index + 1) !== 10)) {
      line += 1
      lineStart = index + 1
    }
  }
  return { line, column: source.length - lineStart + 1, offset: source.length }
}
