import { namedBookAt } from '../grammar/named-steps.js'
import { placeListAt } from '../grammar/places.js'
import { skipBlanks } from '../grammar/tokens.js'
import type { Host, Locus, Mention } from '../mention.js'

/** Adds what a host at `start` … `end` points to, places behind it or the whole instrument; returns the index behind it. */
export function pushHosted(text: string, start: number, end: number, host: Host, mentions: Mention[]): number {
  let at = skipBlanks(text, end)
  if ((text[at] === '的' || text[at] === '中') && text[at + 1] === '第') at += 1
  const book = isCode(host) ? namedBookAt(text, at) : undefined
  const loci =
    book === undefined
      ? placeListAt(text, at, { start, underHost: true })
      : placeListAt(text, book.end, { heads: [book.step], start })
  if (loci !== undefined) return push(mentions, { form: 'loci', start, end: loci.at(-1)!.end, host, loci })
  return push(mentions, { form: 'whole', start, end, host, loci: [] })
}

/** Whether a host is a code, whose 编 are called by their headings: 民法典物权编. */
function isCode(host: Host): boolean {
  return (host.type === 'title' ? host.title : 'name' in host ? host.name : '').endsWith('法典')
}

/** Adds a mention; returns the index behind it. */
export function push(mentions: Mention[], mention: Mention): number {
  mentions.push(mention)
  return mention.end
}

/** Adds places that have no host of their own; returns the index behind them, `start` where there are none. */
export function pushLoci(mentions: Mention[], start: number, loci: Locus[] | undefined): number {
  if (loci === undefined) return start
  return push(mentions, { form: 'loci', start, end: loci.at(-1)!.end, host: { type: 'none' }, loci })
}
