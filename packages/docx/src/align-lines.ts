import type { AddressMap } from '@tiaoli/diff'
import type { RegastNode } from 'regast'
import { markdownOf } from './blocks.js'
import type { DocumentLine } from './line.js'
import { textOf } from './lines-of.js'

/** Lines of two drafts that stand for each other, or one that only one draft has. */
export interface LinePair {
  old?: DocumentLine
  new?: DocumentLine
}

/** The lines of both drafts in one order: pairs where a comparison pairs their clauses, deletions before insertions. */
export function alignLines(
  olds: readonly DocumentLine[],
  news: readonly DocumentLine[],
  addresses: AddressMap
): LinePair[] {
  const pairs: LinePair[] = []
  let o = 0
  let n = 0
  const flush = (oldEnd: number, newEnd: number) => {
    for (; o < oldEnd; o++) pairs.push({ old: olds[o]! })
    for (; n < newEnd; n++) pairs.push({ new: news[n]! })
  }
  for (const [oldAt, newAt] of increasing(candidates(olds, news, addresses))) {
    flush(oldAt, newAt)
    pairs.push({ old: olds[o++]!, new: news[n++]! })
  }
  flush(olds.length, news.length)
  return pairs
}

function candidates(
  olds: readonly DocumentLine[],
  news: readonly DocumentLine[],
  addresses: AddressMap
): [number, number][] {
  const byAddress = new Map<string, number>()
  const byKey = new Map<string, number[]>()
  for (const [index, line] of news.entries()) {
    const address = line.addresses[line.addresses.length - 1]
    if (address !== undefined && !byAddress.has(address)) byAddress.set(address, index)
    const key = keyOf(line)
    if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), index])
  }
  const found: [number, number][] = []
  const taken = new Set<number>()
  for (const [index, line] of olds.entries()) {
    const address = line.addresses[line.addresses.length - 1]
    const key = keyOf(line)
    const there = address === undefined ? undefined : addresses.toNew(address)?.[0]
    const at =
      there === undefined
        ? key === undefined
          ? undefined
          : byKey.get(key)?.find((other) => !taken.has(other))
        : byAddress.get(there)
    if (at === undefined || taken.has(at) || isTable(line) !== isTable(news[at]!)) continue
    taken.add(at)
    found.push([index, at])
  }
  return found
}

/** There is one title; notes, signatures and the names of attachments follow one another. */
const alone = new Set<DocumentLine['kind']>(['title', 'note', 'signature', 'contentsHeading', 'attachmentName'])

/** What a line without a clause of its own is known by. */
function keyOf(line: DocumentLine): string | undefined {
  if (line.block !== undefined) return `block ${markdownOf(line.block)}`
  if (line.addresses.length > 0) return undefined
  if (alone.has(line.kind)) return line.kind
  return `${line.kind} ${textOf(line.children as RegastNode[])}`
}

function isTable(line: DocumentLine): boolean {
  return line.block !== undefined
}

/** The longest run of pairs in which both indices rise; pairs come in order of the first. */
function increasing(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = []
  const before: number[] = []
  for (const [index, [, value]] of pairs.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[tails[middle]!]![1] < value) low = middle + 1
      else high = middle
    }
    before[index] = low === 0 ? -1 : tails[low - 1]!
    tails[low] = index
  }
  const found: [number, number][] = []
  for (let at = tails[tails.length - 1] ?? -1; at !== -1; at = before[at]!) found.push(pairs[at]!)
  return found.reverse()
}
