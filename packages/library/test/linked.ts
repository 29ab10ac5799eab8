import { parseRegulation } from 'remark-regast'
import type { Instrument, LinkedDocument, LinkedReference, LinkOptions } from '../src/index.js'
import { createLibrary, linkDocument, outlineOfTree } from '../src/index.js'

/** A small instrument of the library, written as Markdown. */
export function instrument(markdown: string, facts: Partial<Instrument> & { date?: string } = {}): Instrument {
  const { date, ...rest } = facts
  const title = /^# (.*)$/m.exec(markdown)![1]!
  const outline = outlineOfTree(parseRegulation(markdown).tree)
  return {
    title,
    shortNames: [],
    versions: [{ outline, source: { kind: 'text', file: `${title}.md` }, ...(date === undefined ? {} : { date }) }],
    ...rest
  }
}

/** Links a draft against a library. */
export function link(
  markdown: string,
  instruments: Instrument[] = [],
  options: Partial<LinkOptions> = {}
): LinkedDocument {
  return linkDocument(parseRegulation(markdown).tree, { library: createLibrary(instruments), ...options })
}

/** A reference in one line: where it stands, its words, and its targets with their status where it is not resolved. */
export function line({ in: where, text, targets }: LinkedReference): string {
  const aims = targets.map(({ instrument: title, from, to, status, alternatives }) => {
    const place = `${title === null ? '' : `《${title}》`}${from ?? (title === null ? '本文件' : '')}${to === undefined ? '' : `…${to}`}`
    const rivals = alternatives?.map(
      (other) => `${other.instrument === null ? '' : `《${other.instrument}》`}${other.from}`
    )
    return `${place}${status === 'resolved' ? '' : ` ${status}`}${rivals === undefined || rivals.length === 0 ? '' : ` 或 ${rivals.join(' 或 ')}`}`
  })
  return `${where} ${text} → ${aims.join(' + ')}`
}

/** The references of a draft, one line each. */
export function lines(markdown: string, instruments: Instrument[] = [], options: Partial<LinkOptions> = {}): string[] {
  return link(markdown, instruments, options).references.map(line)
}
