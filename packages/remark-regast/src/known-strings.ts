import { addressStep, type ClauseNumber, joinAddress } from 'regast'

/**
 * Addresses and numbers met before. The same few thousand name the clauses of every regulation: taken from here they are
 * neither put together nor copied by the collector again for every draft.
 */
const articles: string[] = []
const below = {
  para: new Map<string, string[]>(),
  point: new Map<string, string[]>(),
  indent: new Map<string, string[]>()
}
const numbers: Readonly<ClauseNumber>[] = []
const printed = { structure: [] as string[], article: [] as string[], item: [] as string[] }

/** What a printed number counts; numbers of one kind mostly look alike. */
export type NumberKind = keyof typeof printed

/** Greatest number that is remembered, and how many clauses have what is below them remembered. */
const mostNumber = 10_000
const mostBelow = 1_000
const rememberedParents = 16_384

/** A number without an insert. The clauses of all trees share it, so that it cannot be changed. */
export function clauseNumber(value: number): ClauseNumber {
  const known = numbers[value]
  if (known !== undefined) return known
  const number = Object.freeze({ value })
  if (value < mostNumber) numbers[value] = number
  return number
}

/** Address of an article; `prefix` is that of the attachment it stands in. */
export function articleAddress(prefix: string, number: ClauseNumber): string {
  const { value, insert } = number
  if (prefix !== '' || insert !== undefined || value >= mostNumber)
    return joinAddress(prefix, addressStep('article', number))
  const known = articles[value]
  if (known !== undefined) return known
  const address = addressStep('article', number)
  articles[value] = address
  return address
}

/** Address of a 款, 项 or 目 of the clause with an address. */
export function addressBelow(parent: string, level: keyof typeof below, value: number): string {
  const parents = below[level]
  let known = parents.get(parent)
  if (known === undefined) {
    if (parents.size >= rememberedParents) parents.clear()
    known = []
    parents.set(parent, known)
  }
  const address = known[value]
  if (address !== undefined) return address
  const made = `${parent}__${level}_${value}`
  if (value < mostBelow) known[value] = made
  return made
}

/** The printed number of a clause between two indices of a text, where its value is known. */
export function printedNumber(text: string, from: number, end: number, kind: NumberKind, value: number): string {
  const known = printed[kind][value]
  if (known !== undefined && known.length === end - from && text.startsWith(known, from)) return known
  const number = text.slice(from, end)
  // A longer one would keep the whole text in memory.
  if (value < mostNumber && number.length < 12) printed[kind][value] = number
  return number
}
