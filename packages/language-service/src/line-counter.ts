import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Position } from 'vscode-languageserver-types'

/** Finds positions of offsets; asked for in their order, they cost a step forward each instead of a search. */
export class LineCounter {
  private line = 0
  private start = 0
  private next = -1

  constructor(private readonly document: TextDocument) {
    this.goTo(0)
  }

  positionAt(offset: number): Position {
    if (offset < this.start) this.goTo(0)
    while (offset >= this.next) this.goTo(this.line + 1)
    return { line: this.line, character: offset - this.start }
  }

  private goTo(line: number): void {
    this.line = line
    this.start = line === 0 ? 0 : this.startOf(line)
    this.next = this.startOf(line + 1)
  }

  private startOf(line: number): number {
    return line < this.document.lineCount ? this.document.offsetAt({ line, character: 0 }) : Number.POSITIVE_INFINITY
  }
}
