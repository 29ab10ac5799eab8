import type { Range } from 'vscode-languageserver-types'
import { overlap } from './protocol.js'

/** Ranges that can be asked for a line without going through all of them. */
export class RangesByLine {
  private readonly byLine = new Map<number, Range[]>()

  constructor(ranges: readonly Range[]) {
    for (const range of ranges) {
      for (let { line } = range.start; line <= range.end.line; line++) {
        const here = this.byLine.get(line)
        if (here === undefined) this.byLine.set(line, [range])
        else here.push(range)
      }
    }
  }

  meets(range: Range): boolean {
    for (let { line } = range.start; line <= range.end.line; line++) {
      if (this.byLine.get(line)?.some((other) => overlap(other, range))) return true
    }
    return false
  }
}
