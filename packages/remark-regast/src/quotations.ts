import { type Line, runsText } from './lines.js'

/** Follows Chinese quotation marks from line to line, reading the source once. */
export class QuotationTracker {
  /** Quotations open after the last line read. */
  depth = 0
  private next = -2

  constructor(private readonly source: string) {}

  /** Reads a line; where a quotation was open, an opening mark at its start only repeats that one. */
  read(line: Line): void {
    if (line.runs === undefined) {
      if (this.next < line.start && this.next !== -1) this.next = this.find(line.start)
      if (this.next === -1 || this.next >= line.end) return
      this.scan(this.source, line.start, line.end)
    } else {
      const text = runsText(line.runs)
      this.scan(text, 0, text.length)
    }
  }

  private find(from: number): number {
    const { source } = this
    for (let index = from; index < source.length; index++) {
      const code = source.charCodeAt(index)
      if (code === 0x201c || code === 0x201d) return index
    }
    return -1
  }

  private scan(text: string, start: number, end: number): void {
    let index = start
    if (this.depth > 0 && text.charCodeAt(index) === 0x201c) index += 1
    for (; index < end; index++) {
      const code = text.charCodeAt(index)
      if (code === 0x201c) this.depth += 1
      else if (code === 0x201d && this.depth > 0) this.depth -= 1
    }
  }
}
