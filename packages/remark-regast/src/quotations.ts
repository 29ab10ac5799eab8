import { type Line, runsText } from './lines.js'

/** Follows Chinese quotation marks from line to line, reading the source once. */
export class QuotationTracker {
  /** Quotations open after the last line read. */
  depth = 0
  private nextOpening = -2
  private nextClosing = -2

  constructor(private readonly source: string) {}

  /** Reads a line; where a quotation was open, an opening mark at its start only repeats that one. */
  read(line: Line): void {
    if (line.runs !== undefined) {
      const text = runsText(line.runs)
      this.scan(text, 0, text.length)
      return
    }
    const { source } = this
    // The next mark of each kind is remembered, so that the source is searched once and not once a line.
    if (this.nextOpening !== -1 && this.nextOpening < line.start) this.nextOpening = source.indexOf('“', line.start)
    if (this.nextClosing !== -1 && this.nextClosing < line.start) this.nextClosing = source.indexOf('”', line.start)
    const opens = this.nextOpening !== -1 && this.nextOpening < line.end
    const closes = this.nextClosing !== -1 && this.nextClosing < line.end
    if (opens || closes) this.scan(source, line.start, line.end)
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
