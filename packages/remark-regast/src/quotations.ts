import type { Line } from './lines.js'
import { runsText } from './runs.js'

/** Follows Chinese quotation marks from line to line, reading the source once. */
export class QuotationTracker {
  private nextOpening = -2
  private nextClosing = -2

  constructor(private readonly source: string) {}

  /** How many quotations are open after a line, with `depth` open before it: then an opening mark at its start only repeats one. */
  read(line: Line, depth: number): number {
    if (line.runs !== undefined) {
      const text = runsText(line.runs)
      return depthAfter(text, 0, text.length, depth)
    }
    const { source } = this
    // The next mark of each kind is remembered, so that the source is searched once and not once a line.
    if (this.nextOpening !== -1 && this.nextOpening < line.start) this.nextOpening = source.indexOf('“', line.start)
    if (this.nextClosing !== -1 && this.nextClosing < line.start) this.nextClosing = source.indexOf('”', line.start)
    const opens = this.nextOpening !== -1 && this.nextOpening < line.end
    const closes = this.nextClosing !== -1 && this.nextClosing < line.end
    return opens || closes ? depthAfter(source, line.start, line.end, depth) : depth
  }
}

function depthAfter(text: string, start: number, end: number, before: number): number {
  let depth = before
  for (let index = depth > 0 && text.charCodeAt(start) === 0x201c ? start + 1 : start; index < end; index++) {
    const code = text.charCodeAt(index)
    if (code === 0x201c) depth += 1
    else if (code === 0x201d && depth > 0) depth -= 1
  }
  return depth
}
