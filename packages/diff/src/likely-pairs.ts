import type { GramSpace } from './grams.js'
import { gramSpace, kinshipOf } from './grams.js'

/** A possible counterpart: indices into the old and the new sequence, kinship from 0 to 1 (1 for equal texts). */
export interface Candidate {
  old: number
  new: number
  kinship: number
  /** Both stand alone between the same two equal texts. */
  lone?: boolean
}

const shingleLength = 4
/** A shingle that more old texts share is a formula, not a trace. */
const mostHolders = 16
const keptPerText = 6
/** A stretch between two sure pairs is compared completely up to this many pairs, beyond it along its diagonal. */
const fullStretch = 64
const band = 3
/** Equal texts of more copies than this are paired in order only. */
const mostCopies = 4

/** A text to align, worked out when asked for, and a key that needs no work: equal keys mean equal texts. */
export interface KeyedText {
  text: string
  key?: string
}

/** Pairs of texts worth a closer look, sure (equal) ones first; never all pairs. */
export function likelyPairs(olds: readonly KeyedText[], news: readonly KeyedText[]): LikelyPairs {
  const equal = equalPairs(olds, news)
  const oldDone = new Set(equal.map((pair) => pair.old))
  const newDone = new Set(equal.map((pair) => pair.new))
  const space = spaceOf(olds, news, oldDone, newDone)
  const found = new Set<number>()
  const width = news.length
  const lone = new Set<number>()
  const add = (o: number, n: number, alone = false): void => {
    if (oldDone.has(o) || newDone.has(n)) return
    found.add(o * width + n)
    if (alone) lone.add(o * width + n)
  }
  addShingleMates(olds, news, oldDone, newDone, add)
  addNeighbours(equal, olds.length, news.length, oldDone, newDone, add)
  const pairs = [...equal]
  for (const key of found) {
    const o = Math.floor(key / width)
    const n = key % width
    const kinship = kinshipOf(space.profileOf(o), space.profileOf(olds.length + n), space.weightOf)
    if (kinship > 0) pairs.push({ old: o, new: n, kinship: Math.min(kinship, 0.999), lone: lone.has(key) })
  }
  return { pairs, space }
}

/** Pairs with the space that their kinship was measured in: the old texts, then the new ones. */
export interface LikelyPairs {
  pairs: Candidate[]
  space: GramSpace
}

/** Texts that both drafts have are counted by a sample: they only say which words are formulas. */
const sampledTexts = 48

function spaceOf(
  olds: readonly KeyedText[],
  news: readonly KeyedText[],
  oldDone: ReadonlySet<number>,
  newDone: ReadonlySet<number>
): GramSpace {
  const counted: { index: number; times: number }[] = []
  const step = Math.max(1, Math.ceil(oldDone.size / sampledTexts))
  let met = 0
  for (const index of olds.keys()) {
    if (!oldDone.has(index)) counted.push({ index, times: 1 })
    else if (met++ % step === 0) counted.push({ index, times: 2 * step })
  }
  for (const index of news.keys()) if (!newDone.has(index)) counted.push({ index: olds.length + index, times: 1 })
  const textOf = (index: number): string => (index < olds.length ? olds[index]!.text : news[index - olds.length]!.text)
  return gramSpace({ count: olds.length + news.length, textOf, counted })
}

/** Pairs of equal texts: first those whose key stands once in each sequence, then the others by their text. */
function equalPairs(olds: readonly KeyedText[], news: readonly KeyedText[]): Candidate[] {
  const byKey = holdersOf(
    olds.keys(),
    news.keys(),
    (index) => olds[index]!.key,
    (index) => news[index]!.key
  )
  const pairs: Candidate[] = []
  const oldDone = new Set<number>()
  const newDone = new Set<number>()
  for (const { old, new: next } of byKey.values()) {
    if (old.length !== 1 || next.length !== 1) continue
    pairs.push({ old: old[0]!, new: next[0]!, kinship: 1 })
    oldDone.add(old[0]!)
    newDone.add(next[0]!)
  }
  const open = (count: number, done: ReadonlySet<number>): number[] =>
    Array.from({ length: count }, (_, index) => index).filter((index) => !done.has(index))
  const byText = holdersOf(
    open(olds.length, oldDone),
    open(news.length, newDone),
    (index) => olds[index]!.text,
    (index) => news[index]!.text
  )
  for (const entry of byText.values()) {
    if (entry.old.length <= mostCopies && entry.new.length <= mostCopies) {
      for (const o of entry.old) for (const n of entry.new) pairs.push({ old: o, new: n, kinship: 1 })
    } else {
      for (let k = 0; k < Math.min(entry.old.length, entry.new.length); k++) {
        pairs.push({ old: entry.old[k]!, new: entry.new[k]!, kinship: 1 })
      }
    }
  }
  return pairs.sort((left, right) => left.old - right.old || left.new - right.new)
}

