import type { Location, Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types'
import type { LanguageService, MemoryContents, MemoryWorkspace } from '../src/index.js'
import { createLanguageService, memoryWorkspace } from '../src/index.js'

/** A draft written with its cursor as `|` and the expected ranges as `^^^` under the line that they mark. */
export interface Fixture {
  text: string
  position: Position
  ranges: Range[]
}

/** Columns that a character takes where Chinese is twice as wide as Latin, so that marks stand under what they mark. */
function width(char: string): number {
  return char.codePointAt(0)! >= 0x2e80 ? 2 : 1
}

/** Reads the marks off a text; a marked line is followed by a line of blanks and `^`. */
export function readFixture(marked: string): Fixture {
  const lines: string[] = []
  const ranges: Range[] = []
  let position: Position = { line: 0, character: 0 }
  for (const line of marked.replace(/^\n/, '').split('\n')) {
    if (/^[ ^]*\^[ ^]*$/.test(line)) {
      const marks = [...line.matchAll(/\^+/g)].map(({ index, 0: run }) => [index, index + run.length] as const)
      const above = lines.at(-1)!
      for (const [from, to] of marks) ranges.push(rangeUnder(above, lines.length - 1, from, to))
      continue
    }
    const cursor = line.indexOf('|')
    if (cursor !== -1) position = { line: lines.length, character: cursor }
    lines.push(cursor === -1 ? line : line.slice(0, cursor) + line.slice(cursor + 1))
  }
  return { text: lines.join('\n'), position, ranges }
}

function rangeUnder(text: string, line: number, from: number, to: number): Range {
  let column = 0
  let start = -1
  let end = text.length
  for (const [index, char] of [...text].entries()) {
    if (column >= from && start === -1) start = index
    if (column >= to) {
      end = index
      break
    }
    column += width(char)
  }
  return { start: { line, character: start }, end: { line, character: end } }
}

/** A service over one draft (and what else the workspace holds), with the marks of the draft. */
export interface Opened extends Fixture {
  service: LanguageService
  workspace: MemoryWorkspace
  uri: string
}

/** URI of the draft that a fixture opens. */
export const draftUri = 'file:///drafts/draft.md'

/** Opens a marked draft. */
export function open(marked: string, contents: MemoryContents = {}): Opened {
  const fixture = readFixture(marked)
  const workspace = memoryWorkspace({ ...contents, drafts: { [draftUri]: fixture.text, ...contents.drafts } })
  return { ...fixture, workspace, uri: draftUri, service: createLanguageService({ workspace }) }
}

/** The words of a draft in a range. */
export function wordsAt(text: string, { start, end }: Range): string {
  const lines = text.split('\n')
  if (start.line === end.line) return lines[start.line]!.slice(start.character, end.character)
  return [
    lines[start.line]!.slice(start.character),
    ...lines.slice(start.line + 1, end.line),
    lines[end.line]!.slice(0, end.character)
  ].join('\n')
}

/** Locations as file name, line and words, for failures that a person can read. */
export function show(locations: readonly Location[], workspace: MemoryWorkspace): string[] {
  return locations.map(({ uri, range }) => {
    const text = workspace.draft(uri)?.getText() ?? workspace.text!(uri) ?? ''
    return `${uri.slice(uri.lastIndexOf('/') + 1)}:${range.start.line + 1} ${wordsAt(text, range)}`
  })
}

/** A text with the edits of one file made. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n')
  const offset = ({ line, character }: Position) =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character
  return [...edits]
    .map(({ range, newText }) => ({ start: offset(range.start), end: offset(range.end), newText }))
    .sort((left, right) => right.start - left.start || right.end - left.end)
    .reduce((now, { start, end, newText }) => now.slice(0, start) + newText + now.slice(end), text)
}

/** The draft after a change of the workspace. */
export function after({ text, uri }: Opened, edit: WorkspaceEdit | undefined): string {
  return edited(text, edit?.changes?.[uri] ?? [])
}
