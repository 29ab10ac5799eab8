import { titleKey } from '@tiaoli/library'
import { articleOf } from 'regast'
import type { Range } from 'vscode-languageserver-types'
import { documentStart } from './protocol.js'

/** A register (YAML, one instrument a `- title:`) read line by line, since places in it are all that is asked. */
export class RegisterPlaces {
  private readonly lines: readonly string[]
  /** First line of each instrument, and the line after its last. */
  private readonly entries = new Map<string, [start: number, end: number]>()
  private readonly found = new Map<string, Range>()

  constructor(readonly text: string) {
    this.lines = text.split(/\r\n|\n|\r/)
    let open: string | undefined
    for (const [index, line] of this.lines.entries()) {
      const title = /^\s*-\s+title:\s*["']?(.+?)["']?\s*$/.exec(line)?.[1]
      if (title === undefined) continue
      if (open !== undefined) this.entries.get(open)![1] = index
      open = titleKey(title)
      this.entries.set(open, [index, this.lines.length])
    }
  }

  /** The line that records a clause; that of the version or of the title where the clause has none of its own. */
  place(title: string, date: string | undefined, address: string | null): Range {
    const number = /art_([\d-]+)$/.exec(articleOf(address ?? ''))?.[1]
    const key = `${title} ${date} ${number}`
    let range = this.found.get(key)
    if (range === undefined) {
      range = this.search(title, date, number)
      this.found.set(key, range)
    }
    return range
  }

  private search(title: string, date: string | undefined, number: string | undefined): Range {
    const entry = this.entries.get(titleKey(title))
    if (entry === undefined) return documentStart
    const [start, end] = entry
    const find = (from: number, pattern: RegExp): number => {
      for (let index = from; index < end; index++) if (pattern.test(this.lines[index]!)) return index
      return -1
    }
    const version = date === undefined ? -1 : find(start, new RegExp(`date:\\s*["']?${date}(?![\\d-])`))
    const clause =
      number === undefined ? -1 : find(Math.max(version, start), new RegExp(`article:\\s*["']?${number}(?![\\d-])`))
    const line = clause !== -1 ? clause : version !== -1 ? version : start
    const text = this.lines[line]!
    return { start: { line, character: text.search(/\S/) }, end: { line, character: text.length } }
  }
}
