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
  profiles: GramProfile[]
  weights: Float64Array
}

/**
 * Profiles of texts over one space of grams. A gram weighs the logarithm (to the power of 1.5) of how rare it is among the texts, so that
 * formulas (县级以上人民政府, 责令改正) do not make two rules look alike. Linear in the text read.
 */
export function gramSpace(texts: readonly string[]): GramSpace {
  const dense = new Map<number, number>()
  const holders: number[] = []
  const seenIn: number[] = []
  const profiles = texts.map((text, owner): GramProfile => {
    const ids = new Int32Array(Math.max(1, text.length - 1))
    for (let i = 0; i < ids.length; i++) {
      const key = ((text.charCodeAt(i) || 0) << 16) | (text.charCodeAt(i + 1) || 0)
      let id = dense.get(key)
      if (id === undefined) {
        id = dense.size
        dense.set(key, id)
        holders.push(0)
        seenIn.push(-1)
      }
      if (seenIn[id] !== owner) {
        seenIn[id] = owner
        holders[id]! += 1
      }
      ids[i] = id
    }
    ids.sort()
    return { ids, weight: 0, length: text.length }
  })
  const weights = new Float64Array(holders.length)
  // Two holders are the least that a match needs; the floor keeps common words from counting for nothing.
  for (let id = 0; id < weights.length; id++) {
    weights[id] = Math.max(0.2, Math.log(1 + texts.length / Math.max(2, holders[id]!)) ** 1.5)
  }
  for (const profile of profiles) for (const id of profile.ids) profile.weight += weights[id]!
  return { profiles, weights }
}

/** Weight of the grams that two profiles share, repeats counted as often as both have them. */
export function sharedWeight(left: GramProfile, right: GramProfile, weights: Float64Array): number {
  let shared = 0
  let i = 0
  let j = 0
  while (i < left.ids.length && j < right.ids.length) {
    const difference = left.ids[i]! - right.ids[j]!
    if (difference === 0) {
      shared += weights[left.ids[i]!]!
      i += 1
      j += 1
    } else if (difference < 0) i += 1
    else j += 1
  }
  return shared
}

/** Weighted Dice similarity of two profiles, from 0 to 1. */
export function similarityOf(left: GramProfile, right: GramProfile, weights: Float64Array): number {
  const total = left.weight + right.weight
  return total === 0 ? 1 : (2 * sharedWeight(left, right, weights)) / total
}

/** A text shorter than this says little by being contained in another. */
const tellingLength = 30

/**
 * How likely two texts are one rule before and after, from 0 to 1: their similarity, and how much of the shorter one
 * the longer one contains, since a rule that got new paragraphs is still the same rule.
 */
export function kinshipOf(left: GramProfile, right: GramProfile, weights: Float64Array): number {
  const total = left.weight + right.weight
  if (total === 0) return 1
  const shared = sharedWeight(left, right, weights)
  const similarity = (2 * shared) / total
  const contained = shared / Math.min(left.weight, right.weight)
  const telling = Math.min(1, Math.min(left.length, right.length) / tellingLength)
  return similarity + ((contained - similarity) / 2) * telling
}
