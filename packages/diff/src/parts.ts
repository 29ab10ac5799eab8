import type { GramProfile, GramSpace } from './grams.js'
import { sharedWeight } from './grams.js'

/** A 款 or 项 of a text, by the level marks in it. */
export interface TextPart {
  /** How much of the whole text it is, from 0 to 1. */
  share: number
  profile: GramProfile
}

/** A shorter part says too little to be followed from one article to another. */
const shortestPart = 14

/** The 款 of a text and, where it has items, each of them: what can go to another article as a whole. */
export function partsOf(text: string, space: GramSpace): TextPart[] {
  const parts: TextPart[] = []
  const add = (part: string): void => {
    if (part.length >= shortestPart)
      parts.push({ share: part.length / text.length, profile: space.profileOfText(part) })
  }
  for (const paragraph of text.split('\u0002')) {
    add(paragraph)
    const points = paragraph.split('\u0003')
    if (points.length > 1) points.forEach(add)
  }
  return parts
}

/** How much of a part stands in whichever part of another text has most of it, from 0 to 1. */
export function heldBy(part: TextPart, others: readonly TextPart[], space: GramSpace): number {
  if (part.profile.weight === 0) return 0
  const most = others.reduce(
    (sum, other) => Math.max(sum, sharedWeight(part.profile, other.profile, space.weightOf)),
    0
  )
  return most / part.profile.weight
}
