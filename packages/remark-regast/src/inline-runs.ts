import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type { PhrasingContent } from 'mdast'
import type { Mark } from 'regast'
import type { Join } from './lines.js'
import { type Run, textRun } from './runs.js'

/** The runs of one written line, and how the line follows the one before. */
export interface RunLine {
  join: Join
  runs: Run[]
}

/** Splits the phrasing content of one Markdown block into written lines; `join` is that of the first. */
export function splitPhrasing(children: PhrasingContent[], source: string, join: Join): RunLine[] {
  const lines: RunLine[] = [{ join, runs: [] }]
  addPhrasing(children, [], source, lines)
  return lines
}

function addPhrasing(children: PhrasingContent[], marks: Mark[], source: string, lines: RunLine[]): void {
  for (const node of children) {
    const start = node.position!.start
    const end = node.position!.end
    const from = start.offset!
    const to = end.offset!
    const line = start.line
    const lineStart = from - start.column + 1
    switch (node.type) {
      case 'text':
        addText(source, from, to, line, lineStart, marks, lines)
        break
      case 'break':
        lines.push({ join: 'hard', runs: [] })
        break
      case 'strong':
      case 'emphasis':
      case 'delete':
        addPhrasing(node.children, [...marks, node.type], source, lines)
        break
      default: {
        const comment = node.type === 'html' && /^<!--[\s\S]*-->$/.test(node.value)
        let inlineFrom = from
        let inlineLine = line
        let inlineLineStart = lineStart
        if (node.type === 'link' && node.children.length > 0) {
          // The words of a link are clause text; what is left of it is its target.
          addPhrasing(node.children, marks, source, lines)
          const inner = node.children[node.children.length - 1]!.position!.end
          inlineFrom = inner.offset!
          inlineLine = inner.line
          inlineLineStart = inlineFrom - inner.column + 1
        }
        lines[lines.length - 1]!.runs.push({
          kind: comment ? 'comment' : 'inline',
          start: inlineFrom,
          end: to,
          line: inlineLine,
          lineStart: inlineLineStart,
          value: comment ? commentValue((node as { value: string }).value) : '\uFFFC',
          marks: undefined,
          mdast: node,
          endLine: end.line,
          endLineStart: to - end.column + 1
        })
      }
    }
  }
}

/** The words of an HTML comment. */
export function commentValue(html: string): string {
  return html.slice(4, -3).trim()
}

/** Walks the source of a Markdown text node: line breaks, escapes and character references become visible, everything else stays linear. */
function addText(
  source: string,
  from: number,
  to: number,
  firstLine: number,
  firstLineStart: number,
  marks: Mark[],
  lines: RunLine[]
): void {
  let line = firstLine
  let lineStart = firstLineStart
  let runStart = from
  let index = from
  const push = (start: number, end: number, value: string) => {
    if (start === end) return
    const run = textRun(start, end, line, lineStart, value, marks.length > 0 ? marks : undefined)
    lines[lines.length - 1]!.runs.push(run)
  }
  while (index < to) {
    const code = source.charCodeAt(index)
    if (code === 10 || code === 13) {
      push(runStart, index, source.slice(runStart, index))
      index += code === 13 && source.charCodeAt(index + 1) === 10 ? 2 : 1
      line += 1
      lineStart = index
      runStart = index
      lines.push({ join: 'soft', runs: [] })
    } else if (code === 92 && index + 1 < to && isPunctuation(source.charCodeAt(index + 1))) {
      push(runStart, index, source.slice(runStart, index))
      push(index, index + 2, source.charAt(index + 1))
      index += 2
      runStart = index
    } else if (code === 38) {
      const reference = readReference(source, index, to)
      if (reference === undefined) index += 1
      else {
        push(runStart, index, source.slice(runStart, index))
        push(index, reference.end, reference.value)
        index = reference.end
        runStart = index
      }
    } else index += 1
  }
  push(runStart, to, source.slice(runStart, to))
}

function isPunctuation(code: number): boolean {
  return (code > 32 && code < 48) || (code > 57 && code < 65) || (code > 90 && code < 97) || (code > 122 && code < 127)
}

function readReference(source: string, start: number, to: number): { value: string; end: number } | undefined {
  // The longest named reference of HTML has 31 letters, a number at most seven digits.
  const piece = source.slice(start, Math.min(to, start + 40))
  const match = /^&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([\da-zA-Z]{1,31}));/.exec(piece)
  if (match === null) return undefined
  const end = start + match[0].length
  if (match[3] !== undefined) {
    const value = decodeNamedCharacterReference(match[3])
    return value === false ? undefined : { value, end }
  }
  const code = match[1] === undefined ? Number.parseInt(match[2]!, 16) : Number(match[1])
  const invalid =
    code < 9 ||
    code === 11 ||
    (code > 13 && code < 32) ||
    (code > 126 && code < 160) ||
    (code > 0xd7ff && code < 0xe000)
  return { value: invalid || code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code), end }
}
