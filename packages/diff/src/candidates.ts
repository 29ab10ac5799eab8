import type { GramSpace } from './grams.js'
import { kinshipOf } from './grams.js'

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

/** Pairs of texts worth a closer look, sure (equal) ones first; never all pairs. */
export function candidatesOf(oldTexts: readonly string[], newTexts: readonly string[], space: GramSpace): Candidate[] {
  const equal = equalPairs(oldTexts, newTexts)
  const oldDone = new Set(equal.map((pair) => pair.old))
  const newDone = new Set(equal.map((pair) => pair.new))
  const found = new Set<number>()
  const width = newTexts.length
  const lone = new Set<number>()
  const add = (o: number, n: number, alone = false): void => {
    if (oldDone.has(o) || newDone.has(n)) return
    found.add(o * width + n)
    if (alone) lone.add(o * width + n)
  }
  addShingleMates(oldTexts, newTexts, oldDone, newDone, add)
  addNeighbours(equal, oldTexts.length, newTexts.length, oldDone, newDone, add)
  const pairs = [...equal]
  for (const key of found) {
    const o = Math.floor(key / width)
    const n = key % width
    const kinship = kinshipOf(space.profileOf(o), space.profileOf(oldTexts.length + n), space.weightOf)
    if (kinship > 0) pairs.push({ old: o, new: n, kinship: Math.min(kinship, 0.999), lone: lone.has(key) })
  }
  return pairs
}

function equalPairs(oldTexts: readonly string[], newTexts: readonly string[]): Candidate[] {
  const holders = new Map<string, { old: number[]; new: number[] }>()
  oldTexts.forEach((text, index) => {
    const entry = holders.get(text)
    if (entry === undefined) holders.set(text, { old: [index], new: [] })
    else entry.old.push(index)
  })
  newTexts.forEach((text, index) => {
    holders.get(text)?.new.push(index)
  })
  const pairs: Candidate[] = []
  for (const [text, entry] of holders) {
    if (text === '' || entry.new.length === 0) continue
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

/** Pairs that share rare shingles, found through an inverted index of the old texts. */
function addShingleMates(
  oldTexts: readonly string[],
  newTexts: readonly string[],
  oldDone: ReadonlySet<number>,
  newDone: ReadonlySet<number>,
  add: (o: number, n: number) => void
): void {
  const index = new Map<number, number[]>()
  oldTexts.forEach((text, o) => {
    if (oldDone.has(o)) return
    for (const shingle of shinglesOf(text)) {
      const holders = index.get(shingle)
      if (holders === undefined) index.set(shingle, [o])
      else if (holders.length <= mostHolders && holders.at(-1) !== o) holders.push(o)
    }
  })
  newTexts.forEach((text, n) => {
    if (newDone.has(n)) return
    const scores = new Map<number, number>()
    for (const shingle of new Set(shinglesOf(text))) {
      const holders = index.get(shingle)
      if (holders === undefined || holders.length > mostHolders) continue
      for (const o of holders) scores.set(o, (scores.get(o) ?? 0) + 1 / holders.length)
    }
    const best = [...scores].sort((left, right) => right[1] - left[1]).slice(0, keptPerText)
    for (const [o] of best) add(o, n)
  })
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