/** Which members of both sequences hold a string that says something. */
function holdersOf(
  olds: Iterable<number>,
  news: Iterable<number>,
  ofOld: (index: number) => string | undefined,
  ofNew: (index: number) => string | undefined
): Map<string, { old: number[]; new: number[] }> {
  const holders = new Map<string, { old: number[]; new: number[] }>()
  for (const index of olds) {
    const string = ofOld(index)
    if (string === undefined || string === '') continue
    const entry = holders.get(string)
    if (entry === undefined) holders.set(string, { old: [index], new: [] })
    else entry.old.push(index)
  }
  for (const index of news) {
    const string = ofNew(index)
    if (string !== undefined) holders.get(string)?.new.push(index)
  }
  return holders
}

/** Pairs that share rare shingles, found through an inverted index of the old texts. */
function addShingleMates(
  olds: readonly KeyedText[],
  news: readonly KeyedText[],
  oldDone: ReadonlySet<number>,
  newDone: ReadonlySet<number>,
  add: (o: number, n: number) => void
): void {
  const open = [...olds.keys()].filter((o) => !oldDone.has(o))
  if (open.length === 0) return
  const shingles = open.map((o) => shinglesOf(olds[o]!.text))
  // A table of chains: a hash has a slot, a slot the last text that holds it, an entry the one before.
  const total = shingles.reduce((sum, own) => sum + own.length, 0)
  const mask = (1 << Math.ceil(Math.log2(2 * total + 2))) - 1
  const slots = new Int32Array(mask + 1).fill(-1)
  const hashes = new Int32Array(total)
  const heads = new Int32Array(total)
  const holders = new Uint8Array(total)
  const askedBy = new Int32Array(total).fill(-1)
  const entryOwner = new Int32Array(total)
  const entryBefore = new Int32Array(total)
  let kinds = 0
  let entries = 0
  const slotOf = (hash: number): number => {
    let slot = hash & mask
    while (slots[slot] !== -1 && hashes[slots[slot]!] !== hash) slot = (slot + 1) & mask
    return slot
  }
  for (const [at, own] of shingles.entries()) {
    for (const hash of own) {
      const slot = slotOf(hash)
      let kind = slots[slot]!
      if (kind === -1) {
        kind = kinds++
        slots[slot] = kind
        hashes[kind] = hash
        heads[kind] = -1
      } else if (holders[kind]! > mostHolders || entryOwner[heads[kind]!] === open[at]) continue
      entryOwner[entries] = open[at]!
      entryBefore[entries] = heads[kind]!
      heads[kind] = entries++
      holders[kind]! += 1
    }
  }
  for (const [n, unit] of news.entries()) {
    if (newDone.has(n)) continue
    const scores = new Map<number, number>()
    for (const hash of shinglesOf(unit.text)) {
      const kind = slots[slotOf(hash)]!
      if (kind === -1 || askedBy[kind] === n || holders[kind]! > mostHolders) continue
      askedBy[kind] = n
      for (let entry = heads[kind]!; entry !== -1; entry = entryBefore[entry]!) {
        const o = entryOwner[entry]!
        scores.set(o, (scores.get(o) ?? 0) + 1 / holders[kind]!)
      }
    }
    const best = [...scores].sort((left, right) => right[1] - left[1] || left[0] - right[0]).slice(0, keptPerText)
    for (const [o] of best) add(o, n)
  }
}

/** Hashes of the runs of four characters of a text. */
export function shinglesOf(text: string): Int32Array {
  const count = Math.max(0, text.length - shingleLength + 1)
  const hashes = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    let hash = 0
    for (let k = 0; k < shingleLength; k++) hash = Math.imul(hash, 0x01000193) ^ text.charCodeAt(i + k)
    hashes[i] = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  }
  return hashes
}

/** Pairs that stand between the same two sure pairs: rewritten texts leave no other trace than their place. */
function addNeighbours(
  equal: readonly Candidate[],
  oldCount: number,
  newCount: number,
  oldDone: ReadonlySet<number>,
  newDone: ReadonlySet<number>,
  add: (o: number, n: number, alone?: boolean) => void
): void {
  let before = { old: -1, new: -1 }
  const anchors = [...equal.filter((pair) => pair.kinship === 1), { old: oldCount, new: newCount, kinship: 1 }]
  for (const anchor of anchors) {
    if (anchor.old <= before.old || anchor.new <= before.new) continue
    const olds = openBetween(before.old, anchor.old, oldDone)
    const news = openBetween(before.new, anchor.new, newDone)
    const complete = olds.length * news.length <= fullStretch
    olds.forEach((o, i) => {
      const middle = Math.round((i * news.length) / olds.length)
      const from = complete ? 0 : Math.max(0, middle - band)
      const to = complete ? news.length : Math.min(news.length, middle + band + 1)
      for (let j = from; j < to; j++) add(o, news[j]!, olds.length === 1 && news.length === 1)
    })
    before = anchor
  }
}

function openBetween(from: number, to: number, done: ReadonlySet<number>): number[] {
  const open: number[] = []
  for (let i = from + 1; i < to; i++) if (!done.has(i)) open.push(i)
  return open
}
