import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument'

/** From how many changes on the lines are taken apart: for fewer, copying the text for each is quicker. */
const many = 8

/**
 * Brings a document to a new version, as `TextDocument.update` does. That copies the whole text for each change, and a code
 * that is renumbered comes with thousands of them: many at once are made line by line.
 */
export function updateText(
  document: TextDocument,
  changes: TextDocumentContentChangeEvent[],
  version: number
): TextDocument {
  const text = changes.length < many ? undefined : changedText(document.getText(), changes)
  return TextDocument.update(document, text === undefined ? changes : [{ text }], version)
}

/** A text after changes made one after another; `undefined` where its lines cannot be told apart by line feeds alone. */
function changedText(source: string, changes: readonly TextDocumentContentChangeEvent[]): string | undefined {
  if (loneReturn.test(source) || changes.some(({ text }) => loneReturn.test(text))) return undefined
  let lines = linesOf(source)
  for (const change of changes) {
    const range = 'range' in change ? change.range : undefined
    if (range === undefined) {
      lines = linesOf(change.text)
      continue
    }
    const { start, end } = range
    if (start.line < 0 || end.line < start.line || end.line >= lines.length) return undefined
    const [first, last] = [lines[start.line]!, lines[end.line]!]
    if (start.line === end.line && end.character < start.character) return undefined
    const isLast = end.line === lines.length - 1
    const head = first.slice(0, inLine(first, start.character))
    const put = linesOf(head + change.text + last.slice(inLine(last, end.character)))
    // The line after the last line feed is one of its own only at the end of the text.
    if (!isLast) put.pop()
    if (put.length === 1 && start.line === end.line) lines[start.line] = put[0]!
    else lines.splice(start.line, end.line - start.line + 1, ...put)
  }
  return lines.join('')
}

const loneReturn = /\r(?!\n)/

/** Lines with the line feeds that end them; the last has none. */
function linesOf(text: string): string[] {
  const lines: string[] = []
  let at = 0
  for (;;) {
    const feed = text.indexOf('\n', at)
    if (feed === -1) {
      lines.push(text.slice(at))
      return lines
    }
    lines.push(text.slice(at, feed + 1))
    at = feed + 1
  }
}

/** A column that lies before the end of the line. */
function inLine(line: string, character: number): number {
  const length = line.endsWith('\r\n') ? line.length - 2 : line.endsWith('\n') ? line.length - 1 : line.length
  return Math.min(Math.max(character, 0), length)
}
