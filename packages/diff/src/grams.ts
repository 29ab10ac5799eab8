import { formulas } from './formulas.js'

/** The two-character grams of a text: dense ids in ascending order, repeats kept. */
export interface GramProfile {
  ids: Int32Array
  /** Sum of the weights of all ids. */
  weight: number
  /** Length of the text in UTF-16 units. */
  length: number
}

/** Grams of many texts with weights: a gram that stands in many of them says little about any. */
export interface GramSpace {
  /** The profile of the text at an index; built when first asked for. */
  profileOf(index: number): GramProfile
  /** How much sharing a gram says. */
  weightOf(id: number): number
  /** The profile of any text, by the weights of the space. */
  profileOfText(text: string): GramProfile
}

/** Grams of formulas count as standing in so many of the texts at least, where there are enough texts to tell. */
const formulaShare = 0.3
const leastWithFormulas = 12

/** The texts of a space, and which of them say how rare a gram is. */
export interface GramTexts {
  /** How many texts there are. */
  count: number
  textOf(index: number): string
  /** Texts that are counted, each for as many as it stands for; all of them, once each, where this is left out. */
  counted?: readonly { index: number; times: number }[]
}

/**
 * Profiles of texts over one space of grams. A gram weighs the logarithm (to the power of 1.5) of how rare it is among
 * the texts, so that formulas (县级以上人民政府, 责令改正) do not make two rules look alike. Linear in the text read. Ids
 * are hashes; twice as many of them as there are characters make two grams of one id rare and harmless.
 */
export function gramSpace({ count, textOf, counted = everyOne(count) }: GramTexts): GramSpace {
  const characters = counted.reduce((sum, { index }) => sum + textOf(index).length, 0)
  const bits = Math.min(22, Math.max(8, Math.ceil(Math.log2(characters + 1)) + 1))
  const shift = 32 - bits
  const holders = new Uint8Array(1 << bits)
  // Small numbers: the tables of a long text should stay in the processor's cache.
  const seenIn = counted.length < 0xffff ? new Uint16Array(1 << bits) : new Uint32Array(1 << bits)
  const idAt = (text: string, i: number): number =>
    Math.imul((text.charCodeAt(i) << 16) ^ (text.charCodeAt(i + 1) || 0) ^ (text.charCodeAt(i) >>> 7), 0x9e3779b1) >>>
    shift
  for (const [owner, { index, times }] of counted.entries()) {
    const text = textOf(index)
    for (let i = 0; i < text.length - 1 || i < 1; i++) {
      const id = idAt(text, i)
      if (seenIn[id] === owner + 1) continue
      seenIn[id] = owner + 1
      holders[id] = Math.min(0xff, holders[id]! + times)
    }
  }
  if (count >= leastWithFormulas) {
    const common = Math.min(0xff, Math.ceil(count * formulaShare))
    for (const formula of formulas) {
      for (let i = 0; i < formula.length - 1; i++) {
        const id = idAt(formula, i)
        if (holders[id]! < common) holders[id] = common
      }
    }
  }
  // Two holders are the least that a match needs; the floor keeps common words from counting for nothing.
  const most = counted.reduce((sum, { times }) => sum + times, 0)
  const byHolders = Float64Array.from({ length: Math.min(0xff, Math.max(most, count)) + 1 }, (_, holding) =>
    Math.max(0.2, Math.log(1 + count / Math.max(2, holding)) ** 1.5)
  )
  const weightOf = (id: number): number => byHolders[holders[id]!]!
  const profiles: GramProfile[] = []
  return {
    weightOf,
    profileOf(index) {
      profiles[index] ??= profile(textOf(index), idAt, weightOf)
      return profiles[index]
    },
    profileOfText: (text) => profile(text, idAt, weightOf)
  }
}

function everyOne(count: number): { index: number; times: number }[] {
  return Array.from({ length: count }, (_, index) => ({ index, times: 1 }))
}

/** The similarity of two texts that are compared with nothing else. */
export function likeness(left: string, right: string): number {
  const { profileOf, weightOf } = gramSpace({ count: 2, textOf: (index) => (index === 0 ? left : right) })
  return Math.min(0.999, similarityOf(profileOf(0), profileOf(1), weightOf))
}

function profile(
  text: string,
  idAt: (text: string, i: number) => number,
  weightOf: GramSpace['weightOf']
): GramProfile {
  const ids = new Int32Array(Math.max(1, text.length - 1))
  let weight = 0
  for (let i = 0; i < ids.length; i++) {
    ids[i] = idAt(text, i)
    weight += weightOf(ids[i]!)
  }
  return { ids: ids.sort(), weight, length: text.length }
}

/** Weight of the grams that two profiles share, repeats counted as often as both have them. */
export function sharedWeight(left: GramProfile, right: GramProfile, weightOf: GramSpace['weightOf']): number {
  let shared = 0
  let i = 0
  let j = 0
  while (i < left.ids.length && j < right.ids.length) {
    const difference = left.ids[i]! - right.ids[j]!
    if (difference === 0) {
      shared += weightOf(left.ids[i]!)
      i += 1
      j += 1
    } else if (difference < 0) i += 1
    else j += 1
  }
  return shared
}

/** Weighted Dice similarity of two profiles, from 0 to 1. */
export function similarityOf(left: GramProfile, right: GramProfile, weightOf: GramSpace['weightOf']): number {
  const total = left.weight + right.weight
  return total === 0 ? 1 : (2 * sharedWeight(left, right, weightOf)) / total
}

/** A text shorter than this says little by being contained in another. */
const tellingLength = 30

/**
 * How likely two texts are one rule before and after, from 0 to 1: their similarity, and how much of the shorter one
 * the longer one contains, since a rule that got new paragraphs is still the same rule.
 */
export function kinshipOf(left: GramProfile, right: GramProfile, weightOf: GramSpace['weightOf']): number {
  const total = left.weight + right.weight
  if (total === 0) return 1
  const shared = sharedWeight(left, right, weightOf)
  const similarity = (2 * shared) / total
  const contained = shared / Math.min(left.weight, right.weight)
  const telling = Math.min(1, Math.min(left.length, right.length) / tellingLength)
  return similarity + ((contained - similarity) / 2) * telling
}
